using System.Text.Json.Nodes;

namespace Judge.Benchmarks.Load;

/// <summary>How one submission went; times are the server's, whose clock is the bench's.</summary>
/// <param name="Submission">What it was.</param>
/// <param name="AcceptedMs">From its arrival to the answer of POST, as its client sees it.</param>
/// <param name="WaitMs">From its arrival to the start.</param>
/// <param name="QueuedMs">From where it was stored to the start.</param>
/// <param name="JudgingMs">From the start to where the verdict was stored.</param>
/// <param name="RunsMs">Of it the cases' wall time, all added up; with cases side by side it is more than went by.</param>
/// <param name="VerdictMs">From its arrival to where the verdict was stored.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="JudgedAt">When its verdict was stored.</param>
/// <param name="IsRight">Whether the verdict is the one that the program must get.</param>
internal sealed record JudgedSubmission(
    MixedSubmission Submission, double AcceptedMs, double WaitMs, double QueuedMs, double JudgingMs, double RunsMs, double VerdictMs,
    DateTimeOffset StartedAt, DateTimeOffset JudgedAt, bool IsRight)
{
    /// <param name="submission">What was submitted.</param>
    /// <param name="arrival">When it was to be.</param>
    /// <param name="acceptedMs">From then to the answer of POST.</param>
    /// <param name="judged">As the API tells it.</param>
    public static JudgedSubmission From(MixedSubmission submission, DateTimeOffset arrival, double acceptedMs, JsonObject judged)
    {
        var (created, started, ended) = (Time("createdAt"), Time("startedAt"), Time("judgedAt"));
        return new JudgedSubmission(
            submission, acceptedMs, (started - arrival).TotalMilliseconds, (started - created).TotalMilliseconds, (ended - started).TotalMilliseconds,
            judged["cases"]!.AsArray().Sum(c => c!["wallMs"]!.GetValue<double>()), (ended - arrival).TotalMilliseconds, started, ended,
            judged["verdict"]!.GetValue<string>() == submission.Program.Verdict);

        DateTimeOffset Time(string field) => judged[field]!.GetValue<DateTimeOffset>();
    }
}
