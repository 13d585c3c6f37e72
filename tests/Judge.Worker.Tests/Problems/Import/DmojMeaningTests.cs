namespace Judge.Worker.Tests.Problems.Import;

/// <summary>What init.yml says of cases, limits and programs means the same here; DMOJ's side is known from judge-server's problem.py, judge.py and bridged.py.</summary>
public sealed class DmojMeaningTests
{
    private const string Two = "test_cases:\n- {in: 1.in, out: 1.out}\n- {in: 3.in, out: 3.out}\n";

    [Fact]
    public void Aliases_and_merge_keys_stand_for_what_they_repeat()
    {
        using var source = ForeignPackage.Dmoj("""
            checker: &c {name: floats, args: {precision: 3}}
            test_cases:
            - &first {in: 1.in, out: 1.out, points: 10}
            - <<: *first
              points: 20
            - {points: 70, checker: *c, batched: [&plain {in: 1.in, out: 1.out}, {<<: [{in: 3.in}, *plain], out: 3.out}, *plain]}
            """);
        var files = source.Converted(out var package, out _);
        Assert.Equal(["secret/01-case1/01", "secret/02-case2/01", "secret/03-batch1/01", "secret/03-batch1/02", "secret/03-batch1/03"], package.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal(("1 2\n", "5 5\n", "10\n"), (files["data/secret/02-case2/01.in"], files["data/secret/03-batch1/02.in"], files["data/secret/03-batch1/02.ans"]));
        Assert.Equal(100, package.Scoring!.Root.FullScore(scored: false));
    }

    [Fact]
    public void Points_are_those_of_the_case_its_batch_or_the_whole_file()
    {
        using var source = ForeignPackage.Dmoj("points: 10\ntest_cases:\n- {in: 1.in, out: 1.out}\n- {in: 3.in, out: 3.out, points: 90}\n- {out: 1.out, batched: [{in: 1.in, points: 10}]}\n");
        source.Converted(out var package, out _);
        Assert.Equal([10, 90, 10], package.Scoring!.Root.Groups.Single(g => g.Name == "secret").Groups.Select(g => g.FullScore(scored: false)));
    }

    [Fact]
    public void What_is_worth_nothing_must_be_passed_by_what_comes_after_it()
    {
        using var source = ForeignPackage.Dmoj("test_cases:\n- {in: 1.in, out: 1.out, points: 100}\n- {in: 3.in, out: 3.out, points: 0}\n- {points: 0, batched: [{in: 1.in, out: 1.out}]}\n- {in: 1.in, out: 1.out, points: 5}\n");
        var files = source.Converted(out _, out _);
        Assert.DoesNotContain("require_pass", files["data/secret/02-case2/test_group.yaml"], StringComparison.Ordinal);
        Assert.Contains("require_pass: [secret/02-case2]\n", files["data/secret/03-batch1/test_group.yaml"], StringComparison.Ordinal);
        Assert.Contains("require_pass: [secret/02-case2, secret/03-batch1]\n", files["data/secret/04-case4/test_group.yaml"], StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_batch_only_the_last_case_may_keep_points_of_an_output_that_is_not_right()
    {
        using var source = ForeignPackage.Dmoj("""
            checker: linecount
            pretest_test_cases: [{in: 1.in, out: 1.out}]
            test_cases:
            - {points: 30, batched: [{in: 1.in, out: 1.out}, {in: 1.in, out: 1.out}, {in: 3.in, out: 3.out}]}
            - {points: 30, batched: [{in: 1.in, out: 1.out}, {in: 3.in, out: 3.out}], short_circuit: false, dependencies: [1]}
            """);
        var files = source.Converted(out var package, out _);
        Assert.Equal("scoring:\n  score: 0\n  aggregation: min\noutput_validator_args: [\"0\", refuses]\n", files["data/secret/01-pretests/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 30\n  aggregation: min\n  require_pass: [secret/01-pretests]\n", files["data/secret/02-batch1/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 30\n  aggregation: min\noutput_validator_args: [\"30\", drops]\n", files["data/secret/02-batch1/01/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 30\n  aggregation: min\noutput_validator_args: [\"30\", refuses]\n", files["data/secret/02-batch1/03/test_group.yaml"]);
        Assert.EndsWith("output_validator_args: [\"30\", keeps]\n", files["data/secret/03-batch2/test_group.yaml"], StringComparison.Ordinal);
        Assert.Equal(["0", "drops", "drops", "refuses", "keeps", "keeps"], package.Cases.Select((c, i) => c.ValidatorFlags[i == 0 ? 0 : 1]), StringComparer.Ordinal);
        Assert.Equal(60, package.Scoring!.Root.FullScore(scored: false));
    }

    [Fact]
    public void A_hundred_groups_stay_in_their_order()
    {
        using var source = ForeignPackage.Dmoj($"test_cases:\n{string.Concat(Enumerable.Range(1, 101).Select(i => $"- {{in: {(i == 101 ? 3 : 1)}.in, out: 1.out, points: {i}}}\n"))}");
        var files = source.Converted(out var package, out _);
        Assert.Equal("secret/00101-case101/01", package.Cases[^1].Name);
        Assert.Equal("5 5\n", files["data/secret/00101-case101/01.in"]);
    }

    [Fact]
    public void Data_ends_with_a_line_feed_but_for_binary_data_and_files_beside_init_yml_go_before_the_archive()
    {
        using var source = ForeignPackage.Dmoj("checker: check.py\ntest_cases:\n- {in: 1.in, out: raw}\n- {in: raw, out: raw, binary_data: true}\n- {in: empty}\n- {out: ''}\n");
        source.Write("1.in", "beside\r\nno end").Write("raw", "x\r\ny").Write("empty", "").Write("check.py", "def check(process_output, judge_output, **kwargs):\n    return not judge_output\n");
        var files = source.Converted(out var package, out _);
        Assert.Equal(("beside\nno end\n", "x\ny\n"), (files["data/secret/01.in"], files["data/secret/01.ans"]));
        Assert.Equal(("x\r\ny", "x\r\ny"), (files["data/secret/02.in"], files["data/secret/02.ans"]));
        Assert.Equal(("", "", "", ""), (files["data/secret/03.in"], files["data/secret/03.ans"], files["data/secret/04.in"], files["data/secret/04.ans"]));
        Assert.Null(package.Scoring);
    }

    [Fact]
    public void A_bridged_checker_is_called_as_init_yml_says()
    {
        using var source = ForeignPackage.Dmoj($$"""
            checker:
              name: bridged
              args: {files: [c.cpp, help.h], lang: CPP17, type: testlib, flags: [-O2, -std=c++17], args_format_string: '{input_file} {output_file} {answer_file} 1e-3 x', time_limit: 30, memory_limit: 65536, colour: red}
            {{Two}}
            """);
        var files = source.Write("c.cpp", "// quitp is not used\nint main() {}\n").Write("help.h", "").Converted(out var package, out var notes);
        Assert.Equal(["1e-3", "x"], package.Cases[0].ValidatorFlags, StringComparer.Ordinal);
        Assert.Equal((TimeSpan.FromSeconds(30), 64), (package.Validator!.Limits.Cpu, package.Validator.Limits.MemoryMb));
        Assert.Contains("output_validators/checker/help.h", files.Keys);
        Assert.Contains("init.yml:4: colour: is not known; left out", notes, StringComparer.Ordinal);
        Assert.Null(package.Scoring);
    }

    [Fact]
    public void A_bridged_checker_that_gives_points_gives_them_of_cases_only()
    {
        const string Checker = "checker: {name: bridged, args: {files: c.cpp, type: testlib}}\n";
        using var cases = ForeignPackage.Dmoj(Checker + Two);
        using var batch = ForeignPackage.Dmoj($"{Checker}test_cases:\n- {{points: 5, batched: [{{in: 1.in}}, {{in: 3.in}}]}}\n");
        foreach (var source in (ForeignPackage[])[cases, batch]) source.Write("c.cpp", "int main() { quitp(1); }\n");
        cases.Converted(out var package, out _);
        Assert.Equal((2.0, true), (package.Scoring!.Root.Groups.Single(g => g.Name == "secret").FullScore(scored: true) ?? 2, package.Scoring.CheckersScore));
        Assert.StartsWith("init.yml:4: the checker gives points (quitp), of a batch", Assert.Single(batch.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Cases_of_an_interactive_problem_need_no_answer_and_its_checker_is_not_called()
    {
        using var source = ForeignPackage.Dmoj("interactive: {files: inter.cpp, type: testlib, lang: CPP17, preprocessing_time: 4}\nchecker: floats\ntime_limit: 2\ntest_cases:\n- {in: 1.in, points: 50}\n- {in: 3.in, points: 50}\n");
        var files = source.Write("inter.cpp", "int main() {}\n").Converted(out var package, out var notes);
        Assert.Equal((true, TimeSpan.FromSeconds(6)), (package.Validator!.Interactive, package.Validator.Limits.Cpu));
        Assert.Equal("", files["data/secret/02.ans"]);
        Assert.Contains("init.yml:3: checker: left out: the interactor alone decides", notes, StringComparer.Ordinal);
    }

    [Fact]
    public void What_makes_no_difference_is_told_and_what_is_repeated_in_every_case_is_the_problems()
    {
        using var source = ForeignPackage.Dmoj("""
            hints: [unicode]
            meta: {}
            output_limit_length: 3000000
            symlinks: {input.txt: /dev/stdin}
            author: somebody
            test_cases:
            - {in: 1.in, out: 1.out, checker: {name: floats, args: {precision: 3, precison: 4}}}
            - {in: 3.in, out: 3.out, checker: {name: floats, args: {precision: 3, precison: 4}}}
            """);
        var files = source.Converted(out _, out var notes);
        Assert.Contains("\n  output: 3\n", files["problem.yaml"], StringComparison.Ordinal);
        Assert.StartsWith("CHECK, ARGS = 'floats', {'precision': 3, 'mode': 'default'}\n", files["output_validators/checker/validate.py"], StringComparison.Ordinal);
        Assert.Equal(
            [
                "init.yml:2: hints: left out: there are no hints to languages here", "init.yml:3: meta: left out: is for custom graders",
                "init.yml:5: symlinks: left out: programs read standard input and write standard output", "init.yml:6: author: is not known; left out",
                "init.yml:8: precison: the checker floats does not look at it; left out",
            ],
            notes.Where(n => n.StartsWith("init.yml", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    [Fact]
    public void Cases_that_are_not_listed_are_found_by_the_names_of_their_files()
    {
        using var guessed = ForeignPackage.Dmoj("points: 10\n");
        guessed.WriteZip("data.zip", ("p.10.in", "c\n"), ("p.10.out", "c\n"), ("p.2.1.in", "a\n"), ("p.2.1.out", "a\n"), ("p.2.2.in", "b\n"), ("p.2.2.out", "b\n"), ("readme", ""));
        var files = guessed.Converted(out var package, out _);
        Assert.Equal(["secret/01-batch1/01", "secret/01-batch1/02", "secret/02-case2/01"], package.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal(("b\n", "c\n"), (files["data/secret/01-batch1/02.in"], files["data/secret/02-case2/01.in"]));
        Assert.Equal(20, package.Scoring!.Root.FullScore(scored: false));

        using var said = ForeignPackage.Dmoj(@"test_cases: {input_format: '(?:deep/)?(?P<case>\d)\.in', output_format: '(?:deep/)?(?P<case>\d)\.OUT', case_points: [1, 2, 97]}" + "\n");
        files = said.Converted(out package, out _);
        Assert.Equal(("1 2\n", "4\n", "5 5\n"), (files["data/secret/01-case1/01.in"], files["data/secret/02-case2/01.ans"], files["data/secret/03-case3/01.in"]));
        Assert.Equal(100, package.Scoring!.Root.FullScore(scored: false));
    }
}
