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
              output: 24
            validator_flags: case_sensitive space_change_sensitive

            """, files["problem.yaml"]);
        Assert.Equal(
            ["data/secret/01.ans", "data/secret/01.in", "data/secret/02.ans", "data/secret/02.in", "data/secret/03.ans", "data/secret/03.in", "problem.yaml", "statement/problem.en.md"],
            files.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(("1 2\n", "4\n"), (files["data/secret/01.in"], files["data/secret/02.ans"]));
        Assert.True(package.Cases.All(c => c.Checker is { CaseSensitive: true, SpaceChangeSensitive: true }));
        Assert.Equal(["init.yml:6: wall_time_factor: left out: the wall time limit is the judge's own"], notes);
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
            checker: magic
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
                "init.yml:8: the case has no 'out', with which the checker compares",
                "init.yml:9: '4.in' is not in the package",
                "init.yml:9: the case has another checker than the first: a problem has one checker here",
                "init.yml:10: batched must be a list of cases",
                "init.yml:11: dependencies: there is no batch 1 before this one",
                "init.yml:12: must be a case, such as {in: 1.in, out: 1.out, points: 5}",
            ],
            source.Faults().OrderBy(f => int.Parse(f.Split(':')[1])).ThenBy(f => f, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("test_cases: {input_format: x}\n", "3.out has no input that the pattern finds")]
    [InlineData("test_cases: {input_format: x, output_format: x}\n", "no file of the archive looks like a case")]
    [InlineData("test_cases: {input_format: '.*(in)'}\n", "input_format matches 1.in and finds no number of a case")]
    [InlineData("test_cases: {input_format: '(?P<case>1).*', output_format: '(?P<case>1)(2)?.*'}\n", "1.out and 1.in are the same case's")]
    [InlineData("test_cases: {input_format: '('}\n", "input_format is no regular expression that we can read")]
    [InlineData("test_cases: {case_points: [1]}\n", "case_points must be a list of 3 numbers")]
    [InlineData("test_cases: {inputs: x}\n", "inputs is not known: test_cases must be a list of cases")]
    [InlineData("test_cases: 5\n", "test_cases must be a list of cases and batches")]
    [InlineData("input_format: x\n" + Cases, "input_format: belongs into test_cases")]
    [InlineData("test_cases: &a [*a]\n", "*a stands for what it is in")]
    [InlineData("test_cases: [*a]\n", "*a stands for nothing before it")]
    [InlineData("test_cases: BOMB\n", "its aliases repeat more than 4 MiB")]
    [InlineData("test_cases: TOWER\n", "nested too deeply")]
    [InlineData("test_cases+: range(5)\n", "test_cases+: keys that are computed")]
    [InlineData("output_limit_length: 100000000\n" + Cases, "output_limit_length must be a number between 1 and 67108864")]
    [InlineData("symlinks: {a: b}\n" + Cases, "files beside a program are not supported")]
    [InlineData("checker: {name: bridged, args: {files: 1.in, type: testlib, flags: [-O2, -DX]}}\n" + Cases, "flags: '-DX' is not supported: say it in the source")]
    [InlineData("checker: {name: bridged, args: {files: 1.in, type: testlib, args_format_string: '{output_file} {input_file} {answer_file}'}}\n" + Cases, "its arguments must be {input_file} {output_file} {answer_file}")]
    [InlineData("test_cases:\n- {in: 1.in, out: 1.out, dependencies: [1]}\n", "dependencies: is for batches")]
    [InlineData("test_cases:\n- {points: 5, batched: [{in: 1.in, out: 1.out, points: 3}]}\n", "points of a case in a batch are not supported")]
    [InlineData("test_cases:\n- {in: 1.in, out: 1.out, output_limit_length: 5}\n", "output_limit_length of a single case is not supported")]
    [InlineData("test_cases:\n- {in: 1.in, out: 1.out, generator: gen.cpp}\n", "generator: generated data is not supported")]
    [InlineData("test_cases: [[[[DEEP\n", "nested too deeply")]
    [InlineData("interactive: {files: x.cpp, type: default}\n" + Cases, "type must be testlib")]
    [InlineData("checker: {name: linecount, args: {match: 'lambda p, j: True'}}\n" + Cases, "match is a function")]
    [InlineData("checker: ../check.py\n" + Cases, "plain relative path")]
    [InlineData("custom_judge: judge.py\n" + Cases, "custom graders are not supported")]
    public void What_cannot_be_taken_over_is_refused_in_plain_words(string init, string part)
    {
        // Each level of the bomb holds the one before it ten times, and each of the tower is 40 deeper.
        var bomb = string.Concat(Enumerable.Range(1, 9).Select(i => $", &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]"));
        var tower = string.Concat(Enumerable.Range(1, 9).Select(i => $", &a{i} {new string('[', 40)}*a{i - 1}{new string(']', 40)}"));
        init = init.Replace("DEEP", new string('[', 100_000), StringComparison.Ordinal).Replace("BOMB", $"[&a0 [x]{bomb}]", StringComparison.Ordinal).Replace("TOWER", $"[&a0 [x]{tower}]", StringComparison.Ordinal);
        using var source = ForeignPackage.Dmoj(init);
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
}
