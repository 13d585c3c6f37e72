using System.Buffers;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Judge.Worker.Sandbox.Cgroups;
using Judge.Worker.Sandbox.Native;
using static Judge.Worker.Sandbox.Native.Libc;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// One run, on one thread. bwrap's --block-fd would hold the sandbox but nothing tells when it has got there (--info-fd and
/// --json-status-fd speak before the mounts), and set-up must not be charged to the program. So the hold is a file that bwrap is
/// to copy into the sandbox as its last mount operation: a pipe of one page, filled. When there is room in the pipe again, bwrap
/// has read the content and waits for the end of the file; closing the pipe releases it.
/// The CPU limit needs no clock tick: the next look at the cgroup's CPU time is due when the program could at the earliest have
/// used up what is left, with all processors busy, so the looks get closer as the limit does.
/// </summary>
internal sealed class BubblewrapRun : IDisposable
{
    private static readonly TimeSpan SetUpTimeout = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan CancellationTick = TimeSpan.FromMilliseconds(100);

    private readonly RunRequest _request;
    private readonly byte[] _buffer;
    private readonly RunCgroup _cgroup;
    private readonly Descriptor _stdout, _stderr, _status, _hold;
    private readonly ChildProcess _child;
    private readonly Capture _out, _err;
    private Descriptor? _init;
    private RunEnd _end;
    private bool _killed;

    public BubblewrapRun(CgroupDriver cgroups, BubblewrapCommand command, RunRequest request, byte[] buffer)
    {
        (_request, _buffer) = (request, buffer);
        _out = new Capture(request.Limits.OutputBytes, request.Limits.OutputBytes);
        _err = new Capture(request.Limits.StderrBytes, request.Limits.OutputBytes);
        _cgroup = cgroups.CreateRun(request.Limits);
        (_stdout, var childStdout) = Descriptor.Pipe();
        (_stderr, var childStderr) = Descriptor.Pipe();
        (_status, var childStatus) = Descriptor.Pipe();
        (var childLastFile, _hold) = Descriptor.Pipe(onePage: true);
        _ = _hold.Write(BubblewrapCommand.LastFile);
        using (childStdout)
        using (childStderr)
        using (childStatus)
        using (childLastFile)
        using (var stdin = Descriptor.SealedFile(request.Stdin.Span))
        {
            try
            {
                // The order is that of BubblewrapCommand's descriptor numbers.
                _child = ChildProcess.Start(
                    command.For(request, inCgroup: cgroups is not NoCgroup), [stdin.Fd, childStdout.Fd, childStderr.Fd, childStatus.Fd, childLastFile.Fd]);
            }
            catch
            {
                DisposeOwned();
                throw;
            }
        }
    }

    public RunResult Execute(CancellationToken cancellationToken)
    {
        WaitUntilHeld();
        var pid = ReadPid();
        _init = Descriptor.Own(PidfdOpen(pid), "pidfd_open");
        _cgroup.Add(pid);
        _hold.Dispose();
        var clock = Stopwatch.StartNew();
        Watch(clock, cancellationToken);
        var wall = clock.Elapsed;
        var (status, usage) = _child.Wait();
        // The monitor outside may leave first; the run is over when the init is, for the kernel ends a pid namespace with it.
        _ = PidfdKill(_init.Fd);
        if (!Poll([_init.Fd], SetUpTimeout)[0]) throw new SandboxException("a killed sandbox does not end");
        _cgroup.Ended(usage);
        DrainPipes();
        cancellationToken.ThrowIfCancellationRequested();
        if (!_killed && !ReportsExitCode()) throw SetUpFailed();

        var cpu = _cgroup.Cpu;
        if (_cgroup.OomKilled) _end = RunEnd.MemoryLimit;
        else if (_end == RunEnd.Finished && cpu > _request.Limits.Cpu) _end = RunEnd.CpuLimit;
        var (exitCode, signal) = Decode(status);
        return new RunResult(
            _end, exitCode, signal, cpu, wall, _cgroup.PeakBytes, _out.Bytes, _err.Bytes);
    }

    public void Dispose()
    {
        // Killing the init of the pid namespace ends all of it; the monitor outside follows and is reaped here.
        if (_init is not null) _ = PidfdKill(_init.Fd);
        _child.Dispose();
        DisposeOwned();
    }

    private void DisposeOwned()
    {
        foreach (var descriptor in (Descriptor?[])[_init, _stdout, _stderr, _status, _hold]) descriptor?.Dispose();
        _cgroup.Dispose();
    }

    /// <summary>Returns when all is set up but the program, which has not begun.</summary>
    private unsafe void WaitUntilHeld()
    {
        var fds = stackalloc PollFd[2] { new() { Fd = _hold.Fd, Events = POLLOUT }, new() { Fd = _child.PidFd, Events = POLLIN } };
        if (poll(fds, 2, (int)SetUpTimeout.TotalMilliseconds) == 0)
            throw new SandboxException($"bubblewrap was not ready after {SetUpTimeout.TotalSeconds:0} s");
        // Anything but room alone, such as nobody left to read: bwrap has given up.
        if (fds[1].Returned == 0 && fds[0].Returned == POLLOUT) return;
        _ = Poll([_child.PidFd], SetUpTimeout);
        throw SetUpFailed();
    }

    /// <summary>The pid of the sandbox's init, which bwrap has written as JSON long before it is held.</summary>
    private int ReadPid()
    {
        var n = _status.Read(_buffer);
        using var document = JsonDocument.Parse(Encoding.ASCII.GetString(_buffer, 0, n).Split('\n')[0]);
        return document.RootElement.GetProperty("child-pid").GetInt32();
    }

    /// <summary>bwrap reports an exit code only for a program that it came to execute.</summary>
    private bool ReportsExitCode()
    {
        var report = new StringBuilder();
        for (int n; (n = _status.Read(_buffer)) > 0;) report.Append(Encoding.ASCII.GetString(_buffer, 0, n));
        return report.ToString().Contains("exit-code", StringComparison.Ordinal);
    }

    private SandboxException SetUpFailed()
    {
        DrainPipes();
        var said = _err.Bytes.Length == 0 ? "it said nothing" : Encoding.UTF8.GetString(_err.Bytes.Span).Trim();
        return new SandboxException($"bubblewrap could not set the sandbox up: {said}");
    }

    private void Watch(Stopwatch clock, CancellationToken cancellationToken)
    {
        var limits = _request.Limits;
        var nextLook = _cgroup.LookEvery ?? limits.Cpu / Environment.ProcessorCount;
        bool outOpen = true, errOpen = true;
        while (true)
        {
            var now = clock.Elapsed;
            if (cancellationToken.IsCancellationRequested) Kill(RunEnd.Finished);
            if (now >= limits.Wall) Kill(RunEnd.WallLimit);
            if (now >= nextLook)
            {
                _cgroup.Look();
                var left = limits.Cpu - _cgroup.Cpu;
                if (left <= TimeSpan.Zero) Kill(RunEnd.CpuLimit);
                if (_cgroup.OomKilled) Kill(RunEnd.MemoryLimit);
                nextLook = now + Max(Min(left / Environment.ProcessorCount, _cgroup.LookEvery ?? left), TimeSpan.FromMilliseconds(1));
            }

            var timeout = Min(Min(limits.Wall - now, nextLook - now), CancellationTick);
            var ready = Poll([_child.PidFd, outOpen ? _stdout.Fd : -1, errOpen ? _stderr.Fd : -1], _killed ? CancellationTick : timeout);
            if (ready[1]) outOpen = Take(_stdout, _out);
            if (ready[2]) errOpen = Take(_stderr, _err);
            if (ready[0]) return;
        }
    }

    private bool Take(Descriptor from, Capture into)
    {
        var n = from.Read(_buffer);
        if (n == 0) return false;
        if (!into.Add(_buffer.AsSpan(0, n))) Kill(RunEnd.OutputLimit);
        return true;
    }

    /// <summary>What is still in the pipes once every process that could write is dead.</summary>
    private void DrainPipes()
    {
        while (Poll([_stdout.Fd], TimeSpan.Zero)[0] && Take(_stdout, _out)) { }
        while (Poll([_stderr.Fd], TimeSpan.Zero)[0] && Take(_stderr, _err)) { }
    }

    private void Kill(RunEnd end)
    {
        if (_killed) return;
        _killed = true;
        _end = end;
        _ = PidfdKill(_init!.Fd);
    }

    private static unsafe bool[] Poll(ReadOnlySpan<int> descriptors, TimeSpan timeout)
    {
        var fds = stackalloc PollFd[descriptors.Length];
        for (var i = 0; i < descriptors.Length; i++) fds[i] = new PollFd { Fd = descriptors[i], Events = POLLIN };
        var milliseconds = (int)Math.Clamp(Math.Ceiling(timeout.TotalMilliseconds), 0, int.MaxValue);
        if (poll(fds, (nuint)descriptors.Length, milliseconds) < 0 && Marshal.GetLastPInvokeError() != EINTR) throw Failed("poll");
        var ready = new bool[descriptors.Length];
        for (var i = 0; i < ready.Length; i++) ready[i] = fds[i].Returned != 0;
        return ready;
    }

    /// <summary>bwrap hands the program's end on as a shell would: 128 + n stands for signal n.</summary>
    private static (int? ExitCode, int? Signal) Decode(int status)
    {
        if ((status & 0x7f) != 0) return (null, status & 0x7f);
        var code = (status >> 8) & 0xff;
        return code is > 128 and <= 128 + 64 ? (null, code - 128) : (code, null);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    /// <summary>Keeps the first bytes of a stream and says when it has grown past what is allowed.</summary>
    private sealed class Capture(long keep, long allow)
    {
        private readonly ArrayBufferWriter<byte> _kept = new();
        private long _seen;

        public ReadOnlyMemory<byte> Bytes => _kept.WrittenMemory;

        public bool Add(ReadOnlySpan<byte> bytes)
        {
            _seen += bytes.Length;
            var room = (int)Math.Min(bytes.Length, keep - _kept.WrittenCount);
            if (room > 0) _kept.Write(bytes[..room]);
            return _seen <= allow;
        }
    }
}
