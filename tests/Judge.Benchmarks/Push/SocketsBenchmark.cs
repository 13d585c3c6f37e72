using System.Diagnostics;

namespace Judge.Benchmarks.Push;

/// <summary>
/// Ten thousand WebSockets on one API process, each waiting for its own verdict: what an idle one holds, how late verdicts are, and what
/// changes when a thousand more subscribe and never read. Half of the verdicts come before those are there, half after.
/// </summary>
internal sealed class SocketsBenchmark : IAsyncDisposable
{
    private const string Key = "demo-premium";
    private const int WarmUp = 200, WatchedBySilent = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Deployment _deployment;
    private readonly Audience _audience = new();
    private readonly SocketsReport _report;
    private readonly int _rate;

    private SocketsBenchmark(Deployment deployment, int rate, SocketsReport report) => (_deployment, _rate, _report) = (deployment, rate, report);

    private int Pid => _deployment.Api.Id;

    public static async Task<bool> RunAsync(CommandLine options, CancellationToken cancellationToken)
    {
        var (count, silent, rate) = (options.Number("--sockets", 10_000, 17_000), options.Number("--silent", 1000, 2000), options.Number("--rate", 200, 2000));
        options.End();
        await using var deployment = await Deployment.StartAsync(cancellationToken);
        var report = new SocketsReport(count, silent, rate);
        await using var benchmark = new SocketsBenchmark(deployment, rate, report);
        var ids = await SubmitAsync(deployment, count, cancellationToken);
        await benchmark.OpenAsync(ids, cancellationToken);

        await using var worker = await PacedWorker.StartAsync(deployment.Broker.Url, cancellationToken);
        await benchmark.JudgeAsync(worker, count / 2, cancellationToken);
        var first = benchmark._audience.JudgedIds();
        report.MemoryAt("after half of the verdicts", await FullCollection.SettledKbAsync(benchmark.Pid, cancellationToken));
        var second = ids.Where(id => !first.Contains(id)).ToHashSet(StringComparer.Ordinal);
        await benchmark.JudgeBesideSilentAsync(worker, second, silent, cancellationToken);
        report.Delays(benchmark._audience.Judged, benchmark._audience.DelaysOf(first), benchmark._audience.DelaysOf(second));
        return report.Print();
    }

    public ValueTask DisposeAsync() => _audience.DisposeAsync();

    private static async Task<IReadOnlyList<string>> SubmitAsync(Deployment deployment, int count, CancellationToken cancellationToken)
    {
        Run.Progress($"storing {count} submissions");
        var ids = new string[count];
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken }, async (i, _) =>
            ids[i] = await deployment.Premium.SubmitAsync("a-plus-b", "python", "print(sum(map(int, input().split())))\n"));
        return ids;
    }

    private async Task OpenAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        // A new process: what taking the submissions in left on its heap is not the sockets'.
        await _deployment.RestartApiAsync();
        await using (var warmUp = new Audience()) await warmUp.OpenAsync(_deployment.Url, Key, [.. ids.Take(WarmUp)], cancellationToken);
        var before = await ProcessUsage.SettledKbAsync(Pid, cancellationToken);
        var heapBefore = ProcessUsage.HeapKb(Pid);

        Run.Progress($"opening {ids.Count} sockets");
        var started = Stopwatch.GetTimestamp();
        await _audience.OpenAsync(_deployment.Url, Key, ids, cancellationToken);
        _report.Opened(_audience.Answered, Stopwatch.GetElapsedTime(started));
        var idle = await ProcessUsage.SettledKbAsync(Pid, cancellationToken);
        _report.Idle(before, idle, ProcessUsage.HeapKb(Pid) - heapBefore);
        _report.MemoryAt("idle, garbage collected", await FullCollection.SettledKbAsync(Pid, cancellationToken));
    }

    private async Task JudgeBesideSilentAsync(PacedWorker worker, HashSet<string> ids, int silent, CancellationToken cancellationToken)
    {
        Run.Progress($"opening {silent} sockets that never read");
        var watched = ids.Order(StringComparer.Ordinal).Where((_, i) => i % Math.Max(1, ids.Count / WatchedBySilent) == 0).Take(WatchedBySilent).ToList();
        await using (var silents = await SilentSockets.OpenAsync(_deployment.Url, Key, silent, watched, cancellationToken))
        {
            var (before, bytes) = (await FullCollection.SettledKbAsync(Pid, cancellationToken), _audience.BytesOfChanges);
            _report.MemoryAt("with the silent ones", before);
            await JudgeAsync(worker, ids.Count, cancellationToken);
            var after = await FullCollection.SettledKbAsync(Pid, cancellationToken);
            _report.MemoryAt("after all verdicts", after);
            var perSubmission = (_audience.BytesOfChanges - bytes) / (double)ids.Count;
            _report.Silent(watched.Count, after - before, perSubmission, KernelQueue.UnsentBytes(_deployment.Url), silents.Open);
        }

        _report.MemoryAt("silent ones gone", await FullCollection.SettledKbAsync(Pid, cancellationToken));
    }

    private async Task JudgeAsync(PacedWorker worker, int count, CancellationToken cancellationToken)
    {
        Run.Progress($"{count} verdicts, {_rate} a second");
        var goal = _audience.Judged + count;
        await worker.JudgeAsync(count, _rate, cancellationToken);
        await _audience.UntilAsync(() => _audience.Judged, goal, Patience, cancellationToken);
    }
}
