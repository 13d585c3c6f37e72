using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Judge.Api.Push;

/// <summary>
/// What is told should wait where a newer state can still take its place, not in buffers. The kernel would by itself buffer megabytes for a
/// client that does not read, and Kestrel 64 KiB on top.
/// </summary>
internal static class SlowReaders
{
    /// <summary>Kestrel's share of what a client has not read, bytes; for whole answers only where a writer waits, not whether they arrive.</summary>
    public const long ResponseBuffer = 16 * 1024;

    private const int Unsent = 16 * 1024;

    /// <summary>IPPROTO_TCP and TCP_NOTSENT_LOWAT, tcp(7): a socket takes no more while so much is not yet sent; what is under way is not
    /// bounded by it, so a distant client loses nothing.</summary>
    private const int Tcp = 6, NotSentLowAt = 25;

    /// <summary>TCP_USER_TIMEOUT, tcp(7), ms: what a client has not acknowledged for so long ends its connection. Event streams have no pings.</summary>
    private const int UserTimeout = 18, Patience = 45_000;

    public static void Bound(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>()?.Socket is { AddressFamily: AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 } socket)
        {
            socket.SetRawSocketOption(Tcp, NotSentLowAt, BitConverter.GetBytes(Unsent));
            socket.SetRawSocketOption(Tcp, UserTimeout, BitConverter.GetBytes(Patience));
        }
    }
}
