using System.Threading.Channels;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Hosting;
using Judge.Contracts;
using MassTransit;

namespace Judge.Api.Push;

/// <summary>
/// Tells every instance what has changed: this one directly, the others over the bus. Telling is best effort, so that no request
/// waits for a broker; what did not arrive, because the broker or the instance that stored the change died, is found within a second by
/// one query for all that has changed of late.
/// </summary>
internal sealed class ChangeFeed(ChangeHub hub, IBus bus, JudgeSettings settings, Database database, TimeProvider clock, ILogger<ChangeFeed> log) : BackgroundService
{
    private const int MostPending = 10_000, Together = 500;

    /// <summary>How far back to look: a change shows when it is committed, with the time at which its transaction ran, by its instance's clock.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan CatchUpEvery = TimeSpan.FromSeconds(1), PublishPatience = TimeSpan.FromSeconds(2);
    private readonly Channel<SubmissionChanged> _pending = Channel.CreateBounded<SubmissionChanged>(
        new BoundedChannelOptions(MostPending) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Publish(SubmissionChanged change)
    {
        hub.Changed(change);
        // With the in-process bus there is nobody else to tell.
        if (settings.Bus is not null) _pending.Writer.TryWrite(change);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _pending.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(PublishAsync(stoppingToken), CatchUpAsync(stoppingToken));

    private async Task PublishAsync(CancellationToken stoppingToken)
    {
        while (await _pending.Reader.WaitToReadAsync(CancellationToken.None) && !stoppingToken.IsCancellationRequested)
        {
            var changes = new List<SubmissionChanged>();
            while (changes.Count < Together && _pending.Reader.TryRead(out var change)) changes.Add(change);
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            patience.CancelAfter(PublishPatience);
            try
            {
                // Not to be cancelled itself, see BusTopology.SendAsync.
                await bus.Publish(new SubmissionsChanged(changes), CancellationToken.None).WaitAsync(patience.Token);
            }
            catch (Exception e)
            {
                log.ChangeNotPublished(e.Message);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken stoppingToken)
    {
        var newest = clock.GetUtcNow().ToUnixTimeMilliseconds();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(CatchUpEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (hub.IsIdle) newest = clock.GetUtcNow().ToUnixTimeMilliseconds();
                else newest = await CatchUpAsync(newest, stoppingToken);
            }
            catch (Exception e)
            {
                if (!stoppingToken.IsCancellationRequested) log.CatchUpFailed(e.Message);
            }
        }
    }

    /// <returns>When the newest change was made, Unix ms.</returns>
    private async Task<long> CatchUpAsync(long newest, CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenAsync(stoppingToken);
        var changes = connection.QueryUnbufferedAsync<(string Id, string Account, int Version, long At)>(
            "select id, account_id, version, changed_at from submissions where changed_at > @since order by changed_at",
            new { since = newest - (long)Overlap.TotalMilliseconds });
        await foreach (var (id, account, version, at) in changes.WithCancellation(stoppingToken))
        {
            hub.Changed(new SubmissionChanged(Guid.Parse(id), Guid.Parse(account), version));
            newest = Math.Max(newest, at);
        }

        // A clock that ran ahead for a moment must not hide what comes after.
        return Math.Min(newest, clock.GetUtcNow().ToUnixTimeMilliseconds());
    }
}

/// <summary>Hears what other instances changed.</summary>
internal sealed class SubmissionsChangedConsumer(ChangeHub hub) : IConsumer<SubmissionsChanged>
{
    public Task Consume(ConsumeContext<SubmissionsChanged> context)
    {
        foreach (var change in context.Message.Changes) hub.Changed(change);
        return Task.CompletedTask;
    }
}
