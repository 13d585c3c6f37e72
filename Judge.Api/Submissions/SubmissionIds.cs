using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Judge.Api.Submissions;

/// <summary>
/// UUIDs of version 7 in the order in which they are made, also within one millisecond (RFC 9562, 6.2, method 1: a counter after the time): an
/// account's submissions are judged in the order of their ids.
/// </summary>
internal sealed class SubmissionIds
{
    private const int CounterBits = 12, FirstCounters = 1 << (CounterBits - 1);
    private readonly Lock _gate = new();

    /// <summary>Milliseconds and, in the lowest bits, the counter.</summary>
    private long _last;

    /// <summary>Below every id that is made at that time or later and above all earlier ones, among ids as texts.</summary>
    public static string From(DateTimeOffset time) => Guid.CreateVersion7(time < DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch : time).ToString()[..13] + "-";

    public Guid Next(DateTimeOffset now)
    {
        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes);
        // The counter begins somewhere in its lower half, so that an id does not tell how many there were. A clock that goes back is waited out.
        var first = (now.ToUnixTimeMilliseconds() << CounterBits) | (uint)(BinaryPrimitives.ReadUInt16BigEndian(bytes) % FirstCounters);
        long next;
        lock (_gate) next = _last = Math.Max(first, _last + 1);
        var (milliseconds, counter) = (next >> CounterBits, (int)(next & ((1 << CounterBits) - 1)));
        BinaryPrimitives.WriteInt64BigEndian(bytes, (milliseconds << 16) | (uint)(0x7000 | counter));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3f));
        return new Guid(bytes, bigEndian: true);
    }
}
