using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// A lane and the thread that serves it: sets a sandbox up, offers itself, waits for a run, follows it, and again. Setting up is
/// so never done while somebody waits, unless runs come faster than that.
/// </summary>
internal sealed class LaneThread : IDisposable
{
    private readonly AutoResetEvent _wake = new(initialState: false); // which does not spin, as SemaphoreSlim does
    private readonly Cell _cell;
    private readonly CgroupDriver _cgroups;
    private readonly WarmStarts _warmStarts;
    private readonly Action<LaneThread> _offer;
    private readonly Thread _thread;
    private Lane? _lane;
    private TaskCompletionSource<RunResult>? _job;
    private RunRequest? _first;
    private CancellationToken _cancellation;
    private volatile bool _closing;

    /// <param name="cell">Where the lane is opened.</param>
    /// <param name="cgroups">Where its group comes from.</param>
    /// <param name="warmStarts">What makes it warm.</param>
    /// <param name="writable">Whether its runs may write the box.</param>
    /// <param name="offer">Called whenever it stands ready, or is broken for good.</param>
    public LaneThread(Cell cell, CgroupDriver cgroups, WarmStarts warmStarts, bool writable, Action<LaneThread> offer)
    {
        (_cell, _cgroups, _warmStarts, Writable, _offer) = (cell, cgroups, warmStarts, writable, offer);
        _thread = new Thread(Work) { IsBackground = true, Name = "sandbox-lane" };
        _thread.Start();
    }

    public bool Writable { get; }

    /// <summary>Whether it serves only runs that begin in the same way.</summary>
    public bool IsWarm => _first is not null;

    /// <summary>Why no sandbox could be set up; null when one stands ready. Whoever takes the lane is told, and the thread tries again.</summary>
    public SandboxException? Broken { get; private set; }

    /// <summary>Of its run; from any thread.</summary>
    public RunActivity Activity => _lane?.Activity ?? default;

    /// <summary>Releases the program on the caller's thread and has it watched on the lane's. Only by whom it was offered to.</summary>
    public Task<RunResult> RunAsync(RunRequest request, int processes, int processor, CancellationToken cancellationToken)
    {
        try
        {
            if (Broken is { } e) throw new SandboxException(e.Message, e);
            _lane!.Release(request, processes, processor);
            var job = new TaskCompletionSource<RunResult>(TaskCreationOptions.RunContinuationsAsynchronously);
            (_job, _cancellation) = (job, cancellationToken);
            return job.Task;
        }
        finally
        {
            _wake.Set();
        }
    }

    /// <summary>From its next offer on it serves runs that begin as this one does. Only by whom it was offered to, instead of a run.</summary>
    public void BecomeWarm(RunRequest first)
    {
        _first = first;
        _wake.Set();
    }

    /// <summary>Makes the thread end, now or after its run, and gives up the lane.</summary>
    public void Close()
    {
        _closing = true;
        _wake.Set();
    }

    /// <summary>Waits until a closed lane is gone.</summary>
    public void Dispose()
    {
        _thread.Join();
        _wake.Dispose();
    }

    private void Work()
    {
        while (!_closing)
        {
            var warm = IsWarm;
            Prepare();
            _offer(this);
            _wake.WaitOne();
            if (IsWarm != warm) continue;
            // No job: closing, or a release that failed, after which the lane's state is not known.
            if (_job is not { } job || !Follow(job)) Drop();
            _job = null;
        }

        Drop();
    }

    private void Prepare()
    {
        try
        {
            _lane ??= new Lane(_cell, _cgroups, Writable);
            if (_first is not null && !_lane.IsWarm && _warmStarts.GivenUp is null && !_warmStarts.TryWarm(_lane, _first))
            {
                Drop();
                _lane = new Lane(_cell, _cgroups, Writable);
            }

            _lane.Prepare();
            Broken = null;
        }
        catch (Exception e)
        {
            Drop();
            Broken = Failure(e);
        }
    }

    /// <returns>Whether the lane is as good as new.</returns>
    private bool Follow(TaskCompletionSource<RunResult> job)
    {
        try
        {
            job.SetResult(_lane!.Watch(_cancellation));
        }
        catch (OperationCanceledException)
        {
            job.SetCanceled(_cancellation);
        }
        catch (Exception e)
        {
            job.SetException(Failure(e));
            return false;
        }

        return _lane!.IsClean;
    }

    private static SandboxException Failure(Exception e) => e as SandboxException ?? new SandboxException($"the sandbox failed: {e.Message}", e);

    private void Drop()
    {
        _lane?.Dispose();
        _lane = null;
    }
}
