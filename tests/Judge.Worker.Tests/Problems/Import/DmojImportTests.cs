using System.Diagnostics;

namespace Judge.Worker.Tests.Problems.Import;

public sealed class DmojImportTests
{
    private const string Cases = "test_cases:\n- {in: 1.in, out: 1.out, points: 5}\n- {in: deep/2.in, out: deep/2.out, points: 5}\n- {in: 3.in, out: 3.out, points: 5}\n";

    [Fact]
    public void A_folder_with_an_archive_becomes_one_of_ours()
    {
        using var source = ForeignPackage.Dmoj($"name: Sums\ntime_limit: 2.5\nmemory_limit: 65536\nchecker: identical\nwall_time_factor: 5\n{Cases}");
        var files = source.Converted(out var package, out var notes);
        Assert.Equal("""
            problem_format_version: 2023-07-draft
            name: "Sums"
            limits:
              time_limit: 2.5
              memory: 64
            validator_flags: case_sensitive space_change_sensitive

            """, files["problem.yaml"]);
        Assert.Equal(
            ["data/secret/01.ans", "data/secret/01.in", "data/secret/02.ans", "data/secret/02.in", "data/secret/03.ans", "data/secret/03.in", "problem.yaml", "statement/problem.en.md"],
            files.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(("1 2\n", "4\n"), (files["data/secret/01.in"], files["data/secret/02.ans"]));
        Assert.True(package.Cases.All(c => c.Checker is { CaseSensitive: true, SpaceChangeSensitive: true }));
        Assert.Empty(notes);
    }

    [Fact]
    public void Batches_are_groups_with_points_and_dependencies_and_pretests_come_first()
    {
        using var source = ForeignPackage.Dmoj("""
            checker: {name: floats, args: {precision: 4}}
            pretest_test_cases:
            - {in: 1.in, out: 1.out}
            test_cases:
            - {in: 1.in, out: 1.out, points: 10}
            - points: 30
              batched:
              - {in: 1.in, out: 1.out}
              - {in: deep/2.in, out: deep/2.out}
            - points: 60
              dependencies: [1]
              batched: [{in: 3.in, out: 3.out}]
            """);
        var files = source.Converted(out var package, out _);
        Assert.Contains("type: scoring\n", files["problem.yaml"], StringComparison.Ordinal);
        Assert.Contains("validation: custom\n", files["problem.yaml"], StringComparison.Ordinal);
        Assert.StartsWith("CHECK, ARGS = 'floats', {'precision': 4, 'mode': 'default'}\n", files["output_validators/checker/validate.py"], StringComparison.Ordinal);
        Assert.Equal("scoring:\n  score: 100\n  aggregation: sum\n", files["data/secret/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 30\n  aggregation: min\n  require_pass: [secret/01-pretests]\n", files["data/secret/03-batch1/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 60\n  aggregation: min\n  require_pass: [secret/01-pretests, secret/03-batch1]\n", files["data/secret/04-batch2/test_group.yaml"]);
        Assert.Equal(["secret/01-pretests/01", "secret/02-case2/01", "secret/03-batch1/01", "secret/03-batch1/02", "secret/04-batch2/01"], package.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal(100, package.Scoring!.Root.FullScore(package.Scoring.CheckersScore));
    }

    [Fact]
    public void Every_fault_is_told_with_its_line()
    {
        using var source = ForeignPackage.Dmoj("""
            generator: gen.cpp
            signature_grader: {entry: x.c}
            checker: {name: magic}
            time_limit: fast
            test_cases:
            - {in: ../../etc/passwd, out: /etc/passwd, points: 5}
            - {in: 1.in, points: -1}
            - {in: 4.in, out: 1.out, checker: standard}
            - batched: []
            - {batched: [{in: 1.in, out: 1.out}], dependencies: [1], points: 1}
            - just words
            """);
        Assert.Equal(
            [
                "init.yml:2: generator: generated data is not supported: put the generated files into the archive",
                "init.yml:3: signature_grader: signature graders are not supported: a function problem has a signature.json here (docs/function-problems.md)",
                "init.yml:4: the checker 'magic' is not known (standard, easy, floats, floatsabs, floatsrel, identical, linecount, rstripped, sorted, unordered, bridged with testlib, a .py file)",
                "init.yml:5: time_limit must be a number between 0.05 and 60",
                "init.yml:7: '../../etc/passwd' must be a plain relative path without '..'",
                "init.yml:7: '/etc/passwd' must be a plain relative path without '..'",
                "init.yml:8: points must be a number of at least 0",
                "init.yml:8: the case has no 'out'",
                "init.yml:9: '4.in' is not in the package",
                "init.yml:9: checker of a single case is not supported",
                "init.yml:10: batched must be a list of cases",
                "init.yml:11: dependencies: there is no batch 1 before this one",
                "init.yml:12: must be a case, such as {in: 1.in, out: 1.out, points: 5}",
            ],
            source.Faults().OrderBy(f => int.Parse(f.Split(':')[1])).ThenBy(f => f, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("test_cases: {input_format: x}\n", "must be a list")]
    [InlineData("checker: standard\n", "test_cases is missing")]
    [InlineData("test_cases: &a [*a]\n", "aliases are not supported")]
    [InlineData("test_cases: [[[[DEEP\n", "nested too deeply")]
    [InlineData("interactive: {files: x.cpp, type: default}\n" + Cases, "type must be testlib")]
    [InlineData("checker: {name: linecount, args: {match: 'lambda p, j: True'}}\n" + Cases, "match is a function")]
    [InlineData("checker: ../check.py\n" + Cases, "plain relative path")]
    [InlineData("custom_judge: judge.py\n" + Cases, "custom graders are not supported")]
    public void What_cannot_be_taken_over_is_refused_in_plain_words(string init, string part)
    {
        using var source = ForeignPackage.Dmoj(init.Replace("DEEP", new string('[', 100_000), StringComparison.Ordinal));
        Assert.Contains(source.Faults(), f => f.StartsWith("init.yml", StringComparison.Ordinal) && f.Contains(part, StringComparison.Ordinal));
    }

    [Fact]
    public void An_archive_that_leads_out_is_refused_and_nothing_is_written_there()
    {
        using var source = ForeignPackage.Dmoj(Cases).WriteZip("data.zip", ("1.in", ""), ("../../evil", "evil"));
        Assert.Contains("init.yml:1: data.zip: ../../evil: the name must not contain '.', '..' or empty parts", source.Faults(), StringComparer.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(source.Path)!));
    }

    /// <summary>A few kilobytes may name a large file again and again.</summary>
    [Fact]
    public void A_package_that_would_grow_beyond_every_limit_is_refused_on_the_way()
    {
        using var source = ForeignPackage.Dmoj($"test_cases:\n{string.Concat(Enumerable.Repeat("- {in: big.in, out: 1.out}\n", 100))}");
        source.Write("big.in", new string('1', 20 << 20));
        Assert.Equal("the package is larger than 512 MiB in our layout", Assert.Single(source.Faults()));
    }

    /// <summary>The written validators run as the judge runs them; what DMOJ's checkers say of the same pairs is known from their source.</summary>
    [Theory]
    [InlineData("standard", "1  2\n\n3\n", "1 2\n3", true)]
    [InlineData("standard", "1 2 3\n", "1 2\n3\n", false)]
    [InlineData("standard", "Yes\n", "yes\n", false)]
    [InlineData("easy", "b A\n", "ab", true)]
    [InlineData("easy", "ab", "abb", false)]
    [InlineData("{name: floats, args: {precision: 3}}", "1.0005 x\n", "1 x\n", true)]
    [InlineData("{name: floats, args: {precision: 3}}", "1.01\n", "1\n", false)]
    [InlineData("{name: floats, args: {precision: 3}}", "nan\n", "1\n", false)]
    [InlineData("{name: floatsabs, args: {precision: 1}}", "1000.5\n", "1000\n", false)]
    [InlineData("{name: floatsrel, args: {precision: 1}}", "1000.5\n", "1000\n", true)]
    [InlineData("linecount", " a\nb \n", "a\nb\n", true)]
    [InlineData("linecount", "a\nb\nc\n", "a\nb\n", false)]
    [InlineData("rstripped", "a \nb\n", "a\nb\n", true)]
    [InlineData("rstripped", " a\nb\n", "a\nb\n", false)]
    [InlineData("sorted", "2 3\n1\n", "1\n2  3\n", true)]
    [InlineData("sorted", "3 2\n1\n", "1\n2 3\n", false)]
    [InlineData("{name: sorted, args: {split_on: whitespace}}", "3 2\n1\n", "1\n2 3\n", true)]
    [InlineData("unordered", "b\na", "a b", true)]
    [InlineData("unordered", "b a a", "a b", false)]
    public void A_checker_compares_as_dmojs_own(string checker, string output, string answer, bool right) =>
        Assert.Equal(right ? 42 : 43, Validate($"checker: {checker}\n{Cases}", output, answer).Code);

    [Fact]
    public void A_checker_of_the_problems_own_is_run_with_what_it_expects()
    {
        using var source = ForeignPackage.Dmoj($"checker: {{name: check.py, args: {{most: 2, word: 'yes'}}}}\n{Cases}");
        source.Write("check.py", """
            from dmoj.result import CheckerResult
            from dmoj.utils.unicode import utf8text


            def check(process_output, judge_output, judge_input, point_value, most, word, **kwargs):
                got = utf8text(process_output).split()
                print("it's 'quoted' – and printed")
                if got == [word]:
                    return CheckerResult(True, point_value / most, 'half é')
                return process_output.split() == judge_output.split() + judge_input.split()
            """);
        Assert.Equal(42, Run(source, "3 1 2\n", "3\n", out _));
        Assert.Equal(43, Run(source, "3\n", "3\n", out _));
        Assert.Equal(42, Run(source, "yes", "3\n", out var feedback));
        Assert.Equal(("half é", "0.5"), (feedback["judgemessage.txt"], feedback["score_multiplier.txt"]));
    }

    private static (int Code, Dictionary<string, string> Feedback) Validate(string init, string output, string answer)
    {
        using var source = ForeignPackage.Dmoj(init);
        return (Run(source, output, answer, out var feedback), feedback);
    }

    private static int Run(ForeignPackage source, string output, string answer, out Dictionary<string, string> feedback)
    {
        source.Converted(out _, out _);
        var folder = Directory.CreateDirectory(Path.Combine(source.Path, "run")).FullName;
        File.WriteAllText(Path.Combine(folder, "input"), "1 2\n");
        File.WriteAllText(Path.Combine(folder, "answer"), answer);
        using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(source.Target, "output_validators/checker/validate.py"), "input", "answer", "."])
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        process.StandardInput.Write(output);
        process.StandardInput.Close();
        Assert.Equal("", process.StandardOutput.ReadToEnd());
        process.WaitForExit();
        feedback = Directory.GetFiles(folder, "*.txt").ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
        return process.ExitCode;
    }
}
