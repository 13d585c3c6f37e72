using System.Collections.Concurrent;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Tests.Judging;

/// <summary>A real sandbox that remembers what compilers were run in it, and can hold them up.</summary>
internal sealed class CountingSandbox(ISandbox inner) : ISandbox
{
    public ConcurrentQueue<RunRequest> Compilers { get; } = [];

    public ConcurrentQueue<string> Boxes { get; } = [];

    /// <summary>Awaited before a compiler runs.</summary>
    public Func<CancellationToken, Task> BeforeCompiler { get; set; } = static _ => Task.CompletedTask;

    public string Description => inner.Description;

    public string? Weakness => inner.Weakness;

    public async Task<IBox> OpenBoxAsync(string? image, CancellationToken cancellationToken)
    {
        Boxes.Enqueue("box");
        return new Box(this, await inner.OpenBoxAsync(image, cancellationToken));
    }

    public Task<IReadOnlyList<string>> FindAsync(string? image, IReadOnlyList<string> patterns, CancellationToken cancellationToken) =>
        inner.FindAsync(image, patterns, cancellationToken);

    private sealed class Box(CountingSandbox sandbox, IBox inner) : IBox
    {
        public Task PutAsync(string path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken) =>
            inner.PutAsync(path, content, executable, cancellationToken);

        public Task<byte[]?> GetAsync(string path, long limit, CancellationToken cancellationToken) => inner.GetAsync(path, limit, cancellationToken);

        public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => inner.ListAsync(cancellationToken);

        public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
        {
            if (request.BoxWritable)
            {
                sandbox.Compilers.Enqueue(request);
                await sandbox.BeforeCompiler(cancellationToken);
            }

            return await inner.RunAsync(request, cancellationToken);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
