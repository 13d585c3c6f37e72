using System.Diagnostics;

namespace Judge.Benchmarks.Push;

/// <summary>What one client went through.</summary>
/// <param name="DelayMs">From the verdict as stored (judgedAt, whole ms) to the client having read it, by this host's one clock.</param>
/// <param name="WaitMs">From the answer to its POST to the same moment.</param>
internal sealed record Wait(double DelayMs, double WaitMs);

/// <summary>As many clients as submissions, each awaiting its own, all by one transport.</summary>
/// <param name="Meters">By client.</param>
/// <param name="Waits">By client.</param>
/// <param name="CpuSeconds">CPU time of the API process meanwhile, its work for the submissions themselves included.</param>
internal sealed record Round(IReadOnlyList<Meter> Meters, IReadOnlyList<Wait> Waits, double CpuSeconds)
{
    /// <summary>Between two submissions, so that polls of a second spread evenly over it.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    private const string Source = "print(sum(map(int, input().split())))\n";

    public static async Task<Round> RunAsync(Deployment deployment, Transport transport, int count, CancellationToken cancellationToken)
    {
        using var round = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var clients = Enumerable.Range(0, count).Select(_ => new Client(deployment.Url, "demo-free")).ToList();
        var (waiters, waits) = (new List<IWaiter>(), new List<Task<Wait>>());
        try
        {
            foreach (var client in clients) waiters.Add(await transport.OpenAsync(client, round.Token));
            foreach (var client in clients) client.Meter.Reset();
            var before = ProcessUsage.CpuSeconds(deployment.Api.Id);
            await SubmitAsync(deployment, count, (i, id) => waits.Add(AwaitAsync(waiters[i], id, round)), round.Token);
            var waited = await Task.WhenAll(waits);
            return new Round([.. clients.Select(c => c.Meter)], waited, ProcessUsage.CpuSeconds(deployment.Api.Id) - before);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested && waits.Find(w => w.IsFaulted) is not null)
        {
            // What was cancelled tells nothing; what failed first does.
            await waits.Find(w => w.IsFaulted)!;
            throw;
        }
        finally
        {
            await round.CancelAsync();
            foreach (var waiter in waiters) await waiter.DisposeAsync();
            foreach (var client in clients) client.Dispose();
        }
    }

    /// <summary>The same submissions with nobody waiting but for the last: the lower bound of the API's CPU time, in seconds.</summary>
    public static async Task<double> WithoutClientsAsync(Deployment deployment, int count, CancellationToken cancellationToken)
    {
        var (before, last) = (ProcessUsage.CpuSeconds(deployment.Api.Id), "");
        await SubmitAsync(deployment, count, (_, id) => last = id, cancellationToken);
        await deployment.Free.JudgedAsync(last, TimeSpan.FromMinutes(10)).WaitAsync(cancellationToken);
        return ProcessUsage.CpuSeconds(deployment.Api.Id) - before;
    }

    /// <summary>Submits at an even pace over a connection that is not counted.</summary>
    private static async Task SubmitAsync(Deployment deployment, int count, Action<int, string> submitted, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var early = (Between * i) - Stopwatch.GetElapsedTime(started);
            if (early > TimeSpan.Zero) await Task.Delay(early, cancellationToken);
            submitted(i, await deployment.Free.SubmitAsync("a-plus-b", "python", Source));
        }
    }

    private static async Task<Wait> AwaitAsync(IWaiter waiter, string id, CancellationTokenSource round)
    {
        try
        {
            var started = Stopwatch.GetTimestamp();
            var state = await waiter.VerdictAsync(id, round.Token);
            var (now, waited) = (DateTimeOffset.UtcNow, Stopwatch.GetElapsedTime(started));
            // It leaves with its verdict: a socket that nobody reads any more would answer no ping.
            await waiter.DisposeAsync();
            if (state.Verdict != "accepted") throw new InvalidOperationException($"submission {id} is {state.Verdict}");
            return new Wait((now - state.JudgedAt!.Value).TotalMilliseconds, waited.TotalMilliseconds);
        }
        catch
        {
            // One that fails fails the round; the others are not waited for.
            await round.CancelAsync();
            throw;
        }
    }
}
