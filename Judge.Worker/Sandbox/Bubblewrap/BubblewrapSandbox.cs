using System.Collections.Concurrent;
using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// Runs commands under bubblewrap, each in its own namespaces, cgroup and empty file systems. How a run goes:
/// bwrap, spawned with the run's rlimits, sets namespaces and mounts up and is held at the very end of that; its pid is put into a
/// fresh cgroup; then it is released and watched with poll(2) until it ends or breaks a limit (see <see cref="BubblewrapRun"/>).
/// A run keeps one of the sandbox's own threads from start to end: PR_SET_PDEATHSIG, by which a run dies with its worker, is tied
/// to the thread that spawned it. The number of threads is the number of runs at once.
/// </summary>
internal sealed class BubblewrapSandbox : ISandbox, IDisposable
{
    private readonly BlockingCollection<Job> _jobs = [];
    private readonly CgroupDriver _cgroups;
    private readonly BubblewrapCommand _command;

    public BubblewrapSandbox(CgroupDriver cgroups, BubblewrapCommand command, int concurrentRuns)
    {
        _cgroups = cgroups;
        _command = command;
        for (var i = 0; i < concurrentRuns; i++)
            new Thread(Work) { IsBackground = true, Name = $"sandbox-{i}" }.Start();
    }

    public string Description => $"bubblewrap, {_cgroups.Description}";

    public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var job = new Job(request, cancellationToken);
        _jobs.Add(job, cancellationToken);
        return await job.Completion.Task;
    }

    public void Dispose() => _jobs.CompleteAdding();

    private void Work()
    {
        var buffer = new byte[64 * 1024];
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            try
            {
                job.CancellationToken.ThrowIfCancellationRequested();
                RunResult result;
                using (var run = new BubblewrapRun(_cgroups, _command, job.Request, buffer)) result = run.Execute(job.CancellationToken);
                job.Completion.SetResult(result);
            }
            catch (OperationCanceledException)
            {
                job.Completion.SetCanceled(job.CancellationToken);
            }
            catch (Exception e)
            {
                job.Completion.SetException(e as SandboxException ?? new SandboxException($"the sandbox failed: {e.Message}", e));
            }
        }
    }

    private sealed record Job(RunRequest Request, CancellationToken CancellationToken)
    {
        public TaskCompletionSource<RunResult> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
