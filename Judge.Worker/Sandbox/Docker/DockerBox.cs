using System.Globalization;
using System.Threading.Channels;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>
/// One container, in which a submission is compiled and its cases run one after the other. Cases that run at the same time each need
/// a cgroup of their own, so a container of their own: it gets a copy of the box's regular files.
/// </summary>
internal sealed class DockerBox : IBox
{
    /// <summary>A box with more in it is not copied; its cases wait for each other.</summary>
    private const long MostCopiedBytes = 64 << 20, MostCopiedFiles = 1000;

    private readonly DockerSandbox _sandbox;
    private readonly ContainerStock _stock;
    private readonly Container _first;
    private readonly int _most;
    private readonly List<Container> _copies = [];
    private readonly Channel<Container> _free = Channel.CreateUnbounded<Container>();
    private readonly SemaphoreSlim _taking = new(1);

    /// <summary>What is in the box; null when a run has written it since.</summary>
    private List<BoxFile>? _files = [];
    private bool _tooLarge, _hasRun;

    /// <param name="sandbox">Whose it is.</param>
    /// <param name="stock">Where further containers come from.</param>
    /// <param name="first">Its container.</param>
    /// <param name="most">Runs at a time.</param>
    public DockerBox(DockerSandbox sandbox, ContainerStock stock, Container first, int most)
    {
        (_sandbox, _stock, _first, _most) = (sandbox, stock, first, most);
        _free.Writer.TryWrite(first);
    }

    public Task PutAsync(string path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken)
    {
        var file = new BoxFile(path, content.ToArray(), executable);
        return AloneAsync(changes: true, async () =>
        {
            await _first.PutAsync(file, cancellationToken);
            _files?.Add(file);
            return true;
        }, cancellationToken);
    }

    public Task<byte[]?> GetAsync(string path, long limit, CancellationToken cancellationToken) =>
        AloneAsync(changes: false, async () => (await _first.GetAsync(path, limit, cancellationToken))?.Content.ToArray(), cancellationToken);

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) =>
        AloneAsync(changes: false, () => _first.ListAsync(cancellationToken), cancellationToken);

    public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
    {
        if (request.Dialogue is not null || request.StdinPipe is not null || request.StdoutPipe is not null)
            throw new SandboxException("function problems and interactive problems need a worker with bubblewrap; this one has containers");
        if (request.Files.Count > 0) request = WithFiles(request);
        using var processor = await _sandbox.Processors.RentAsync(cancellationToken);
        if (request.BoxWritable)
        {
            return await AloneAsync(changes: true, async () =>
            {
                (_files, _tooLarge) = (null, false);
                return await RunAsync(_first, request, Processors.None, cancellationToken);
            }, cancellationToken);
        }

        var container = await TakeAsync(cancellationToken);
        try
        {
            return await RunAsync(container, request, processor.Number, cancellationToken);
        }
        finally
        {
            _free.Writer.TryWrite(container);
        }
    }

    /// <summary>The run's files go ahead of its standard input and are gone with it: a shell takes them off, and is then the program.</summary>
    private static RunRequest WithFiles(RunRequest request)
    {
        const string Script = "i=0; for size in $1; do head -c \"$size\" > \"/tmp/file$i\" && chmod 400 \"/tmp/file$i\" || exit 125; i=$((i + 1)); done; shift; exec \"$@\"";
        var sizes = string.Join(' ', request.Files.Select(f => f.Length.ToString(CultureInfo.InvariantCulture)));
        string WithPaths(string argument) => Enumerable.Range(0, request.Files.Count).Select(i => i.ToString(CultureInfo.InvariantCulture))
            .Aggregate(argument, (text, i) => text.Replace($"{{file:{i}}}", $"/tmp/file{i}", StringComparison.Ordinal));
        return request with
        {
            Arguments = ["/bin/sh", "-c", Script, "files", sizes, .. request.Arguments.Select(WithPaths)],
            Stdin = (byte[])[.. request.Files.SelectMany(f => f.ToArray()), .. request.Stdin.Span],
            Files = [],
        };
    }

    /// <summary>Throws the containers away while nobody waits.</summary>
    public ValueTask DisposeAsync()
    {
        _sandbox.Close([_first, .. _copies]);
        _taking.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<RunResult> RunAsync(Container container, RunRequest request, int processor, CancellationToken cancellationToken)
    {
        var run = await container.RunAsync(request, processor, cancellationToken);
        // The next submission is probably one of this kind.
        if (!_hasRun) _stock.Expect(container.Limits);
        _hasRun = true;
        return run;
    }

    /// <summary>A container that is free, or else a new copy, or else the first to become free.</summary>
    private async Task<Container> TakeAsync(CancellationToken cancellationToken)
    {
        await _taking.WaitAsync(cancellationToken);
        try
        {
            if (_free.Reader.TryRead(out var free))
            {
                if (_files is null && _most > 1 && !_tooLarge) await LearnFilesAsync(free, cancellationToken);
                return free;
            }

            if (_files is not null && 1 + _copies.Count < _most) return await CopyAsync(_files, cancellationToken);
        }
        finally
        {
            _taking.Release();
        }

        return await _free.Reader.ReadAsync(cancellationToken);
    }

    /// <summary>Does something with the first container while nobody runs anything in it. What changes the box waits until nobody
    /// runs anything at all, and the copies, which are no longer what the box is, are thrown away.</summary>
    private async Task<T> AloneAsync<T>(bool changes, Func<Task<T>> action, CancellationToken cancellationToken)
    {
        await _taking.WaitAsync(cancellationToken);
        var taken = new List<Container>();
        try
        {
            while (changes ? taken.Count <= _copies.Count : !taken.Contains(_first)) taken.Add(await _free.Reader.ReadAsync(cancellationToken));
            if (changes && _copies.Count > 0)
            {
                _sandbox.Close([.. _copies]);
                _copies.Clear();
                taken.RemoveAll(c => c != _first);
            }

            return await action();
        }
        finally
        {
            foreach (var container in taken) _free.Writer.TryWrite(container);
            _taking.Release();
        }
    }

    private async Task LearnFilesAsync(Container container, CancellationToken cancellationToken)
    {
        try
        {
            var (files, left) = (new List<BoxFile>(), MostCopiedBytes);
            var paths = await container.ListAsync(cancellationToken);
            _tooLarge = paths.Count > MostCopiedFiles;
            foreach (var path in _tooLarge ? [] : paths)
            {
                if (await container.GetAsync(path, left, cancellationToken) is not { } file)
                {
                    _tooLarge = true;
                    break;
                }

                left -= file.Content.Length;
                files.Add(file);
            }

            if (!_tooLarge) _files = files;
        }
        catch
        {
            _free.Writer.TryWrite(container);
            throw;
        }
    }

    private async Task<Container> CopyAsync(List<BoxFile> files, CancellationToken cancellationToken)
    {
        var copy = await _stock.TakeAsync(cancellationToken);
        _copies.Add(copy);
        try
        {
            foreach (var file in files) await copy.PutAsync(file, cancellationToken);
            return copy;
        }
        catch
        {
            _copies.Remove(copy);
            _sandbox.Close([copy]);
            throw;
        }
    }
}
