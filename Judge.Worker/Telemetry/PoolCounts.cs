using System.Collections.Concurrent;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Telemetry;

/// <summary>What a pool has done since it was started.</summary>
internal sealed class PoolCounts
{
    private readonly long[] _runs = new long[Enum.GetValues<RunEnd>().Length];
    private readonly ConcurrentDictionary<(string Language, bool Hit), long> _compiled = new();
    private long _boxes;

    /// <summary>Boxes opened: one a submission.</summary>
    public long Boxes => Interlocked.Read(ref _boxes);

    /// <summary>Sandboxes run to their end, of compilers and of programs, by that end.</summary>
    public IEnumerable<(RunEnd End, long Count)> Runs => _runs.Select((_, end) => ((RunEnd)end, Interlocked.Read(ref _runs[end])));

    /// <summary>Programs compiled, or found in the cache.</summary>
    public IEnumerable<(string Language, bool Hit, long Count)> Compiled => _compiled.Select(c => (c.Key.Language, c.Key.Hit, c.Value));

    public void AddBox() => Interlocked.Increment(ref _boxes);

    public void AddRun(RunEnd end) => Interlocked.Increment(ref _runs[(int)end]);

    public void AddCompiled(string language, bool hit) => _compiled.AddOrUpdate((language, hit), 1, (_, count) => count + 1);
}

/// <summary>Counts what a sandbox is used for.</summary>
internal sealed class CountedSandbox(ISandbox sandbox, PoolCounts counts) : ISandbox
{
    public string Description => sandbox.Description;

    public string? Weakness => sandbox.Weakness;

    public async Task<IBox> OpenBoxAsync(string? image, CancellationToken cancellationToken)
    {
        var box = await sandbox.OpenBoxAsync(image, cancellationToken);
        counts.AddBox();
        return new CountedBox(box, counts);
    }

    public Task<IReadOnlyList<string>> FindAsync(string? image, IReadOnlyList<string> patterns, CancellationToken cancellationToken) =>
        sandbox.FindAsync(image, patterns, cancellationToken);

    private sealed class CountedBox(IBox box, PoolCounts counts) : IBox
    {
        public Task PutAsync(string path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken) => box.PutAsync(path, content, executable, cancellationToken);

        public Task<byte[]?> GetAsync(string path, long limit, CancellationToken cancellationToken) => box.GetAsync(path, limit, cancellationToken);

        public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => box.ListAsync(cancellationToken);

        public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
        {
            var run = await box.RunAsync(request, cancellationToken);
            counts.AddRun(run.End);
            return run;
        }

        public ValueTask DisposeAsync() => box.DisposeAsync();
    }
}
