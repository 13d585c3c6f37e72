using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// A lane and the thread that serves it: sets a sandbox up, offers itself, waits for a run, follows it, and again. Setting up is
/// so never done while somebody waits, unless runs come faster than that.
/// </summary>
internal sealed class LaneThread : IDisposable
{
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Cell _cell;
    private readonly CgroupDriver _cgroups;
    private readonly Action<LaneThread> _offer;
    private readonly Thread _thread;
    private Lane? _lane;
    private SandboxException? _broken;
    private TaskCompletionSource<RunResult>? _job;
    private CancellationToken _cancellation;
    private volatile bool _closing;

    /// <param name="cell">Where the lane is opened.</param>
    /// <param name="cgroups">Where its group comes from.</param>
    /// <param name="writable">Whether its runs may write the box.</param>
    /// <param name="offer">Called whenever it stands ready, or is broken for good.</param>
    public LaneThread(Cell cell, CgroupDriver cgroups, bool writable, Action<LaneThread> offer)
    {
        (_cell, _cgroups, Writable, _offer) = (cell, cgroups, writable, offer);
        _thread = new Thread(Work) { IsBackground = true, Name = "sandbox-lane" };
        _thread.Start();
    }

    public bool Writable { get; }

    /// <summary>Releases the program on the caller's thread and has it watched on the lane's. Only by whom it was offered to.</summary>
    public Task<RunResult> RunAsync(RunRequest request, int processes, int processor, CancellationToken cancellationToken)
    {
        if (_broken is { } e) throw new SandboxException(e.Message, e);
        var job = new TaskCompletionSource<RunResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _lane!.Release(request, processes, processor);
            (_job, _cancellation) = (job, cancellationToken);
        }
        catch (SandboxException failure)
        {
            (_job, _broken) = (job, failure);
        }

        _wake.Release();
        return job.Task;
    }

    /// <summary>Makes the thread end, now or after its run, and gives up the lane.</summary>
    public void Close()
    {
        _closing = true;
        _wake.Release();
    }

    /// <summary>Waits until a closed lane is gone.</summary>
    public void Dispose()
    {
        _thread.Join();
        _wake.Dispose();
    }

    private void Work()
    {
        try
        {
            while (!_closing && _broken is null) Serve();
        }
        catch (SandboxException e)
        {
            _broken = e;
        }

        _lane?.Dispose();
        if (_broken is null) return;
        if (_job is { } job) job.SetException(_broken);
        else _offer(this);
    }

    private void Serve()
    {
        _lane ??= new Lane(_cell, _cgroups, Writable);
        _lane.Prepare();
        _offer(this);
        _wake.Wait();
        if (_job is not { } job || _broken is not null) return;
        try
        {
            var result = _lane.Watch(_cancellation);
            _job = null;
            job.SetResult(result);
        }
        catch (OperationCanceledException)
        {
            _job = null;
            job.SetCanceled(_cancellation);
        }

        if (_lane.IsClean) return;
        _lane.Dispose();
        _lane = null;
    }
}
