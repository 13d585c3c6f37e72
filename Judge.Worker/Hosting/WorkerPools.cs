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
/// start), tells the API every two seconds that they live, and says goodbye.
/// </summary>
internal sealed class WorkerPools(
    IReadOnlyList<PoolProfile> profiles, IServiceProvider services, ILogger<WorkerPools> log) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan HeartbeatEvery = TimeSpan.FromSeconds(2);
    private readonly List<JudgingPool> _pools = [];
    private readonly CancellationTokenSource _stopping = new();
    private Task _heartbeat = Task.CompletedTask;

    public IReadOnlyList<JudgingPool> Pools => _pools;

    /// <summary>Before any hosted service starts, the bus among them.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var profile in profiles)
        {
            var pool = await JudgingPool.StartAsync(profile, cancellationToken);
            _pools.Add(pool);
            log.PoolReady(profile.Name, profile.Slots, pool.Sandbox.Description);
            if (pool.Weakness is { } weakness) log.PoolWeak(profile.Name, weakness);
            foreach (var toolchain in pool.Toolchains.Values.Where(t => !t.Status.Available))
                log.LanguageMissing(profile.Name, toolchain.Language.Id, toolchain.Status.Reason!);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _heartbeat = HeartbeatAsync();
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        // No slots: nothing more is meant for this worker. Said while the bus is still up.
        await _stopping.CancelAsync();
        await _heartbeat;
        foreach (var pool in _pools) await services.GetRequiredService<ResultSender>().TrySendAsync(Seen(pool, 0), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        foreach (var pool in _pools) pool.Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Adds a receive endpoint per pool.</summary>
    public static void AddEndpoints(IReadOnlyList<PoolProfile> profiles, IBusRegistrationContext context, IBusFactoryConfigurator bus)
    {
        foreach (var (profile, index) in profiles.Select((p, i) => (p, i)))
        {
            bus.ReceiveEndpoint(Queues.Judge(profile.Tier), endpoint =>
            {
                BusTopology.WorkQueue(endpoint, profile.Slots);
                // One consumer for all messages of the pool: it remembers what it has taken.
                var consumer = new Lazy<JudgeSubmissionConsumer>(() => ActivatorUtilities.CreateInstance<JudgeSubmissionConsumer>(
                    context, context.GetRequiredService<WorkerPools>().Pools[index]));
                endpoint.Consumer(() => consumer.Value);
            });
        }
    }

    /// <summary>Registers the pools; the caller registers an <see cref="IPackageSource"/> and the bus.</summary>
    public static void AddTo(IServiceCollection services, IReadOnlyList<PoolProfile> profiles, string packageDirectory)
    {
        services.AddSingleton<ResultSender>();
        services.AddSingleton(s => new PackageCache(s.GetRequiredService<IPackageSource>(), packageDirectory));
        services.AddSingleton(s => ActivatorUtilities.CreateInstance<WorkerPools>(s, profiles));
        services.AddHostedService(s => s.GetRequiredService<WorkerPools>());
    }

    private async Task HeartbeatAsync()
    {
        var sender = services.GetRequiredService<ResultSender>();
        using var timer = new PeriodicTimer(HeartbeatEvery);
        try
        {
            do
            {
                foreach (var pool in _pools) await sender.TrySendAsync(Seen(pool, pool.Profile.Slots), _stopping.Token);
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    private static WorkerSeen Seen(JudgingPool pool, int slots) =>
        new(pool.WorkerId, pool.Profile.Tier, slots, [.. pool.Toolchains.Values.Select(t => t.Status)]);
}
