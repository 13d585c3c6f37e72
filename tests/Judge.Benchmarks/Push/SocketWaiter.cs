using System.Net.WebSockets;
using System.Text;

namespace Judge.Benchmarks.Push;

/// <summary>A WebSocket of the client's own: one upgrade, one message to subscribe, then a message for every change.</summary>
internal sealed class SocketWaiter(Client client) : IWaiter
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[64 * 1024];

    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        _socket.Options.AddSubProtocol("judge.v1");
        _socket.Options.SetRequestHeader("Authorization", client.Authorization.ToString());
        client.Meter.Requests++;
        await _socket.ConnectAsync(new UriBuilder(client.Url) { Scheme = "ws", Path = "/api/ws" }.Uri, client.Invoker, cancellationToken);
    }

    public async Task<SubmissionState> VerdictAsync(string id, CancellationToken cancellationToken)
    {
        if (_socket.State == WebSocketState.None) await ConnectAsync(cancellationToken);
        client.Meter.MessagesOut++;
        await _socket.SendAsync(Encoding.UTF8.GetBytes($$"""{"type":"subscribe","id":"{{id}}"}"""), WebSocketMessageType.Text, true, cancellationToken);
        while (true)
        {
            var message = await ReceiveAsync(cancellationToken);
            client.Meter.MessagesIn++;
            var state = SubmissionState.ParseMessage(message.Span);
            if (state.Verdict is not null) return state;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            if (_socket.State == WebSocketState.Open) await _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The server is gone; whoever waited has been told.
        }

        _socket.Dispose();
    }

    private async Task<ReadOnlyMemory<byte>> ReceiveAsync(CancellationToken cancellationToken)
    {
        for (var length = 0; ;)
        {
            var part = await _socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close) throw new InvalidOperationException($"the server closed the socket: {_socket.CloseStatusDescription}");
            length += part.Count;
            if (part.EndOfMessage) return _buffer.AsMemory(0, length);
        }
    }
}
