using Judge.Testing;

namespace Judge.Benchmarks.Push;

/// <summary>
/// The same submissions awaited by polling, long-poll, Server-Sent Events and WebSocket: what each costs and how late each is. Every
/// transport twice, the second time in an order turned by half, so that drift favours none.
/// </summary>
internal static class PushBenchmark
{
    private const int Passes = 2, WarmUp = 25;

    /// <summary>The least ratio of polling at 1 s to the WebSocket, for requests and for the median delay.</summary>
    private const double Target = 20;

    public static async Task<bool> RunAsync(CommandLine options, CancellationToken cancellationToken)
    {
        var clients = options.Number("--clients", 200, 1000);
        var write = options.Flag("--write");
        options.End();

        await using var deployment = await Deployment.StartAsync(cancellationToken);
        // The free tier: cases one after the other, a slot per two processors. Clients wait in line, as they do in real life.
        await deployment.StartWorkerAsync("small");
        foreach (var transport in Transport.All) await Round.RunAsync(deployment, transport, WarmUp, cancellationToken);

        var rounds = Transport.All.ToDictionary(t => t, _ => new List<Round>());
        var floor = 0.0;
        for (var pass = 0; pass < Passes; pass++)
        {
            Run.Progress($"pass {pass + 1} of {Passes}: {clients} submissions, no client");
            floor += await Round.WithoutClientsAsync(deployment, clients, cancellationToken);
            foreach (var i in Enumerable.Range(0, Transport.All.Count))
            {
                var transport = Transport.All[(i + (pass * Transport.All.Count / Passes)) % Transport.All.Count];
                var round = await Round.RunAsync(deployment, transport, clients, cancellationToken);
                Run.Progress($"pass {pass + 1} of {Passes}: {transport.Name}, average wait {round.Waits.Average(w => w.WaitMs) / 1000:0.0} s, median delay {Statistics.Percentile([.. round.Waits.Select(w => w.DelayMs)], 0.5):0.0} ms");
                rounds[transport].Add(round);
            }
        }

        var memory = await IdleMemory.MeasureAsync(deployment, cancellationToken);
        var report = new PushReport([.. Transport.All.Select(t => PushRow.From(t, rounds[t], memory[t]))], clients, Passes, floor / (clients * Passes) * 1000);
        Console.Write(report.Text());
        if (write) report.Write(Path.Combine(Repository.Root, "docs"));
        return report.Meets(Target);
    }
}
