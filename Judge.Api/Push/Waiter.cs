using System.Threading.Channels;

namespace Judge.Api.Push;

/// <summary>A request that waits for changes of one submission: a long-poll or an event stream. Holds only the newest it has not taken.</summary>
internal sealed class Waiter : ISubscriber, IDisposable
{
    private readonly Channel<Snapshot> _news = Channel.CreateBounded<Snapshot>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Lock _gate = new();
    private readonly ChangeHub _hub;
    private readonly Guid _submission;
    private Told _told;

    public Waiter(ChangeHub hub, Guid submission)
    {
        (_hub, _submission) = (hub, submission);
        hub.Subscribe(submission, this);
    }

    public void Tell(Snapshot snapshot)
    {
        lock (_gate)
        {
            if (!_told.IsBefore(snapshot)) return;
            _told = Told.Of(snapshot);
            _news.Writer.TryWrite(snapshot);
        }
    }

    /// <summary>Waits for news.</summary>
    /// <returns>Null when <paramref name="patience"/> ended first.</returns>
    /// <exception cref="OperationCanceledException">By <paramref name="cancellationToken"/>.</exception>
    public async Task<Snapshot?> NextAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(patience);
        try
        {
            return await _news.Reader.ReadAsync(end.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    public void Dispose() => _hub.Unsubscribe(_submission, this);
}
