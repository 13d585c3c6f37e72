using System.Diagnostics.Metrics;
using System.Text.Json;
using Judge.Api.Push;
using Judge.Api.Queues;
using Judge.Api.Retention;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Hosting;

/// <summary>
/// What this instance has done, and the queues as the database had them when they were last read, which is the same on every instance.
/// docs/operations.md lists the names.
/// </summary>
internal sealed class JudgeMetrics
{
    /// <summary>Bounds for waiting and judging, s: from what nobody notices to what somebody complains of.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800] };

    private readonly Counter<long> _created, _judged, _reads, _purged, _lost;
    private readonly Histogram<double> _wait, _judging, _dispatching;
    private volatile QueuesReading? _queues;
    private long _dispatched = Environment.TickCount64;

    public JudgeMetrics(IMeterFactory factory, Connections connections)
    {
        var meter = factory.Create("Judge.Api");
        _created = meter.CreateCounter<long>("judge.submissions.created", description: "Submissions accepted.");
        _judged = meter.CreateCounter<long>("judge.submissions.judged", description: "Verdicts stored.");
        _reads = meter.CreateCounter<long>("judge.push.reads", description: "Submissions read from the database because they changed and somebody here waits for them.");
        _purged = meter.CreateCounter<long>("judge.submissions.purged", description: "Submissions of which something was purged because of its age.");
        _lost = meter.CreateCounter<long>("judge.messages.lost", description: "Messages to workers that the broker has lost and that were sent again.");
        _wait = meter.CreateHistogram("judge.wait", "s", "From POST until a worker first began.", advice: Seconds);
        _judging = meter.CreateHistogram("judge.judging", "s", "From when a worker first began until the verdict was stored.", advice: Seconds);
        _dispatching = meter.CreateHistogram("judge.dispatch", "s", "Rounds of the dispatcher that sent something.", advice: Seconds);
        meter.CreateObservableGauge("judge.dispatcher.lag", () => (Environment.TickCount64 - Volatile.Read(ref _dispatched)) / 1000.0, "s", "Since the dispatcher of this instance last came round; it does so every second.");
        meter.CreateObservableGauge("judge.connections", () => connections.Count, description: "WebSockets, event streams and long-polls open now.");
        Queue("judge.queue.depth", q => q.Depth, null, "Submissions that no worker has begun.");
        Queue("judge.queue.oldest", q => q.OldestMs / 1000.0, "s", "Age of the oldest of them.");
        Queue("judge.queue.judging", q => q.Judging, null, "Submissions that are being judged.");
        Queue("judge.workers", q => q.Workers, null, "Workers seen in the last ten seconds.");
        Queue("judge.slots", q => q.Slots, null, "Submissions that they judge at once.");
        meter.CreateObservableGauge("judge.rejudges", () => Read(q => q.Rejudges), description: "Submissions that wait to be judged again, or are.");
        meter.CreateObservableGauge("judge.failures", () => Read(q => q.Failures), description: "Failures that an admin has to look at.");

        // From the start, so that the first one is an increase.
        foreach (var lane in Lanes.All) MessagesLost(lane, 0);

        void Queue(string name, Func<TierQueueView, double> value, string? unit, string help) => meter.CreateObservableGauge(
            name, () => (_queues?.Tiers ?? []).Select(q => new Measurement<double>(value(q), new KeyValuePair<string, object?>("tier", Word(q.Tier)))), unit, help);
    }

    public void Created(Tier tier) => _created.Add(1, Tag("tier", Word(tier)));

    public void Begun(StoredChange change)
    {
        if (change.Waited is { } waited) _wait.Record(waited.TotalSeconds, Tag("tier", Word(change.Lane)), Tag("language", change.Language));
    }

    public void Judged(StoredChange change, Verdict verdict)
    {
        var (tier, language) = (Tag("tier", Word(change.Lane)), Tag("language", change.Language));
        _judged.Add(1, tier, language, Tag("verdict", Word(verdict)));
        if (change.Judging is { } judging) _judging.Record(judging.TotalSeconds, tier, language);
    }

    public void ReadForPush(int submissions) => _reads.Add(submissions);

    public void Purged(Kept what, int submissions) => _purged.Add(submissions, Tag("what", Word(what)));

    public void MessagesLost(Lane lane, int messages) => _lost.Add(messages, Tag("tier", Word(lane)));

    public void Dispatched(Lane lane, TimeSpan duration) => _dispatching.Record(duration.TotalSeconds, Tag("tier", Word(lane)));

    /// <summary>The dispatcher has come round.</summary>
    public void DispatcherLives() => Volatile.Write(ref _dispatched, Environment.TickCount64);

    /// <param name="reading">The queues; null: nobody knows.</param>
    public void Queues(QueuesReading? reading) => _queues = reading;

    private IEnumerable<Measurement<int>> Read(Func<QueuesReading, int> value) => _queues is { } queues ? [new Measurement<int>(value(queues))] : [];

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
