using System.Runtime.InteropServices;
using static Judge.Worker.Sandbox.Native.Libc;

namespace Judge.Worker.Sandbox.Native;

/// <summary>One end of a pair of connected Unix sockets that keep message boundaries and carry descriptors (SOCK_SEQPACKET, SCM_RIGHTS).</summary>
internal sealed unsafe class MessageSocket : IDisposable
{
    private readonly Descriptor _socket;

    private MessageSocket(Descriptor socket)
    {
        _socket = socket;
    }

    public int Fd => _socket.Fd;

    /// <returns>This process's end, and the descriptor to hand to the other.</returns>
    public static (MessageSocket Mine, Descriptor Theirs) Pair()
    {
        const int AfUnix = 1, SockSeqPacket = 5;
        var fds = stackalloc int[2];
        if (socketpair(AfUnix, SockSeqPacket | O_CLOEXEC, 0, fds) != 0) throw Failed("socketpair");
        var mine = Descriptor.Own(fds[0], "socketpair");
        return (new MessageSocket(mine), Descriptor.Own(fds[1], "socketpair"));
    }

    private const int MostDescriptors = 8;

    /// <summary>Sends a message, with at most eight descriptors; when nobody is left to read it, the next <see cref="Receive"/> tells.</summary>
    public void Send(ReadOnlySpan<byte> message, params ReadOnlySpan<int> descriptors)
    {
        const int MsgNoSignal = 0x4000;
        var control = stackalloc byte[sizeof(ControlHeader) + MostDescriptors * sizeof(int)];
        fixed (byte* data = message)
        {
            var part = new IoVector { Base = data, Length = (nuint)message.Length };
            var header = new MessageHeader { Parts = &part, PartCount = 1 };
            if (descriptors.Length > 0)
            {
                *(ControlHeader*)control = new ControlHeader { Length = (nuint)(sizeof(ControlHeader) + descriptors.Length * sizeof(int)), Level = 1, Type = 1 };
                descriptors.CopyTo(new Span<int>(control + sizeof(ControlHeader), descriptors.Length));
                header.Control = control;
                // CMSG_SPACE rounds up to the alignment of a word.
                header.ControlLength = (nuint)(sizeof(ControlHeader) + (descriptors.Length * sizeof(int) + 7) / 8 * 8);
            }

            nint sent;
            do sent = sendmsg(Fd, &header, MsgNoSignal);
            while (sent < 0 && Marshal.GetLastPInvokeError() == EINTR);
            if (sent < 0 && Marshal.GetLastPInvokeError() != EPIPE) throw Failed("sendmsg");
        }
    }

    /// <summary>Waits for the next message.</summary>
    /// <returns>Its size, 0 when the other end is closed, and the descriptor it carried, if any.</returns>
    public int Receive(Span<byte> buffer, out Descriptor? descriptor)
    {
        const int MsgCmsgCloexec = 0x40000000;
        var control = stackalloc byte[sizeof(ControlHeader) + 8];
        descriptor = null;
        fixed (byte* data = buffer)
        {
            var part = new IoVector { Base = data, Length = (nuint)buffer.Length };
            var header = new MessageHeader { Parts = &part, PartCount = 1, Control = control, ControlLength = (nuint)(sizeof(ControlHeader) + 8) };
            nint got;
            do got = recvmsg(Fd, &header, MsgCmsgCloexec);
            while (got < 0 && Marshal.GetLastPInvokeError() == EINTR);
            // The other end was closed with messages of ours unread.
            if (got < 0 && Marshal.GetLastPInvokeError() == ECONNRESET) return 0;
            if (got < 0) throw Failed("recvmsg");
            if (header.ControlLength >= (nuint)(sizeof(ControlHeader) + sizeof(int)))
                descriptor = Descriptor.Own(*(int*)(control + sizeof(ControlHeader)), "recvmsg");
            return (int)got;
        }
    }

    public void Dispose() => _socket.Dispose();
}
