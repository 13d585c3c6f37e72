using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Judging;

namespace Judge.Worker.Verifying;

/// <summary>What a program of a package must come to: by its folder, and by what submissions/submissions.yaml says of it.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Folder">By its folder, or by the program's own words where the folder has no meaning; null: neither says anything.</param>
/// <param name="Rules">Of submissions.yaml; all of them are to be kept.</param>
internal sealed record Expectation(string Name, FolderRule? Folder, IReadOnlyList<CaseRule> Rules)
{
    /// <summary>Bounds of its score; null: none.</summary>
    public (double Least, double Most)? Score { get; init; }

    /// <summary>Whether its time says anything of the time limit.</summary>
    public bool CountsForTimes { get; init; } = true;

    /// <summary>Whether it must be too slow, and nothing else.</summary>
    public bool IsTooSlow => CountsForTimes && (Folder is { IsPartial: false, Final: [Verdict.TimeLimitExceeded] } || Rules.Any(r => r.Required is [Verdict.TimeLimitExceeded]));

    public bool IsAccepted => CountsForTimes && (Folder is { IsPartial: false, Final: [Verdict.Accepted] } || Rules.Any(r => r is { Cases: null, Permitted: [Verdict.Accepted] }));

    /// <summary>What is told of it to machines.</summary>
    public IReadOnlyList<Verdict> Permitted => [.. Enum.GetValues<Verdict>().Where(v => Folder?.Final.Contains(v) != false && Rules.All(r => r.Cases is not null || (r.Permitted ?? [v]).Contains(v)))];

    /// <summary>Rules speak of all cases, folders of the first that failed.</summary>
    public bool NeedsAllCases => Rules.Count > 0;

    /// <summary>Whether the cases after the first that failed decide.</summary>
    public bool IsOpen(Judgement judgement) => Folder?.Before.Contains(judgement.Verdict) == true;

    /// <returns>Null when it is as it should be; empty when its verdict says all.</returns>
    public string? Objection(Judgement judgement)
    {
        if (judgement.Verdict == Verdict.InternalError) return "";
        if (Folder?.Permits(judgement) == false) return Folder.IsPartial ? $"{Text(judgement.Score)} points, and not some of them and less than all" : "";
        if (Rules.Select(r => r.Objection(judgement)).FirstOrDefault(o => o is not null) is { } objection) return objection;
        return Score is var (least, most) && !(judgement.Score >= least - 1e-6 && judgement.Score <= most + 1e-6)
            ? $"{Text(judgement.Score)} points, and not {Text(least)}{(most > least ? $" to {Text(most)}" : "")}"
            : null;
    }

    private static string Text(double? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "no";
}

/// <summary>What a folder under submissions/ says of the programs in it.</summary>
/// <param name="Final">The verdicts of which it must get one.</param>
/// <param name="Before">Those that cases may get beside, before it and after.</param>
internal sealed record FolderRule(IReadOnlyList<Verdict> Final, IReadOnlyList<Verdict> Before)
{
    /// <summary>The formats have four verdicts. A wrong output may be one of the wrong form, or too long; a crash one for want of memory, or of room for output.</summary>
    public static readonly Verdict[] Wrong = [Verdict.WrongAnswer, Verdict.PresentationError, Verdict.OutputLimitExceeded],
        Crash = [Verdict.RuntimeError, Verdict.MemoryLimitExceeded, Verdict.OutputLimitExceeded], Slow = [Verdict.TimeLimitExceeded];

    /// <summary>As the legacy format has it, which permits more than the 2023-07-draft: what is too slow for a case may be wrong in another, what crashes may be anything.</summary>
    private static readonly Dictionary<string, FolderRule> Folders = new(StringComparer.Ordinal)
    {
        ["accepted"] = new([Verdict.Accepted], []),
        ["partially_accepted"] = new([Verdict.Accepted], []) { IsPartial = true },
        ["wrong_answer"] = new(Wrong, []),
        ["presentation_error"] = new([Verdict.PresentationError], [Verdict.WrongAnswer]),
        ["time_limit_exceeded"] = new(Slow, [Verdict.WrongAnswer, Verdict.PresentationError]),
        ["memory_limit_exceeded"] = new([Verdict.MemoryLimitExceeded], []),
        ["output_limit_exceeded"] = new([Verdict.OutputLimitExceeded], []),
        ["run_time_error"] = new(Crash, [Verdict.WrongAnswer, Verdict.PresentationError, Verdict.TimeLimitExceeded]),
        ["compile_error"] = new([Verdict.CompileError], []),
        ["rejected"] = new([.. Wrong, Verdict.TimeLimitExceeded, Verdict.MemoryLimitExceeded, Verdict.RuntimeError], []),
        ["brute_force"] = new([.. Slow, .. Crash], []),
        ["slow_accepted"] = new([Verdict.Accepted, .. Slow], []),
    };

    /// <summary>Some of the points, and not all.</summary>
    public bool IsPartial { get; private init; }

    /// <summary>Null when the folder names no verdict.</summary>
    public static FolderRule? Of(string folder) => Folders.GetValueOrDefault(folder);

    public bool Permits(Judgement judgement) => IsPartial
        ? judgement.Verdict != Verdict.Accepted && judgement.Score > 0
        : Final.Contains(judgement.Verdict) || Before.Contains(judgement.Verdict) && judgement.Cases.Any(c => Final.Contains(c.Verdict))
            && judgement.Cases.All(c => c.Verdict == Verdict.Accepted || Final.Contains(c.Verdict) || Before.Contains(c.Verdict));
}

/// <summary>What submissions.yaml says of a program's cases, or of some of them.</summary>
/// <param name="Cases">Of which cases; null: of all.</param>
/// <param name="Permitted">Every case must get one of these; null: any will do.</param>
/// <param name="Required">One case must get one of these; null: none has to.</param>
internal sealed record CaseRule(Glob? Cases, IReadOnlyList<Verdict>? Permitted, IReadOnlyList<Verdict>? Required)
{
    public string? Objection(Judgement judgement)
    {
        // What is no program, or could not be judged, has no cases.
        if (judgement.Cases.Count == 0) return (Permitted ?? Required)?.Contains(judgement.Verdict) == true ? null : "";
        var cases = judgement.Cases.Where(c => Cases?.Matches(c.Name) != false).ToList();
        if (Permitted is not null && cases.Find(c => !Permitted.Contains(c.Verdict)) is { } other) return $"{other.Name}: {other.Verdict} is not permitted: {other.Message}";
        return Required is null || cases.Exists(c => Required.Contains(c.Verdict)) ? null : $"no case{(Cases is null ? "" : $" of {Cases.Text}")} came to what is required: {string.Join(", ", Required)}";
    }
}
