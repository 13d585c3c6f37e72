using System.Collections.Concurrent;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>Containers of one image that stand ready. What is taken is replaced while nobody waits.</summary>
internal sealed class ContainerStock : IAsyncDisposable
{
    /// <summary>What a container is bounded by until a run says otherwise: somewhat more than a compiler is.</summary>
    private static readonly ContainerUpdateParameters FirstLimits = new((1L << 30) + (1L << 20), (1L << 30) + (1L << 20), 256);

    private readonly ConcurrentQueue<Task<Container>> _ready = new();
    private readonly DockerEngine _engine;
    private readonly ContainerRecipe _recipe;
    private readonly string _image;
    private readonly int _size;
    private readonly SemaphoreSlim _starting;
    private readonly CancellationTokenSource _closing = new();
    private ContainerUpdateParameters _limits = FirstLimits;

    /// <param name="engine">The engine.</param>
    /// <param name="recipe">What they are made with.</param>
    /// <param name="image">Their image.</param>
    /// <param name="size">How many stand ready.</param>
    /// <param name="starting">How many may be starting at one time, in all stocks together.</param>
    public ContainerStock(DockerEngine engine, ContainerRecipe recipe, string image, int size, SemaphoreSlim starting)
    {
        (_engine, _recipe, _image, _size, _starting) = (engine, recipe, image, size, starting);
        for (var i = 0; i < size; i++) Order();
    }

    /// <exception cref="SandboxException">None could be started.</exception>
    public async Task<Container> TakeAsync(CancellationToken cancellationToken)
    {
        // What stood ready may have failed while nobody waited, or been lost with an engine that was started again.
        for (var tries = 0; tries <= _size && _ready.TryDequeue(out var ordered); tries++)
        {
            if (await TryAsync(ordered, cancellationToken) is { } container) return container;
        }

        return await StartAsync(cancellationToken);
    }

    /// <summary>Has the next containers begin with these limits, which saves an update when they fit.</summary>
    public void Expect(ContainerUpdateParameters limits) => Volatile.Write(ref _limits, limits);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        while (_ready.TryDequeue(out var ordered))
        {
            await ((Task)ordered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ordered.IsCompletedSuccessfully) await (await ordered).DisposeAsync();
        }

        _closing.Dispose();
    }

    private async Task<Container?> TryAsync(Task<Container> ordered, CancellationToken cancellationToken)
    {
        Container container;
        try
        {
            container = await ordered.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            _ready.Enqueue(ordered);
            throw;
        }
        catch (SandboxException)
        {
            Order();
            return null;
        }

        Order();
        if (await container.AnswersAsync()) return container;
        await container.DisposeAsync();
        return null;
    }

    private void Order() => _ready.Enqueue(StartAsync(_closing.Token));

    private async Task<Container> StartAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            // Not to be given up half-way: nobody would know the container.
            return await Container.StartAsync(_engine, _recipe, _image, Volatile.Read(ref _limits));
        }
        finally
        {
            _starting.Release();
        }
    }
}
