using System.Threading.Channels;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Hosting;
using Judge.Contracts;
using MassTransit;

namespace Judge.Api.Push;

/// <summary>
/// Tells every instance what has changed: this one directly, the others over the bus. Telling is best effort, so that no request
/// waits for a broker; every two seconds one query looks for versions the watchers of this instance have missed.
/// </summary>
internal sealed class ChangeFeed(ChangeHub hub, IBus bus, Database database, ILogger<ChangeFeed> log) : BackgroundService
{
    private const int MostPending = 10_000, IdsPerQuery = 500;
    private static readonly TimeSpan CatchUpEvery = TimeSpan.FromSeconds(2), PublishPatience = TimeSpan.FromSeconds(2);
    private readonly Channel<SubmissionChanged> _pending = Channel.CreateBounded<SubmissionChanged>(
        new BoundedChannelOptions(MostPending) { FullMode = BoundedChannelFullMode.DropOldest });

    public void Publish(SubmissionChanged change)
    {
        hub.Signal(change.SubmissionId);
        _pending.Writer.TryWrite(change);
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
            if (!_pending.Reader.TryRead(out var change)) continue;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            patience.CancelAfter(PublishPatience);
            try
            {
                await bus.Publish(change, patience.Token).WaitAsync(patience.Token);
            }
            catch (Exception e)
            {
                log.ChangeNotPublished(e.Message);
            }
        }
    }

    private async Task CatchUpAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(CatchUpEvery, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                foreach (var watched in hub.Watched().Chunk(IdsPerQuery)) await CatchUpAsync(watched, stoppingToken);
            }
            catch (Exception e)
            {
                if (!stoppingToken.IsCancellationRequested) log.CatchUpFailed(e.Message);
            }
        }
    }

    private async Task CatchUpAsync(KeyValuePair<Guid, int>[] watched, CancellationToken stoppingToken)
    {
        var seen = watched.ToDictionary(w => w.Key.ToString(), w => w.Value, StringComparer.Ordinal);
        await using var connection = await database.OpenAsync(stoppingToken);
        foreach (var (id, version) in await connection.QueryAsync<(string, int)>(
            "select id, version from submissions where id in @ids", new { ids = seen.Keys }))
        {
            if (version > seen[id]) hub.Signal(Guid.Parse(id));
        }
    }
}

/// <summary>Hears what other instances changed.</summary>
internal sealed class SubmissionChangedConsumer(ChangeHub hub) : IConsumer<SubmissionChanged>
{
    public Task Consume(ConsumeContext<SubmissionChanged> context)
    {
        hub.Signal(context.Message.SubmissionId);
        return Task.CompletedTask;
    }
}
