using System.Text;
using Judge.Worker.Sandbox.Native;
using static Judge.Worker.Sandbox.Native.Libc;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// One bubblewrap with <c>judge-cell</c> as its first process: the namespaces, read-only mounts and the box (a tmpfs of bounded
/// size that is never on the host) of one submission, and its lanes, in which one-shot sandboxes stand ready. Has to be made on a
/// thread that outlives it: PR_SET_PDEATHSIG, by which it dies with its worker, is tied to the thread.
/// </summary>
internal sealed class Cell : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Lock _control = new();
    private readonly byte[] _buffer = new byte[CellProtocol.MaxMessage];
    private readonly ChildProcess _bwrap;
    private readonly MessageSocket _socket;
    private readonly Descriptor _stderr;

    public Cell(CellCommand command)
    {
        (_socket, var theirs) = MessageSocket.Pair();
        (_stderr, var childStderr) = Descriptor.Pipe();
        using (theirs)
        using (childStderr)
        using (var nothing = Descriptor.Own(open("/dev/null", O_RDWR | O_CLOEXEC, 0), "open /dev/null"))
        using (var program = Descriptor.Own(open(CellCommand.Cell, O_RDONLY | O_CLOEXEC, 0), $"open {CellCommand.Cell}"))
        using (var passwd = Descriptor.SealedFile(CellCommand.Passwd))
        {
            try
            {
                // The order is that of CellCommand's descriptor numbers.
                _bwrap = ChildProcess.Start(command.Arguments, [nothing.Fd, nothing.Fd, childStderr.Fd, theirs.Fd, passwd.Fd, program.Fd]);
            }
            catch
            {
                _socket.Dispose();
                _stderr.Dispose();
                throw;
            }
        }

        try
        {
            Expect(CellProtocol.Ready, out _);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Starts a lane.</summary>
    /// <param name="writable">Whether its runs may write the box.</param>
    /// <returns>This process's end of the lane's socket, and a pidfd of the lane.</returns>
    public (MessageSocket Socket, Descriptor Process) OpenLane(bool writable)
    {
        var (mine, theirs) = MessageSocket.Pair();
        using (theirs)
        {
            try
            {
                lock (_control)
                {
                    _socket.Send([CellProtocol.Lane, writable ? (byte)1 : (byte)0], theirs.Fd);
                    Expect(CellProtocol.Lane, out var process);
                    return (mine, process ?? throw Failure("no lane"));
                }
            }
            catch
            {
                mine.Dispose();
                throw;
            }
        }
    }

    public void Put(string path, ReadOnlySpan<byte> content, bool executable)
    {
        using var file = Descriptor.SealedFile(content);
        lock (_control)
        {
            _socket.Send([CellProtocol.Put, executable ? (byte)1 : (byte)0, .. Encoding.UTF8.GetBytes(path)], file.Fd);
            Expect(CellProtocol.Put, out _);
            if (AnsweredErrno() is var error and not 0) throw new SandboxException($"cannot put {path} into the box: {System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(error)}");
        }
    }

    public byte[]? Get(string path, long limit)
    {
        lock (_control)
        {
            _socket.Send([CellProtocol.Get, .. Encoding.UTF8.GetBytes(path)]);
            Expect(CellProtocol.Get, out var file);
            using (file) return file is null || AnsweredErrno() != 0 ? null : ReadAll(file, limit);
        }
    }

    public IReadOnlyList<string> List()
    {
        lock (_control)
        {
            _socket.Send([CellProtocol.List]);
            var size = Expect(CellProtocol.List, out _);
            return Encoding.UTF8.GetString(_buffer, 1, size - 1).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        }
    }

    /// <summary>Ends every process of the cell, with which its mounts and the box go too, and waits until they have.</summary>
    public void Dispose()
    {
        _socket.Dispose(); // its first process ends at that, and with it the pid namespace
        if (!_bwrap.HasEnded(Patience)) _bwrap.Kill();
        _bwrap.Dispose();
        _stderr.Dispose();
    }

    /// <summary>What bubblewrap or the cell said before it ended.</summary>
    public SandboxException Failure(string what)
    {
        var buffer = new byte[4096];
        var said = Poll(_stderr.Fd, TimeSpan.FromMilliseconds(100)) ? Encoding.UTF8.GetString(buffer, 0, _stderr.Read(buffer)).Trim() : "";
        return new SandboxException($"bubblewrap could not set the sandbox up: {(said.Length == 0 ? what : said)}");
    }

    private int Expect(byte op, out Descriptor? descriptor)
    {
        if (!Poll(_socket.Fd, Patience)) throw Failure($"no answer in {Patience.TotalSeconds:0} s");
        var size = _socket.Receive(_buffer, out descriptor);
        return size > 0 && _buffer[0] == op ? size : throw Failure("it said nothing");
    }

    private int AnsweredErrno() => BitConverter.ToInt32(_buffer, 1);

    private static byte[]? ReadAll(Descriptor file, long limit)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int n; (n = file.Read(buffer)) > 0;)
        {
            if (content.Length + n > limit) return null;
            content.Write(buffer, 0, n);
        }

        return content.ToArray();
    }
}
