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

    /// <summary>Why it can serve no more.</summary>
    public SandboxException? Broken { get; private set; }

    /// <summary>Releases the program on the caller's thread and has it watched on the lane's. Only by whom it was offered to.</summary>
    public Task<RunResult> RunAsync(RunRequest request, int processes, int processor, CancellationToken cancellationToken)
    {
        if (Broken is { } e) throw new SandboxException(e.Message, e);
        var job = new TaskCompletionSource<RunResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            _lane!.Release(request, processes, processor);
            (_job, _cancellation) = (job, cancellationToken);
        }
        catch (Exception failure)
        {
            (_job, Broken) = (job, Failure(failure));
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
            try
            {
                while (!_closing && Broken is null) Serve();
            }
            finally
            {
                _lane?.Dispose();
            }
        }
        catch (Exception e)
        {
            // Whatever it is: on a thread of our own it would end the process.
            Broken = Failure(e);
        }

        if (Broken is null) return;
        if (_job is { } job) job.SetException(Broken);
        else _offer(this);
    }

    private static SandboxException Failure(Exception e) => e as SandboxException ?? new SandboxException($"the sandbox failed: {e.Message}", e);

    private void Serve()
    {
        _lane ??= new Lane(_cell, _cgroups, Writable);
        _lane.Prepare();
        _offer(this);
        _wake.Wait();
        if (_job is not { } job || Broken is not null) return;
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
