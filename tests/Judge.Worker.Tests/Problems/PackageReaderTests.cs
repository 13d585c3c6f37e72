using System.Text.RegularExpressions;
using Judge.Testing;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

public sealed class PackageReaderTests
{
    public static TheoryData<string> Shipped => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "problems")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_2023_07_layout_is_read()
    {
        using var directory = new PackageDirectory("""
            problem_format_version: 2023-07-draft
            type: pass-fail
            name: {en: Sums, cs: Součty}
            keywords: [medium, math, easy, warm-up]
            limits:
              time_limit: 2.5
              memory: 512
              output: 16
            """);
        directory.Write("statement/problem.en.md", "# Add").Write("data/secret/test_group.yaml", "output_validator_args: [case_sensitive]");

        var package = PackageReader.Read(directory.Path);

        Assert.Equal("Sums", package.Title);
        Assert.Equal("medium", package.Difficulty);
        Assert.Equal(["math", "warm-up"], package.Tags, StringComparer.Ordinal);
        Assert.Equal("# Add", package.Statement);
        Assert.Equal(TimeSpan.FromSeconds(2.5), package.TimeLimit);
        Assert.Equal(512, package.MemoryMb);
        Assert.Equal(16, package.OutputMb);
        Assert.Equal(["sample/1", "secret/1"], package.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal([true, false], package.Cases.Select(c => c.IsSample));
        Assert.Equal([false, true], package.Cases.Select(c => c.Checker.CaseSensitive));
        Assert.Equal(["1 2\n", "3 4\n"], package.Cases.Select(c => File.ReadAllText(c.Input.Path)), StringComparer.Ordinal);
        Assert.Equal(["3\n", "7\n"], package.Cases.Select(c => File.ReadAllText(c.Answer!.Path)), StringComparer.Ordinal);
    }

    [Fact]
    public void The_legacy_layout_is_read()
    {
        using var directory = new PackageDirectory("""
            name: Sums
            keywords: hard graphs shortest-path
            validation: default
            validator_flags: float_tolerance 1e-6
            limits:
              memory: 1024
            """);
        directory.Write(".timelimit", "3\n").Write("problem_statement/problem.en.md", "# Add")
            .Write("data/secret/testdata.yaml", "output_validator_flags: space_change_sensitive\n");

        var package = PackageReader.Read(directory.Path);

        Assert.Equal("Sums", package.Title);
        Assert.Equal("hard", package.Difficulty);
        Assert.Equal(["graphs", "shortest-path"], package.Tags, StringComparer.Ordinal);
        Assert.Equal("# Add", package.Statement);
        Assert.Equal(TimeSpan.FromSeconds(3), package.TimeLimit);
        Assert.Equal(1024, package.MemoryMb);
        Assert.Equal(
            [new CheckerOptions(FloatAbsoluteTolerance: 1e-6, FloatRelativeTolerance: 1e-6), new CheckerOptions(SpaceChangeSensitive: true, FloatAbsoluteTolerance: 1e-6, FloatRelativeTolerance: 1e-6)],
            package.Cases.Select(c => c.Checker));
    }

    [Fact]
    public void What_a_package_does_not_say_has_the_formats_defaults()
    {
        using var directory = new PackageDirectory("name: Sums\n");
        var package = PackageReader.Read(directory.Path);
        Assert.Equal(TimeSpan.FromSeconds(1), package.TimeLimit);
        Assert.Equal((2048, 8), (package.MemoryMb, package.OutputMb));
        Assert.Equal((null, ""), (package.Difficulty, package.Statement));
        Assert.Empty(package.Tags);
        Assert.All(package.Cases, c => Assert.Equal(CheckerOptions.Default, c.Checker));
    }

    [Fact]
    public void The_time_limit_of_problem_yaml_wins_over_the_legacy_file()
    {
        using var directory = new PackageDirectory();
        directory.Write(".timelimit", "7");
        Assert.Equal(TimeSpan.FromSeconds(1), PackageReader.Read(directory.Path).TimeLimit);
    }

    [Theory]
    [InlineData("statement/problem.en.md")]
    [InlineData("problem_statement/problem.en.md")]
    [InlineData("statement/problem.md")]
    [InlineData("problem_statement/problem.md")]
    [InlineData("problem_statement/problem.en.tex", "\\problemname{Add}\nAdd \\textbf{two} numbers.", "Add **two** numbers.\n")]
    [InlineData("statement/problem.tex", "Add \\textbf{two} numbers.", "Add **two** numbers.\n")]
    public void A_statement_is_found_in_every_place_the_formats_know(string place, string text = "Add **two** numbers.", string statement = "Add **two** numbers.")
    {
        using var directory = new PackageDirectory();
        directory.Write(place, text);
        Assert.Equal(statement, PackageReader.Read(directory.Path).Statement);
    }

    [Theory]
    [InlineData("name: {cs: Součty, en: Sums}", "Sums")]
    [InlineData("name: {cs: Součty}", "Součty")]
    [InlineData("name: 'Sums: a tale'", "Sums: a tale")]
    [InlineData("name: 12", "12")]
    public void The_name_is_one_string_or_one_for_each_language(string yaml, string title)
    {
        using var directory = new PackageDirectory(yaml);
        Assert.Equal(title, PackageReader.Read(directory.Path).Title);
    }

    [Fact]
    public void Samples_come_first_and_names_in_ordinal_order()
    {
        using var directory = new PackageDirectory(cases: false);
        foreach (var name in (string[])["secret/10", "secret/2", "secret/a", "secret/B", "sample/2", "sample/10", "secret/big/2", "secret/big/1", "secret/big/deep/x", "secret/alpha/9"])
            directory.Case(name, "", "");
        Assert.Equal(
            ["sample/10", "sample/2", "secret/10", "secret/2", "secret/B", "secret/a", "secret/alpha/9", "secret/big/1", "secret/big/2", "secret/big/deep/x"],
            PackageReader.Read(directory.Path).Cases.Select(c => c.Name), StringComparer.Ordinal);
    }

    /// <summary>The format: "lexicographical order on file base name". By file name, '-' and '+' would come before the dot of '.in'.</summary>
    [Fact]
    public void The_order_is_that_of_names_without_their_extension()
    {
        using var directory = new PackageDirectory(cases: false);
        directory.Case("secret/1-large", "", "").Case("secret/1", "", "").Case("secret/1+", "", "");
        Assert.Equal(["secret/1", "secret/1+", "secret/1-large"], PackageReader.Read(directory.Path).Cases.Select(c => c.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void Only_what_lies_below_sample_is_a_sample()
    {
        using var directory = new PackageDirectory(cases: false);
        directory.Case("sample/1", "", "").Case("sample/group/1", "", "").Case("secret/sample/1", "", "");
        Assert.Equal(
            [("sample/1", true), ("sample/group/1", true), ("secret/sample/1", false)],
            PackageReader.Read(directory.Path).Cases.Select(c => (c.Name, c.IsSample)));
    }

    [Fact]
    public void Flags_are_inherited_and_a_groups_own_replace_them()
    {
        using var directory = new PackageDirectory("name: Sums\nvalidator_flags: case_sensitive\n", cases: false);
        directory.Case("sample/1", "", "").Case("secret/1", "", "").Case("secret/a/1", "", "").Case("secret/a/deep/1", "", "").Case("secret/b/1", "", "")
            .Case("secret/c/1", "", "")
            .Write("data/secret/testdata.yaml", "output_validator_flags: float_tolerance 0.5\n")
            .Write("data/secret/a/test_group.yaml", "output_validator_args: [space_change_sensitive, case_sensitive]\n")
            .Write("data/secret/b/testdata.yaml", "grading: default\n")
            .Write("data/secret/c/testdata.yaml", "output_validator_flags: ''\n");
        var flags = PackageReader.Read(directory.Path).Cases.ToDictionary(c => c.Name, c => c.Checker, StringComparer.Ordinal);
        Assert.Equal(new CheckerOptions(CaseSensitive: true), flags["sample/1"]);
        // The legacy format's two keys come one after the other; the current one stands for itself.
        Assert.Equal(new CheckerOptions(CaseSensitive: true, FloatAbsoluteTolerance: 0.5, FloatRelativeTolerance: 0.5), flags["secret/1"]);
        Assert.Equal(new CheckerOptions(SpaceChangeSensitive: true, CaseSensitive: true), flags["secret/a/1"]);
        Assert.Equal(flags["secret/a/1"], flags["secret/a/deep/1"]);
        Assert.Equal(flags["secret/1"], flags["secret/b/1"]);
        Assert.Equal(new CheckerOptions(CaseSensitive: true), flags["secret/c/1"]);
    }

    [Fact]
    public void Flags_at_the_top_of_data_hold_for_every_case()
    {
        using var directory = new PackageDirectory();
        directory.Write("data/test_group.yaml", "output_validator_args: [case_sensitive]\n");
        Assert.All(PackageReader.Read(directory.Path).Cases, c => Assert.True(c.Checker.CaseSensitive));
    }

    [Fact]
    public void Every_fault_is_found_at_once_with_its_file()
    {
        using var directory = new PackageDirectory("""
            problem_format_version: 1999
            name: ''
            type: multi-pass
            validation: strange
            validator_flags: sloppy
            limits: {memory: 1, output: none}
            """);
        directory.Write(".timelimit", "soon").Write("data/secret/2.in", "").Write("data/secret/group/3.ans", "")
            .Write("data/sample/testdata.yaml", "output_validator_flags: float_tolerance\n").Write("data/secret/testdata.yaml", "[1, 2]\n")
            .Write("output_validator/Check.java", "");

        var faults = Faults(directory);

        Assert.Collection(
            faults.OrderBy(WithoutLine, StringComparer.Ordinal),
            f => Named(f, ".timelimit: ", "0.05"),
            f => Named(f, "data/sample/testdata.yaml: ", "float_tolerance"),
            f => Named(f, "data/secret/2.ans: ", "missing"),
            f => Named(f, "data/secret/group/3.ans: ", "no .in"),
            f => Named(f, "data/secret/testdata.yaml: ", "mapping"),
            f => Named(f, "output_validator: ", "C, C++ or Python"),
            f => Named(f, "problem.yaml: ", "limits.memory"),
            f => Named(f, "problem.yaml: ", "limits.output"),
            f => Named(f, "problem.yaml: ", "name is empty"),
            f => Named(f, "problem.yaml: ", "problem_format_version"),
            f => Named(f, "problem.yaml: ", "multi-pass"),
            f => Named(f, "problem.yaml: ", "strange"),
            f => Named(f, "problem.yaml: ", "sloppy"));
    }

    [Fact]
    public void The_message_holds_all_faults_for_whoever_prints_only_that()
    {
        using var directory = new PackageDirectory(yaml: null, cases: false);
        var e = Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path));
        Assert.All(e.Faults, f => Assert.Contains(f, e.Message, StringComparison.Ordinal));
        Assert.Contains(e.Faults, f => f == "problem.yaml: is missing");
        Assert.Contains(e.Faults, f => f.StartsWith("data: no cases", StringComparison.Ordinal));
    }

    [Fact]
    public void A_directory_that_is_not_there_is_a_package_without_anything()
    {
        var faults = Assert.Throws<PackageException>(() => PackageReader.Read("/nonexistent/package")).Faults;
        Assert.Contains("problem.yaml: is missing", faults, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("name: Sums\nkeywords: [easy\nlimits: {}\n", "problem.yaml:2")]
    [InlineData("name: Sums\nlicense: cc\n\tname: tab\n", "problem.yaml:3")]
    [InlineData("name: 'open\n", "problem.yaml:")]
    [InlineData("name: z\nx: &r [*r]\n? *r\n: 1\n", "problem.yaml:2")]
    [InlineData("name: z\na: &a [x, x]\nb: &b [*a, *a]\n? *b\n: 1\n", "problem.yaml:3")]
    [InlineData("name: Sums\nname: Sums\n", "problem.yaml:")]
    public void Bad_yaml_is_reported_with_its_line(string yaml, string place)
    {
        using var directory = new PackageDirectory(yaml);
        Assert.Contains(Faults(directory), f => f.StartsWith(place, StringComparison.Ordinal) && f.Contains("not YAML", StringComparison.Ordinal));
    }

    [Fact]
    public void Bad_yaml_in_a_group_is_reported_with_its_file_and_line()
    {
        using var directory = new PackageDirectory();
        directory.Write("data/secret/testdata.yaml", "grading: default\noutput_validator_flags: [a\n");
        Assert.Contains(Faults(directory), f => f.StartsWith("data/secret/testdata.yaml:", StringComparison.Ordinal) && f.Contains("not YAML", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("- a list\n", "problem.yaml: must be a mapping of keys to values")]
    [InlineData("just text\n", "problem.yaml: must be a mapping of keys to values")]
    [InlineData("problem_format_version: 2023-07-draft\n", "problem.yaml: name is missing")]
    [InlineData("problem_format_version: 2025-09\nname: ''\n", "problem.yaml:2: name is empty")]
    public void A_problem_yaml_without_a_name_is_a_fault_and_one_that_cannot_be_read_no_other(string yaml, string fault)
    {
        using var directory = new PackageDirectory(yaml);
        Assert.Equal([fault], Faults(directory), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("time_limit", "0")]
    [InlineData("time_limit", "-1")]
    [InlineData("time_limit", "fast")]
    [InlineData("time_limit", ".nan")]
    [InlineData("time_limit", "NaN")]
    [InlineData("time_limit", "Infinity")]
    [InlineData("memory", "15")]
    [InlineData("memory", "256MB")]
    [InlineData("output", "0")]
    [InlineData("time_limit", "[1, 2]")]
    [InlineData("memory", "{mb: 256}")]
    public void A_limit_out_of_bounds_is_a_fault_that_names_it(string limit, string value)
    {
        using var directory = new PackageDirectory($"name: Sums\nlimits:\n  {limit}: {value}\n");
        var fault = Assert.Single(Faults(directory));
        Named(fault, "problem.yaml: ", $"limits.{limit}");
    }

    [Theory]
    [InlineData("limits: 5")]
    [InlineData("limits: [time_limit, 5]")]
    public void Limits_that_are_no_mapping_are_a_fault_and_not_the_defaults(string yaml)
    {
        using var directory = new PackageDirectory($"name: Sums\n{yaml}\n");
        Named(Assert.Single(Faults(directory)), "problem.yaml: ", "limits");
    }

    [Theory]
    [InlineData("time_limit", "0.05")]
    [InlineData("time_limit", "60")]
    [InlineData("memory", "16")]
    [InlineData("memory", "4096")]
    [InlineData("output", "1")]
    [InlineData("output", "64")]
    public void A_limit_on_its_bound_is_taken(string limit, string value)
    {
        using var directory = new PackageDirectory($"name: Sums\nlimits:\n  {limit}: {value}\n");
        var package = PackageReader.Read(directory.Path);
        var read = limit switch { "time_limit" => package.TimeLimit.TotalSeconds, "memory" => package.MemoryMb, _ => package.OutputMb };
        Assert.Equal(double.Parse(value), read);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("0")]
    public void A_legacy_time_limit_that_cannot_be_read_is_a_fault_of_that_file(string content)
    {
        using var directory = new PackageDirectory("name: Sums\n");
        directory.Write(".timelimit", content);
        Assert.StartsWith(".timelimit: ", Assert.Single(Faults(directory)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("output_validators")]
    [InlineData("output_validator")]
    public void A_validator_where_the_default_one_is_asked_for_is_refused_rather_than_ignored(string folder)
    {
        using var directory = new PackageDirectory($"{PackageDirectory.Yaml}validation: default\n");
        directory.Write($"{folder}/validate.py", "");
        Named(Assert.Single(Faults(directory)), $"{folder}: ", "validation: default");
    }

    [Theory]
    [InlineData("validation: custom interactive", "interactive problem needs")]
    [InlineData("validation: custom", "needs an output validator")]
    [InlineData("type: [pass-fail, interactive]", "interactive problem needs")]
    [InlineData("type: [pass-fail, scoring]", "both")]
    [InlineData("type: multi-pass", "multi-pass")]
    [InlineData("problem_format_version: 2042-01", "2042-01")]
    public void What_is_not_supported_is_refused_by_name(string yaml, string named)
    {
        using var directory = new PackageDirectory($"name: Sums\n{yaml}\n");
        Named(Assert.Single(Faults(directory)), "problem.yaml: ", named);
    }

    [Fact]
    public void Files_that_are_no_cases_are_not_in_the_way()
    {
        using var directory = new PackageDirectory();
        directory.Write("data/sample/1.desc", "").Write("data/secret/1.hint", "").Write("data/secret/README", "").Write("data/other/1.in", "")
            .Write("submissions/accepted/a.py", "").Write("domjudge-problem.ini", "");
        Assert.Equal(["sample/1", "secret/1"], PackageReader.Read(directory.Path).Cases.Select(c => c.Name), StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_problem_is_read(string slug)
    {
        var package = PackageReader.Read(Repository.Problem(slug));
        Assert.NotEmpty(package.Title);
        Assert.NotNull(package.Difficulty);
        Assert.NotEmpty(package.Statement);
        Assert.Contains(package.Cases, c => c.IsSample);
        Assert.Contains(package.Cases, c => !c.IsSample);
        Assert.All(package.Cases, c => Assert.True(File.Exists(c.Input.Path) && File.Exists(c.Answer!.Path), c.Name));
    }

    private static IReadOnlyList<string> Faults(PackageDirectory directory) =>
        Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path)).Faults;

    private static void Named(string fault, string start, string part)
    {
        // With its line, or without where there is none.
        Assert.StartsWith(start, WithoutLine(fault), StringComparison.Ordinal);
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }

    private static string WithoutLine(string fault) => Regex.Replace(fault, @"\.yaml:\d+: ", ".yaml: ", RegexOptions.None, TimeSpan.FromSeconds(5));
}
