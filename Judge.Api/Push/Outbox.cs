using System.Net.WebSockets;

namespace Judge.Api.Push;

/// <summary>
/// What waits to be sent over one WebSocket: an answer first, then of each submission the newest state only, in the order in which they came,
/// then the good-bye. So a slow reader costs no more than a quick one. While nothing waits, nothing is held.
/// </summary>
internal sealed class Outbox(WebSocket socket)
{
    private readonly Lock _gate = new();
    private OrderedDictionary<Guid, Snapshot>? _states;
    private (byte[] Message, TaskCompletionSource Sent)? _answer;
    private (WebSocketCloseStatus Status, string Reason)? _closing;
    private bool _sending, _ended;

    /// <summary>The sending that goes on, or the last.</summary>
    public Task Sending { get; private set; } = Task.CompletedTask;

    /// <summary>Takes a submission's newest state, in place of an older one that still waits. <see cref="Send"/> then sends it.</summary>
    public void Put(Snapshot snapshot)
    {
        lock (_gate)
        {
            if (!_ended) (_states ??= [])[snapshot.Id] = snapshot;
        }
    }

    public bool Holds(Guid submission)
    {
        lock (_gate) return _states?.ContainsKey(submission) ?? false;
    }

    /// <summary>What waits of a submission is not to be sent any more.</summary>
    public void Remove(Guid submission)
    {
        lock (_gate)
        {
            _states?.Remove(submission);
            if (_states is { Count: 0 }) _states = null;
        }
    }

    /// <summary>Ends when the answer is sent: a client that does not read its answers is not heard further. One at a time.</summary>
    public async Task AnswerAsync(byte[] answer)
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

    /// <summary>Says good-bye after all that waits; what comes later is not sent.</summary>
    public void Close(WebSocketCloseStatus status, string reason)
    {
        lock (_gate)
        {
            if (_ended) return;
            _closing ??= (status, reason);
        }

        Send();
    }

    /// <summary>Nothing more is taken; what waits is still sent.</summary>
    public void End()
    {
        lock (_gate) _ended = true;
    }

    /// <summary>Begins sending if nobody is at it. Not to be called with a lock held.</summary>
    public void Send()
    {
        lock (_gate)
        {
            if (_sending) return;
            _sending = true;
        }

        Sending = SendAllAsync();
    }

    private async Task SendAllAsync()
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
            lock (_gate)
            {
                _ended = true;
                _states = null;
                _answer?.Sent.TrySetCanceled();
            }
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

            if (_states is not null)
            {
                var (id, snapshot) = _states.GetAt(0);
                _states.Remove(id);
                if (_states.Count == 0) _states = null;
                return (snapshot.Message, null);
            }

            _sending = false;
            (close, _closing) = (_closing, null);
            _ended |= close is not null;
            return null;
        }
    }
}
