using System.Diagnostics;
using System.Diagnostics.Metrics;
using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Problems;
using Judge.Worker.Telemetry;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Judge.Worker.Hosting;

/// <summary>
/// The pools of this process: one in a worker, both in the embedded default. Starts them before the bus does (no sandbox, no
/// start), takes work from their queues, tells the API every two seconds that they live, and drains them before the bus stops.
/// </summary>
internal sealed class WorkerPools(
    IReadOnlyList<PoolProfile> profiles, CompileOptions compiling, TimeSpan patience, IServiceProvider services, IBus bus, ResultSender results,
    IMeterFactory meters, ILogger<WorkerPools> log)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>How long handing back and ending the bus may take, after the patience with what is being judged.</summary>
    public static readonly TimeSpan HandBackPatience = TimeSpan.FromSeconds(5);

    /// <summary>How long what is being judged may go on when the process is told to stop.</summary>
    public static readonly TimeSpan DefaultPatience = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(2);
    private readonly List<JudgingPool> _pools = [];
    private readonly List<JudgeSubmissionConsumer> _consumers = [];
    private readonly List<HostReceiveEndpointHandle> _endpoints = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task _heartbeat = Task.CompletedTask;

    public IReadOnlyList<JudgingPool> Pools => _pools;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        WorkerMetrics.Measure(meters, () => _pools.Select((pool, i) => (pool, i < _consumers.Count ? _consumers[i].Busy : 0)));
        foreach (var profile in profiles)
        {
            var pool = await JudgingPool.StartAsync(profile, compiling, _pools.FirstOrDefault(), cancellationToken);
            _pools.Add(pool);
            _ = LogPreparingAsync(pool);
            log.PoolReady(profile.Name, profile.Slots, pool.Sandbox.Description);
            if (pool.Weakness is { } weakness) log.PoolWeak(profile.Name, weakness);
        }

        var missing = _pools[0].Toolchains.Values.Where(t => !t.Status.Available).Select(t => t.Language.Id).ToList();
        if (missing.Count > 0) log.LanguagesMissing(string.Join(", ", missing));
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var pool in _pools)
        {
            // One consumer for all messages of the pool: it remembers what it has taken.
            var consumer = ActivatorUtilities.CreateInstance<JudgeSubmissionConsumer>(services, pool);
            _consumers.Add(consumer);
            _endpoints.Add(bus.ConnectReceiveEndpoint(QueueNames.Judge(pool.Profile.Tier), endpoint =>
            {
                BusTopology.WorkQueue(endpoint, pool.Profile.Slots);
                endpoint.Instance(consumer);
            }));
        }

        _heartbeat = HeartbeatAsync();
        return Task.CompletedTask;
    }

    /// <summary>The bus is still up: no new work is taken, what is being judged is finished and its verdict sent. What takes longer is handed
    /// back, for another worker to begin at once.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _heartbeat;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(patience + HandBackPatience);
        // Both at once: a broker that does not answer must not use up the patience.
        var leaving = Task.WhenAll(_pools.Zip(_consumers).Select(started => results.TrySendAsync(Seen(started.First, 0, started.Second.Busy), end.Token)));
        var ending = Task.WhenAll(_endpoints.Select(e => e.StopAsync(end.Token)));
        await Task.WhenAny(ending, Task.Delay(patience, end.Token));
        foreach (var consumer in _consumers) await consumer.HandBackAsync();
        await Task.WhenAll(leaving, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Registered as itself and as a hosted service, it is disposed twice.
        foreach (var pool in _pools) pool.Dispose();
        foreach (var consumer in _consumers) consumer.Dispose();
        _pools.Clear();
        _consumers.Clear();
        _stopping.Dispose();
    }

    /// <summary>Registers the pools; the caller registers an <see cref="IPackageSource"/> and the bus, and lets stopping take no less than
    /// <paramref name="patience"/> and <see cref="HandBackPatience"/>.</summary>
    public static void AddTo(
        IServiceCollection services, IReadOnlyList<PoolProfile> profiles, CompileOptions compiling, string packageDirectory, TimeSpan? patience = null)
    {
        services.AddSingleton<ResultSender>();
        services.AddSingleton(s => new PackageCache(s.GetRequiredService<IPackageSource>(), packageDirectory));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WorkerPools>(s, profiles, compiling, patience ?? DefaultPatience));
        services.AddHostedService(s => s.GetRequiredService<WorkerPools>());
    }

    private async Task LogPreparingAsync(JudgingPool pool)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            foreach (var problem in await pool.Preparing) log.NotPrepared(pool.Profile.Name, problem);
            log.Prepared(pool.Profile.Name, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private async Task HeartbeatAsync()
    {
        using var timer = new PeriodicTimer(HeartbeatEvery);
        try
        {
            do
            {
                foreach (var (pool, consumer) in _pools.Zip(_consumers)) await results.TrySendAsync(Seen(pool, pool.Profile.Slots, consumer.Busy), _stopping.Token);
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private static WorkerSeen Seen(JudgingPool pool, int slots, int busy) =>
        new(pool.WorkerId, pool.Profile.Tier, slots, busy, [.. pool.Toolchains.Values.Select(t => t.Status)]);
}
