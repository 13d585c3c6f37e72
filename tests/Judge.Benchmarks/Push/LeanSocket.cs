using System.Buffers;
using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Judge.Benchmarks.Push;

/// <summary>
/// As much of a WebSocket client (RFC 6455) as ten thousand of them in one process need: the upgrade by hand, whole text frames, and no
/// buffer while nothing comes.
/// </summary>
internal sealed class LeanSocket : IDisposable
{
    private const int TextFrame = 0x81, CloseFrame = 0x88, PingFrame = 0x89, PongFrame = 0x8A, Masked = 0x80, TwoBytes = 126, EightBytes = 127;
    private const int BufferSize = 8192, LongestMessage = 256 * 1024;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };

    private LeanSocket() { }

    /// <param name="server">Where the API listens.</param>
    /// <param name="key">The account's.</param>
    /// <param name="narrow">Small segments and a small window, as on a slow line: else the kernel takes 2.5 MB on a loopback connection
    /// before its writer has to wait for the reader.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<LeanSocket> ConnectAsync(Uri server, string key, bool narrow, CancellationToken cancellationToken)
    {
        const int TcpMaxSegment = 2; // tcp(7); the level is IPPROTO_TCP
        var result = new LeanSocket();
        try
        {
            if (narrow)
            {
                result._socket.SetRawSocketOption((int)ProtocolType.Tcp, TcpMaxSegment, BitConverter.GetBytes(536));
                result._socket.ReceiveBufferSize = 2048;
            }

            await result._socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), cancellationToken);
            await result.UpgradeAsync(server, key, cancellationToken);
            return result;
        }
        catch
        {
            result.Dispose();
            throw;
        }
    }

    /// <summary>Sends one message of at most 125 bytes.</summary>
    public Task SendAsync(string text, CancellationToken cancellationToken) => SendAsync(Frame(TextFrame, Encoding.UTF8.GetBytes(text)), cancellationToken);

    /// <summary>A pong that nobody asked for says that this side lives (RFC 6455, 5.5.3).</summary>
    public Task SendPongAsync(CancellationToken cancellationToken) => SendAsync(Frame(PongFrame, []), cancellationToken);

    /// <summary>Reads until cancelled. A close by the server is an exception.</summary>
    public async Task ReadAsync(Action<ReadOnlyMemory<byte>> received, CancellationToken cancellationToken)
    {
        while (true)
        {
            // Waits for data without a buffer.
            await _socket.ReceiveAsync(Memory<byte>.Empty, cancellationToken);
            var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
            try
            {
                var length = 0;
                do
                {
                    if (length == buffer.Length) buffer = Grow(buffer);
                    var read = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                    if (read == 0) throw new InvalidOperationException("the server closed the connection");
                    length += read;
                    var used = Take(buffer.AsMemory(0, length), received);
                    buffer.AsSpan(used, length - used).CopyTo(buffer);
                    length -= used;
                }
                while (length > 0);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
    }

    public void Dispose() => _socket.Dispose();

    private async Task SendAsync(byte[] frame, CancellationToken cancellationToken)
    {
        for (var sent = 0; sent < frame.Length;) sent += await _socket.SendAsync(frame.AsMemory(sent), cancellationToken);
    }

    private async Task UpgradeAsync(Uri server, string key, CancellationToken cancellationToken)
    {
        // The key is only echoed as a hash, which tells a WebSocket server from another; this one is known to be one.
        var request = $"GET /api/ws HTTP/1.1\r\nHost: {server.Authority}\r\nAuthorization: Bearer {key}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: judge.v1\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        await _socket.SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        var (head, length) = (new byte[2048], 0);
        while (!head.AsSpan(0, length).EndsWith("\r\n\r\n"u8))
        {
            var read = length < head.Length ? await _socket.ReceiveAsync(head.AsMemory(length), cancellationToken) : 0;
            if (read == 0) throw new InvalidOperationException($"no answer to an upgrade: {Encoding.ASCII.GetString(head, 0, length)}");
            length += read;
        }

        if (!head.AsSpan().StartsWith("HTTP/1.1 101 "u8)) throw new InvalidOperationException($"no upgrade: {Encoding.ASCII.GetString(head, 0, length)}");
    }

    /// <summary>Hands over the whole frames at the beginning of what has come.</summary>
    /// <returns>How many bytes they were.</returns>
    private int Take(ReadOnlyMemory<byte> data, Action<ReadOnlyMemory<byte>> received)
    {
        for (var used = 0; ;)
        {
            var rest = data.Span[used..];
            if (rest.Length < 2) return used;
            var (kind, size, head) = (rest[0], (long)rest[1], 2);
            if (size == TwoBytes) (size, head) = (rest.Length < 4 ? long.MaxValue - 4 : BinaryPrimitives.ReadUInt16BigEndian(rest[2..]), 4);
            else if (size == EightBytes) (size, head) = (rest.Length < 10 ? long.MaxValue - 10 : BinaryPrimitives.ReadInt64BigEndian(rest[2..]), 10);
            if (head + size > rest.Length) return used;
            var payload = data.Slice(used + head, (int)size);
            if (kind == TextFrame) received(payload);
            else if (kind == PingFrame) _socket.Send(Frame(PongFrame, payload.Span));
            else throw new InvalidOperationException(kind == CloseFrame ? $"the server closed: {Encoding.UTF8.GetString(payload.Span[Math.Min(2, payload.Length)..])}" : "a frame in parts");
            used += head + (int)size;
        }
    }

    /// <summary>A short frame under the mask 0, which leaves the bytes as they are.</summary>
    private static byte[] Frame(byte kind, ReadOnlySpan<byte> payload) => payload.Length < TwoBytes
        ? [kind, (byte)(Masked | payload.Length), 0, 0, 0, 0, .. payload]
        : throw new ArgumentException("is longer than 125 bytes", nameof(payload));

    private static byte[] Grow(byte[] buffer)
    {
        if (buffer.Length >= LongestMessage) throw new InvalidOperationException("a message without end");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
