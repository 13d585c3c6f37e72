using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Judge.Api.Top;

/// <summary>Two readings as a screen.</summary>
/// <param name="now">The newer one.</param>
/// <param name="before">The one with which it is compared for rates and times.</param>
/// <param name="seconds">Between them.</param>
internal sealed class TopView(MetricsPage now, MetricsPage before, double seconds)
{
    /// <param name="head">The first line.</param>
    public IRenderable Render(string head)
    {
        var tiers = new Table().Border(TableBorder.Simple);
        tiers.AddColumns("tier", "waiting", "oldest", "judging", "slots", "workers", "in/s", "judged/s", "wait p50", "p95", "judging p50", "p95");
        foreach (var column in tiers.Columns.Skip(1)) column.RightAligned();
        foreach (var tier in (string[])["premium", "free"])
        {
            var of = ("tier", tier);
            tiers.AddRow(
                tier, Count(now.Max("judge_queue_depth", of)), Time(now.Max("judge_queue_oldest_seconds", of)), Count(now.Max("judge_queue_judging", of)), Count(now.Max("judge_slots", of)),
                Count(now.Max("judge_workers", of)), Rate("judge_submissions_created_total", of), Rate("judge_submissions_judged_total", of),
                Quantile(0.5, "judge_wait_seconds", of), Quantile(0.95, "judge_wait_seconds", of), Quantile(0.5, "judge_judging_seconds", of), Quantile(0.95, "judge_judging_seconds", of));
        }

        return new Rows(
            new Text(head),
            tiers,
            new Text($"  rejudges {Count(now.Max("judge_rejudges"))} waiting, {Rate("judge_submissions_judged_total", ("tier", "background"))}/s   "
                + $"failures {Count(now.Max("judge_failures"))}   connections {Count(now.Sum("judge_connections"))}   dispatcher lag {Time(now.Max("judge_dispatcher_lag_seconds"))}"),
            new Text($"  verdicts/s  {Words("judge_submissions_judged_total", "verdict")}"),
            new Text($"  languages/s {Words("judge_submissions_judged_total", "language")}"),
            new Text($"  sandboxes/s {Words("judge_sandbox_runs_total", "end")}   compile cache {Hits()}"));
    }

    private string Rate(string name, params (string, string)[] labels) => Number(Math.Max(0, now.Sum(name, labels) - before.Sum(name, labels)) / seconds);

    private string Quantile(double quantile, string name, (string, string) label) => now.Quantile(quantile, name, before, label) is { } value ? Time(value) : "-";

    private string Words(string name, string label) => string.Join("  ", now.Values(name, label)
        .Select(value => (value, Rate: Rate(name, (label, value)))).Where(v => v.Rate != "0").Select(v => $"{v.value} {v.Rate}").DefaultIfEmpty("none"));

    private string Hits()
    {
        double Of(string cache) => now.Sum("judge_compiles_total", ("cache", cache)) - before.Sum("judge_compiles_total", ("cache", cache));
        var (hits, misses) = (Of("hit"), Of("miss"));
        return hits + misses <= 0 ? "idle" : string.Create(CultureInfo.InvariantCulture, $"{hits / (hits + misses):0 %} hits of {hits + misses:0}");
    }

    private static string Count(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString(value < 10 ? "0.#" : "#,0", CultureInfo.InvariantCulture);

    private static string Time(double seconds) => seconds switch
    {
        < 0.0005 => "0",
        < 1 => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1000:0} ms"),
        < 100 => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:0} min"),
    };
}
