using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Judge.Worker.Languages;

namespace Judge.Worker.Verifying;

/// <summary>Where a verification's outcome goes.</summary>
internal static class VerifyOutput
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static string Header { get; } =
        $"{"problem",-24} {"program",-44} {"language",-11} {"expected",-20} {"verdict",-20} {"cases",5} {"CPU ms",7} {"MiB",5}";

    /// <summary>The line of a problem, after those of its programs.</summary>
    public static IEnumerable<string> Lines(VerifyReport report)
    {
        foreach (var fault in report.Faults) yield return $"{report.Problem,-24} fault: {fault}";
        foreach (var warning in report.Warnings) yield return $"{report.Problem,-24} warning: {warning}";
        yield return $"{report.Problem,-24} {(report.IsGood ? "good" : "NOT GOOD")} ({report.Format}): "
            + $"slowest accepted {Shown(report.SlowestAccepted)}, fastest too slow {Shown(report.FastestTooSlow)}";
    }

    /// <summary>Problem × language: how many of its programs got their verdict, of how many.</summary>
    public static IEnumerable<string> Matrix(IReadOnlyList<VerifyReport> reports)
    {
        var languages = LanguageCatalog.All.Select(l => l.Id).Where(l => reports.Any(r => r.Rows.Any(row => row.Language == l))).ToList();
        if (languages.Count == 0) yield break;
        string Line(string name, IEnumerable<string> cells) => $"{name,-24} {string.Join(' ', cells.Select((c, i) => c.PadLeft(Math.Max(5, languages[i].Length))))}".TrimEnd();
        string Cell(IEnumerable<VerifyRow> rows, string language) => rows.Where(r => r.Language == language).ToList() is { Count: > 0 } own
            ? $"{own.Count(r => r.Agrees).ToString(CultureInfo.InvariantCulture)}/{own.Count.ToString(CultureInfo.InvariantCulture)}"
            : "-";
        yield return "";
        yield return Line("programs as expected", languages);
        foreach (var report in reports) yield return Line(report.Problem, languages.Select(l => Cell(report.Rows, l)));
        yield return Line("all", languages.Select(l => Cell(reports.SelectMany(r => r.Rows), l)));
    }

    public static string Text(IReadOnlyList<VerifyReport> reports) => JsonSerializer.Serialize(
        new
        {
            good = reports.All(r => r.IsGood),
            programs = reports.Sum(r => r.Rows.Count),
            problems = reports.Select(r => new
            {
                r.Problem, r.Format, good = r.IsGood, r.Faults, r.Warnings, r.SlowestAccepted, r.FastestTooSlow,
                programs = r.Rows.Select(p => new
                {
                    p.Program, p.Language, expected = p.Expected?.Permitted, verdict = p.Judgement?.Verdict, p.Agrees, p.Judgement?.TimeMs, p.LimitMs,
                    p.Judgement?.MemoryKb, casesRun = p.Judgement?.Cases.Count, p.Cases, fault = p.Fault,
                }),
            }),
        },
        Json);

    private static string Shown(TimeRatio? ratio) => ratio is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{(ratio.OrMore ? "≥ " : "")}{ratio.Ratio:0.00} of the limit ({ratio.Program})");
}
