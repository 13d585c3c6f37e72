using System.Diagnostics;
using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Problems;
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
    IReadOnlyList<PoolProfile> profiles, CompileOptions compiling, IServiceProvider services, IBus bus, ResultSender results, ILogger<WorkerPools> log)
    : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(2), DrainPatience = TimeSpan.FromSeconds(25);
    private readonly List<JudgingPool> _pools = [];
    private readonly List<JudgeSubmissionConsumer> _consumers = [];
    private readonly List<HostReceiveEndpointHandle> _endpoints = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task _heartbeat = Task.CompletedTask;

    public IReadOnlyList<JudgingPool> Pools => _pools;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var profile in profiles)
        {
            var pool = await JudgingPool.StartAsync(profile, compiling, cancellationToken);
            _pools.Add(pool);
            _ = LogPreparingAsync(pool);
            log.PoolReady(profile.Name, profile.Slots, pool.Sandbox.Description);
            if (pool.Weakness is { } weakness) log.PoolWeak(profile.Name, weakness);
            foreach (var toolchain in pool.Toolchains.Values.Where(t => !t.Status.Available))
                log.LanguageMissing(profile.Name, toolchain.Language.Id, toolchain.Status.Reason!);
        }
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

    /// <summary>The bus is still up: no new work is taken, what is being judged is finished and its verdict sent.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _heartbeat;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(DrainPatience);
        await Task.WhenAll(_pools.Select((p, i) => results.TrySendAsync(Seen(p, 0, _consumers[i].Busy), patience.Token)));
        await Task.WhenAll(_endpoints.Select(e => e.StopAsync(patience.Token))).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // Registered as itself and as a hosted service, it is disposed twice.
        foreach (var pool in _pools) pool.Dispose();
        _pools.Clear();
        _stopping.Dispose();
    }

    /// <summary>Registers the pools; the caller registers an <see cref="IPackageSource"/> and the bus.</summary>
    public static void AddTo(IServiceCollection services, IReadOnlyList<PoolProfile> profiles, CompileOptions compiling, string packageDirectory)
    {
        services.AddSingleton<ResultSender>();
        services.AddSingleton(s => new PackageCache(s.GetRequiredService<IPackageSource>(), packageDirectory));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WorkerPools>(s, profiles, compiling));
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
