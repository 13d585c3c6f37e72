using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Verifying;

namespace Judge.Worker.Tests.Verifying;

public sealed class VerifyReportTests
{
    [Fact]
    public void Half_of_the_limit_is_safe_and_more_is_a_warning()
    {
        Assert.Empty(Report(Row("accepted", Verdict.Accepted, 500), Row("accepted", Verdict.Accepted, 20)).Warnings);
        var close = Report(Row("accepted", Verdict.Accepted, 20), Row("accepted", Verdict.Accepted, 510));
        Assert.Equal("time limit: accepted/510 takes 0.51 of it; at most 0.50 is safe", Assert.Single(close.Warnings));
        Assert.True(close.IsGood);
        Assert.Equal(new TimeRatio("accepted/510", 0.51, false), close.SlowestAccepted);
    }

    [Fact]
    public void One_that_must_be_too_slow_is_so_by_half_of_the_limit_or_the_package_is_not_good()
    {
        var slow = Row("time_limit_exceeded", Verdict.TimeLimitExceeded, 1650) with { SlowBy = 1.5, IsSlower = true };
        Assert.True(Report(slow).IsGood);
        var barely = Report(slow, Row("time_limit_exceeded", Verdict.TimeLimitExceeded, 1100) with { SlowBy = 1.27 });
        Assert.False(barely.IsGood);
        Assert.Equal("time limit: time_limit_exceeded/1100 is too slow by 1.27 of it; at least 1.50 is safe", Assert.Single(barely.Faults));
        Assert.Contains("fastest too slow 1.27 of the limit", VerifyOutput.Lines(barely).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_not_as_expected_says_nothing_of_the_limit()
    {
        var report = Report(Row("accepted", Verdict.TimeLimitExceeded, 1100), Row("wrong_answer", Verdict.WrongAnswer, 900));
        Assert.Null(report.SlowestAccepted);
        Assert.False(report.IsGood);
        Assert.Empty(report.Faults);
    }

    [Theory]
    [InlineData("rejected", Verdict.RuntimeError, true)]
    [InlineData("rejected", Verdict.Accepted, false)]
    [InlineData("brute_force", Verdict.WrongAnswer, false)]
    [InlineData("brute_force", Verdict.TimeLimitExceeded, true)]
    public void A_folder_may_permit_more_than_one_verdict(string folder, Verdict verdict, bool agrees) => Assert.Equal(agrees, Row(folder, verdict, 1).Agrees);

    private static VerifyReport Report(params VerifyRow[] rows) => new VerifyReport("p", "Kattis", [], [], rows).WithTimes();

    /// <summary>With a limit of a second.</summary>
    private static VerifyRow Row(string folder, Verdict verdict, int timeMs) =>
        new($"{folder}/{timeMs}", "c", new Expectation(folder, FolderRule.Of(folder), []), new Judgement(verdict, null, null, [new CaseResult("secret/1", verdict, timeMs, timeMs, 0, 0, null, null)]), 1, null) { LimitMs = 1000 };
}
