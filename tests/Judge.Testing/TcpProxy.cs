using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Judge.Testing;

/// <summary>A wire between two programs that can be cut: it passes bytes on, and drops every connection when told.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _sockets = new();
    private readonly int _targetPort;
    private readonly Task _accepting;

    /// <param name="targetPort">Where to, on loopback.</param>
    public TcpProxy(int targetPort)
    {
        _targetPort = targetPort;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public int Port { get; }

    /// <summary>Resets every connection that is open; new ones are taken at once.</summary>
    public void Cut()
    {
        foreach (var socket in _sockets.Keys)
        {
            if (!_sockets.TryRemove(socket, out _)) continue;
            // A reset, not an orderly end.
            socket.LingerState = new LingerOption(enable: true, 0);
            socket.Dispose();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptSocketAsync();
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        var target = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        client.NoDelay = true;
        _sockets.TryAdd(client, true);
        _sockets.TryAdd(target, true);
        try
        {
            await target.ConnectAsync(IPAddress.Loopback, _targetPort);
            await Task.WhenAny(PumpAsync(client, target), PumpAsync(target, client));
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Nobody listens, or it was cut.
        }
        finally
        {
            foreach (var socket in (Socket[])[client, target])
            {
                _sockets.TryRemove(socket, out _);
                socket.Dispose();
            }
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var count)
            {
                for (var sent = 0; sent < count;) sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut, or one side is gone.
        }
    }
}
