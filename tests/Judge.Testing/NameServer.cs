using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Judge.Testing;

/// <summary>A DNS server that knows one name, as Docker's knows a service: an address for each container that is there (RFC 1035).</summary>
public sealed class NameServer : IAsyncDisposable
{
    private const int HeaderBytes = 12;
    private const ushort TypeA = 1;
    private readonly ConcurrentDictionary<IPAddress, bool> _addresses = new();
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    public NameServer() => _serving = ServeAsync();

    public string EndPoint => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_socket.Client.LocalEndPoint!).Port}");

    public void Add(string address) => _addresses[IPAddress.Parse(address)] = true;

    public void Remove(string address) => _addresses.TryRemove(IPAddress.Parse(address), out _);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _serving;
        _socket.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var question = await _socket.ReceiveAsync(_stopping.Token);
                await _socket.SendAsync(Answer(question.Buffer), question.RemoteEndPoint, _stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed.
        }
    }

    /// <summary>Whatever the name, the addresses; none when it is not IPv4 that is asked for; no such name when there is none.</summary>
    private byte[] Answer(byte[] question)
    {
        var end = HeaderBytes;
        while (question[end] != 0) end += question[end] + 1;
        // The zero, type and class.
        end += 5;
        var isA = BinaryPrimitives.ReadUInt16BigEndian(question.AsSpan(end - 4)) == TypeA;
        var known = _addresses.Keys.ToList();
        var told = isA ? known : [];
        using var answer = new MemoryStream();
        answer.Write(question.AsSpan(0, end));
        foreach (var address in told)
        {
            // The name as at byte 12, A, IN, a TTL of 600 s, four bytes.
            answer.Write([0xC0, HeaderBytes, 0, (byte)TypeA, 0, 1, 0, 0, 2, 88, 0, 4]);
            answer.Write(address.GetAddressBytes());
        }

        var bytes = answer.ToArray();
        // An answer, recursion wanted and available; 3 is NXDOMAIN.
        (bytes[2], bytes[3]) = (0x81, (byte)(known.Count == 0 ? 0x83 : 0x80));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(6), (ushort)told.Count);
        // No authority, no more than that: what the question had there is not said back.
        bytes.AsSpan(8, 4).Clear();
        return bytes;
    }
}
