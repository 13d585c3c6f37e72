using System.Net;
using System.Net.Sockets;

namespace Judge.Benchmarks.Push;

/// <summary>What one client sent and got. Bytes are those of the TCP stream: HTTP and WebSocket framing included, TCP and IP headers not.</summary>
internal sealed class Meter
{
    public long Requests { get; set; }

    public long MessagesOut { get; set; }

    public long MessagesIn { get; set; }

    public long BytesOut { get; set; }

    public long BytesIn { get; set; }

    public void Reset() => Requests = MessagesOut = MessagesIn = BytesOut = BytesIn = 0;

    /// <summary>One client's own connection, kept alive between requests and counted.</summary>
    public SocketsHttpHandler Handler() => new()
    {
        MaxConnectionsPerServer = 1,
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
        UseProxy = false,
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port), cancellationToken);
                return new MeteredStream(new NetworkStream(socket, ownsSocket: true), this);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };
}
