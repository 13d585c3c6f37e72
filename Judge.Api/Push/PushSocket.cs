using System.Buffers;
using System.Data.Common;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Judge.Api.Accounts;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Push;

/// <summary>
/// One client's WebSocket: reads what it asks for and keeps what it is subscribed to. Messages are answered one after the other, and while an
/// answer cannot be sent nothing more is read. An idle socket holds no buffer and no task but its wait for bytes.
/// </summary>
internal sealed class PushSocket(
    WebSocket socket, Account account, Connections.Connection connection, ChangeHub hub, SubmissionStore store, SnapshotReader reader)
    : ISubscriber, IDisposable
{
    /// <summary>Largest message from a client, and how much of a larger one is read past before the socket is closed, bytes.</summary>
    private const int LargestMessage = 4096, Patience = 1 << 20;

    private const int MostFinished = 200;

    /// <summary>How long a client may take to answer a close.</summary>
    public static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    private static readonly byte[] Pong = """{"type":"pong"}"""u8.ToArray();

    private readonly Guid _account = Guid.Parse(account.Id);
    private readonly Outbox _outbox = new(socket);
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Subscription> _subscriptions = [];

    /// <summary>What was told as mine and is judged. Remembered for a while, so that no older state comes after it.</summary>
    private Queue<Subscription>? _finished;
    private bool _mine;

    /// <summary>By which it was opened; null with an API key.</summary>
    public Session? Session { get; init; }

    /// <summary>Serves the client until either side closes.</summary>
    public async Task RunAsync()
    {
        try
        {
            while (await ReceiveAsync())
            {
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The client is gone, or does not answer pings.
        }
        finally
        {
            End();
        }

        // The close frame may still be behind what a slow client has not read.
        await _outbox.Sending.WaitAsync(ClosePatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        socket.Dispose();
        connection.Dispose();
    }

    /// <summary>Says good-bye after what still waits to be sent; the client then closes too.</summary>
    public void Close(WebSocketCloseStatus status, string reason) => _outbox.Close(status, reason);

    public void Abort() => socket.Abort();

    public void Tell(Snapshot snapshot)
    {
        // It is subscribed to before it is known whose it is.
        if (account.SeesOnly is not null && snapshot.AccountId != _account) return;
        lock (_gate)
        {
            if (!_subscriptions.TryGetValue(snapshot.Id, out var subscription))
            {
                if (!_mine) return;
                _subscriptions[snapshot.Id] = subscription = new Subscription(snapshot.Id, asked: false);
            }

            if (!subscription.Told.IsBefore(snapshot)) return;
            (subscription.Told, subscription.IsOwn, subscription.IsJudged) = (Told.Of(snapshot), snapshot.AccountId == _account, snapshot.State == SubmissionState.Judged);
            _outbox.Put(snapshot);
            if (!subscription.Asked && subscription.IsJudged) Finish(subscription);
        }

        _outbox.Send();
    }

    /// <returns>False when the socket is closed.</returns>
    private async Task<bool> ReceiveAsync()
    {
        // No buffer while there is nothing to read.
        var received = await socket.ReceiveAsync(Memory<byte>.Empty, CancellationToken.None);
        var buffer = ArrayPool<byte>.Shared.Rent(LargestMessage);
        try
        {
            var (length, beyond) = (0, 0);
            while (!received.EndOfMessage)
            {
                // What is too long is read over its own beginning.
                if (length == LargestMessage) (length, beyond) = (0, beyond + length);
                if (beyond > Patience)
                {
                    Close(WebSocketCloseStatus.MessageTooBig, $"a message is at most {LargestMessage} bytes long");
                    return false;
                }

                received = await socket.ReceiveAsync(buffer.AsMemory(length, LargestMessage - length), CancellationToken.None);
                length += received.Count;
            }

            switch (received.MessageType)
            {
                case WebSocketMessageType.Close:
                    Close(WebSocketCloseStatus.NormalClosure, "");
                    return false;
                case WebSocketMessageType.Binary:
                    await RefuseAsync(null, StatusCodes.Status415UnsupportedMediaType, "is a binary message; send JSON as text");
                    return true;
                case WebSocketMessageType.Text when beyond > 0:
                    await RefuseAsync(null, StatusCodes.Status413PayloadTooLarge, $"is longer than {LargestMessage} bytes");
                    return true;
                default:
                    await AnswerAsync(buffer.AsMemory(0, length));
                    return true;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private async Task AnswerAsync(ReadOnlyMemory<byte> message)
    {
        if (!ClientMessage.TryRead(message, out var request, out var fault))
        {
            await RefuseAsync(null, StatusCodes.Status400BadRequest, fault);
            return;
        }

        try
        {
            switch (request)
            {
                case { Kind: ClientMessageKind.Ping }:
                    await _outbox.AnswerAsync(Pong);
                    break;
                case { Kind: ClientMessageKind.Subscribe, Id: { } id }:
                    await SubscribeAsync(id);
                    break;
                case { Kind: ClientMessageKind.Subscribe }:
                    await SubscribeToMineAsync();
                    break;
                case { Id: { } id }:
                    Unsubscribe(id);
                    break;
                default:
                    UnsubscribeFromMine();
                    break;
            }
        }
        catch (DbException)
        {
            if (request.Id is { } id) Unsubscribe(id);
            await RefuseAsync(request.Id, StatusCodes.Status503ServiceUnavailable, "the database does not answer; subscribe again");
        }
    }

    private async Task SubscribeAsync(Guid id)
    {
        if (!IsSubscribed(id))
        {
            if (!connection.Account.TrySubscribe())
            {
                await RefuseAsync(
                    id, StatusCodes.Status429TooManyRequests,
                    $"this account has {connection.Account.MostSubscriptions} subscriptions already; unsubscribe from some, or subscribe to 'mine'");
                return;
            }

            hub.Subscribe(id, this);
        }

        lock (_gate)
        {
            // Asked again, it is told again.
            if (!_subscriptions.TryGetValue(id, out var subscription)) _subscriptions[id] = new Subscription(id, asked: true);
            else (subscription.Asked, subscription.Told) = (true, default);
        }

        if (await store.FindAsync(id, account.SeesOnly, CancellationToken.None) is { } row)
        {
            Tell(await reader.FollowAsync(row, CancellationToken.None));
            return;
        }

        Unsubscribe(id);
        await RefuseAsync(id, StatusCodes.Status404NotFound, $"there is no submission {id}");
    }

    private async Task SubscribeToMineAsync()
    {
        bool subscribed;
        lock (_gate)
        {
            (subscribed, _mine) = (_mine, true);
            // Asked again, it is told again.
            foreach (var known in _subscriptions.Values.Where(s => !s.Asked)) known.Told = default;
        }

        if (!subscribed) hub.SubscribeToAccount(_account, this);
        foreach (var row in await store.CurrentAsync(account.Id, CancellationToken.None)) Tell(await reader.FollowAsync(row, CancellationToken.None));
    }

    private bool IsSubscribed(Guid id)
    {
        lock (_gate) return _subscriptions.TryGetValue(id, out var subscription) && subscription.Asked;
    }

    private void Unsubscribe(Guid id)
    {
        lock (_gate)
        {
            if (!_subscriptions.TryGetValue(id, out var subscription) || !subscription.Asked) return;
            subscription.Asked = false;
            // As one of mine it stays, when it is; but not for an admin who asked for another's, or for what was not there.
            if (!_mine || !subscription.IsOwn) Forget(subscription);
            else if (subscription.IsJudged) Finish(subscription);
        }

        hub.Unsubscribe(id, this);
        connection.Account.Unsubscribe(1);
    }

    private void UnsubscribeFromMine()
    {
        lock (_gate)
        {
            if (!_mine) return;
            _mine = false;
            foreach (var subscription in _subscriptions.Values.Where(s => !s.Asked).ToList()) Forget(subscription);
            _finished = null;
        }

        hub.UnsubscribeFromAccount(_account, this);
    }

    private void Finish(Subscription subscription)
    {
        _finished ??= new Queue<Subscription>();
        if (!_finished.Contains(subscription)) _finished.Enqueue(subscription);
        // What is not sent yet is not forgotten.
        while (_finished.Count > MostFinished && !_outbox.Holds(_finished.Peek().Id))
            if (_finished.Dequeue() is { Asked: false } oldest) Forget(oldest);
    }

    /// <summary>With what waits to be sent of it: a client that subscribes and unsubscribes and never reads must not pile that up.</summary>
    private void Forget(Subscription subscription)
    {
        _subscriptions.Remove(subscription.Id);
        _outbox.Remove(subscription.Id);
    }

    private Task RefuseAsync(Guid? id, int status, string detail) =>
        _outbox.AnswerAsync(JsonSerializer.SerializeToUtf8Bytes(new ErrorMessage("error", id, status, detail), JsonSerializerOptions.Web));

    private void End()
    {
        _outbox.End();
        Guid[] asked;
        lock (_gate) asked = [.. _subscriptions.Values.Where(s => s.Asked).Select(s => s.Id)];
        foreach (var id in asked) hub.Unsubscribe(id, this);
        connection.Account.Unsubscribe(asked.Length);
        if (_mine) hub.UnsubscribeFromAccount(_account, this);
    }

    private sealed record ErrorMessage(string Type, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Id, int Status, string Detail);

    private sealed class Subscription(Guid id, bool asked)
    {
        public Guid Id => id;

        /// <summary>By its id, not only as one of all the account's own.</summary>
        public bool Asked { get; set; } = asked;

        public Told Told { get; set; }

        /// <summary>Whether it is the account's; false until it was told of.</summary>
        public bool IsOwn { get; set; }

        public bool IsJudged { get; set; }
    }
}
