using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Judge.Testing;

/// <summary>A WebSocket that reads when told to and not before, so it does not answer pings either; with a small window, if wanted.</summary>
public sealed class RawSocket : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly WebSocket _frames;

    private RawSocket(Socket socket, NetworkStream stream)
    {
        (_socket, _stream) = (socket, stream);
        _frames = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = false, SubProtocol = "judge.v1" });
    }

    public static async Task<RawSocket> ConnectAsync(string url, string key, int receiveBuffer)
    {
        var server = new Uri(url);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = receiveBuffer, NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port);
        var stream = new NetworkStream(socket, ownsSocket: true);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"GET /api/ws HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + $"Sec-WebSocket-Key: c2l4dGVlbiBieXRlcyBvaw==\r\nSec-WebSocket-Protocol: judge.v1\r\nAuthorization: Bearer {key}\r\n\r\n"));
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one);
            head.Append((char)one[0]);
        }

        return head.ToString().StartsWith("HTTP/1.1 101", StringComparison.Ordinal) ? new RawSocket(socket, stream) : throw new IOException(head.ToString());
    }

    public Task SendAsync(string text) => _frames.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    /// <summary>Reads the next message.</summary>
    public async Task<JsonObject> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30) * Pace.Scale);
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var received = await _frames.ReceiveAsync(buffer.AsMemory(), deadline.Token);
            if (received.MessageType == WebSocketMessageType.Close) throw new IOException($"closed: {_frames.CloseStatusDescription}");
            message.Write(buffer.AsSpan(0, received.Count));
            if (received.EndOfMessage) return JsonNode.Parse(message.ToArray())!.AsObject();
        }
    }

    public void Dispose()
    {
        _frames.Dispose();
        _stream.Dispose();
        _socket.Dispose();
    }
}
