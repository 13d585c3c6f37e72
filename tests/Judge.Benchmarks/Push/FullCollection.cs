using System.Buffers.Binary;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Judge.Benchmarks.Push;

/// <summary>
/// Makes another .NET process collect its garbage, by the runtime's diagnostics socket: an event session with the keyword
/// GCHeapCollect begins with a full blocking collection.
/// https://github.com/dotnet/diagnostics/blob/main/documentation/design-docs/ipc-protocol.md
/// </summary>
internal static class FullCollection
{
    private const byte EventPipe = 2, StopTracing = 1, CollectTracing2 = 3, Server = 0xFF;
    private const ulong GcHeapCollect = 0x80_0000;
    private const int HeaderSize = 20;

    /// <summary>VmRSS in KiB, settled, then again after a collection. What the collection frees, the runtime gives back only by and by.</summary>
    public static async Task<long> SettledKbAsync(int pid, CancellationToken cancellationToken)
    {
        await ProcessUsage.SettledKbAsync(pid, cancellationToken);
        await RunAsync(pid, cancellationToken);
        return await ProcessUsage.SettledKbAsync(pid, cancellationToken);
    }

    private static async Task RunAsync(int pid, CancellationToken cancellationToken)
    {
        var path = Directory.GetFiles(Path.GetTempPath(), $"dotnet-diagnostic-{pid.ToString(CultureInfo.InvariantCulture)}-*-socket").Single();
        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, Encoding.Unicode, leaveOpen: true))
        {
            writer.Write(16); // MiB of buffer
            writer.Write(1); // nettrace
            writer.Write(false); // no rundown
            writer.Write(1); // provider
            writer.Write(GcHeapCollect);
            writer.Write(4); // informational
            const string Provider = "Microsoft-Windows-DotNETRuntime\0";
            writer.Write(Provider.Length);
            writer.Write(Provider.ToCharArray());
            writer.Write(0); // no filter
        }

        using var session = await SendAsync(path, CollectTracing2, payload.ToArray(), cancellationToken);
        var id = new byte[sizeof(ulong)];
        await session.ReadExactlyAsync(id, cancellationToken);
        // The collection was done before the session's events flow; they end when the session does.
        var events = session.CopyToAsync(Stream.Null, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        using var stop = await SendAsync(path, StopTracing, id, cancellationToken);
        await events;
    }

    /// <summary>Sends a command and reads the header of its answer.</summary>
    private static async Task<NetworkStream> SendAsync(string path, byte command, byte[] payload, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        var stream = new NetworkStream(socket, ownsSocket: true);
        var message = new byte[HeaderSize + payload.Length];
        "DOTNET_IPC_V1\0"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        (message[16], message[17]) = (EventPipe, command);
        payload.CopyTo(message, HeaderSize);
        await stream.WriteAsync(message, cancellationToken);
        var answer = new byte[HeaderSize];
        await stream.ReadExactlyAsync(answer, cancellationToken);
        return answer[16] == Server && answer[17] == 0 ? stream : throw new InvalidOperationException($"the runtime refuses command {command.ToString(CultureInfo.InvariantCulture)}");
    }
}
