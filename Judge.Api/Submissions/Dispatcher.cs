using System.Diagnostics;
using Judge.Api.Hosting;
using Judge.Api.Push;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Telemetry;
using MassTransit;

namespace Judge.Api.Submissions;

/// <summary>
/// Moves submissions from the database to the queues: at once when one is stored or a place gets free, and every second whatever
/// happens, which is also when leases that ran out are taken back. Any number of instances may do this at the same time.
/// </summary>
internal sealed class Dispatcher(
    DispatchStore store, JudgingStore judging, ChangeFeed changes, IBus bus, JudgeMetrics metrics, ILogger<Dispatcher> log)
    : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1), LostAfter = TimeSpan.FromSeconds(8), SendPause = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Lane, long> _idleSince = [];
    private readonly WakeUp _work = new();

    /// <summary>An instance that cannot send leaves the submissions to the others for a while.</summary>
    private long _sendsFrom;

    /// <summary>There may be something to dispatch.</summary>
    public void Wake() => _work.Tell();

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
                    foreach (var change in await judging.SweepAsync(stoppingToken))
                    {
                        metrics.Judged(change, Verdict.InternalError);
                        if (change.Message is not null) changes.Publish(change.Message);
                    }

                    foreach (var lane in Lanes.All) await ResendLostAsync(lane, stoppingToken);
                }

                foreach (var lane in await store.ClaimableAsync(stoppingToken))
                    if (Environment.TickCount64 >= _sendsFrom) await DispatchAsync(lane, stoppingToken);
                metrics.DispatcherLives();
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
    private async Task ResendLostAsync(Lane lane, CancellationToken stoppingToken)
    {
        if (!await store.HasIdleSlotAsync(lane.ServedBy(), stoppingToken)) _idleSince.Remove(lane);
        else if (!_idleSince.TryAdd(lane, Environment.TickCount64) && Environment.TickCount64 - _idleSince[lane] > LostAfter.TotalMilliseconds
            && await store.ResendAsync(lane, LostAfter, stoppingToken) is > 0 and var lost)
        {
            metrics.MessagesLost(lane, lost);
            log.MessagesLost(lost, QueueNames.Judge(lane.ServedBy()));
        }
    }

    private async Task DispatchAsync(Lane lane, CancellationToken stoppingToken)
    {
        // One after the other, so that the queue has them in the order of their turns; a broker that is away is asked once.
        var (broker, started) = (true, Stopwatch.GetTimestamp());
        var claims = await store.ClaimAsync(lane, stoppingToken);
        foreach (var claim in claims)
        {
            broker = broker && await TrySendAsync(claim);
            if (!broker) await store.ReleaseAsync(claim, CancellationToken.None);
        }

        if (claims.Count > 0) metrics.Dispatched(lane, Stopwatch.GetElapsedTime(started));
        if (!broker) _sendsFrom = Environment.TickCount64 + (long)SendPause.TotalMilliseconds;
    }

    private async Task<bool> TrySendAsync(Claim claim)
    {
        using var activity = Tracing.Continue("dispatch", ActivityKind.Producer, claim.Trace)?.SetTag("judge.submission", claim.Id).SetTag("judge.attempt", claim.Attempt);
        try
        {
            await bus.SendAsync(QueueNames.Judge(claim.Lane.ServedBy()), claim.ToMessage(), CancellationToken.None);
            return true;
        }
        catch (Exception e)
        {
            log.SendFailed(claim.Id, QueueNames.Judge(claim.Lane.ServedBy()), e.Message);
            return false;
        }
    }
}
