using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Judge.Testing;

namespace Judge.Worker.Tests.Attacks;

/// <summary>Services of the host that really listen, by every kind of socket a program may try, and remember who came.</summary>
internal sealed class Bait : IDisposable
{
    private readonly List<Socket> _sockets = [];
    private readonly TemporaryDirectory _directory = new();
    private int _visits;

    public Bait()
    {
        Tcp4 = Listen(new IPEndPoint(IPAddress.Loopback, 0));
        Tcp6 = HasIPv6Loopback ? Listen(new IPEndPoint(IPAddress.IPv6Loopback, 0)) : Tcp4;
        Abstract = $"judge-bait-{Guid.NewGuid():N}";
        Listen(new UnixDomainSocketEndPoint("\0" + Abstract));
        SocketPath = Path.Combine(_directory.Path, "socket");
        Listen(new UnixDomainSocketEndPoint(SocketPath));
        // Only its name must keep a program out, not the rights on the way to it.
        const UnixFileMode Everybody = (UnixFileMode)0x1ff;
        File.SetUnixFileMode(_directory.Path, Everybody);
        File.SetUnixFileMode(SocketPath, Everybody);
        Udp4 = Receive();
    }

    /// <summary>Containers may know IPv6 and have no address of it.</summary>
    private static bool HasIPv6Loopback =>
        NetworkInterface.GetAllNetworkInterfaces().Any(i => i.GetIPProperties().UnicastAddresses.Any(a => a.Address.Equals(IPAddress.IPv6Loopback)));

    public string Tcp4 { get; }

    public string Tcp6 { get; }

    public string Udp4 { get; }

    public string Abstract { get; }

    public string SocketPath { get; }

    /// <summary>Connections and datagrams that have come in.</summary>
    public int Visits => Volatile.Read(ref _visits);

    /// <summary>Comes in by every way, to show that the bait is out, and forgets that it did.</summary>
    public async Task ShowThatItWorksAsync()
    {
        EndPoint[] all = [.. _sockets.Select(s => s.LocalEndPoint!)];
        foreach (var socket in _sockets)
        {
            using var client = new Socket(socket.AddressFamily, socket.SocketType, socket.ProtocolType);
            await client.ConnectAsync(socket.LocalEndPoint!);
            if (socket.SocketType == SocketType.Dgram) await client.SendAsync("bait"u8.ToArray());
        }

        await Repository.UntilAsync(() => Task.FromResult(Visits == all.Length), TimeSpan.FromSeconds(20), "the bait is not out");
        Volatile.Write(ref _visits, 0);
    }

    public void Dispose()
    {
        foreach (var socket in _sockets) socket.Dispose();
        _directory.Dispose();
    }

    private string Listen(EndPoint at)
    {
        var unix = at is UnixDomainSocketEndPoint;
        var socket = new Socket(at.AddressFamily, SocketType.Stream, unix ? ProtocolType.Unspecified : ProtocolType.Tcp);
        _sockets.Add(socket);
        socket.Bind(at);
        socket.Listen();
        _ = CountAsync(async () => (await socket.AcceptAsync()).Dispose());
        return Port(socket);
    }

    private string Receive()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        _sockets.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var buffer = new byte[16];
        _ = CountAsync(async () => await socket.ReceiveAsync(buffer));
        return Port(socket);
    }

    private async Task CountAsync(Func<Task> visit)
    {
        try
        {
            while (true)
            {
                await visit();
                Interlocked.Increment(ref _visits);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Disposed: no more visits.
        }
    }

    private static string Port(Socket socket) => socket.LocalEndPoint is IPEndPoint at ? at.Port.ToString(CultureInfo.InvariantCulture) : "";
}
