using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Testing;

namespace Judge.EndToEnd.Tests;

/// <summary>What the processes tell of themselves: traces to a collector, metrics to Prometheus, and what is made of those.</summary>
public sealed partial class TelemetryTests
{
    [Fact]
    public async Task One_trace_goes_from_POST_to_the_verdict_across_processes_and_the_metrics_are_what_dashboard_and_alerts_want()
    {
        await using var collector = new TraceCollector();
        var workerUrl = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
        await using var fleet = await Fleet.StartAsync(big: 1, small: 0, settings: new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The API has an address of its own.
            ["ASPNETCORE_URLS"] = workerUrl,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        });
        var id = await fleet.Premium.SubmitAsync("a-plus-b", "cpp", "#include <iostream>\nint main() { long a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }");
        Assert.Equal("accepted", (await fleet.Premium.JudgedAsync(id))["verdict"]!.GetValue<string>());

        await Repository.UntilAsync(() => Task.FromResult(Trace(collector).Any(s => s.Name.Contains("judge-results", StringComparison.Ordinal) && s.Service == "judge-api") && Trace(collector).Any(s => s.Name == "judge")), TimeSpan.FromSeconds(20), "no whole trace comes");
        var trace = Trace(collector);
        var root = Assert.Single(trace, s => s.Parent.Length == 0);
        Assert.Equal(("judge-api", "POST /api/submissions/"), (root.Service, root.Name));
        foreach (var (service, name) in ((string, string)[])[("judge-api", "dispatch"), ("judge-worker", "judge"), ("judge-worker", "compile"), ("judge-worker", "case")])
            Assert.Contains(trace, s => s.Service == service && s.Name == name);
        Assert.Equal(15, trace.Count(s => s.Name == "case"));
        await Repository.UntilAsync(() => Task.FromResult(Trace(collector).All(s => s == root || Trace(collector).Any(p => p.Id == s.Parent))), TimeSpan.FromSeconds(20), "a span hangs in the air");
        await Repository.UntilAsync(() => Task.FromResult(collector.Metrics > 0), TimeSpan.FromSeconds(20), "no metrics are sent");

        using var http = new HttpClient();
        string[] pages = [await http.GetStringAsync($"{fleet.Urls[0]}/metrics"), await http.GetStringAsync($"{workerUrl}/metrics")];
        var names = pages.SelectMany(p => Sample().Matches(p)).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var file in (string[])["deploy/grafana/judge.json", "deploy/prometheus/alerts.yml"])
        {
            var used = Used().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, file))).Select(m => m.Value).Distinct(StringComparer.Ordinal).ToList();
            Assert.NotEmpty(used);
            Assert.All(used, name => Assert.Contains(name, names));
        }

        Assert.Contains("judge_wait_seconds_count{language=\"cpp\",tier=\"premium\"} 1\n", pages[0], StringComparison.Ordinal);
        Assert.Contains("judge_compiles_total{cache=\"miss\",language=\"cpp\",pool=\"big\"} 1\n", pages[1], StringComparison.Ordinal);
        Assert.Contains("judge_sandbox_runs_total{end=\"finished\",pool=\"big\"} 16\n", pages[1], StringComparison.Ordinal);
        // .NET's own names break rules of Prometheus' linter.
        foreach (var page in pages) await PromtoolAsync(string.Join('\n', page.Split('\n').Where(l => l.Contains("judge_", StringComparison.Ordinal))) + "\n", "check", "metrics");

        var top = JudgeProcess.Start("Judge.Api", new Dictionary<string, string>(StringComparer.Ordinal), "top", "--once", "--url", fleet.Urls[0], "--url", workerUrl);
        await using (top)
        {
            Assert.Equal(0, await top.WaitForExitAsync(TimeSpan.FromSeconds(20)));
            Assert.Contains("2 of 2 processes answer", top.Output, StringComparison.Ordinal);
            Assert.Matches(@"premium\s+0\s+0\s+0\s+\d+\s+1", top.Output);
        }
    }

    [Fact]
    public async Task The_alert_rules_fire_when_they_should()
    {
        await PromtoolAsync("", "check", "rules", Path.Combine(Repository.Root, "deploy/prometheus/alerts.yml"));
        await PromtoolAsync("", "test", "rules", Path.Combine(Repository.Root, "deploy/prometheus/alerts.test.yml"));
    }

    [Fact]
    public async Task Top_says_in_a_line_what_is_wrong()
    {
        foreach (var (options, says) in ((string[], string)[])[(["--url", "nowhere"], "--url needs"), (["--fast"], "unknown option --fast"), (["--url", "http://127.0.0.1:1"], "nobody answers at http://127.0.0.1:1/")])
        {
            await using var top = JudgeProcess.Start("Judge.Api", new Dictionary<string, string>(StringComparer.Ordinal), ["top", "--once", .. options]);
            Assert.Equal(2, await top.WaitForExitAsync(TimeSpan.FromSeconds(20)));
            Assert.Contains(says, top.Output, StringComparison.Ordinal);
            Assert.Single(top.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>The spans of the trace that a submission's judging belongs to.</summary>
    private static List<Span> Trace(TraceCollector collector)
    {
        var spans = collector.Spans.ToList();
        var trace = spans.FirstOrDefault(s => s.Name == "dispatch")?.Trace;
        return [.. spans.Where(s => s.Trace == trace)];
    }

    private static async Task PromtoolAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("promtool", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var promtool = Process.Start(start)!;
        await promtool.StandardInput.WriteAsync(input);
        promtool.StandardInput.Close();
        var said = await promtool.StandardOutput.ReadToEndAsync() + await promtool.StandardError.ReadToEndAsync();
        await promtool.WaitForExitAsync();
        Assert.True(promtool.ExitCode == 0, said);
    }

    [GeneratedRegex(@"^(?<name>[a-z_]+)[{ ]", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Sample();

    [GeneratedRegex(@"\b(judge|http_server|dotnet)_[a-z_]*[a-z]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Used();
}
