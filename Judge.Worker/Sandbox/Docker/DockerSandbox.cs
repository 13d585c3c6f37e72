using System.Collections.Concurrent;
using System.Text;
using Judge.Worker.Sandbox.Bubblewrap;

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

    private readonly DockerEngine _engine;
    private readonly DockerOptions _options;
    private readonly BubblewrapOptions _capacity;
    private readonly ContainerRecipe _recipe;
    private readonly SemaphoreSlim _starting = new(StartsAtATime);
    private readonly ConcurrentDictionary<string, Lazy<ContainerStock>> _stocks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, bool> _closing = new();

    private DockerSandbox(DockerEngine engine, DockerOptions options, string pool, int cpuWeight, BubblewrapOptions capacity, string description)
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
        DockerOptions options, string pool, int cpuWeight, BubblewrapOptions capacity, CancellationToken cancellationToken)
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

            var sandbox = new DockerSandbox(
                engine, options, pool, cpuWeight, capacity,
                $"docker {engine.Version}, {options.Runtime ?? info.DefaultRuntime}, cgroup v{info.CgroupVersion ?? "1"}");
            await sandbox.TryAsync(cancellationToken);
            return sandbox;
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
            static (name, self) => new Lazy<ContainerStock>(() => new ContainerStock(self._engine, self._recipe, name, self._capacity.WarmBoxes, self._starting)),
            this).Value;
        return new DockerBox(this, stock, await stock.TakeAsync(cancellationToken), _capacity.RunsPerBox);
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

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        foreach (var image in _options.Images.Values.Append(_options.DefaultImage).Distinct(StringComparer.Ordinal))
        {
            if (await _engine.InspectImageAsync(image, cancellationToken) is null)
                throw new SandboxException($"the Docker engine at {_options.Socket} does not have the image {image}");
        }
    }
}
