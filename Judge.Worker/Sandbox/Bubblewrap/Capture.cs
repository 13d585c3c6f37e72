using System.Buffers;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>Reads one of a program's output pipes: keeps the first bytes and says when there were more than is allowed.</summary>
internal sealed class Capture(Descriptor pipe, long keep, long allow)
{
    private readonly ArrayBufferWriter<byte> _kept = new();
    private long _seen;

    /// <summary>Gives away what was kept and begins anew.</summary>
    public ReadOnlyMemory<byte> Cut()
    {
        var kept = _kept.WrittenSpan.ToArray();
        _kept.ResetWrittenCount();
        _seen = 0;
        return kept;
    }

    /// <summary>What to poll; -1 when the pipe has ended.</summary>
    public int Fd { get; private set; } = pipe.Fd;

    public ReadOnlyMemory<byte> Bytes => _kept.WrittenMemory;

    /// <summary>Reads once.</summary>
    /// <returns>False when there was more than is allowed.</returns>
    public bool Take(byte[] buffer)
    {
        var n = pipe.ReadNow(buffer);
        if (n < 0) return true;
        if (n == 0) Fd = -1;
        _seen += n;
        var room = (int)Math.Min(n, keep - _kept.WrittenCount);
        if (room > 0) _kept.Write(buffer.AsSpan(0, room));
        return _seen <= allow;
    }

    /// <summary>What is still in the pipe once every process that could write is dead.</summary>
    /// <returns>False when that made it more than is allowed.</returns>
    public bool Drain(byte[] buffer)
    {
        var within = _seen <= allow;
        while (within && Fd >= 0 && Libc.Poll(Fd, TimeSpan.Zero)) within = Take(buffer);
        return within;
    }
}
