using Judge.Worker.Judging.Checkers;
using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

/// <summary>Whatever changes a package's meaning is done, or refused with what to do, or told of; never passed over.</summary>
public sealed class PackageMeaningTests
{
    private const string Draft = "problem_format_version: 2023-07-draft\nname: Sums\nlimits: {time_limit: 1}\n", Legacy = "name: Sums\nlimits: {time_limit: 1}\n";

    [Theory]
    [InlineData("domjudge-problem.ini", "color = '#ff0000'\ntimelimit='5'\n", 5, null)]
    [InlineData("domjudge-problem.ini", "timelimit = 2.5 ; seconds\n", 2.5, null)]
    [InlineData("domjudge-problem.ini", "name=Sums\n", 1, "problem.yaml: there is no time limit in the package")]
    [InlineData(".timelimit", "3\n", 3, null)]
    [InlineData(".timelimit", "90\n", 60, ".timelimit: the time limit is 90, and more than 60 is not possible here")]
    [InlineData("notes", "", 1, "1 s is used")]
    public void A_time_limit_is_looked_for_everywhere_and_missed_aloud(string file, string text, double seconds, string? warning)
    {
        using var directory = new PackageDirectory("name: Sums\n");
        var package = PackageReader.Read(directory.Write(file, text).Path);
        Assert.Equal(seconds, package.TimeLimit.TotalSeconds);
        Told(warning, package.Warnings);
    }

    [Fact]
    public void Of_two_files_with_a_time_limit_DOMjudges_is_taken()
    {
        using var directory = new PackageDirectory("name: Sums\nlimits: {time_limit: }\n");
        Assert.Equal(4, PackageReader.Read(directory.Write(".timelimit", "7").Write("domjudge-problem.ini", "timelimit=\"4\"").Path).TimeLimit.TotalSeconds);
    }

    [Fact]
    public void Limits_beyond_what_is_possible_are_what_is_possible_and_those_of_judges_tools_are_nobodys_fault()
    {
        using var directory = new PackageDirectory("name: f\nlimits: {time_limit: 1, validation_time: 120, memory: 8192, output: 128, time_multiplier: 5, time_safety_margin: 2, code: 128, memroy: 1}\n");
        var package = PackageReader.Read(directory.Write("output_validator/check.py", "").Path);
        Assert.Equal((4096, 64, 60), (package.MemoryMb, package.OutputMb, package.Validator!.Limits.Cpu.TotalSeconds));
        Assert.Equal(
            [
                "problem.yaml:2: limits.memory is 8192, and more than 4096 is not possible here: 4096 is used",
                "problem.yaml:2: limits.memroy is not known, and means nothing (is it limits.memory?)",
                "problem.yaml:2: limits.output is 128, and more than 64 is not possible here: 64 is used",
                "problem.yaml:2: limits.validation_time is 120, and more than 60 is not possible here: 60 is used",
            ],
            package.Warnings.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void A_cases_own_flags_are_all_that_it_has_and_its_feedback_may_be_full()
    {
        using var directory = new PackageDirectory(Draft);
        directory.Case("secret/2", "", "").Write("data/secret/test_group.yaml", "output_validator_args: [case_sensitive]\n")
            .Write("data/secret/2.yaml", "output_validator_args: [float_tolerance, 1e-3]\nfull_feedback: true\nhint: think\ndescription: a case\n").Write("data/secret/2.files/.gitkeep", "");
        var cases = PackageReader.Read(directory.Path).Cases;
        Assert.Equal(
            [CheckerOptions.Default, new CheckerOptions(CaseSensitive: true), new CheckerOptions(FloatAbsoluteTolerance: 1e-3, FloatRelativeTolerance: 1e-3)], cases.Select(c => c.Checker));
        Assert.Equal([false, false, true], cases.Select(c => c.ShowsFailure));
    }

    [Theory]
    [InlineData("output_validator_flags: {name: check, flags: go on}", "base go on")]
    [InlineData("output_validator_flags: {check: [go, on]}", "base go on")]
    [InlineData("output_validator_flags: go", "base go")]
    [InlineData("output_validator_flags: ''", "base")]
    [InlineData("output_validator_args: [go]", "go")]
    public void Flags_of_a_legacy_group_come_after_those_of_problem_yaml(string group, string flags)
    {
        using var directory = new PackageDirectory($"{Legacy}validation: custom\nvalidator_flags: base\n");
        directory.Write("output_validators/check.py", "").Write("data/testdata.yaml", "output_validator_flags: outer\n").Write("data/secret/testdata.yaml", group);
        Assert.Equal(["base outer", flags], PackageReader.Read(directory.Path).Cases.Select(c => string.Join(' ', c.ValidatorFlags)), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("data/secret/1.yaml", "args: ['2.0']", "data/secret/1.yaml:1: args are not supported")]
    [InlineData("data/secret/1.yaml", "max_score: 5", "data/secret/1.yaml:1: max_score is for groups")]
    [InlineData("data/secret/1.yaml", "output_validator_args: [sloppy]", "data/secret/1.yaml:1: output_validator_args: unknown")]
    [InlineData("data/secret/1.files/a.in", "x", "data/secret/1.files: a.in: files beside standard input")]
    [InlineData("data/secret/test_group.yaml", "args: [x]", "data/secret/test_group.yaml:1: args are not supported")]
    [InlineData("data/secret/test_group.yaml", "hint: x\nstatic_validation_score: 5", "data/secret/test_group.yaml:2: static_validation_score is not supported")]
    [InlineData("data/secret/test_group.yaml", "full_feedback: maybe", "data/secret/test_group.yaml:1: full_feedback must be true or false")]
    [InlineData("data/secret/test_group.yaml", "output_validator_args: {check: x}", "data/secret/test_group.yaml:1: output_validator_args is a mapping")]
    [InlineData("data/secret/test_group.yaml", "output_validator_args: [[x]]", "data/secret/test_group.yaml:1: output_validator_args must be a list of words")]
    [InlineData("data/secret/test_group.yaml", "input_validator_args: {check: x}", "data/secret/test_group.yaml:1: input_validator_args: there is no 'check' in input_validators/")]
    [InlineData("data/secret/test_group.yaml", "validator_flags: x", "data/secret/test_group.yaml:1: validator_flags means nothing here: it belongs into problem.yaml")]
    [InlineData("data/testdata.yaml", "grading: {aggregation: sum}", "data/testdata.yaml:1: grading is not supported")]
    [InlineData("data/testdata.yaml", "grading: custom", "data/testdata.yaml:1: grading 'custom' is not supported")]
    [InlineData("data/testdata.yaml", "grader_flags: always_accept", "data/testdata.yaml:1: grader_flags: always_accept is only for")]
    [InlineData("include/python3/lib.py", "", "include: python3/lib.py: code that is compiled with every submission")]
    [InlineData("static_validator/check.py", "", "static_validator: check.py: submissions' sources")]
    public void A_file_that_would_change_verdicts_and_is_not_supported_is_refused(string file, string text, string fault)
    {
        using var directory = new PackageDirectory(Draft);
        Assert.StartsWith(fault, Assert.Single(Faults(directory.Write(file, text))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("constants: {tol: 2.0}", "problem.yaml:4: constants are not supported")]
    [InlineData("require_pass: sample", "problem.yaml:4: require_pass means nothing here: it belongs into a test_group.yaml")]
    [InlineData("accept_score: 5", "problem.yaml:4: accept_score means nothing here: it belongs into data/testdata.yaml")]
    [InlineData("memory: 5", "problem.yaml:4: memory means nothing here: it belongs under limits")]
    [InlineData("type: {scoring: true}", "problem.yaml:4: type must be a list of words")]
    [InlineData("keywords: [[a], b]", "problem.yaml:4: keywords must be a list of words")]
    [InlineData("type: scoring\ngrading: {accept_score: 50}", "problem.yaml:5: grading.accept_score is not read from here: put accept_score into data/testdata.yaml")]
    [InlineData("type: scoring\ngrading: {objective: min}", "problem.yaml:5: grading.objective min is not supported")]
    [InlineData("type: scoring\ngrading: {custom_scoring: true}", "problem.yaml:5: grading.custom_scoring is not supported")]
    public void A_key_of_problem_yaml_that_would_change_verdicts_and_is_not_supported_is_refused(string yaml, string fault)
    {
        using var directory = new PackageDirectory(Draft + yaml + "\n");
        Assert.StartsWith(fault, Assert.Single(Faults(directory)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_changes_no_verdict_is_told_of_when_nobody_knows_it_or_users_lose_by_it()
    {
        using var directory = new PackageDirectory(Draft + "languages: [cpp]\nlicence: cc0\ncredits: {authors: A}\nsource: B\nembargo_until: 2030-01-01\nversion: 1\nlanguage: all\ngrading: {objective: min}\njudge: {checkerstyle: testlib}\nconstants: {}\nallow_file_writing: true\n");
        directory.Write("data/secret/testdata.yaml", "on_reject: continue\nrange: 0 1\ngradr_flags: sum\n").Write("data/secret/9.yaml", "hint: x\n").Write("data/sample/1.in.statement", "")
            .Write("attachments/tool.py", "").Write("include/.gitkeep", "");
        Assert.Equal(
            [
                "attachments: tool.py: users are not offered them",
                "data/sample/1.in.statement: is not shown: users see the sample that is judged",
                "data/secret/9.yaml: has no .in file beside it, and means nothing (a group's file is called test_group.yaml or testdata.yaml)",
                "data/secret/testdata.yaml:2: range means nothing: problem.yaml does not say type: scoring",
                "data/secret/testdata.yaml:3: gradr_flags is not known, and means nothing (is it grader_flags?)",
                "problem.yaml:10: language is not known, and means nothing (is it languages?)",
                "problem.yaml:11: grading.objective means nothing: there is no type: scoring",
                "problem.yaml:12: judge.checkerstyle is not known, and means nothing (is it judge.checker_style?)",
                "problem.yaml:14: allow_file_writing: programs can write files below /tmp alone, and not in their working directory",
                "problem.yaml:4: languages: all languages stay allowed, not only cpp",
                "problem.yaml:5: licence is not known, and means nothing (is it license?)",
            ],
            PackageReader.Read(directory.Path).Warnings.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(Legacy, "output_validators/v.py", null, "output_validators: is not used")]
    [InlineData(Legacy + "validation: default\n", "output_validators/v.py", null, "output_validators: is not used")]
    [InlineData(Legacy + "validation: default\n", "output_validators/.gitkeep", null, null)]
    [InlineData(Legacy + "validation: custom\n", "output_validators/v.py", "output_validators/v.py", null)]
    [InlineData(Legacy + "type: [pass-fail, interactive]\n", "output_validators/v.py", "output_validators/v.py", null)]
    [InlineData(Legacy, "output_validator/v.py", "output_validator/v.py", null)]
    [InlineData(Draft, "output_validators/v.py", "output_validators/v.py", null)]
    [InlineData(Draft, "output_validator/.gitkeep", null, null)]
    public void A_legacy_validator_is_used_when_it_is_asked_for(string yaml, string file, string? validator, string? warning)
    {
        using var directory = new PackageDirectory(yaml);
        var package = PackageReader.Read(directory.Write(file, "").Path);
        Assert.Equal(validator, package.Validator?.Name);
        Told(warning, package.Warnings);
    }

    [Theory]
    [InlineData("problem_statement/problem.en.tex", "\\problemname{Foo \\emph{bar}}\nRead.", "Foo *bar*", "Read.\n")]
    [InlineData("problem_statement/problem.en.tex", "%% plainproblemname: Foo\n\\problemname{$F$}\nRead.", "Foo", "Read.\n")]
    [InlineData("problem_statement/problem.sv.md", "Läs.", "slug", "Läs.")]
    [InlineData("statement/problem.pt-BR.tex", "Leia.", "slug", "Leia.\n")]
    [InlineData("statement/problem.en.pdf", "%PDF", "slug", "", "statement/problem.en.pdf: a statement as PDF cannot be shown")]
    public void A_name_and_a_statement_are_found_where_the_formats_have_them(string file, string text, string title, string statement, string? warning = null)
    {
        using var directory = new PackageDirectory("license: cc by-sa\nlimits: {time_limit: 1}\n");
        var package = PackageReader.Read(directory.Write(file, text).Path, "slug");
        Assert.Equal((title, statement), (package.Title, package.Statement));
        Told(warning, package.Warnings);
    }

    [Theory]
    [InlineData("name: a\nlimits: {time_limit: 1\n", "problem.yaml:3: is not YAML that we can read: a '{' before this is not closed, or a ',' is missing")]
    [InlineData("name: a\nkeywords: [easy\nlimits: {}\n", "problem.yaml:2: is not YAML that we can read: a '[' or '{' is not closed here, or a ',' is missing")]
    [InlineData("name: a\nname: b\n", "problem.yaml:2: is not YAML that we can read: 'name' is there twice")]
    [InlineData("name: Sums: a tale\n", "problem.yaml:1: is not YAML that we can read: there is a second ': ' in one line, or the line is further to the right than its neighbours; a text with ': ' in it wants quotes")]
    [InlineData("name: a\n---\nname: b\n", "problem.yaml:2: is not YAML that we can read: there is a second document after a '---', and only one is read")]
    public void What_is_no_YAML_is_explained_to_its_author_and_nothing_else_is_told_of_the_file(string yaml, string fault)
    {
        using var directory = new PackageDirectory(yaml);
        Assert.Equal([fault], Faults(directory), StringComparer.Ordinal);
    }

    [Fact]
    public void Arguments_of_input_validators_are_the_innermost_ones_and_those_that_name_it()
    {
        using var directory = new PackageDirectory(Draft);
        directory.Write("data/test_group.yaml", "input_validator_args: [all]\n").Write("data/secret/test_group.yaml", "input_validator_args: {check: [a, b], other: c}\n")
            .Case("secret/2", "", "").Write("data/secret/2.yaml", "input_validator_args: own\n").Case("secret/g/1", "", "").Write("data/secret/g/testdata.yaml", "input_validator_flags: {name: other, flags: x y}\n");
        directory.Write("input_validators/check.py", "").Write("input_format_validators/other/main.cpp", "");
        string Flags(string name, string validator) => string.Join(' ', InputFlags.Read(directory.Path, Path.Combine(directory.Path, $"data/{name}.in"), $"input_validators/{validator}"));
        Assert.Equal(
            ["all", "a b", "c", "", "own", "", "x y"],
            [Flags("sample/1", "check.py"), Flags("secret/1", "check.py"), Flags("secret/1", "other/main.cpp"), Flags("secret/1", "third.py"), Flags("secret/2", "other.py"), Flags("secret/g/1", "check.py"), Flags("secret/g/1", "other.py")], StringComparer.Ordinal);
        Assert.Empty(PackageReader.Read(directory.Path).Warnings);
    }

    private static void Told(string? warning, IReadOnlyList<string> warnings)
    {
        if (warning is null) Assert.Empty(warnings);
        else Assert.Contains(warning, Assert.Single(warnings), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Faults(PackageDirectory directory) => Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path)).Faults;
}
