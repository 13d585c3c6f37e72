using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Problems;
using Judge.Worker.Verifying;
using static Judge.Contracts.Verdict;

namespace Judge.Worker.Tests.Verifying;

public sealed class SubmissionsYamlTests
{
    [Theory]
    [InlineData("mixed/*", "mixed/a.py", true)]
    [InlineData("mixed", "mixed/a.py", true)]
    [InlineData("mixed/", "mixed/a.py", true)]
    [InlineData("mixed/*", "mixed/folder/a.py", true)]
    [InlineData("*", "mixed/a.py", true)]
    [InlineData("*.py", "mixed/a.py", false)]
    [InlineData("*/{a,b}.{py,cpp}", "mixed/b.cpp", true)]
    [InlineData("*/{a,b}.{py,cpp}", "mixed/c.cpp", false)]
    [InlineData("secret/*-easy", "secret/1-easy", true)]
    [InlineData("secret/*-easy", "secret/1-easy/2", true)]
    [InlineData("secret/*-easy", "secret/1-easier", false)]
    [InlineData("a.py", "aXpy", false)]
    [InlineData("(x", "(x", true)]
    [InlineData("{x", "x", true)]
    public void A_pattern_stands_for_names_and_for_all_that_is_below_them(string pattern, string path, bool matches) => Assert.Equal(matches, new Glob(pattern).Matches(path));

    [Theory]
    [InlineData("{permitted: [AC, TLE]}", true, Accepted, Accepted)]
    [InlineData("{permitted: [AC, TLE]}", true, Accepted, TimeLimitExceeded)]
    [InlineData("{permitted: [AC, TLE]}", false, TimeLimitExceeded, WrongAnswer)]
    [InlineData("{required: TLE}", true, WrongAnswer, TimeLimitExceeded)]
    [InlineData("{required: TLE}", false, WrongAnswer, RuntimeError)]
    [InlineData("{permitted: [AC, RTE], required: [RTE]}", true, Accepted, MemoryLimitExceeded)]
    [InlineData("{permitted: [WA]}", true, PresentationError, OutputLimitExceeded)]
    [InlineData("{permitted: [MLE]}", false, MemoryLimitExceeded, RuntimeError)]
    [InlineData("{secret/easy: {permitted: [AC]}, secret/hard: {permitted: [AC, TLE], required: [TLE]}}", true, Accepted, TimeLimitExceeded)]
    [InlineData("{secret/easy: {permitted: [AC]}, secret/hard: {permitted: [AC, TLE], required: [TLE]}}", false, TimeLimitExceeded, TimeLimitExceeded)]
    [InlineData("{secret/easy: {permitted: [AC]}, secret/hard: {permitted: [AC, TLE], required: [TLE]}}", false, Accepted, Accepted)]
    [InlineData("{use_for_time_limit: upper}", false, Accepted, Accepted)]
    [InlineData("{use_for_time_limit: lower}", false, Accepted, TimeLimitExceeded)]
    public void Every_case_gets_what_is_permitted_and_one_what_is_required(string settings, bool agrees, params Verdict[] verdicts)
    {
        var expected = Read($"mixed/*: {settings}\n").Of("mixed/a.py", null);
        Assert.True(expected.NeedsAllCases);
        Assert.Equal(agrees, expected.Objection(Judged(verdicts[0], verdicts)) is null);
    }

    [Fact]
    public void A_pattern_adds_to_what_the_folder_says_and_the_folders_own_name_replaces_it()
    {
        var folder = FolderRule.Of("time_limit_exceeded");
        var added = Read("time_limit_exceeded/*: {permitted: [AC, TLE, RTE]}\n").Of("time_limit_exceeded/a.py", folder);
        Assert.NotNull(added.Objection(Judged(RuntimeError, RuntimeError, TimeLimitExceeded)));
        Assert.Null(added.Objection(Judged(TimeLimitExceeded, Accepted, TimeLimitExceeded)));
        var replaced = Read("time_limit_exceeded: {permitted: [AC, TLE, RTE]}\n").Of("time_limit_exceeded/a.py", folder);
        Assert.Null(replaced.Objection(Judged(RuntimeError, RuntimeError, TimeLimitExceeded)));
        Assert.NotNull(replaced.Objection(Judged(RuntimeError, RuntimeError, Accepted)));
        Assert.Equal((true, true, false), (added.IsTooSlow, replaced.IsTooSlow, Read("'*': {use_for_time_limit: false}\n").Of("time_limit_exceeded/a.py", folder).IsTooSlow));
    }

    [Fact]
    public void A_score_is_a_number_or_between_two()
    {
        Judgement Scored(double score) => Judged(WrongAnswer, Accepted, WrongAnswer) with { Score = score };
        var exact = Read("mixed/*: {score: 40}\n").Of("mixed/a.py", null);
        Assert.Null(exact.Objection(Scored(40)));
        Assert.Equal("39 points, and not 40", exact.Objection(Scored(39)));
        var range = Read("mixed/*: {score: [40, 50.5]}\n").Of("mixed/a.py", null);
        Assert.Null(range.Objection(Scored(50.5)));
        Assert.Equal("51 points, and not 40 to 50.5", range.Objection(Scored(51)));
        var part = new Expectation("", FolderRule.Of("partially_accepted"), []);
        Assert.Equal((true, false), (part.Objection(Scored(40)) is null, part.Objection(Scored(0)) is null));
        Assert.NotNull(part.Objection(Judged(Accepted, Accepted) with { Score = 100 }));
    }

    [Theory]
    [InlineData("time_limit_exceeded", true, WrongAnswer, TimeLimitExceeded)]
    [InlineData("time_limit_exceeded", false, WrongAnswer, Accepted)]
    [InlineData("time_limit_exceeded", false, WrongAnswer, TimeLimitExceeded, RuntimeError)]
    [InlineData("time_limit_exceeded", false, RuntimeError, TimeLimitExceeded)]
    [InlineData("run_time_error", true, MemoryLimitExceeded)]
    [InlineData("run_time_error", true, TimeLimitExceeded, RuntimeError)]
    [InlineData("wrong_answer", true, OutputLimitExceeded)]
    [InlineData("wrong_answer", true, PresentationError)]
    [InlineData("wrong_answer", false, RuntimeError, WrongAnswer)]
    [InlineData("accepted", false, PresentationError)]
    [InlineData("slow_accepted", true, TimeLimitExceeded)]
    public void A_folder_speaks_of_the_first_case_that_failed_and_where_it_leaves_that_open_of_all(string folder, bool agrees, params Verdict[] verdicts) =>
        Assert.Equal(agrees, new Expectation(folder, FolderRule.Of(folder), []).Objection(Judged(verdicts[0], verdicts)) is null);

    [Fact]
    public void Words_that_are_no_verdicts_are_faults_with_lines_and_what_is_not_supported_is_a_warning()
    {
        using var package = new PackageDirectory();
        package.Write("submissions/submissions.yaml", "# A comment\nmixed/maybe.py: {permitted: [AC, SLOW]}\nmixed/other.py:\n  secret:\n    required: NO\n  score: many\n");
        Assert.Collection(
            Assert.Throws<PackageException>(() => SubmissionsYaml.Read(package.Path)).Faults,
            f => Assert.StartsWith("submissions/submissions.yaml:2: 'SLOW' is no verdict (AC, WA, ", f, StringComparison.Ordinal),
            f => Assert.StartsWith("submissions/submissions.yaml:5: 'NO' is no verdict", f, StringComparison.Ordinal),
            f => Assert.Equal("submissions/submissions.yaml:6: score must be a number, or two", f));

        package.Write("submissions/submissions.yaml", "accepted/a.py:\n  authors: [A]\n  language: python3\n  message: too late\n  secret/9:\n    permitted: AC\n    score: 3\naccepted/b.py: {score: 3}\n");
        var findings = new Findings();
        SubmissionsYaml.Read(package.Path).Check(["accepted/a.py"], PackageReader.Read(package.Path), findings);
        Assert.Equal(
            [
                "submissions/submissions.yaml:4: 'message' is not supported; it is not checked",
                "submissions/submissions.yaml:7: 'score' of secret/9 is not supported; it is not checked",
                "submissions/submissions.yaml:1: there is no case secret/9",
                "submissions/submissions.yaml:8: there is no program accepted/b.py",
                "submissions/submissions.yaml:8: score is for scoring problems; it is not checked",
            ],
            findings.Warnings, StringComparer.Ordinal);
    }

    private static SubmissionsYaml Read(string yaml)
    {
        using var package = new PackageDirectory();
        return SubmissionsYaml.Read(package.Write("submissions/submissions.yaml", yaml).Path);
    }

    /// <summary>Cases secret/easy, secret/hard and so on.</summary>
    private static Judgement Judged(Verdict verdict, params Verdict[] cases) =>
        new(verdict, null, null, [.. cases.Select((v, i) => new CaseResult(i == 0 ? "secret/easy" : i == 1 ? "secret/hard" : "secret/other", v, 0, 0, 0, 0, null, null))]);
}
