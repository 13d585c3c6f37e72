using System.Globalization;
using Judge.Contracts;

namespace Judge.Worker.Judging.Scoring;

/// <summary>How the cases of a scoring problem add up, and which of them have to be judged for it: a pure function of what they came to. A case
/// that has not been judged yet is taken for one that will be accepted, so that nothing is left out before it is known not to count.</summary>
internal sealed class ScoreSheet
{
    /// <summary>Scores are told, and compared, to so many decimals: a third of 100 three times is 100.</summary>
    private const int Decimals = 6;

    /// <summary>The legacy format's order of <c>worst_error</c>.</summary>
    private static readonly Verdict[] WorstFirst =
    [
        Verdict.InternalError, Verdict.RuntimeError, Verdict.MemoryLimitExceeded, Verdict.TimeLimitExceeded, Verdict.OutputLimitExceeded, Verdict.WrongAnswer,
        Verdict.PresentationError,
    ];

    private readonly ScoringPlan _plan;
    private readonly IReadOnlyList<CaseResult?> _results;
    private readonly bool[] _needed;
    private readonly Dictionary<string, Part> _groups = new(StringComparer.Ordinal);

    private ScoreSheet(ScoringPlan plan, IReadOnlyList<CaseResult?> results)
    {
        (_plan, _results, _needed) = (plan, results, new bool[results.Count]);
        Total = Grade(plan.Root);
    }

    /// <summary>What a case or a group came to; no verdict: it was not judged, since something it depends on had failed.</summary>
    private sealed record Part(Verdict? Verdict, double Score)
    {
        public static readonly Part LeftOut = new(null, 0);
    }

    private Part Total { get; }

    /// <summary>Whether it has to be judged, by what is known.</summary>
    public static bool Needs(ScoringPlan plan, IReadOnlyList<CaseResult?> results, int index) => new ScoreSheet(plan, results)._needed[index];

    /// <param name="plan">How the cases add up.</param>
    /// <param name="results">Of each case; null: it was not judged.</param>
    public static ScoredJudgement Judge(ScoringPlan plan, IReadOnlyList<CaseResult?> results) => new ScoreSheet(plan, results).Judge();

    public static double Aggregate(Aggregation aggregation, IReadOnlyList<double> scores) => scores.Count == 0 ? 0 : aggregation switch
    {
        Aggregation.Minimum or Aggregation.PassFail => scores.Min(),
        Aggregation.Maximum => scores.Max(),
        Aggregation.Average => scores.Average(),
        _ => scores.Sum(),
    };

    private ScoredJudgement Judge()
    {
        // What ran beside a case that failed, and would not have run after it, is not told: it would depend on chance.
        List<CaseResult> cases = [.. _results.Where((r, i) => _needed[i] && r is not null).Select(r => r!)];
        List<GroupResult> groups =
            [.. _plan.Root.All.Skip(1).Select(g => new GroupResult(g.Name, _groups[g.Name].Verdict, Rounded(_groups[g.Name].Score), Rounded(g.FullScore(_plan.CheckersScore))))];
        var (score, full) = (Rounded(Total.Score), Rounded(_plan.Root.FullScore(_plan.CheckersScore)));
        var failed = cases.Find(c => c.Verdict != Verdict.Accepted);
        if (cases.Find(c => c.Verdict == Verdict.InternalError) is { } broken) return new ScoredJudgement(Verdict.InternalError, broken.Message, null, groups, cases);
        if (OutOfRange() is { } wrong) return new ScoredJudgement(Verdict.InternalError, wrong, null, groups, cases);
        if (Total.Verdict == Verdict.Accepted && (full is null ? failed is null : score >= full)) return new ScoredJudgement(Verdict.Accepted, null, score, groups, cases);
        var verdict = Total.Verdict is { } v and not Verdict.Accepted ? v : failed?.Verdict ?? Verdict.WrongAnswer;
        var message = failed?.Message ?? string.Create(CultureInfo.InvariantCulture, $"{score} of {full} points");
        return new ScoredJudgement(verdict, message, score, groups, cases);
    }

    private string? OutOfRange()
    {
        foreach (var group in _plan.Root.All)
        {
            var (verdict, score) = _groups[group.Name];
            if (verdict is null || Rounded(score) is var told && (group.Rules.Most is not { } most || told <= Rounded(most)) && (group.Rules.Least is not { } least || told >= Rounded(least))) continue;
            var name = group.Name.Length == 0 ? "data" : $"data/{group.Name}";
            return string.Create(CultureInfo.InvariantCulture, $"the score {told} of {name} is out of the range that its problem gives it");
        }

        return null;
    }

    private Part Grade(ScoringGroup group)
    {
        if (!group.Rules.RequirePass.All(HasPassed)) return LeaveOut(group);
        var (rules, parts, ended) = (group.Rules, new List<Part>(), false);
        void Count(Part part, bool counts = true)
        {
            if (counts) parts.Add(part);
            ended |= rules.Breaks && part.Verdict != Verdict.Accepted;
        }

        for (var i = group.First; i < group.Cases.End.Value && !ended; i++)
        {
            _needed[i] = true;
            var result = _results[i];
            Count(result is null ? new Part(Verdict.Accepted, rules.AcceptScore) : new Part(result.Verdict, result.Score ?? 0));
        }

        foreach (var inner in group.Groups)
        {
            if (ended) LeaveOut(inner);
            else Count(Grade(inner), group.Parts.Contains(inner));
        }

        return _groups[group.Name] = Aggregate(rules, parts);
    }

    private static Part Aggregate(GroupRules rules, List<Part> parts)
    {
        var failed = parts.Select(p => p.Verdict ?? Verdict.WrongAnswer).Where(v => v != Verdict.Accepted).ToList();
        Verdict verdict = failed.Count == 0 || rules.Verdicts == VerdictMode.AlwaysAccept || rules.AnyAccepted && failed.Count < parts.Count
            ? Verdict.Accepted
            : rules.Verdicts == VerdictMode.FirstError ? failed[0] : failed.MinBy(v => Array.IndexOf(WorstFirst, v));
        var score = rules.Aggregation == Aggregation.PassFail
            ? verdict == Verdict.Accepted ? rules.Most ?? 0 : 0
            : verdict == Verdict.Accepted || rules.KeepsScore ? Aggregate(rules.Aggregation, [.. parts.Select(p => p.Score)]) : 0;
        return new Part(verdict, score);
    }

    private bool HasPassed(string name) => _groups.TryGetValue(name, out var group)
        ? group.Verdict == Verdict.Accepted
        : _plan.CaseNames.TryGetValue(name, out var index) && (_results[index]?.Verdict ?? Verdict.Accepted) == Verdict.Accepted;

    private Part LeaveOut(ScoringGroup group)
    {
        foreach (var inner in group.All) _groups[inner.Name] = Part.LeftOut;
        return Part.LeftOut;
    }

    private static double? Rounded(double? score) => score is { } s ? Rounded(s) : null;

    private static double Rounded(double score) => Math.Round(score, Decimals);
}

/// <summary>How the cases of a scoring problem add up.</summary>
/// <param name="Root">All of data/.</param>
/// <param name="CheckersScore">Whether checkers may give scores of their own.</param>
/// <param name="CaseNames">Name → index of each case.</param>
internal sealed record ScoringPlan(ScoringGroup Root, bool CheckersScore, IReadOnlyDictionary<string, int> CaseNames);

/// <summary>What a scoring problem's cases came to.</summary>
/// <param name="Verdict">Accepted only with the full score.</param>
/// <param name="Message">What was wrong; null when nothing.</param>
/// <param name="Score">Null when there is no telling, since the judge failed.</param>
/// <param name="Groups">In order, without data itself.</param>
/// <param name="Cases">Those that count, in order.</param>
internal sealed record ScoredJudgement(Verdict Verdict, string? Message, double? Score, IReadOnlyList<GroupResult> Groups, IReadOnlyList<CaseResult> Cases);

/// <summary>What a case is worth.</summary>
internal sealed record CaseScores(double Accepted, double Rejected)
{
    /// <summary>The least that a checker may give: nothing, or what the range of a legacy group has below that.</summary>
    public double Least { get; init; }

    /// <summary>Whether nobody but the checker says what it is worth.</summary>
    public bool IsOpen { get; init; }
}
