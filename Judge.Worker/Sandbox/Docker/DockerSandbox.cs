using System.Collections.Concurrent;
using System.Text;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>
/// Runs commands in containers of a Docker engine: one container a submission, started ahead of it, and in it judge-runner as process
/// 1, with which this process speaks over the container's standard streams. So a case costs no call of the engine's.
/// </summary>
internal sealed class DockerSandbox : ISandbox, IDisposable
{
    /// <summary>The engine starts more at a time no sooner.</summary>
    private const int StartsAtATime = 2;

    private static readonly RunLimits FindLimits = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 256 << 20, 4 << 20, 16 * 1024, 16, 1 << 20);

    private const string NotCounted =
        "containers see no cgroup of theirs: CPU time is counted in clock ticks, and the memory told is the largest process's";

    private readonly DockerEngine _engine;
    private readonly DockerOptions _options;
    private readonly DockerCapacity _capacity;
    private readonly ContainerRecipe _recipe;
    private readonly SemaphoreSlim _starting = new(StartsAtATime);
    private readonly ConcurrentDictionary<string, Lazy<ContainerStock>> _stocks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _closing = new();

    private DockerSandbox(DockerEngine engine, DockerOptions options, string pool, int cpuWeight, DockerCapacity capacity, string description)
    {
        (_engine, _options, _capacity, Description) = (engine, options, capacity, description);
        _recipe = new ContainerRecipe(options, cpuWeight, new ContainerLabels(pool));
        Processors = new Processors(capacity.ConcurrentRuns, capacity.Pinned);
    }

    public string Description { get; }

    public string? Weakness { get; private set; }

    public Processors Processors { get; }

    /// <summary>Connects, and removes the containers of workers that are no more.</summary>
    /// <param name="options">Which engine and which images.</param>
    /// <param name="pool">Named in the containers' labels.</param>
    /// <param name="cpuWeight">As cgroup v2's cpu.weight.</param>
    /// <param name="capacity">How many of what.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SandboxException">The engine is not there, or cannot do what the options want.</exception>
    public static async Task<DockerSandbox> StartAsync(
        DockerOptions options, string pool, int cpuWeight, DockerCapacity capacity, CancellationToken cancellationToken)
    {
        var engine = await DockerEngine.ConnectAsync(options.Socket, cancellationToken);
        try
        {
            var info = await engine.GetSystemInfoAsync(cancellationToken);
            if (options.Runtime is { } runtime && info.Runtimes?.ContainsKey(runtime) != true)
                throw new SandboxException($"Worker__Docker__Runtime: the Docker engine at {options.Socket} has no runtime '{runtime}', only {string.Join(", ", info.Runtimes?.Keys ?? [])}");
            foreach (var container in await engine.ListContainersAsync(ContainerLabels.Pid, cancellationToken))
            {
                if (ContainerLabels.IsOrphan(container)) await engine.RemoveContainerAsync(container.ID, cancellationToken);
            }

            return new DockerSandbox(
                engine, options, pool, cpuWeight, capacity,
                $"docker {engine.Version}, {options.Runtime ?? info.DefaultRuntime}, cgroup v{info.CgroupVersion ?? "1"}");
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    public async Task<IBox> OpenBoxAsync(string? image, CancellationToken cancellationToken)
    {
        var stock = _stocks.GetOrAdd(
            image ?? _options.DefaultImage,
            static (name, self) => new Lazy<ContainerStock>(() => new ContainerStock(self._engine, self._recipe, name, self._capacity.WarmContainers, self._starting)),
            this).Value;
        var container = await stock.TakeAsync(cancellationToken);
        if (!container.IsCounted) Weakness = NotCounted;
        return new DockerBox(this, stock, container, _capacity.RunsPerBox);
    }

    public async Task<IReadOnlyList<string>> FindAsync(string? image, IReadOnlyList<string> patterns, CancellationToken cancellationToken)
    {
        await using var box = await OpenBoxAsync(image, cancellationToken);
        var run = await box.RunAsync(
            new RunRequest
            {
                Arguments = ["/bin/sh", "-c", $"for f in {string.Join(' ', patterns)}; do if [ -e \"$f\" ]; then echo \"$f\"; fi; done"],
                Limits = FindLimits,
            },
            cancellationToken);
        return run.Succeeded
            ? Encoding.UTF8.GetString(run.Stdout.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            : throw new SandboxException($"the image {image ?? _options.DefaultImage} does not say what is in it: {run.NotExecuted ?? Encoding.UTF8.GetString(run.Stderr.Span)}");
    }

    /// <summary>Removes containers while nobody waits.</summary>
    public void Close(IReadOnlyList<Container> containers)
    {
        var closing = Task.WhenAll(containers.Select(c => c.DisposeAsync().AsTask()));
        _closing[closing] = true;
        _ = closing.ContinueWith(t => _closing.TryRemove(t, out _), TaskScheduler.Default);
    }

    /// <summary>Removes all containers and waits for that.</summary>
    public void Dispose()
    {
        Task.WaitAll([.. _stocks.Values.Select(s => s.Value.DisposeAsync().AsTask()), .. _closing.Keys]);
        _engine.Dispose();
        _starting.Dispose();
    }
}

/// <summary>How many of what a sandbox keeps.</summary>
/// <param name="ConcurrentRuns">Runs at a time.</param>
/// <param name="RunsPerBox">Runs of one box at a time.</param>
/// <param name="WarmContainers">Containers of an image that stand ready, once it has been asked for.</param>
/// <param name="Pinned">Whether each run of a program has a processor to itself.</param>
internal sealed record DockerCapacity(int ConcurrentRuns, int RunsPerBox, int WarmContainers, bool Pinned);
