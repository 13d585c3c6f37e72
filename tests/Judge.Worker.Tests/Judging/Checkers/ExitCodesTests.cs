using System.Text;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Judging.Scoring;
using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Judging.Checkers;

/// <summary>The tables of docs/packages.md: what a validator's exit code comes to, with and without what it wrote.</summary>
public sealed class ExitCodesTests
{
    [Theory]
    [InlineData(42, null, null, "Accepted", null)]
    [InlineData(42, "teammessage.txt", "well done", "Accepted", "well done")]
    [InlineData(43, null, null, "WrongAnswer", "the checker did not accept the output")]
    [InlineData(43, "judgemessage.txt", "line 3: expected 7", "WrongAnswer", "the checker did not accept the output")]
    [InlineData(43, "teammessage.txt", "too\nlong ", "WrongAnswer", "too long")]
    [InlineData(0, null, null, "fault", "exit code 0")]
    [InlineData(1, null, null, "fault", "exit code 1")]
    [InlineData(44, null, null, "fault", "exit code 44")]
    [InlineData(127, null, null, "fault", "exit code 127")]
    [InlineData(128 + 11, null, null, "fault", "it was ended by signal 11")]
    public void Kattis(int code, string? file, string? text, string found, string? shown) => AssertFound(ValidatorStyle.Kattis, code, file, text, null, found, shown, null);

    [Theory]
    [InlineData(42, "score.txt", "12.5\n", "Accepted", 12.5)]
    [InlineData(42, "score.txt", "0", "Accepted", 0.0)]
    [InlineData(42, "score.txt", "-3", "fault", null)]
    [InlineData(42, "score_multiplier.txt", "0.25", "Accepted", 10.0)]
    [InlineData(42, "teammessage.txt", "x", "Accepted", null)]
    [InlineData(43, "score.txt", "12", "WrongAnswer", null)]
    [InlineData(42, "score.txt", "much", "fault", null)]
    [InlineData(42, "score.txt", "nan", "fault", null)]
    [InlineData(42, "score_multiplier.txt", "1.01", "fault", null)]
    [InlineData(42, "score_multiplier.txt", "-0.1", "fault", null)]
    public void Kattis_with_a_score_in_a_case_that_is_worth_40(int code, string file, string text, string found, double? score) =>
        AssertFound(ValidatorStyle.Kattis, code, file, text, new CaseScores(40, 0), found, null, score);

    [Theory]
    [InlineData(0, "ok 3 numbers", "Accepted", null)]
    [InlineData(1, "wrong answer expected 5, found 6", "WrongAnswer", "the checker did not accept the output")]
    [InlineData(2, "wrong output format", "PresentationError", "the checker did not accept the output")]
    [InlineData(4, "extra tokens", "PresentationError", "the checker did not accept the output")]
    [InlineData(8, "unexpected end of file", "WrongAnswer", "the checker did not accept the output")]
    [InlineData(3, "FAIL the jury has no answer", "fault", "it says that the judge's data or solution is wrong (exit code 3)")]
    [InlineData(5, "", "fault", "exit code 5")]
    [InlineData(7, "points 3 of 9", "WrongAnswer", "the checker did not accept the output")]
    [InlineData(7, "some", "fault", "it gives points (exit code 7) and does not say how many on standard error")]
    [InlineData(15, "", "fault", "exit code 15")]
    [InlineData(16, "partially correct (0)", "WrongAnswer", "the checker did not accept the output")]
    [InlineData(16 + 99, "", "WrongAnswer", "the checker did not accept the output")]
    [InlineData(16 + 100, "", "Accepted", null)]
    [InlineData(16 + 101, "", "fault", "exit code 117")]
    [InlineData(42, "", "WrongAnswer", "the checker did not accept the output")]
    [InlineData(128 + 6, "", "fault", "it was ended by signal 6")]
    public void Testlib(int code, string said, string found, string? shown) => AssertFound(ValidatorStyle.Testlib, code, "stderr", said, null, found, shown, null);

    [Theory]
    [InlineData(0, "ok", "Accepted", null)]
    [InlineData(7, "points 12.5 nearly", "WrongAnswer", 12.5)]
    [InlineData(7, "40", "Accepted", 40.0)]
    [InlineData(7, "points -3", "fault", null)]
    [InlineData(7, "points -100", "fault", null)]
    [InlineData(16 + 50, "", "WrongAnswer", 20.0)]
    [InlineData(16 + 100, "", "Accepted", 40.0)]
    [InlineData(1, "no", "WrongAnswer", null)]
    public void Testlib_with_points_in_a_case_that_is_worth_40(int code, string said, string found, double? score) =>
        AssertFound(ValidatorStyle.Testlib, code, "stderr", said, new CaseScores(40, 0), found, null, score);

    [Theory]
    [InlineData(true, 7, "stderr", "points -3 you lose")]
    [InlineData(false, 42, "score.txt", "-3")]
    public void Points_below_nothing_are_the_checkers_fault_unless_the_problem_has_them(bool testlib, int code, string file, string text)
    {
        (CheckResult? Found, string? Fault) Read(double least) =>
            ExitCodes.Read(testlib ? ValidatorStyle.Testlib : ValidatorStyle.Kattis, code, Feedback.Of((file, text)), new CaseScores(40, 0) { Least = least });
        Assert.Equal("it gives -3 points, and a case's score cannot be negative", Read(0).Fault);
        Assert.Equal(-3, Read(-5).Found!.Value.Score);
    }

    [Fact]
    public void Where_only_the_checker_says_what_a_case_is_worth_it_has_to()
    {
        var open = new CaseScores(0, 0) { IsOpen = true };
        Assert.Contains("gives no score", ExitCodes.Read(ValidatorStyle.Kattis, 42, Feedback.Of(), open).Fault, StringComparison.Ordinal);
        Assert.Contains("gives no score", ExitCodes.Read(ValidatorStyle.Testlib, 0, Feedback.Of(), open).Fault, StringComparison.Ordinal);
        Assert.Contains("no bound", ExitCodes.Read(ValidatorStyle.Kattis, 42, Feedback.Of(("score_multiplier.txt", "1")), open).Fault, StringComparison.Ordinal);
        Assert.Contains("no bound", ExitCodes.Read(ValidatorStyle.Testlib, 66, Feedback.Of(), open).Fault, StringComparison.Ordinal);
        Assert.Equal(1e6, ExitCodes.Read(ValidatorStyle.Kattis, 42, Feedback.Of(("score.txt", "1e6")), open).Found!.Value.Score);
    }

    [Fact]
    public void Of_a_sample_judges_words_are_shown_and_the_teams_go_before_them()
    {
        Assert.Equal("expected 7", ExitCodes.Read(ValidatorStyle.Kattis, 43, Feedback.Of(("judgemessage.txt", "expected 7")), null).Found!.Value.Difference);
        Assert.Equal("no", ExitCodes.Read(ValidatorStyle.Kattis, 43, Feedback.Of(("judgemessage.txt", "expected 7"), ("teammessage.txt", "no")), null).Found!.Value.Difference);
        Assert.Equal("it wrote score.txt and score_multiplier.txt", ExitCodes.Read(ValidatorStyle.Kattis, 42, Feedback.Of(("score.txt", "1"), ("score_multiplier.txt", "1")), new CaseScores(1, 0)).Fault);
    }

    private static void AssertFound(ValidatorStyle style, int code, string? file, string? text, CaseScores? scores, string expected, string? shown, double? score)
    {
        var feedback = file is null ? Feedback.Of() : Feedback.Read(Encoding.UTF8.GetBytes($"{file}\0{text}\0"));
        var (found, fault) = ExitCodes.Read(style, code, feedback, scores);
        Assert.Equal(expected, found?.Verdict.ToString() ?? "fault");
        Assert.Equal(expected == "fault", fault is not null);
        if (scores is null) Assert.Equal(shown, found is { } f ? f.Place : fault);
        else Assert.Equal(score, found?.Score);
    }
}
