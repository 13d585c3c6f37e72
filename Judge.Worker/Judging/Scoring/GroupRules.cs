namespace Judge.Worker.Judging.Scoring;

/// <summary>How a group's score comes of its parts'.</summary>
internal enum Aggregation
{
    Sum,
    Minimum,
    Maximum,
    Average,

    /// <summary>All or nothing.</summary>
    PassFail,
}

/// <summary>How a group's verdict comes of its parts', in the words of the legacy format's default grader.</summary>
internal enum VerdictMode
{
    WorstError,
    FirstError,
    AlwaysAccept,
}

/// <summary>What a package says of a group of cases. Source: the legacy and the 2023-07-draft problem package formats, "Test Data Groups",
/// "Default Grader Specification" and "Scoring Problems"; docs/packages.md has both in one table.</summary>
internal sealed record GroupRules
{
    public Aggregation Aggregation { get; init; }

    public VerdictMode Verdicts { get; init; }

    /// <summary>One accepted part makes the group accepted.</summary>
    public bool AnyAccepted { get; init; }

    /// <summary>Of <c>data</c> only: the score is that of <c>secret</c>.</summary>
    public bool IgnoresSample { get; init; }

    /// <summary>Whether the first part that is not accepted ends the group.</summary>
    public bool Breaks { get; init; }

    /// <summary>What a case is worth that is accepted, and one that is not, where its checker does not say; before it is shared out,
    /// that of one part.</summary>
    public double AcceptScore { get; init; } = 1;

    public double RejectScore { get; init; }

    /// <summary>Bounds of the group's score; null: none.</summary>
    public double? Least { get; init; }

    public double? Most { get; init; }

    /// <summary>Whether what was earned counts although the group is not accepted. In the legacy format it does not.</summary>
    public bool KeepsScore { get; init; }

    /// <summary>Groups or cases, by their path below data/, that have to be accepted before this one is judged at all.</summary>
    public IReadOnlyList<string> RequirePass { get; init; } = [];
}

/// <summary>A group of cases and the groups in it. Its own cases come first, and all of them are neighbours among the package's cases.</summary>
/// <param name="Name">Path below data/, such as <c>secret/2-large</c>; empty for data itself.</param>
/// <param name="Rules">What the package says of it.</param>
/// <param name="Cases">Indices of its own cases.</param>
/// <param name="Groups">In order.</param>
internal sealed record ScoringGroup(string Name, GroupRules Rules, Range Cases, IReadOnlyList<ScoringGroup> Groups)
{
    public int First => Cases.Start.Value;

    /// <summary>After the last case of its last group.</summary>
    public int End => Groups.Count == 0 ? Cases.End.Value : Groups[^1].End;

    /// <summary>It and all groups in it.</summary>
    public IEnumerable<ScoringGroup> All => Groups.SelectMany(g => g.All).Prepend(this);

    /// <summary>What is there to be had; null when nobody can tell.</summary>
    /// <param name="scored">Whether checkers give scores of their own: then only a bound tells.</param>
    public double? FullScore(bool scored)
    {
        if ((scored || Rules.Aggregation == Aggregation.PassFail) && Rules.Most is { } most) return most;
        var own = Cases.End.Value - First;
        if (scored && own > 0) return null;
        List<double?> parts = [.. Enumerable.Repeat((double?)Rules.AcceptScore, own), .. Parts.Select(g => g.FullScore(scored))];
        return parts.Contains(null) ? null : ScoreSheet.Aggregate(Rules.Aggregation, [.. parts.Select(p => p!.Value)]);
    }

    /// <summary>The groups that count.</summary>
    public IEnumerable<ScoringGroup> Parts => Groups.Where(g => !(Rules.IgnoresSample && g.Name == "sample"));
}
