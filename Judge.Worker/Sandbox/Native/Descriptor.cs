using static Judge.Worker.Sandbox.Native.Libc;

namespace Judge.Worker.Sandbox.Native;

/// <summary>An owned file descriptor, close-on-exec, numbered above those a child's file actions write to.</summary>
internal sealed unsafe class Descriptor : IDisposable
{
    private const int LowestFd = 16;

    private Descriptor(int fd)
    {
        Fd = fd;
    }

    public int Fd { get; private set; }

    /// <summary>Of a pidfd: the pid in this process's namespace (pidfd_open(2), proc_pid_fdinfo(5)); null once its end has been waited for.</summary>
    public int? Pid
    {
        get
        {
            foreach (var line in File.ReadLines($"/proc/self/fdinfo/{Fd}"))
            {
                if (line.StartsWith("Pid:", StringComparison.Ordinal) && int.TryParse(line.AsSpan(4), out var pid) && pid > 0) return pid;
            }

            return null;
        }
    }

    /// <summary>The same of one that must be there.</summary>
    /// <exception cref="SandboxException">It is not.</exception>
    public int LivingPid => Pid ?? throw new SandboxException("a process of the sandbox has ended before its time");

    public static Descriptor Own(int fd, string call)
    {
        if (fd < 0) throw Failed(call);
        if (fd >= LowestFd) return new Descriptor(fd);
        var high = fcntl(fd, F_DUPFD_CLOEXEC, LowestFd);
        _ = close(fd);
        return high < 0 ? throw Failed("fcntl") : new Descriptor(high);
    }

    public static (Descriptor Read, Descriptor Write) Pipe()
    {
        var fds = stackalloc int[2];
        if (pipe2(fds, O_CLOEXEC) != 0) throw Failed("pipe2");
        return (Own(fds[0], "pipe2"), Own(fds[1], "pipe2"));
    }

    /// <summary>A pipe whose other end goes to a program that is not trusted. The program may open it anew through /proc (as its owner,
    /// so that /dev/stdout works), and even read from it: this end must never wait for what poll(2) said was there.</summary>
    /// <param name="owner">The program's user on the host; null: this process's.</param>
    public static (Descriptor Read, Descriptor Write) PipeFromProgram(uint? owner)
    {
        var (read, write) = Pipe();
        read.DoNotWait();
        if (owner is { } user && fchown(write.Fd, user, user) != 0) throw Failed("fchown");
        return (read, write);
    }

    /// <summary>The same the other way round. The program may open this end's other side anew, too; so this must never wait either.</summary>
    /// <param name="owner">The program's user on the host; null: this process's.</param>
    public static (Descriptor Read, Descriptor Write) PipeToProgram(uint? owner)
    {
        var (read, write) = Pipe();
        write.DoNotWait();
        if (owner is { } user && fchown(read.Fd, user, user) != 0) throw Failed("fchown");
        return (read, write);
    }

    /// <summary>A pipe from one program to another: neither end is this process's to read or write.</summary>
    /// <param name="owner">The programs' user on the host; null: this process's.</param>
    public static (Descriptor Read, Descriptor Write) PipeBetweenPrograms(uint? owner)
    {
        var (read, write) = Pipe();
        if (owner is { } user && fchown(write.Fd, user, user) != 0) throw Failed("fchown");
        return (read, write);
    }

    /// <summary>From now on nobody who has this open file waits for it.</summary>
    public void DoNotWait()
    {
        if (fcntl(Fd, F_SETFL, O_NONBLOCK) != 0) throw Failed("fcntl(O_NONBLOCK)");
    }

    /// <summary>Another descriptor of the same file.</summary>
    public Descriptor Duplicate() => Own(fcntl(Fd, F_DUPFD_CLOEXEC, LowestFd), "fcntl(F_DUPFD_CLOEXEC)");

    /// <summary>A sealed file in memory with that content: readable and seekable for whoever inherits it, changeable by nobody.</summary>
    public static Descriptor SealedFile(ReadOnlySpan<byte> content)
    {
        var file = Own(memfd_create("stdin", MFD_CLOEXEC | MFD_ALLOW_SEALING), "memfd_create");
        try
        {
            while (!content.IsEmpty) content = content[file.Write(content)..];
            if (fcntl(file.Fd, F_ADD_SEALS, F_SEAL_ALL) != 0) throw Failed("fcntl(F_ADD_SEALS)");
            // A new open file description: its offset is 0 and its mode is read-only.
            return Own(open($"/proc/self/fd/{file.Fd}", O_RDONLY | O_CLOEXEC, 0), "open(memfd)");
        }
        finally
        {
            file.Dispose();
        }
    }

    /// <summary>read(2), again when interrupted. 0 is the end.</summary>
    public int Read(Span<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            nint n;
            do n = read(Fd, p, buffer.Length);
            while (n < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == EINTR);
            return n < 0 ? throw Failed("read") : (int)n;
        }
    }

    /// <summary>read(2) from a descriptor that does not wait: -1 when there is nothing now, 0 at the end.</summary>
    public int ReadNow(Span<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            nint n;
            do n = read(Fd, p, buffer.Length);
            while (n < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == EINTR);
            return n >= 0 ? (int)n : System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == EAGAIN ? -1 : throw Failed("read");
        }
    }

    /// <summary>pread(2).</summary>
    public int ReadAt(Span<byte> buffer, long offset)
    {
        fixed (byte* p = buffer)
        {
            var n = pread(Fd, p, buffer.Length, offset);
            return n < 0 ? throw Failed("pread") : (int)n;
        }
    }

    /// <summary>write(2), again when interrupted; returns how much was taken.</summary>
    public int Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            nint n;
            do n = write(Fd, p, buffer.Length);
            while (n < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == EINTR);
            return n < 0 ? throw Failed("write") : (int)n;
        }
    }

    /// <summary>What <see cref="WriteNow"/> returns for a pipe that nobody reads any more.</summary>
    public const int NobodyReads = -2;

    /// <summary>write(2) to a descriptor that does not wait: -1 when it takes nothing now. .NET ignores SIGPIPE.</summary>
    public int WriteNow(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* p = buffer)
        {
            nint n;
            do n = write(Fd, p, buffer.Length);
            while (n < 0 && System.Runtime.InteropServices.Marshal.GetLastPInvokeError() == EINTR);
            if (n >= 0) return (int)n;
            return System.Runtime.InteropServices.Marshal.GetLastPInvokeError() switch { EAGAIN => -1, EPIPE => NobodyReads, _ => throw Failed("write") };
        }
    }

    public void Dispose()
    {
        if (Fd < 0) return;
        _ = close(Fd);
        Fd = -1;
    }
}
