using System.Diagnostics;
using System.Runtime.InteropServices;
using Judge.Worker.Sandbox.Cgroups;
using Judge.Worker.Sandbox.Native;
using static Judge.Worker.Sandbox.Native.Libc;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// This process's side of a lane: sets one-shot sandboxes up ahead (<see cref="Prepare"/>), releases one when a run comes
/// (<see cref="Release"/>) and watches it to its end (<see cref="Watch"/>). Made warm (<see cref="Warm"/>) it is an interpreter, of which each run is a copy. Not thread-safe: one step at a time.
/// The CPU limit needs no clock tick: the next look at the cgroup's CPU time is due when the program could at the earliest have
/// used up what is left, with all processors busy, so the looks get closer as the limit does. Of the wall's time only that counts in which the
/// program was not kept waiting for a processor: how busy the machine is must not decide about verdicts.
/// </summary>
internal sealed class Lane : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>However busy the machine is, a run takes no more than so many times its wall limit, or than so long.</summary>
    private const int MostStretched = 10;

    private static readonly TimeSpan LeastStretched = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan CancellationTick = TimeSpan.FromMilliseconds(100), RunnableTick = TimeSpan.FromMilliseconds(20);

    /// <summary>What it takes on an idle machine until an answer is heard and a question read, with room.</summary>
    private static readonly TimeSpan WakingUp = TimeSpan.FromMicroseconds(500);

    /// <summary>The user on the host that programs belong to; null: this process's.</summary>
    public static readonly uint? Owner = geteuid() == 0 ? CellCommand.RunUser : null;

    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly Cell _cell;
    private readonly MessageSocket _socket;
    private readonly CgroupDriver _cgroups;
    private readonly RunCgroup _cgroup;
    private readonly Descriptor _process;
    private Descriptor? _init, _stdout, _stderr, _childStdout, _childStderr;
    private RunRequest? _request;
    private Conversation? _conversation;
    private long _turn;

    /// <summary>Of the turn, what this side of the dialogue took between an answer and the next question; and how long this thread had waited for a processor before it.</summary>
    private TimeSpan _thought, _ownDelay;
    private TimeSpan _before;
    private RunEnd _end;
    private bool _killed, _gone;

    /// <param name="cell">Where it runs.</param>
    /// <param name="cgroups">Where it gets its group from, and gives it back to.</param>
    /// <param name="writable">Whether its runs may write the box.</param>
    public Lane(Cell cell, CgroupDriver cgroups, bool writable)
    {
        (_cell, _cgroups, _cgroup) = (cell, cgroups, cgroups.Rent());
        try
        {
            (_socket, _process) = cell.OpenLane(writable);
        }
        catch
        {
            cgroups.Return(_cgroup);
            throw;
        }

        try
        {
            _cgroup.HostLane(_process);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether another run can follow: the lane lives, and the last run left nothing that the next would be charged for.</summary>
    public bool IsClean => !_gone && _cgroup.IsClean;

    /// <summary>Whether <see cref="Warm"/> has made it an interpreter.</summary>
    public bool IsWarm { get; private set; }

    /// <summary>Of its run; from any thread.</summary>
    public RunActivity Activity => _init is { } init ? RunDelay.ActivityOf(init) : default;

    /// <summary>Makes it an interpreter that has started and not yet opened its program; runs release that program then, whatever their arguments.</summary>
    /// <param name="request">One of those runs.</param>
    /// <param name="library">judge-warm.so.</param>
    /// <exception cref="SandboxException">It ended, or did not open its program as it is known to; the lane is of no use any more.</exception>
    public void Warm(RunRequest request, Descriptor library)
    {
        if (_init is not null)
        {
            EndInit();
            Expect(CellProtocol.Done);
            CloseRun();
        }

        using var nothing = Descriptor.SealedFile([]);
        _socket.Send(CellProtocol.WarmMessage(request), library.Fd, nothing.Fd);
        Expect(CellProtocol.Warm);
        _cgroup.LaneIsWarm();
        IsWarm = true;
    }

    /// <summary>Has the next sandbox set up, all but the program's execve.</summary>
    public void Prepare()
    {
        _socket.Send([CellProtocol.Arm, _cgroup.PerRun ? (byte)1 : (byte)0]);
        (_stdout, _childStdout) = Descriptor.PipeFromProgram(Owner);
        (_stderr, _childStderr) = Descriptor.PipeFromProgram(Owner);
        // The lane tells of its init while that runs ahead; only one that waits to be moved is told of first.
        for (var armed = false; !armed || _init is null;)
        {
            if (!Poll(_socket.Fd, Patience)) throw _cell.Failure($"no sandbox after {Patience.TotalSeconds:0} s");
            var size = _socket.Receive(_buffer, out var descriptor);
            if (size == 1 && _buffer[0] == CellProtocol.Armed) armed = true;
            else if (size == 1 && _buffer[0] == CellProtocol.Init && descriptor is not null) Host(descriptor);
            else throw _cell.Failure("the lane has ended");
        }
    }

    /// <summary>Lets the program begin.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="processes">See <see cref="CellProtocol.RunMessage"/>.</param>
    /// <param name="processor">See <see cref="CellProtocol.RunMessage"/>.</param>
    public void Release(RunRequest request, int processes, int processor)
    {
        (_request, _killed, _end) = (request, false, RunEnd.Finished);
        var message = CellProtocol.RunMessage(request, processes, processor);
        if (request.Dialogue is { } dialogue) _conversation = new Conversation(dialogue, Owner, request.Limits.OutputBytes);
        List<Descriptor> given =
        [
            request.StdinPipe ?? Descriptor.SealedFile(request.Stdin.Span), request.StdoutPipe ?? _childStdout!, _childStderr!,
            .. _conversation is null ? [] : (Descriptor[])[_conversation.ProgramsQuestions, _conversation.ProgramsAnswers],
            .. request.Files.Select(f => Descriptor.SealedFile(f.Span)),
        ];
        try
        {
            _cgroup.Begin(request.Limits);
            _before = TimeSpan.Zero;
            BeginTurn();
            _socket.Send(message, [.. given.Select(d => d.Fd)]);
        }
        finally
        {
            foreach (var descriptor in given) descriptor.Dispose();
            _childStdout!.Dispose();
        }
    }

    /// <summary>Follows the run to its end.</summary>
    public RunResult Watch(CancellationToken cancellationToken)
    {
        var limits = _request!.Limits;
        var stdout = new Capture(_stdout!, limits.OutputBytes, limits.OutputBytes);
        var stderr = new Capture(_stderr!, limits.StderrBytes, limits.OutputBytes);
        var done = WatchUntilDone(stdout, stderr, cancellationToken);
        var wall = Stopwatch.GetElapsedTime(_turn);
        _cgroup.Ended(TimeSpan.FromMicroseconds(done.CpuMicroseconds), done.MaxRssKb * 1024);
        if (!(stdout.Drain(_buffer) & stderr.Drain(_buffer)) && _end == RunEnd.Finished) _end = RunEnd.OutputLimit;
        CloseRun();
        cancellationToken.ThrowIfCancellationRequested();

        var cpu = _cgroup.Cpu - _before;
        if (_cgroup.OomKilled) _end = RunEnd.MemoryLimit;
        else if (_end == RunEnd.Finished && cpu > limits.Cpu) _end = RunEnd.CpuLimit;
        if (!_killed && done.Ended == 0 && _end == RunEnd.Finished) throw new SandboxException("a sandbox ended before its program did");
        var signal = done.Status & 0x7f;
        return new RunResult(
            _end, done.Ended != 0 && signal == 0 ? (done.Status >> 8) & 0xff : null, done.Ended == 0 ? SIGKILL : signal == 0 ? null : signal,
            cpu, wall, _cgroup.PeakBytes, stdout.Bytes, stderr.Bytes)
        {
            NotExecuted = done.ExecErrno == 0 ? null : Marshal.GetPInvokeErrorMessage(done.ExecErrno),
        };
    }

    public void Dispose()
    {
        // Then the lane finds nobody at the other end and ends, too.
        EndInit();
        CloseRun();
        _socket.Dispose();
        _ = Poll(_process.Fd, Patience);
        _process.Dispose();
        _cgroups.Return(_cgroup);
    }

    /// <summary>Killing the init of a pid namespace ends all of it, and the init only ends after all of it has.</summary>
    private void EndInit()
    {
        if (_init is null) return;
        _ = PidfdKill(_init.Fd);
        _ = Poll(_init.Fd, Patience);
    }

    private void Expect(byte op)
    {
        if (!Poll(_socket.Fd, Patience) || _socket.Receive(_buffer, out _) == 0 || _buffer[0] != op) throw _cell.Failure("the lane has ended");
    }

    private void CloseRun()
    {
        foreach (var descriptor in (Descriptor?[])[_init, _stdout, _stderr, _childStdout, _childStderr]) descriptor?.Dispose();
        _conversation?.Dispose();
        _conversation = null;
        (_init, _stdout, _stderr, _childStdout, _childStderr) = (null, null, null, null, null);
    }

    private CellProtocol.DoneMessage WatchUntilDone(Capture stdout, Capture stderr, CancellationToken cancellationToken)
    {
        var limits = _request!.Limits;
        var nextLook = Min(_cgroup.LookEvery, limits.Cpu / Environment.ProcessorCount);
        var wall = limits.Wall;
        var turn = _turn;
        Span<PollFd> fds = stackalloc PollFd[5];
        for (var killedAt = default(TimeSpan?); ;)
        {
            var now = Stopwatch.GetElapsedTime(_turn);
            if (turn != _turn) (turn, wall, nextLook) = (_turn, limits.Wall, now + Min(_cgroup.LookEvery, limits.Cpu / Environment.ProcessorCount));
            if (cancellationToken.IsCancellationRequested) Kill(RunEnd.Finished);
            if (now >= wall && !_killed)
            {
                var (longest, runnable) = RunDelay.Of(_init!);
                var partner = _request!.Partner?.Invoke() ?? default;
                // Whoever computes now, or would, is not asleep; the time of that is the CPU limit's. Nor is who waits for such a one to answer.
                var own = _conversation is null ? TimeSpan.Zero : _thought + RunDelay.OfThisThread() - _ownDelay;
                wall = Min(Max(limits.Wall + longest + partner.Busy + own, runnable || partner.Now ? now + RunnableTick : default), Max(limits.Wall * MostStretched, LeastStretched));
                // It may have ended, or answered, long ago while nobody could look.
                if (now >= wall && !Poll(_socket.Fd, TimeSpan.Zero) && !(_conversation is { AnswersFd: >= 0 } c && Poll(c.AnswersFd, TimeSpan.Zero))) Kill(RunEnd.WallLimit);
            }

            if (now >= nextLook && !_killed)
            {
                _cgroup.Look();
                var left = limits.Cpu - (_cgroup.Cpu - _before);
                if (left <= TimeSpan.Zero) Kill(RunEnd.CpuLimit);
                if (_cgroup.OomKilled) Kill(RunEnd.MemoryLimit);
                // What goes straight to another program is not read here.
                if (_request!.StdoutPipe is not null && !_request.IsCompanion && _init!.Pid is int init && ProcFiles.Written(init) > limits.OutputBytes) Kill(RunEnd.OutputLimit);
                nextLook = now + Max(Min(left / Environment.ProcessorCount, _cgroup.LookEvery), TimeSpan.FromMilliseconds(1));
            }

            if (_killed && now - (killedAt ??= now) > Patience) throw new SandboxException("a killed sandbox does not end");
            fds[0] = new PollFd { Fd = _socket.Fd, Events = POLLIN };
            fds[1] = new PollFd { Fd = stdout.Fd, Events = POLLIN };
            fds[2] = new PollFd { Fd = stderr.Fd, Events = POLLIN };
            fds[3] = new PollFd { Fd = _killed ? -1 : _conversation?.AnswersFd ?? -1, Events = POLLIN };
            fds[4] = new PollFd { Fd = _killed ? -1 : _conversation?.QuestionsFd ?? -1, Events = POLLOUT };
            if (Poll(fds, _killed ? CancellationTick : Max(Min(Min(wall - now, nextLook - now), CancellationTick), TimeSpan.Zero)) == 0) continue;
            if (fds[1].Returned != 0 && !stdout.Take(_buffer)) Kill(RunEnd.OutputLimit);
            if (fds[2].Returned != 0 && !stderr.Take(_buffer)) Kill(RunEnd.OutputLimit);
            if (fds[4].Returned != 0) _conversation!.Ask();
            if (fds[3].Returned != 0)
            {
                // An answer counts though the program may have ended right after it.
                if (Hear(stdout, stderr) is var heard and not Hearing.GoesOn) Kill(heard == Hearing.TooMuch ? RunEnd.OutputLimit : RunEnd.Finished);
                if (!_killed) continue;
            }

            if (fds[0].Returned == 0) continue;
            if (_socket.Receive(_buffer, out _) == Marshal.SizeOf<CellProtocol.DoneMessage>() && _buffer[0] == CellProtocol.Done)
                return MemoryMarshal.Read<CellProtocol.DoneMessage>(_buffer);
            // The lane itself is gone. It sits in the run's cgroup and may have been what the kernel took for want of memory.
            if (!_cgroup.OomKilled) throw _cell.Failure("the lane has ended");
            (_killed, _gone) = (true, true);
            EndInit();
            return default;
        }
    }

    private Hearing Hear(Capture stdout, Capture stderr)
    {
        var (ended, began) = (false, Stopwatch.GetTimestamp());
        var heard = _conversation!.Hear(_buffer, () =>
        {
            ended = true;
            return EndTurn(stdout, stderr);
        });
        // The wall's time begins with the question: how long it was thought about is none of the program's.
        if (ended) BeginTurn();
        else _thought += Stopwatch.GetElapsedTime(began) + WakingUp;
        return heard;
    }

    private void BeginTurn() => (_turn, _thought, _ownDelay) = (Stopwatch.GetTimestamp(), TimeSpan.Zero, _conversation is null ? TimeSpan.Zero : RunDelay.OfThisThread());

    private RunResult EndTurn(Capture stdout, Capture stderr)
    {
        var (limits, wall) = (_request!.Limits, Stopwatch.GetElapsedTime(_turn));
        var within = stdout.Drain(_buffer) & stderr.Drain(_buffer);
        _cgroup.Look();
        var cpu = _cgroup.Cpu - _before;
        var end = _cgroup.OomKilled ? RunEnd.MemoryLimit : cpu > limits.Cpu ? RunEnd.CpuLimit : within ? RunEnd.Finished : RunEnd.OutputLimit;
        var result = new RunResult(end, null, null, cpu, wall, _cgroup.PeakBytes, stdout.Cut(), stderr.Cut());
        _before += cpu;
        _cgroup.BeginTurn();
        return result;
    }

    private void Kill(RunEnd end)
    {
        if (_killed) return;
        (_killed, _end) = (true, end);
        _ = PidfdKill(_init!.Fd);
    }

    private void Host(Descriptor init)
    {
        _init = init;
        _cgroup.HostRun(init);
        if (_cgroup.PerRun) _socket.Send([CellProtocol.Go]);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
