using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Judge.Api.Push;
using Judge.Api.Queues;
using Judge.Contracts;

namespace Judge.Api.Hosting;

/// <summary>The counters of this instance and, at each scrape, the queues as the database has them; as Prometheus text (version 0.0.4).</summary>
internal sealed class JudgeMetrics : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _totals = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();
    private readonly Counter<long> _created, _judged, _reads;

    public JudgeMetrics(IMeterFactory factory)
    {
        var meter = factory.Create("Judge.Api");
        _created = meter.CreateCounter<long>("judge.submissions.created", description: "Submissions accepted.");
        _judged = meter.CreateCounter<long>("judge.submissions.judged", description: "Verdicts stored.");
        _reads = meter.CreateCounter<long>("judge.push.reads", description: "Submissions read from the database because they changed and somebody here waits for them.");
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == meter) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            _totals.AddOrUpdate($"{Name(instrument.Name)}_total{Labels(tags)}", value, (_, total) => total + value));
        _listener.Start();
    }

    public void Created(Tier tier) => _created.Add(1, new KeyValuePair<string, object?>("tier", Word(tier)));

    public void Judged(Verdict verdict) => _judged.Add(1, new KeyValuePair<string, object?>("verdict", Word(verdict)));

    public void ReadForPush(int submissions) => _reads.Add(submissions);

    public void Dispose() => _listener.Dispose();

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/metrics", async (JudgeMetrics metrics, QueueStore queues, Connections connections, CancellationToken cancellationToken) =>
            TypedResults.Text(await metrics.TextAsync(queues, connections, cancellationToken), "text/plain; version=0.0.4", Encoding.UTF8)).ExcludeFromDescription();

    private async Task<string> TextAsync(QueueStore queues, Connections connections, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var metric in _totals.OrderBy(t => t.Key, StringComparer.Ordinal).GroupBy(t => t.Key.Split('{')[0], StringComparer.Ordinal))
        {
            text.Append("# TYPE ").Append(metric.Key).Append(" counter\n");
            foreach (var (series, value) in metric) text.Append(series).Append(' ').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
        }

        var tiers = await queues.ReadAsync(cancellationToken);
        Gauge("judge_queue_depth", "Submissions that no worker has begun.", q => q.Depth);
        Gauge("judge_queue_oldest_seconds", "Age of the oldest of them.", q => q.OldestMs / 1000.0);
        Gauge("judge_workers", "Workers seen in the last ten seconds.", q => q.Workers);
        text.Append("# HELP judge_connections WebSockets, event streams and long-polls open now.\n# TYPE judge_connections gauge\n");
        text.Append("judge_connections ").Append(connections.Count.ToString(CultureInfo.InvariantCulture)).Append('\n');
        return text.ToString();

        void Gauge(string name, string help, Func<TierQueueView, double> value)
        {
            text.Append("# HELP ").Append(name).Append(' ').Append(help).Append("\n# TYPE ").Append(name).Append(" gauge\n");
            foreach (var queue in tiers)
                text.Append(name).Append("{tier=\"").Append(Word(queue.Tier)).Append("\"} ").Append(value(queue).ToString(CultureInfo.InvariantCulture)).Append('\n');
        }
    }

    private static string Name(string instrument) => instrument.Replace('.', '_');

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>();
        foreach (var (key, value) in tags) labels.Add($"{key}=\"{value}\"");
        return labels.Count == 0 ? "" : $"{{{string.Join(',', labels)}}}";
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
