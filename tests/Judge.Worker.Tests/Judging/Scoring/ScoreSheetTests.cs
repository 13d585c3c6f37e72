using Judge.Contracts;
using Judge.Worker.Judging.Scoring;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Judging.Scoring;

/// <summary>Packages as they are written, verdicts of their cases, and the score that must come of it.</summary>
public sealed class ScoreSheetTests : IDisposable
{
    private const string Legacy = "name: Points\ntype: scoring\n", Current = "problem_format_version: 2023-07-draft\nname: Points\ntype: scoring\n";
    private readonly List<PackageDirectory> _directories = [];

    public void Dispose() => _directories.ForEach(d => d.Dispose());

    /// <summary>Cases secret/a/1, 2 and 3. A verdict of each: + accepted, - wrong, t too slow.</summary>
    [Theory]
    [InlineData("", "+++", 3, "Accepted")]
    [InlineData("", "+-+", 0, "WrongAnswer")]
    [InlineData("grader_flags: always_accept", "+-+", 1, "WrongAnswer")] // the case after the failed one is not judged
    [InlineData("grader_flags: always_accept\non_reject: continue", "+-+", 2, "WrongAnswer")]
    [InlineData("accept_score: 10\ngrader_flags: always_accept\non_reject: continue", "--+", 10, "WrongAnswer")]
    [InlineData("accept_score: 10\nreject_score: -2\ngrader_flags: always_accept\non_reject: continue", "--+", 6, "WrongAnswer")]
    [InlineData("accept_score: 10\ngrader_flags: min", "+++", 10, "Accepted")]
    [InlineData("accept_score: 10\ngrader_flags: min", "++-", 0, "WrongAnswer")]
    [InlineData("accept_score: 10\ngrader_flags: max accept_if_any_accepted\non_reject: continue", "-+-", 10, "Accepted")]
    [InlineData("accept_score: 10\ngrader_flags: max accept_if_any_accepted\non_reject: continue", "---", 0, "WrongAnswer")]
    [InlineData("accept_score: 9\ngrader_flags: avg always_accept\non_reject: continue", "+-+", 6, "WrongAnswer")]
    [InlineData("grader_flags: first_error\non_reject: continue", "+-t", 0, "WrongAnswer")]
    [InlineData("grader_flags: worst_error\non_reject: continue", "+-t", 0, "TimeLimitExceeded")]
    [InlineData("grader_flags: sum min\naccept_score: 4", "+++", 4, "Accepted")] // the last one counts
    public void A_legacy_group_of_three_cases(string rules, string verdicts, double score, string verdict)
    {
        var package = Package(Legacy, ("data/testdata.yaml", "grader_flags: ignore_sample\n"), ("data/secret/testdata.yaml", "grader_flags: worst_error\n"), ("data/secret/a/testdata.yaml", rules + "\n"));
        package.Case("sample/1", "", "").Case("secret/a/1", "", "").Case("secret/a/2", "", "").Case("secret/a/3", "", "");
        var judged = Judge(package, verdicts.Select((v, i) => ($"secret/a/{i + 1}", v)).ToDictionary(v => v.Item1, v => v.v, StringComparer.Ordinal));
        Assert.Equal((score, verdict), (judged.Score, judged.Verdict.ToString()));
    }

    [Fact]
    public void A_legacy_problem_with_subtasks_keeps_what_each_has_earned()
    {
        var package = Package(
            Legacy, ("data/testdata.yaml", "on_reject: continue\nrange: 0 100\ngrader_flags: ignore_sample\n"), ("data/secret/testdata.yaml", "grader_flags: first_error accept_if_any_accepted\n"),
            ("data/secret/1/testdata.yaml", "on_reject: break\naccept_score: 30\ngrader_flags: min\n"), ("data/secret/2/testdata.yaml", "on_reject: break\naccept_score: 70\ngrader_flags: min\n"));
        package.Case("sample/1", "", "").Case("secret/1/a", "", "").Case("secret/1/b", "", "").Case("secret/2/a", "", "").Case("secret/2/b", "", "").Case("secret/2/c", "", "");
        var judged = Judge(package, new() { ["secret/2/b"] = 't' });
        Assert.Equal((30.0, Verdict.TimeLimitExceeded), (judged.Score, judged.Verdict));
        Assert.Equal(["sample/1", "secret/1/a", "secret/1/b", "secret/2/a", "secret/2/b"], judged.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal(
            [new("sample", Verdict.Accepted, 1, 1), new("secret", Verdict.Accepted, 30, 100), new("secret/1", Verdict.Accepted, 30, 30), new("secret/2", Verdict.TimeLimitExceeded, 0, 70)], judged.Groups);
        Assert.Equal((100.0, Verdict.Accepted), (Judge(package, []).Score, Judge(package, []).Verdict));
        Assert.Equal(Verdict.InternalError, Judge(package, new() { ["secret/1/b"] = '!' }).Verdict);
        Assert.Null(Judge(package, new() { ["secret/1/b"] = '!' }).Score);
    }

    [Fact]
    public void Subtasks_of_2023_have_dependencies_and_what_is_left_out_has_no_verdict()
    {
        var package = Package(
            Current, ("data/secret/1/test_group.yaml", "scoring: {score: 20}\n"), ("data/secret/2/test_group.yaml", "scoring: {score: 30, require_pass: sample}\n"),
            ("data/secret/3/test_group.yaml", "scoring: {score: 50, aggregation: min, require_pass: [secret/1, secret/2/a]}\n"));
        package.Case("sample/1", "", "").Case("secret/1/a", "", "").Case("secret/1/b", "", "").Case("secret/2/a", "", "").Case("secret/2/b", "", "").Case("secret/3/a", "", "");
        Assert.Equal((100.0, Verdict.Accepted), (Judge(package, []).Score, Judge(package, []).Verdict));
        // The second group itself is not needed by the third, only its first case.
        Assert.Equal(70.0, Judge(package, new() { ["secret/2/b"] = '-' }).Score);
        var first = Judge(package, new() { ["secret/1/a"] = '-' });
        Assert.Equal((30.0, Verdict.WrongAnswer), (first.Score, first.Verdict));
        Assert.Equal([new("sample", Verdict.Accepted, 0, 0), new("secret", Verdict.WrongAnswer, 30, 100), new("secret/1", Verdict.WrongAnswer, 0, 20), new("secret/2", Verdict.Accepted, 30, 30), new("secret/3", null, 0, 50)], first.Groups);
        Assert.Equal(["sample/1", "secret/1/a", "secret/2/a", "secret/2/b"], first.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal(20.0, Judge(package, new() { ["sample/1"] = '-', ["secret/2/a"] = '-' }).Score);
    }

    [Theory]
    [InlineData("", "++-", 66.666667)] // 100 shared out
    [InlineData("scoring: {score: 90}", "+-+", 60)]
    [InlineData("scoring: {score: 90, aggregation: min}", "+++", 90)]
    [InlineData("scoring: {score: 90, aggregation: min}", "++-", 0)]
    [InlineData("scoring: {score: 90, aggregation: pass-fail}", "+++", 90)]
    [InlineData("scoring: {score: 90, aggregation: pass-fail}", "-++", 0)]
    public void Cases_without_groups_share_what_secret_is_worth(string rules, string verdicts, double score)
    {
        var package = Package(Current, ("data/secret/test_group.yaml", rules + "\n"));
        package.Case("secret/1", "", "").Case("secret/2", "", "").Case("secret/3", "", "");
        Assert.Equal(score, Judge(package, verdicts.Select((v, i) => ($"secret/{i + 1}", v)).ToDictionary(v => v.Item1, v => v.v, StringComparer.Ordinal)).Score);
    }

    [Fact]
    public void Groups_without_a_score_share_what_the_others_leave_and_a_checker_may_give_less()
    {
        var package = Package(Current, ("data/secret/1/test_group.yaml", "scoring: {score: 40, aggregation: sum}\n"), ("data/secret/2/test_group.yaml", ""), ("data/secret/3/test_group.yaml", ""));
        package.Case("secret/1/a", "", "").Case("secret/1/b", "", "").Case("secret/2/a", "", "").Case("secret/3/a", "", "").Write("output_validator/check.py", "");
        var read = PackageReader.Read(package.Path);
        Assert.Equal([20, 20, null, null], read.Cases.Select(c => c.Scores?.Accepted));
        CaseResult[] results = [.. read.Cases.Select(c => Result(c, '+'))];
        Assert.Equal((100.0, Verdict.Accepted), (ScoreSheet.Judge(read.Scoring!, results).Score, ScoreSheet.Judge(read.Scoring!, results).Verdict));
        results[1] = results[1] with { Score = 5.5 };
        var part = ScoreSheet.Judge(read.Scoring!, results);
        Assert.Equal((85.5, Verdict.WrongAnswer, "85.5 of 100 points"), (part.Score, part.Verdict, part.Message));
        results[1] = results[1] with { Score = 20.5 };
        var wrong = ScoreSheet.Judge(read.Scoring!, results);
        Assert.Equal((null, Verdict.InternalError), (wrong.Score, wrong.Verdict));
        Assert.Contains("the score 100.5 of data/secret is out of the range", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_out_before_it_is_known_not_to_count_and_then_it_is()
    {
        var package = Package(Current, ("data/secret/1/test_group.yaml", "scoring: {score: 50}\n"), ("data/secret/2/test_group.yaml", "scoring: {score: 50, require_pass: secret/1}\n"));
        package.Case("secret/1/a", "", "").Case("secret/1/b", "", "").Case("secret/2/a", "", "");
        var read = PackageReader.Read(package.Path);
        var results = new CaseResult?[3];
        Assert.Equal([true, true, true], Enumerable.Range(0, 3).Select(i => ScoreSheet.Needs(read.Scoring!, results, i)));
        results[0] = Result(read.Cases[0], '-');
        Assert.Equal([true, false, false], Enumerable.Range(0, 3).Select(i => ScoreSheet.Needs(read.Scoring!, results, i)));
        // The second had been begun beside the first and was right: it is not told, as it would not be where cases run one after the other.
        results[1] = Result(read.Cases[1], '+');
        Assert.Equal(["secret/1/a"], ScoreSheet.Judge(read.Scoring!, results).Cases.Select(c => c.Name), StringComparer.Ordinal);
    }

    private const string Of2025 = "problem_format_version: 2025-09\nname: Points\ntype: scoring\n";

    /// <summary>The keys of 2025-09, above scoring and in it; cases in a group's folders are the group's own.</summary>
    [Theory]
    [InlineData("max_score: 40\nscore_aggregation: sum", "max_score: 60", "", 100)]
    [InlineData("max_score: 40\nscore_aggregation: sum", "max_score: 60", "secret/1/deep/b", 80)]
    [InlineData("scoring: {max_score: 40, score_aggregation: pass-fail}", "max_score: 60\nrequire_pass: secret/1", "secret/1/deep/b", 0)]
    [InlineData("scoring: {score: 40, aggregation: min}", "max_score: 60\nrequire_pass: [sample]", "secret/1/a", 60)]
    public void Subtasks_of_2025_say_what_each_is_worth(string first, string second, string wrong, double score)
    {
        var package = Package(Of2025, ("data/secret/1/test_group.yaml", first + "\n"), ("data/secret/2/test_group.yaml", second + "\n"));
        package.Case("sample/1", "", "").Case("secret/1/a", "", "").Case("secret/1/deep/b", "", "").Case("secret/2/a", "", "");
        var judged = Judge(package, new() { [wrong] = '-' });
        Assert.Equal(score, judged.Score);
        Assert.Equal(["sample", "secret", "secret/1", "secret/2"], judged.Groups.Select(g => g.Name), StringComparer.Ordinal);
    }

    [Fact]
    public void A_checker_gives_points_below_nothing_only_where_a_legacy_range_does()
    {
        var package = Package(Legacy + "validation: custom score\n", ("data/secret/1/testdata.yaml", "range: -5 10\n"), ("data/secret/3/testdata.yaml", "range: -inf +inf\n"));
        package.Case("secret/1/a", "", "").Case("secret/2/a", "", "").Case("secret/3/a", "", "").Write("output_validators/check.py", "");
        Assert.Equal([-5, 0, double.NegativeInfinity], PackageReader.Read(package.Path).Cases.Select(c => c.Scores!.Least));
        package = Package(Current);
        package.Case("secret/a", "", "").Write("output_validator/check.py", "");
        Assert.Equal(0, Assert.Single(PackageReader.Read(package.Path).Cases).Scores!.Least);
    }

    [Theory]
    [InlineData(Of2025, "data/secret/1/test_group.yaml", "score_aggregation: sum", "max_score is missing")]
    [InlineData(Of2025, "data/secret/1/test_group.yaml", "max_score: lots", "max_score must be a number of at least 0")]
    [InlineData(Of2025, "data/secret/1/test_group.yaml", "max_score: 100\nscore_aggregation: max", "score_aggregation must be pass-fail, sum or min")]
    [InlineData(Of2025, "data/secret/1/test_group.yaml", "max_score: unbounded", "max_score unbounded is not possible")]
    [InlineData(Of2025, "data/sample/test_group.yaml", "max_score: 1", "only secret")]
    [InlineData(Of2025, "data/secret/test_group.yaml", "max_score: unbounded", "max_score (in 2023-07-draft scoring.score) is missing")]
    [InlineData(Current, "data/secret/test_group.yaml", "scoring: {score: unbounded}", "is missing")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "scoring: {score: unbounded, aggregation: min}", "need an output validator")]
    [InlineData(Of2025, "data/secret/1/test_group.yaml", "max_score: 5\nscoring: {score: 6}", "max_score is there twice")]
    [InlineData(Of2025, "data/secret/1/deep/test_group.yaml", "max_score: 5", "no groups in groups")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "score: 5", "score means nothing here: it belongs under scoring")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "scoring: {scor: 5}", "scoring.scor is not known")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "scoring: {score: unbounded}", "scoring.score unbounded is not possible")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "scoring: {require_pass: {a: b}}", "scoring.require_pass must be a list of words")]
    [InlineData(Legacy, "data/secret/testdata.yaml", "grading: custom", "'custom' is not supported")]
    [InlineData(Legacy, "data/secret/testdata.yaml", "grader_flags: best", "unknown flag 'best'")]
    [InlineData(Legacy, "data/secret/testdata.yaml", "grader_flags: ignore_sample", "ignore_sample")]
    [InlineData(Legacy, "data/secret/testdata.yaml", "on_reject: stop", "break or continue")]
    [InlineData(Legacy, "data/secret/testdata.yaml", "range: 10 1", "range")]
    [InlineData(Legacy, "data/secret/testdata.yaml", "accept_score: much", "accept_score")]
    [InlineData(Current, "data/secret/test_group.yaml", "scoring: 5", "must be a mapping")]
    [InlineData(Current, "data/secret/test_group.yaml", "scoring: {score: -1}", "at least 0")]
    [InlineData(Current, "data/secret/test_group.yaml", "scoring: {aggregation: max}", "pass-fail, sum or min")]
    [InlineData(Current, "data/secret/test_group.yaml", "scoring: {require_pass: secret/2}", "'secret/2'")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "scoring: {require_pass: secret/1}", "'secret/1'")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "scoring: {score: 101}", "more than")]
    [InlineData(Current, "data/secret/1/test_group.yaml", "grader_flags: min", "legacy")]
    [InlineData(Current, "data/sample/test_group.yaml", "scoring: {score: 1}", "only secret")]
    public void What_is_wrong_in_a_group_is_a_fault_of_its_file(string yaml, string file, string rules, string named)
    {
        var package = Package(yaml, (file, rules + "\n"));
        package.Case("sample/1", "", "").Case("secret/1/a", "", "");
        var faults = Assert.Throws<PackageException>(() => PackageReader.Read(package.Path)).Faults;
        Assert.Contains(faults, f => f.StartsWith("data/secret", StringComparison.Ordinal) || f.StartsWith(file, StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains(named, StringComparison.Ordinal));
    }

    private PackageDirectory Package(string yaml, params (string File, string Text)[] files)
    {
        var directory = new PackageDirectory(yaml, cases: false);
        _directories.Add(directory);
        foreach (var (file, text) in files) directory.Write(file, text);
        return directory;
    }

    /// <summary>All cases are accepted but those, and all of them have been judged.</summary>
    private static ScoredJudgement Judge(PackageDirectory directory, Dictionary<string, char> verdicts)
    {
        var package = PackageReader.Read(directory.Path);
        return ScoreSheet.Judge(package.Scoring!, [.. package.Cases.Select(c => Result(c, verdicts.GetValueOrDefault(c.Name, '+')))]);
    }

    private static CaseResult Result(ProblemCase problemCase, char verdict)
    {
        var accepted = verdict == '+';
        return new CaseResult(
            problemCase.Name, verdict switch { '+' => Verdict.Accepted, 't' => Verdict.TimeLimitExceeded, '!' => Verdict.InternalError, _ => Verdict.WrongAnswer }, 1, 1, 1, 0, null, accepted ? null : "no",
            Score: accepted ? problemCase.Scores?.Accepted : problemCase.Scores?.Rejected);
    }
}
