using System.Diagnostics;
using Judge.Worker.Sandbox;

namespace Judge.Benchmarks;

/// <summary>A sandbox that notes when a run that is not a compiler's is first asked for.</summary>
internal sealed class FirstCaseSandbox(ISandbox inner) : ISandbox
{
    /// <summary>As of <see cref="Stopwatch.GetTimestamp"/>; 0: not yet.</summary>
    public long FirstCase { get; set; }

    public string Description => inner.Description;

    public string? Weakness => inner.Weakness;

    public async Task<IBox> OpenBoxAsync(string? image, CancellationToken cancellationToken) => new Box(this, await inner.OpenBoxAsync(image, cancellationToken));

    public Task<IReadOnlyList<string>> FindAsync(string? image, IReadOnlyList<string> patterns, CancellationToken cancellationToken) =>
        inner.FindAsync(image, patterns, cancellationToken);

    private sealed class Box(FirstCaseSandbox sandbox, IBox inner) : IBox
    {
        public Task PutAsync(string path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken) =>
            inner.PutAsync(path, content, executable, cancellationToken);

        public Task<byte[]?> GetAsync(string path, long limit, CancellationToken cancellationToken) => inner.GetAsync(path, limit, cancellationToken);

        public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

        public Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
        {
            if (!request.BoxWritable && sandbox.FirstCase == 0) sandbox.FirstCase = Stopwatch.GetTimestamp();
            return inner.RunAsync(request, cancellationToken);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
