using System.Globalization;
using Judge.Worker.Judging;

namespace Judge.Worker.Verifying;

/// <summary>One program's line in the table.</summary>
/// <param name="Program">Folder and file.</param>
/// <param name="Language">Its id; null when none takes it.</param>
/// <param name="Expected">What it may get; null when nobody says.</param>
/// <param name="Judgement">What it got.</param>
/// <param name="Cases">Of the problem.</param>
/// <param name="Fault">Why it could not be judged.</param>
internal sealed record VerifyRow(string Program, string? Language, Expectation? Expected, Judgement? Judgement, int Cases, string? Fault)
{
    /// <summary>The time limit in this language, ms of CPU time.</summary>
    public double LimitMs { get; init; }

    /// <summary>Of one that must be too slow: its time divided by the limit; null: not measured.</summary>
    public double? SlowBy { get; init; }

    /// <summary>It was stopped there, so that it is more.</summary>
    public bool IsSlower { get; init; }

    public bool Agrees => Objection is null;

    /// <summary>What is wrong with what it got; null: nothing. Empty: the verdict.</summary>
    private string? Objection => Judgement is { } judgement && Expected is { } expected ? expected.Objection(judgement) : "";

    public string ToString(string problem)
    {
        var verdict = Judgement?.Verdict.ToString() ?? "-";
        var ran = $"{(Judgement?.Cases.Count ?? 0).ToString(CultureInfo.InvariantCulture)}/{Cases.ToString(CultureInfo.InvariantCulture)}";
        var line = $"{problem,-24} {Program,-44} {Language ?? "-",-11} {Expected?.Name ?? "-",-20} {verdict,-20} {ran,5} {Judgement?.TimeMs,7} {Judgement?.MemoryKb / 1024,5}";
        return Agrees ? line : $"{line}  <-- {Fault ?? (Objection is { Length: > 0 } objection ? objection : Failure())}";
    }

    private string Failure() => Judgement is { Cases: [.., var last] }
        ? $"{last.Name}: {last.Message}"
        : $"{Judgement?.Message} {Judgement?.CompileOutput?.Split('\n')[0]}";
}

/// <summary>A program and its time as a share of the limit.</summary>
internal sealed record TimeRatio(string Program, double Ratio, bool OrMore);

/// <summary>What verifying a package came to.</summary>
internal sealed record VerifyReport(string Problem, string Format, IReadOnlyList<string> Faults, IReadOnlyList<string> Warnings, IReadOnlyList<VerifyRow> Rows)
{
    public bool IsGood => Faults.Count == 0 && Rows.All(r => r.Agrees);

    /// <summary>The accepted program that comes closest to the limit; null when there is none.</summary>
    public TimeRatio? SlowestAccepted => Rows.Where(r => r is { Agrees: true, Expected.IsAccepted: true, Judgement.TimeMs: not null })
        .Select(r => new TimeRatio(r.Program, r.Judgement!.TimeMs!.Value / r.LimitMs, false)).MaxBy(r => r.Ratio);

    /// <summary>The program that has to be too slow and is so by the least; null when there is none.</summary>
    public TimeRatio? FastestTooSlow => Rows.Where(r => r is { Agrees: true, SlowBy: not null }).Select(r => new TimeRatio(r.Program, r.SlowBy!.Value, r.IsSlower)).MinBy(r => r.Ratio);

    /// <summary>With what the times tell: the slowest right program needs room on a slower machine, the fastest wrong one must not get through on a faster.</summary>
    public VerifyReport WithTimes()
    {
        var (faults, warnings) = (Faults.ToList(), Warnings.ToList());
        if (SlowestAccepted is { Ratio: > 0.5 } slow)
            warnings.Add(string.Create(CultureInfo.InvariantCulture, $"time limit: {slow.Program} takes {slow.Ratio:0.00} of it; at most 0.50 is safe"));
        foreach (var row in Rows.Where(r => r is { Agrees: true, SlowBy: < ProgramRuns.Stretch }))
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"time limit: {row.Program} is too slow by {row.SlowBy:0.00} of it; at least {ProgramRuns.Stretch:0.00} is safe"));
        return this with { Faults = faults, Warnings = warnings };
    }
}
