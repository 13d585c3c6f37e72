using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Judging.Scoring;
using Judge.Worker.Problems;

namespace Judge.Worker.Judging.Checkers;

/// <summary>What a validator says by its exit code, as a pure function; docs/packages.md has the tables.</summary>
internal static class ExitCodes
{
    private const string NoScore = "it accepts the output and gives no score, and the group has no bound that would be one";

    /// <summary>Shown instead of what quotes secret data.</summary>
    private const string NotAccepted = "the checker did not accept the output";

    /// <param name="style">Whose exit codes they are.</param>
    /// <param name="code">The exit code.</param>
    /// <param name="feedback">What it left behind.</param>
    /// <param name="scores">What the case is worth; null of a problem that is solved or not.</param>
    /// <returns>What it found; or why it found nothing, which is the judge's fault.</returns>
    public static (CheckResult? Found, string? Fault) Read(ValidatorStyle style, int code, Feedback feedback, CaseScores? scores) =>
        style == ValidatorStyle.Testlib ? Testlib(code, feedback, scores) : Kattis(code, feedback, scores);

    private static (CheckResult?, string?) Kattis(int code, Feedback feedback, CaseScores? scores) => code switch
    {
        43 => (Rejected(Verdict.WrongAnswer, feedback, feedback.JudgeMessage), null),
        42 when scores is null => (Accepted(feedback), null),
        42 when feedback.Score is not null && feedback.ScoreMultiplier is not null => (null, "it wrote score.txt and score_multiplier.txt"),
        42 when feedback.Score is { } text => Number(text, double.MinValue, double.MaxValue) is { } score
            ? score < scores.Least ? (null, Negative(score)) : (Accepted(feedback) with { Score = score }, null)
            : (null, $"score.txt holds no number: {text}"),
        42 when feedback.ScoreMultiplier is not null && scores.IsOpen => (null, "it wrote score_multiplier.txt, and there is no bound to take a share of"),
        42 when feedback.ScoreMultiplier is { } text => Number(text, 0, 1) is { } share
            ? (Accepted(feedback) with { Score = scores.Accepted * share }, null)
            : (null, $"score_multiplier.txt holds no number between 0 and 1: {text}"),
        42 => scores.IsOpen ? (null, NoScore) : (Accepted(feedback), null),
        _ => (null, Ended(code)),
    };

    private static (CheckResult?, string?) Testlib(int code, Feedback feedback, CaseScores? scores)
    {
        switch (code)
        {
            case 0:
                return scores?.IsOpen == true ? (null, NoScore) : (Accepted(feedback), null);
            case 1 or 8: // 8: the output ended where more was read
                return (Rejected(Verdict.WrongAnswer, feedback, feedback.Stderr), null);
            case 2 or 4: // 4: there was more output than was read
                return (Rejected(Verdict.PresentationError, feedback, feedback.Stderr), null);
            case 3:
                return (null, "it says that the judge's data or solution is wrong (exit code 3)");
            case 7:
                if (Points(feedback.Stderr) is not { } points) return (null, "it gives points (exit code 7) and does not say how many on standard error");
                if (points < scores?.Least) return (null, Negative(points));
                return (Part(feedback, scores, points, scores is not null && points >= scores.Accepted), null);
            case >= 16 and <= 16 + 100:
                if (scores?.IsOpen == true) return (null, $"it gives a share (exit code {code}) of a score that has no bound");
                var share = (code - 16) / 100.0;
                return (Part(feedback, scores, (scores?.Accepted ?? 0) * share, share >= 1), null);
            default:
                return (null, Ended(code));
        }
    }

    private static CheckResult Part(Feedback feedback, CaseScores? scores, double score, bool whole)
    {
        var result = whole ? Accepted(feedback) : Rejected(Verdict.WrongAnswer, feedback, feedback.Stderr);
        return scores is null ? result : result with { Score = score };
    }

    private static CheckResult Accepted(Feedback feedback) => CheckResult.Accepted with { Difference = feedback.TeamMessage, Place = feedback.TeamMessage };

    private static CheckResult Rejected(Verdict verdict, Feedback feedback, string? forJudges) =>
        new(verdict, feedback.TeamMessage ?? forJudges ?? NotAccepted, feedback.TeamMessage ?? NotAccepted);

    private static string Negative(double score) => string.Create(CultureInfo.InvariantCulture, $"it gives {score} points, and a case's score cannot be negative");

    private static string Ended(int code) => code > 128 && code < 128 + 65
        ? string.Create(CultureInfo.InvariantCulture, $"it was ended by signal {code - 128}")
        : string.Create(CultureInfo.InvariantCulture, $"exit code {code}");

    /// <summary>testlib's quitp: <c>points 12.5 and why</c>.</summary>
    private static double? Points(string? said) => said?.Split(' ').Take(2).Select(word => Number(word, double.MinValue, double.MaxValue)).FirstOrDefault(n => n is not null);

    private static double? Number(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= least && number <= most ? number : null;
}
