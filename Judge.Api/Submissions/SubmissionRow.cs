using System.Text.Json;
using Judge.Api.Data;
using Judge.Api.Distributions;
using Judge.Contracts;

namespace Judge.Api.Submissions;

/// <summary>A submission as stored, without its source.</summary>
internal sealed record SubmissionRow
{
    /// <summary>The columns of a row, for the select lists.</summary>
    public const string Columns =
        """
        s.id, s.account_id as AccountId, s.problem, s.language, s.tier, s.state, s.version, s.attempt, s.verdict, s.done, s.total,
        s.time_ms as TimeMs, s.wall_ms as WallMs, s.memory_kb as MemoryKb, s.created_at as CreatedAt, s.started_at as StartedAt,
        s.judged_at as JudgedAt, s.message, s.compile_output as CompileOutput, s.cases, s.score, s.group_results as GroupResults, s.kind
        """;

    public string Id { get; init; } = "";

    public string AccountId { get; init; } = "";

    public string Problem { get; init; } = "";

    public string Language { get; init; } = "";

    public Tier Tier { get; init; }

    public SubmissionState State { get; init; }

    public int Version { get; init; }

    public int Attempt { get; init; }

    public Verdict? Verdict { get; init; }

    public int Done { get; init; }

    public int Total { get; init; }

    public int? TimeMs { get; init; }

    public int? WallMs { get; init; }

    public int? MemoryKb { get; init; }

    public long CreatedAt { get; init; }

    public long? StartedAt { get; init; }

    public long? JudgedAt { get; init; }

    public string? Message { get; init; }

    public string? CompileOutput { get; init; }

    public string? Cases { get; init; }

    public double? Score { get; init; }

    public string? GroupResults { get; init; }

    public SubmissionKind Kind { get; init; }

    /// <summary>That it has come to this state, for those who wait.</summary>
    public SubmissionChanged ToChange() => new(Guid.Parse(Id), Guid.Parse(AccountId), Version);
}

/// <summary>A submission as clients see it.</summary>
internal sealed record SubmissionView(
    string Id, SubmissionKind Kind, string? Problem, string Language, Tier Tier, SubmissionState State, int Version, int Attempt, Verdict? Verdict,
    ProgressView Progress, QueueView? Queue, int? TimeMs, int? WallMs, int? MemoryKb, double? Score, string? CompileOutput, string? Message,
    IReadOnlyList<CaseResult> Cases, IReadOnlyList<GroupResult>? Groups, DateTime CreatedAt, DateTime? StartedAt, DateTime? JudgedAt,
    double? TimePercentile, double? MemoryPercentile, CaseResult? FailedCase)
{
    /// <param name="row">The row.</param>
    /// <param name="queue">Where it stands in the queue; null when it does not wait.</param>
    /// <param name="standing">Where it stands among the others that are accepted; null when it is not, or where nobody asks.</param>
    public static SubmissionView From(SubmissionRow row, QueueView? queue, Standing? standing = null)
    {
        IReadOnlyList<CaseResult> cases = row.Cases is null ? [] : JsonSerializer.Deserialize<CaseResult[]>(row.Cases, JsonSerializerOptions.Web)!;
        return new SubmissionView(
            row.Id, row.Kind, row.Problem.Length == 0 ? null : row.Problem, row.Language, row.Tier, row.State, row.Version, row.Attempt, row.Verdict,
            new ProgressView(row.Done, row.Total), queue, row.TimeMs, row.WallMs, row.MemoryKb, row.Score, row.CompileOutput, row.Message, cases,
            row.GroupResults is null ? null : JsonSerializer.Deserialize<GroupResult[]>(row.GroupResults, JsonSerializerOptions.Web)!,
            row.CreatedAt.ToUtc(), row.StartedAt is { } started ? started.ToUtc() : null, row.JudgedAt is { } judged ? judged.ToUtc() : null,
            standing?.Time, standing?.Memory, cases.FirstOrDefault(c => c.Verdict != Contracts.Verdict.Accepted && c.Input is not null));
    }
}

/// <summary>Cases finished and in all.</summary>
internal sealed record ProgressView(int Done, int Total);

/// <summary>The place in the tier's queue, as the dispatcher's turns between accounts will have it.</summary>
/// <param name="Ahead">How many get their turn before it.</param>
/// <param name="EstimatedMs">How long it will wait, by the pace of late, ms; null when there is none.</param>
internal sealed record QueueView(int Ahead, long? EstimatedMs);
