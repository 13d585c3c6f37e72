using System.Runtime.InteropServices;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>A running container with judge-runner in it, its box empty or with a submission's files. Serves one question at a time.</summary>
internal sealed class Container : IAsyncDisposable
{
    /// <summary>What a memory limit may be too high by, so that it need not be written before every case.</summary>
    private const long Slack = 1 << 20;

    /// <summary>Where the container has a kernel of its own (gVisor) that is charged to it, and shows no cgroup: what that may take.</summary>
    private const long OwnKernelBytes = 64 << 20, OwnKernelThreads = 4096;

    private readonly DockerEngine _engine;
    private readonly string _id;
    private readonly RunnerLink _link;
    private RunnerProtocol.IdleFrame _idle;

    private Container(DockerEngine engine, string id, RunnerLink link, ContainerUpdateParameters limits)
    {
        (_engine, _id, _link, Limits) = (engine, id, link, limits);
    }

    /// <summary>Whether a cgroup counts in there.</summary>
    public bool IsCounted => _idle.Counted != 0;

    /// <summary>Its limits of now: the last run's, and what the container takes itself.</summary>
    public ContainerUpdateParameters Limits { get; private set; }

    public static async Task<Container> StartAsync(DockerEngine engine, ContainerRecipe recipe, string image, ContainerUpdateParameters limits)
    {
        var id = await engine.CreateContainerAsync(recipe.Make(image, limits), CancellationToken.None);
        RunnerLink? link = null;
        try
        {
            // Attached before it starts, so that nothing it says is missed.
            link = new RunnerLink(await engine.AttachContainerAsync(id, CancellationToken.None));
            await engine.StartContainerAsync(id, CancellationToken.None);
            return new Container(engine, id, link, limits) { _idle = await link.ReceiveIdleAsync(CancellationToken.None) };
        }
        catch
        {
            if (link is not null) await link.DisposeAsync();
            await engine.RemoveSurelyAsync(id);
            throw;
        }
    }

    /// <summary>Whether it still answers.</summary>
    public async Task<bool> AnswersAsync()
    {
        try
        {
            await _link.ListAsync(CancellationToken.None);
            return true;
        }
        catch (SandboxException)
        {
            return false;
        }
    }

    public async Task PutAsync(BoxFile file, CancellationToken cancellationToken)
    {
        if (RunnerProtocol.Path(file.Path) is not { } path) throw new SandboxException($"cannot put {file.Path} into the box: no such path can be");
        var error = await _link.PutAsync(path, file.Content, file.Executable, cancellationToken);
        if (error != 0) throw new SandboxException($"cannot put {file.Path} into the box: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    /// <summary>Null when there is no such regular file, or it is larger than that.</summary>
    public async Task<BoxFile?> GetAsync(string path, long limit, CancellationToken cancellationToken) =>
        RunnerProtocol.Path(path) is { } bytes && await _link.GetAsync(bytes, limit, cancellationToken) is { } file ? new BoxFile(path, file.Content, file.Executable) : null;

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => _link.ListAsync(cancellationToken);

    public async Task<RunResult> RunAsync(RunRequest request, int processor, CancellationToken cancellationToken)
    {
        if (_idle.Clean == 0) throw new SandboxException("a container could not be emptied after a run");
        var payload = RunnerProtocol.RunPayload(request, IsCounted ? RunnerProtocol.None : request.Limits.Processes, processor);
        await LimitAsync(request, cancellationToken);
        RunnerOutcome outcome;
        try
        {
            outcome = await _link.RunAsync(request, payload, cancellationToken);
        }
        catch (SandboxException e)
        {
            // Where the runtime has a kernel of its own (gVisor), running out of memory ends the container as a whole.
            return await EndedForMemoryAsync()
                ? new RunResult(RunEnd.MemoryLimit, null, 9, TimeSpan.Zero, TimeSpan.Zero, request.Limits.MemoryBytes, default, default)
                : throw new SandboxException(e.Message, e);
        }

        // The runner empties the container meanwhile; the next run of it, if there is one, begins after that.
        _idle = await _link.ReceiveIdleAsync(CancellationToken.None);
        cancellationToken.ThrowIfCancellationRequested();
        var done = outcome.Done;
        var signal = done.Status & 0x7f;
        return new RunResult(
            (RunEnd)done.End, done.Ended != 0 && signal == 0 ? (done.Status >> 8) & 0xff : null, done.Ended == 0 ? 9 : signal == 0 ? null : signal,
            TimeSpan.FromMicroseconds(done.CpuMicroseconds), TimeSpan.FromMicroseconds(done.WallMicroseconds), done.MemoryBytes, outcome.Stdout, outcome.Stderr)
        {
            NotExecuted = done.ExecErrno == 0 ? null : Marshal.GetPInvokeErrorMessage(done.ExecErrno),
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _link.DisposeAsync();
        await _engine.RemoveSurelyAsync(_id);
    }

    private async Task LimitAsync(RunRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var memory = request.Limits.MemoryBytes + request.Stdin.Length + (IsCounted ? _idle.MemoryBytes : OwnKernelBytes);
        var processes = IsCounted ? request.Limits.Processes + 1 /* the runner */ : OwnKernelThreads;
        if (memory <= Limits.Memory && Limits.Memory - memory <= Slack && processes == Limits.PidsLimit) return;
        memory += Slack / 2;
        var limits = new ContainerUpdateParameters(memory, memory, processes);
        // Not to be given up half-way: they have to be known.
        await _engine.UpdateContainerAsync(_id, limits, CancellationToken.None);
        Limits = limits;
    }

    private async Task<bool> EndedForMemoryAsync()
    {
        try
        {
            // The end of its streams is seen a little before its own.
            for (var looks = 0; looks < 10; looks++)
            {
                if (await _engine.InspectContainerAsync(_id, CancellationToken.None) is not { } container) return false;
                if (!container.State.Running) return container.State is { OOMKilled: true, ExitCode: 128 + 9 };
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }

            return false;
        }
        catch (SandboxException)
        {
            return false;
        }
    }
}
