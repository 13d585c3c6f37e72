using System.Text.Json.Serialization;

namespace Judge.Contracts;

/// <summary>Command, API → worker, by <see cref="QueueNames.Judge(Tier)"/>: judge one attempt of one submission.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Attempt">Counts from 1; results carry it back so that a stale attempt changes nothing.</param>
/// <param name="Tier">The account's tier when it submitted.</param>
/// <param name="Problem">The problem's slug.</param>
/// <param name="PackageHash">Content hash of the problem package, lower-case hex SHA-256; see <see cref="Routes.Package"/>.</param>
/// <param name="Language">A language id such as <c>cpp</c>.</param>
/// <param name="Source">The program, at most 64 KiB of UTF-8.</param>
/// <param name="Run">Null: it is judged on the problem's cases. Otherwise it is run on these inputs, and <paramref name="PackageHash"/> is empty, so that a
/// worker which knows nothing of runs gives the message back.</param>
public sealed record JudgeSubmission(
    Guid SubmissionId, int Attempt, Tier Tier, string Problem, string PackageHash, string Language, string Source, RunInputs? Run = null);

/// <summary>What a program is run on instead of a problem's cases.</summary>
/// <param name="Inputs">One case each, named 1, 2, 3 …; see <see cref="SubmissionLimits.RunInputs"/>.</param>
/// <param name="PackageHash">Of the problem whose limits, comparison and reference solution count; null: of none.</param>
public sealed record RunInputs(IReadOnlyList<string> Inputs, string? PackageHash);

/// <summary>Event, worker → API: a worker has taken the attempt and begins now. Counts as a start of the submission,
/// unless another worker has it already and this is but a second copy of the message.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Attempt">The attempt taken.</param>
/// <param name="ExecutionId">New at every start, so that a redelivery of this event is told from a second start.</param>
/// <param name="WorkerId">Who has it.</param>
/// <param name="Redelivered">Whether the broker had given the message to another worker before, which then was lost.</param>
public sealed record SubmissionStarted(Guid SubmissionId, int Attempt, Guid ExecutionId, string WorkerId, bool Redelivered);

/// <summary>Event, worker → API: still at it. Renews the lease, with or without another finished case.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Attempt">The attempt being judged.</param>
/// <param name="Done">Cases finished.</param>
public sealed record SubmissionProgressed(Guid SubmissionId, int Attempt, int Done);

/// <summary>Event, worker → API: the verdict of one attempt.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Attempt">The attempt judged.</param>
/// <param name="WorkerId">Who judged it.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="TimeMs">CPU time of the slowest case in ms; null when none ran.</param>
/// <param name="WallMs">Wall time of the slowest case in ms; null when none ran.</param>
/// <param name="MemoryKb">Largest peak in KiB; null when none ran.</param>
/// <param name="CompileOutput">What the compiler said, cut at 16 KiB; null when it said nothing.</param>
/// <param name="Message">One line for the user; null when there is nothing to add.</param>
/// <param name="Cases">The cases that ran, in order.</param>
/// <param name="Score">Of a scoring problem; null of any other, and when the judge failed.</param>
/// <param name="Groups">Of a scoring problem, in order; null of any other.</param>
/// <param name="Reason">For the operator, with what users must not see, when the verdict is internalError; null: the message says all.</param>
public sealed record SubmissionJudged(
    Guid SubmissionId, int Attempt, string WorkerId, Verdict Verdict, int? TimeMs, int? WallMs, int? MemoryKb,
    string? CompileOutput, string? Message, IReadOnlyList<CaseResult> Cases, double? Score = null, IReadOnlyList<GroupResult>? Groups = null, string? Reason = null);

/// <summary>Event, worker → API: the worker could not judge the attempt (broken sandbox, unreachable package), or not before it has to stop.
/// It is tried again.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="Attempt">The attempt given up.</param>
/// <param name="WorkerId">Who gave up.</param>
/// <param name="Reason">Why, in one line, for the operator.</param>
/// <param name="Stopping">Whether it is only that the worker was told to stop: then nothing is wrong with either, and nothing is counted.</param>
public sealed record SubmissionAbandoned(Guid SubmissionId, int Attempt, string WorkerId, string Reason, bool Stopping = false);

/// <summary>What a client may see of the submission has changed.</summary>
/// <param name="SubmissionId">The submission.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Version">Its version after the change.</param>
public sealed record SubmissionChanged(Guid SubmissionId, Guid AccountId, int Version);

/// <summary>Event, API → every API instance: what changed since the last of these. One message for many, so that a burst costs the broker little.</summary>
/// <param name="Changes">In the order in which they were stored.</param>
public sealed record SubmissionsChanged(IReadOnlyList<SubmissionChanged> Changes);

/// <summary>Event, worker → API, every few seconds: this worker is alive and serves this pool.</summary>
/// <param name="WorkerId">Unique per process and pool.</param>
/// <param name="Tier">The tier whose queue it serves.</param>
/// <param name="Slots">Submissions it judges at once; 0 says that it is leaving.</param>
/// <param name="Busy">How many of them are in use, be it for work that is no longer wanted.</param>
/// <param name="Languages">What its toolchains can do.</param>
public sealed record WorkerSeen(string WorkerId, Tier Tier, int Slots, int Busy, IReadOnlyList<LanguageStatus> Languages);

/// <summary>One language as one host has it.</summary>
/// <param name="Id">The language's id, such as <c>cpp</c>.</param>
/// <param name="Version">First line of the toolchain's version output; null when it is missing.</param>
/// <param name="Available">Whether its toolchain runs in the sandbox.</param>
/// <param name="Reason">Why not; null when it is available.</param>
public sealed record LanguageStatus(string Id, string? Version, bool Available, string? Reason);

/// <summary>One case of one submission, as the API shows it.</summary>
/// <param name="Name">Path below the package's data folder without extension, such as <c>sample/1</c>.</param>
/// <param name="Verdict">The case's verdict.</param>
/// <param name="TimeMs">CPU time of the program and all its descendants, ms.</param>
/// <param name="WallMs">Wall time, ms.</param>
/// <param name="MemoryKb">Peak memory, KiB.</param>
/// <param name="ExitCode">Exit code; null when a signal ended it.</param>
/// <param name="Signal">Signal number; null when it exited.</param>
/// <param name="Message">One line on what was wrong; null when nothing was. Never quotes secret data.</param>
/// <param name="Input">Samples, runs, and the first case that failed where the problem permits; cut at 4 KiB.</param>
/// <param name="Expected">As <paramref name="Input"/>.</param>
/// <param name="Output">As <paramref name="Input"/>.</param>
/// <param name="Stderr">As <paramref name="Input"/>.</param>
/// <param name="Truncated">True when one of the texts was cut; null otherwise.</param>
/// <param name="Stdout">Where the output is what a function returned, what the program printed beside it; shown and cut as the others.</param>
/// <param name="Score">What it is worth, in a scoring problem; null in any other.</param>
public sealed record CaseResult(
    string Name, Verdict Verdict, int TimeMs, int WallMs, int MemoryKb, int? ExitCode, int? Signal, string? Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Input = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Expected = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Output = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Stderr = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? Truncated = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Stdout = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? Score = null);

/// <summary>One group of cases of a scoring problem, a subtask for instance.</summary>
/// <param name="Name">Path below the package's data folder, such as <c>secret/2-large</c>.</param>
/// <param name="Verdict">Accepted, or what was wrong; null when it was not judged, since it depends on another that was not accepted.</param>
/// <param name="Score">What was earned.</param>
/// <param name="MaxScore">What was there to be had; null when nobody can tell.</param>
public sealed record GroupResult(string Name, Verdict? Verdict, double Score, double? MaxScore);
