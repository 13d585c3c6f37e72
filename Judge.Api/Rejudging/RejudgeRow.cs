using Judge.Contracts;

namespace Judge.Api.Rejudging;

/// <summary>A rejudge as stored.</summary>
internal sealed record RejudgeRow
{
    public const string Select =
        """
        select r.id, r.created_at as CreatedAt, a.name as "By", r.filter, r.total, case when r.next_id is null then 1 else 0 end as AllPicked, r.cancelled,
            (select count(*) from rejudged where rejudge_id = r.id) as Picked,
            (select count(*) from rejudged where rejudge_id = r.id and ended_at is not null) as Ended
        from rejudges r join accounts a on a.id = r.account_id
        """;

    public string Id { get; init; } = "";

    public long CreatedAt { get; init; }

    public string By { get; init; } = "";

    /// <summary>A <see cref="RejudgeFilter"/> as JSON.</summary>
    public string Filter { get; init; } = "";

    public int Total { get; init; }

    public bool AllPicked { get; init; }

    public bool Cancelled { get; init; }

    public int Picked { get; init; }

    public int Ended { get; init; }

    /// <summary>Null where nobody asked for them.</summary>
    public IReadOnlyList<RejudgeOutcome>? Outcomes { get; init; }
}

/// <summary>So many went from this verdict to that.</summary>
internal sealed record RejudgeOutcome(Verdict Before, Verdict? After, bool Ended, int Count);

/// <summary>One submission of a rejudge.</summary>
internal sealed record RejudgedRow
{
    public string SubmissionId { get; init; } = "";

    public Verdict Before { get; init; }

    public Verdict? After { get; init; }

    public string? Note { get; init; }

    public long? EndedAt { get; init; }
}
