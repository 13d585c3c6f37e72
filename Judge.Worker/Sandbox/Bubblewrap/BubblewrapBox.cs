using System.Threading.Channels;
using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>A cell with its lanes: one whose runs may write the box, for the compiler, and one more than can run at a time whose
/// runs may not, so that the next case finds a sandbox ready while the last one's is being replaced. Of these, as many as can run at a time
/// turn warm for runs that begin alike.</summary>
internal sealed class BubblewrapBox : IBox
{
    private readonly BubblewrapSandbox _sandbox;
    private readonly CgroupDriver _cgroups;
    private readonly Cell _cell;
    private readonly List<LaneThread> _lanes = [];
    private readonly Channel<LaneThread> _writers = Channel.CreateUnbounded<LaneThread>(), _readers = Channel.CreateUnbounded<LaneThread>(), _warm = Channel.CreateUnbounded<LaneThread>();
    private readonly int _mostWarm;
    private int _writing, _reading, _warming, _closed;

    public BubblewrapBox(BubblewrapSandbox sandbox, CgroupDriver cgroups, Cell cell, int readers)
    {
        (_sandbox, _cgroups, _cell, _mostWarm) = (sandbox, cgroups, cell, readers - 1);
        AddLane(writable: true);
        for (var i = 0; i < readers; i++) AddLane(writable: false);
    }

    /// <summary>Waits until at least one sandbox of each kind stands ready.</summary>
    /// <exception cref="SandboxException">None could be set up.</exception>
    public async Task WarmUpAsync()
    {
        foreach (var ready in (ChannelReader<LaneThread>[])[_writers.Reader, _readers.Reader])
        {
            await ready.WaitToReadAsync();
            if (ready.TryPeek(out var lane) && lane.Broken is { } e) throw new SandboxException(e.Message, e);
        }
    }

    public Task PutAsync(string path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _cell.Put(path, content.Span, executable);
        return Task.CompletedTask;
    }

    public Task<byte[]?> GetAsync(string path, long limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_cell.Get(path, limit));
    }

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_cell.List());
    }

    public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        using var processor = request.IsCompanion ? Processors.Companion : await _sandbox.Processors.RentAsync(cancellationToken);
        if (request.BeginsAt is not null && _sandbox.WarmStarts.GivenUp is null)
            return await RunAsync(await TakeWarmLaneAsync(request, cancellationToken), request, processor, cancellationToken);
        try
        {
            return await RunAsync(await TakeLaneAsync(request.BoxWritable, cancellationToken), request, processor, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref request.BoxWritable ? ref _writing : ref _reading);
        }
    }

    private Task<RunResult> RunAsync(LaneThread lane, RunRequest request, Processors.Rented processor, CancellationToken cancellationToken)
    {
        // Without a cgroup the kernel counts the processes of all lanes of the cell's user together.
        var processes = _cgroups is NoCgroup ? request.Limits.Processes + 3 * _lanes.Count + 1 : CellProtocol.None;
        var run = lane.RunAsync(request, processes, request.BoxWritable ? CellProtocol.None : processor.Number, cancellationToken);
        request.Began?.Invoke(() => lane.Activity);
        return run;
    }

    /// <summary>Throws the box away; its processes end and its groups are given back while nobody waits.</summary>
    public ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0) _sandbox.Close(Close);
        return ValueTask.CompletedTask;
    }

    private void Close()
    {
        lock (_lanes)
        {
            foreach (var lane in _lanes) lane.Close();
            foreach (var lane in _lanes) lane.Dispose();
        }

        _cell.Dispose();
    }

    /// <summary>A ready lane; when all are busy, and not only being prepared, another one is opened.</summary>
    private ValueTask<LaneThread> TakeLaneAsync(bool writable, CancellationToken cancellationToken)
    {
        var busy = Interlocked.Increment(ref writable ? ref _writing : ref _reading);
        var ready = (writable ? _writers : _readers).Reader;
        if (ready.TryRead(out var lane)) return ValueTask.FromResult(lane);
        lock (_lanes)
        {
            if (_lanes.Count(l => l.Writable == writable && !l.IsWarm) < busy) AddLane(writable);
        }

        return ready.ReadAsync(cancellationToken);
    }

    /// <summary>As many lanes turn warm as runs go on at a time (<see cref="BubblewrapOptions.RunsPerBox"/>), so whoever waits here waits for one that is being prepared.</summary>
    private async ValueTask<LaneThread> TakeWarmLaneAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (_warm.Reader.TryRead(out var warm)) return warm;
        if (Interlocked.Increment(ref _warming) <= _mostWarm)
        {
            try
            {
                (await TakeLaneAsync(writable: false, cancellationToken)).BecomeWarm(request);
            }
            catch
            {
                Interlocked.Decrement(ref _warming);
                throw;
            }
            finally
            {
                Interlocked.Decrement(ref _reading);
            }
        }
        else
        {
            Interlocked.Decrement(ref _warming);
        }

        return await _warm.Reader.ReadAsync(cancellationToken);
    }

    private void AddLane(bool writable)
    {
        lock (_lanes) _lanes.Add(new LaneThread(_cell, _cgroups, _sandbox.WarmStarts, writable, Offer));
    }

    private void Offer(LaneThread lane) => (lane.Writable ? _writers : lane.IsWarm ? _warm : _readers).Writer.TryWrite(lane);
}
