namespace Judge.Benchmarks.Push;

/// <summary>A transport's figures, each per verdict.</summary>
/// <param name="Name">The transport.</param>
/// <param name="Requests">HTTP requests, an upgrade included.</param>
/// <param name="MessagesOut">WebSocket messages from the client.</param>
/// <param name="MessagesIn">WebSocket messages or server-sent events to the client.</param>
/// <param name="BytesOut">From the client, of the TCP stream.</param>
/// <param name="BytesIn">To the client, of the TCP stream.</param>
/// <param name="CpuMs">CPU time of the API process, its work for the submission included.</param>
/// <param name="DelayP50">From judgedAt to the client, ms.</param>
/// <param name="DelayP99">The same.</param>
/// <param name="WaitSeconds">From POST to the client, average.</param>
/// <param name="Memory">Of the API process per waiting client.</param>
internal sealed record PushRow(
    string Name, double Requests, double MessagesOut, double MessagesIn, double BytesOut, double BytesIn, double CpuMs, double DelayP50, double DelayP99,
    double WaitSeconds, IdleMemory Memory)
{
    public static PushRow From(Transport transport, IReadOnlyList<Round> rounds, IdleMemory memory)
    {
        var meters = rounds.SelectMany(r => r.Meters).ToList();
        var waits = rounds.SelectMany(r => r.Waits).ToList();
        var delays = waits.Select(w => w.DelayMs).ToList();
        return new PushRow(
            transport.Name, meters.Average(m => m.Requests), meters.Average(m => m.MessagesOut), meters.Average(m => m.MessagesIn),
            meters.Average(m => m.BytesOut), meters.Average(m => m.BytesIn), rounds.Sum(r => r.CpuSeconds) * 1000 / meters.Count,
            Statistics.Percentile(delays, 0.5), Statistics.Percentile(delays, 0.99), waits.Average(w => w.WaitMs) / 1000, memory);
    }
}
