namespace Judge.Benchmarks.Push;

/// <summary>
/// What the API process grows by, per client, while many wait for submissions that stay queued, because no worker of their tier runs.
/// A new process for each transport, and a few clients come and go first, so that neither old heap nor code loaded once is counted; and its
/// garbage is collected.
/// </summary>
/// <param name="ResidentKb">Growth of VmRSS, KiB per client.</param>
/// <param name="HeapKb">Of it in the garbage-collected heap.</param>
internal sealed record IdleMemory(double ResidentKb, double HeapKb)
{
    private const int Clients = 1000, WarmUp = 50;

    /// <summary>By transport; what a polling client holds between two polls is its kept-alive connection.</summary>
    public static async Task<IReadOnlyDictionary<Transport, IdleMemory>> MeasureAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        Run.Progress($"memory: {Clients} submissions that stay queued");
        var ids = new List<string>();
        for (var i = 0; i < Clients; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ids.Add(await deployment.Premium.SubmitAsync("a-plus-b", "python", "print(1)\n"));
        }

        var result = new Dictionary<Transport, IdleMemory>();
        foreach (var transport in (Transport[])[Transport.Polling, Transport.LongPoll, Transport.Events, Transport.Socket])
        {
            Run.Progress($"memory: {Clients} clients, {transport.Name}");
            await deployment.RestartApiAsync(smallNursery: true);
            await HoldAsync(deployment, transport, ids.Take(WarmUp), () => Task.Delay(1000, cancellationToken), cancellationToken);
            var pid = deployment.Api.Id;
            var (before, heapBefore) = (await FullCollection.SettledKbAsync(pid, cancellationToken), ProcessUsage.HeapKb(pid));
            await HoldAsync(deployment, transport, ids, async () =>
            {
                var after = await FullCollection.SettledKbAsync(pid, cancellationToken);
                result[transport] = new IdleMemory((after - before) / (double)Clients, (ProcessUsage.HeapKb(pid) - heapBefore) / (double)Clients);
            }, cancellationToken);
        }

        result[Transport.FastPolling] = result[Transport.Polling];
        result[Transport.OpenSocket] = result[Transport.Socket];
        return result;
    }

    private static async Task HoldAsync(
        Deployment deployment, Transport transport, IEnumerable<string> ids, Func<Task> meanwhile, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var held = new List<(Client Client, IWaiter Waiter, Task Waiting)>();
        try
        {
            foreach (var id in ids)
            {
                var client = new Client(deployment.Url, "demo-premium");
                var waiter = await transport.OpenAsync(client, cancellationToken);
                var waiting = waiter is PollingWaiter ? PollOnceAsync(client, id, cancellationToken) : waiter.VerdictAsync(id, over.Token);
                held.Add((client, waiter, waiting));
                await Task.Delay(2, cancellationToken);
                if (waiting.IsFaulted) await waiting;
            }

            await meanwhile();
            if (held.FirstOrDefault(h => h.Waiting.IsFaulted).Waiting is { } failed) await failed;
        }
        finally
        {
            await over.CancelAsync();
            foreach (var (client, waiter, waiting) in held)
            {
                await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await waiter.DisposeAsync();
                client.Dispose();
            }
        }
    }

    private static async Task PollOnceAsync(Client client, string id, CancellationToken cancellationToken) =>
        await client.GetAsync($"/api/submissions/{id}", 1, cancellationToken);
}
