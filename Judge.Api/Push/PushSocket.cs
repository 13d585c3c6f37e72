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
/// One client's WebSocket. Inbound messages are answered one after the other, and while an answer cannot be sent nothing more is read. What
/// is to be told waits as the newest state of each submission, so a slow reader costs no more than a quick one. An idle socket holds no
/// buffer and no task but its wait for bytes.
/// </summary>
internal sealed class PushSocket(WebSocket socket, Account account, AccountConnections connections, ChangeHub hub, SubmissionStore store, SnapshotReader reader)
    : ISubscriber
{
    /// <summary>Largest message from a client, and how much of a larger one is read past before the socket is closed, bytes.</summary>
    private const int LargestMessage = 4096, Patience = 1 << 20;

    private const int MostFinished = 200;

    /// <summary>How long a client may take to answer a close.</summary>
    public static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(3);

    private static readonly byte[] Pong = """{"type":"pong"}"""u8.ToArray();

    private readonly Guid _account = Guid.Parse(account.Id);
    private readonly bool _mayHearAll = account.Role == Role.Admin;
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, Subscription> _subscriptions = [];
    private readonly Queue<Subscription> _waiting = new();

    /// <summary>What was told as mine and is judged. Remembered for a while, so that no older state comes after it.</summary>
    private Queue<Subscription>? _finished;
    private (byte[] Message, TaskCompletionSource Sent)? _answer;
    private (WebSocketCloseStatus Status, string Reason)? _closing;
    private Task _sender = Task.CompletedTask;
    private bool _mine, _sending;

    /// <summary>Nothing more is sent.</summary>
    private bool _ended;

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
        await _sender.WaitAsync(ClosePatience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Says good-bye after what still waits to be sent; the client then closes too.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        lock (_gate)
        {
            if (_ended) return;
            _closing ??= (status, reason);
        }

        Send();
    }

    public void Abort() => socket.Abort();

    public void Tell(Snapshot snapshot)
    {
        // It is subscribed to before it is known whose it is.
        if (!_mayHearAll && snapshot.AccountId != _account) return;
        lock (_gate)
        {
            if (_ended) return;
            if (!_subscriptions.TryGetValue(snapshot.Id, out var subscription))
            {
                if (!_mine) return;
                _subscriptions[snapshot.Id] = subscription = new Subscription(snapshot.Id, asked: false);
            }

            if (!subscription.Told.IsBefore(snapshot)) return;
            (subscription.Told, subscription.IsOwn, subscription.IsJudged) = (Told.Of(snapshot), snapshot.AccountId == _account, snapshot.State == SubmissionState.Judged);
            if (!subscription.Asked && subscription.IsJudged) Finish(subscription);
            if (subscription.Next is null) _waiting.Enqueue(subscription);
            subscription.Next = snapshot;
        }

        Send();
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
                received = await socket.ReceiveAsync(buffer.AsMemory(length, LargestMessage - length), CancellationToken.None);
                length += received.Count;
                if (beyond > Patience) break;
            }

            switch (received.MessageType)
            {
                case WebSocketMessageType.Close:
                    Close(WebSocketCloseStatus.NormalClosure, "");
                    return false;
                case not WebSocketMessageType.Close when beyond > Patience:
                    Close(WebSocketCloseStatus.MessageTooBig, $"a message is at most {LargestMessage} bytes long");
                    break;
                case WebSocketMessageType.Binary:
                    await RefuseAsync(null, StatusCodes.Status415UnsupportedMediaType, "is a binary message; send JSON as text");
                    break;
                case WebSocketMessageType.Text when beyond > 0:
                    await RefuseAsync(null, StatusCodes.Status413PayloadTooLarge, $"is longer than {LargestMessage} bytes");
                    break;
                default:
                    await AnswerAsync(buffer.AsMemory(0, length));
                    break;
            }

            return beyond <= Patience;
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
            await (request switch
            {
                { Kind: ClientMessageKind.Ping } => SendAsync(Pong),
                { Kind: ClientMessageKind.Subscribe, Id: { } id } => SubscribeAsync(id),
                { Kind: ClientMessageKind.Subscribe } => SubscribeToMineAsync(),
                { Id: { } id } => UnsubscribeAsync(id),
                _ => UnsubscribeFromMineAsync(),
            });
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
            if (!connections.TrySubscribe())
            {
                await RefuseAsync(id, StatusCodes.Status429TooManyRequests, $"this account has {connections.MostSubscriptions} subscriptions already; unsubscribe from some, or subscribe to 'mine'");
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

        if (await store.FindAsync(id, _mayHearAll ? null : account.Id, CancellationToken.None) is { } row)
        {
            await TellAsync(row);
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
        foreach (var row in await store.CurrentAsync(account.Id, CancellationToken.None)) await TellAsync(row);
    }

    private async Task TellAsync(SubmissionRow row)
    {
        var snapshot = await reader.TakeAsync(row, CancellationToken.None);
        hub.Follow(snapshot);
        Tell(snapshot);
    }

    private bool IsSubscribed(Guid id)
    {
        lock (_gate) return _subscriptions.TryGetValue(id, out var subscription) && subscription.Asked;
    }

    private Task UnsubscribeAsync(Guid id)
    {
        Unsubscribe(id);
        return Task.CompletedTask;
    }

    private void Unsubscribe(Guid id)
    {
        lock (_gate)
        {
            if (!_subscriptions.TryGetValue(id, out var subscription) || !subscription.Asked) return;
            subscription.Asked = false;
            // As one of mine it stays, when it is; but not for an admin who asked for another's, or for what was not there.
            if (!_mine || !subscription.IsOwn) Forget([subscription]);
            else if (subscription.IsJudged) Finish(subscription);
        }

        hub.Unsubscribe(id, this);
        connections.Unsubscribe(1);
    }

    private Task UnsubscribeFromMineAsync()
    {
        lock (_gate)
        {
            if (!_mine) return Task.CompletedTask;
            _mine = false;
            Forget([.. _subscriptions.Values.Where(s => !s.Asked)]);
            _finished = null;
        }

        hub.UnsubscribeFromAccount(_account, this);
        return Task.CompletedTask;
    }

    private void Finish(Subscription subscription)
    {
        _finished ??= new Queue<Subscription>();
        if (!_finished.Contains(subscription)) _finished.Enqueue(subscription);
        // What is not sent yet stays.
        while (_finished.Count > MostFinished && _finished.Peek().Next is null)
            if (_finished.Dequeue() is { Asked: false } oldest) Forget([oldest]);
    }

    /// <summary>With what waits to be sent of them: a client that subscribes and unsubscribes and never reads must not pile that up.</summary>
    private void Forget(IReadOnlyCollection<Subscription> subscriptions)
    {
        foreach (var subscription in subscriptions) _subscriptions.Remove(subscription.Id);
        if (subscriptions.All(s => s.Next is null)) return;
        var left = _waiting.Where(s => !subscriptions.Contains(s)).ToList();
        _waiting.Clear();
        foreach (var subscription in left) _waiting.Enqueue(subscription);
    }

    private Task RefuseAsync(Guid? id, int status, string detail) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(new ErrorMessage("error", id, status, detail), JsonSerializerOptions.Web));

    /// <summary>Ends when the answer is sent: a client that does not read its answers is not heard further.</summary>
    private async Task SendAsync(byte[] answer)
    {
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_ended) return;
            _answer = (answer, sent);
        }

        Send();
        await sent.Task;
    }

    /// <summary>Begins sending if nobody is at it.</summary>
    private void Send()
    {
        lock (_gate)
        {
            if (_sending || _ended) return;
            _sending = true;
        }

        _sender = SendWaitingAsync();
    }

    private async Task SendWaitingAsync()
    {
        TaskCompletionSource? answered = null;
        try
        {
            (WebSocketCloseStatus Status, string Reason)? close;
            while (Next(out close) is var (message, sent))
            {
                answered = sent;
                await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
                answered?.SetResult();
            }

            if (close is var (status, reason)) await socket.CloseOutputAsync(status, reason, CancellationToken.None);
        }
        catch (Exception)
        {
            // Whatever it was, this socket is of no use any more; the wait for bytes ends with it.
            socket.Abort();
            answered?.TrySetCanceled();
            StopSending();
        }
    }

    private void StopSending()
    {
        lock (_gate)
        {
            _ended = true;
            _answer?.Sent.TrySetCanceled();
        }
    }

    /// <param name="close">When there is nothing left to send and the socket is to be closed: how. After that nothing is sent any more.</param>
    /// <returns>What is to be sent next; null when there is nothing, and then nobody is sending any more.</returns>
    private (ReadOnlyMemory<byte> Message, TaskCompletionSource? Sent)? Next(out (WebSocketCloseStatus Status, string Reason)? close)
    {
        close = null;
        lock (_gate)
        {
            if (_answer is var (answer, sent))
            {
                _answer = null;
                return (answer, sent);
            }

            if (_waiting.TryDequeue(out var subscription))
            {
                var snapshot = subscription.Next!;
                subscription.Next = null;
                return (snapshot.Message, null);
            }

            _sending = false;
            if (!_ended) close = _closing;
            _ended |= _closing is not null;
            return null;
        }
    }

    private void End()
    {
        StopSending();
        Guid[] asked;
        lock (_gate) asked = [.. _subscriptions.Values.Where(s => s.Asked).Select(s => s.Id)];
        foreach (var id in asked) hub.Unsubscribe(id, this);
        connections.Unsubscribe(asked.Length);
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

        /// <summary>What waits to be sent.</summary>
        public Snapshot? Next { get; set; }
    }
}
