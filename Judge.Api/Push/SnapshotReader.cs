using Judge.Api.Distributions;
using Judge.Api.Hosting;
using Judge.Api.Queues;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Push;

/// <summary>
/// Reads what has changed, many at a time when many have, and tells those who wait for it; and twice a second tells the queued ones how
/// far they have come.
/// </summary>
internal sealed class SnapshotReader(
    ChangeHub hub, SubmissionStore store, DistributionStore distributions, QueuePositions positions, QueuePaces paces, JudgeMetrics metrics, ILogger<SnapshotReader> log)
    : BackgroundService
{
    private const int Together = 100, Near = 10;
    private static readonly TimeSpan PlacesEvery = TimeSpan.FromMilliseconds(500), Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>A submission as it is now, with its place in the queue or among the accepted ones.</summary>
    public async Task<Snapshot> TakeAsync(SubmissionRow row, CancellationToken cancellationToken)
    {
        if (row.State != SubmissionState.Queued) return new Snapshot(row, null, await distributions.StandingAsync(row, cancellationToken));
        var ahead = await positions.AheadAsync(row, cancellationToken);
        return new Snapshot(row, new QueueView(ahead, (await paces.ReadAsync(row.Tier, cancellationToken)).WaitMs(ahead)));
    }

    /// <summary>The same for somebody who waits for what comes after it, and has subscribed.</summary>
    public async Task<Snapshot> FollowAsync(SubmissionRow row, CancellationToken cancellationToken)
    {
        var snapshot = await TakeAsync(row, cancellationToken);
        hub.Follow(snapshot);
        return snapshot;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(ReadChangesAsync(stoppingToken), ReadPlacesAsync(stoppingToken));

    private async Task ReadChangesAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var left = new Queue<Guid[]>();
            try
            {
                foreach (var ids in (await hub.TakeChangedAsync(stoppingToken)).Chunk(Together)) left.Enqueue(ids);
                for (; left.TryPeek(out var ids); left.Dequeue())
                {
                    metrics.ReadForPush(ids.Length);
                    foreach (var row in await store.ReadAsync(ids, stoppingToken)) hub.Tell(await TakeAsync(row, stoppingToken));
                }
            }
            catch (Exception e)
            {
                if (stoppingToken.IsCancellationRequested) return;
                log.ChangesNotRead(e.Message);
                hub.PutBack(left.SelectMany(ids => ids));
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ReadPlacesAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(PlacesEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                foreach (var tier in hub.Queued().GroupBy(s => s.Tier))
                {
                    var queue = await positions.ReadAsync(tier.Key, stoppingToken);
                    var pace = await paces.ReadAsync(tier.Key, stoppingToken);
                    foreach (var place in tier)
                        if (place.In(queue) is var ahead && IsWorthTelling(place.Ahead, ahead)) hub.Tell(place.At(new QueueView(ahead, pace.WaitMs(ahead))));
                }
            }
            catch (Exception e)
            {
                if (!stoppingToken.IsCancellationRequested) log.ChangesNotRead(e.Message);
            }
        }
    }

    /// <summary>Every place near the front, further back every tenth of the way: a long queue would otherwise tell everybody twice a second.</summary>
    private static bool IsWorthTelling(int before, int now) => now < before && (now < Near || now <= before * 0.9);
}
