using Judge.Api.Hosting;
using Judge.Api.Push;
using Judge.Contracts;
using Judge.Worker.Hosting;
using MassTransit;

namespace Judge.Api.Submissions;

/// <summary>
/// Moves submissions from the database to the queues: at once when one is stored or a place gets free, and every second whatever
/// happens, which is also when leases that ran out are taken back. Any number of instances may do this at the same time.
/// </summary>
internal sealed class Dispatcher(
    DispatchStore store, JudgingStore judging, ChangeFeed changes, IBus bus, ILogger<Dispatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1), LostAfter = TimeSpan.FromSeconds(8), SendPause = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Tier, long> _idleSince = [];
    private readonly SemaphoreSlim _work = new(0);

    /// <summary>An instance that cannot send leaves the submissions to the others for a while.</summary>
    private long _sendsFrom;

    /// <summary>There may be something to dispatch.</summary>
    public void Wake()
    {
        if (_work.CurrentCount == 0) _work.Release();
    }

    public override void Dispose()
    {
        base.Dispose();
        _work.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var lastSweep = 0L;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (Environment.TickCount64 - lastSweep >= SweepEvery.TotalMilliseconds)
                {
                    lastSweep = Environment.TickCount64;
                    foreach (var change in await judging.SweepAsync(stoppingToken)) changes.Publish(change);
                    foreach (var tier in Enum.GetValues<Tier>()) await ResendLostAsync(tier, stoppingToken);
                }

                foreach (var tier in Enum.GetValues<Tier>())
                    if (Environment.TickCount64 >= _sendsFrom) await DispatchAsync(tier, stoppingToken);
                await _work.WaitAsync(SweepEvery, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                // Nothing is lost: what was not dispatched is found again by the next sweep.
                log.DispatchFailed(e);
                await Task.Delay(SweepEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>A message that lies in the broker's queue while a worker has nothing to do is not there: the broker has lost it.</summary>
    private async Task ResendLostAsync(Tier tier, CancellationToken stoppingToken)
    {
        if (!await store.HasIdleSlotAsync(tier, stoppingToken)) _idleSince.Remove(tier);
        else if (!_idleSince.TryAdd(tier, Environment.TickCount64) && Environment.TickCount64 - _idleSince[tier] > LostAfter.TotalMilliseconds
            && await store.ResendAsync(tier, LostAfter, stoppingToken) is > 0 and var lost)
        {
            log.MessagesLost(lost, QueueNames.Judge(tier));
        }
    }

    private async Task DispatchAsync(Tier tier, CancellationToken stoppingToken)
    {
        // One after the other, so that the queue has them in the order of their turns; a broker that is away is asked once.
        var broker = true;
        foreach (var claim in await store.ClaimAsync(tier, stoppingToken))
        {
            broker = broker && await TrySendAsync(claim);
            if (!broker) await store.ReleaseAsync(claim, CancellationToken.None);
        }

        if (!broker) _sendsFrom = Environment.TickCount64 + (long)SendPause.TotalMilliseconds;
    }

    private async Task<bool> TrySendAsync(Claim claim)
    {
        try
        {
            await bus.SendAsync(QueueNames.Judge(claim.Tier), claim.ToMessage(), CancellationToken.None);
            return true;
        }
        catch (Exception e)
        {
            log.SendFailed(claim.Id, QueueNames.Judge(claim.Tier), e.Message);
            return false;
        }
    }
}
