using System.Collections.Concurrent;
using System.Threading.Channels;
using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// Runs commands under bubblewrap. Three layers, each made before it is needed: a cell (one bwrap) per submission, a few lanes in
/// it, and in each lane a sandbox with namespaces, mounts and a seccomp filter of its own, in which the program-to-be waits one
/// execve from its start. A sandbox serves one run, a cell one submission. This class keeps a few cells in stock.
/// </summary>
internal sealed class BubblewrapSandbox : ISandbox, IDisposable
{
    private readonly BlockingCollection<bool> _orders = [];
    private readonly Channel<(BubblewrapBox? Box, Exception? Failure)> _stock = Channel.CreateUnbounded<(BubblewrapBox?, Exception?)>();
    private readonly ConcurrentDictionary<Task, Task> _closing = new();
    private readonly CgroupDriver _cgroups;
    private readonly CellCommand _command;
    private readonly int _readers, _warm;
    private readonly Thread _maker;
    private int _unclaimed;

    /// <param name="cgroups">Where runs are accounted; the caller disposes it after the sandbox.</param>
    /// <param name="mounts">See <see cref="CellCommand"/>.</param>
    /// <param name="options">How many of what.</param>
    public BubblewrapSandbox(CgroupDriver cgroups, IEnumerable<string> mounts, BubblewrapOptions options)
    {
        (_cgroups, _readers, _warm) = (cgroups, options.RunsPerBox + 1, options.WarmBoxes);
        _command = new CellCommand(mounts, options.Prepared, cgroups.CountsMemoryFiles);
        Processors = new Processors(options.ConcurrentRuns, options.Pinned);
        for (var i = 0; i < options.WarmBoxes; i++) _orders.Add(true);
        _maker = new Thread(MakeBoxes) { IsBackground = true, Name = "sandbox-maker" };
        _maker.Start();
    }

    public string Description => $"bubblewrap, {_cgroups.Description}{(WarmStarts.GivenUp is { } why ? $"; interpreters are not started ahead: {why}" : "")}";

    public string? Weakness => _cgroups.Weakness;

    public Processors Processors { get; }

    public WarmStarts WarmStarts { get; } = new();

    public async Task<IBox> OpenBoxAsync(string? image, CancellationToken cancellationToken)
    {
        // What failed while nobody waited may go well now.
        for (var failures = 0; ; failures++)
        {
            var (box, failure) = await TakeAsync(cancellationToken);
            if (box is not null) return box;
            if (failures == _warm + 1) throw failure as SandboxException ?? new SandboxException($"the sandbox failed: {failure!.Message}", failure);
        }
    }

    public Task<IReadOnlyList<string>> FindAsync(string? image, IReadOnlyList<string> patterns, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(HostFiles.Find(patterns));
    }

    /// <summary>What comes next out of the stock, and an order for another; what was ordered by somebody who gave up is used first.</summary>
    private async Task<(BubblewrapBox? Box, Exception? Failure)> TakeAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (Interlocked.Decrement(ref _unclaimed) < 0)
            {
                Interlocked.Increment(ref _unclaimed);
                _orders.Add(true, CancellationToken.None);
            }

            return await _stock.Reader.ReadAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _unclaimed);
            throw;
        }
        catch (InvalidOperationException e)
        {
            throw new SandboxException("the sandbox is closed", e);
        }
    }

    /// <summary>Throws a box away while nobody waits; on a thread of its own, since it waits for processes to end.</summary>
    public void Close(Action close)
    {
        Task? closing = null;
        closing = new Task(
            () =>
            {
                close();
                _closing.TryRemove(closing!, out _);
            },
            TaskCreationOptions.LongRunning);
        _closing[closing] = closing;
        closing.Start(TaskScheduler.Default);
    }

    /// <summary>Ends all cells and waits for that.</summary>
    public void Dispose()
    {
        _orders.CompleteAdding();
        _maker.Join();
        _stock.Writer.Complete();
        while (_stock.Reader.TryRead(out var item)) item.Box?.DisposeAsync().AsTask().Wait();
        Task.WaitAll([.. _closing.Values]);
        WarmStarts.Dispose();
    }

    /// <summary>On one thread that lives as long as the sandbox: see <see cref="Cell"/>.</summary>
    private void MakeBoxes()
    {
        foreach (var _ in _orders.GetConsumingEnumerable())
        {
            if (_orders.IsAddingCompleted) return;
            Cell? cell = null;
            BubblewrapBox? box = null;
            try
            {
                cell = new Cell(_command);
                box = new BubblewrapBox(this, _cgroups, cell, _readers);
                box.WarmUpAsync().GetAwaiter().GetResult();
                _stock.Writer.TryWrite((box, null));
            }
            catch (Exception e)
            {
                if (box is null) cell?.Dispose();
                else box.DisposeAsync().AsTask().Wait();
                _stock.Writer.TryWrite((null, e));
            }
        }
    }
}

/// <summary>How many of what a sandbox keeps, and what is seen in it.</summary>
/// <param name="ConcurrentRuns">Runs at a time.</param>
/// <param name="RunsPerBox">Runs of one box at a time, for which sandboxes stand ready.</param>
/// <param name="WarmBoxes">Boxes that stand ready.</param>
/// <param name="Pinned">Whether each run has a processor to itself.</param>
/// <param name="Prepared">Host directory that runs see, read-only, as <see cref="CellCommand.Prepared"/>; null: none.</param>
internal sealed record BubblewrapOptions(int ConcurrentRuns, int RunsPerBox, int WarmBoxes, bool Pinned, string? Prepared = null);
