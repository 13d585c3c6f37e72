using Judge.Testing;
using Judge.Worker.Hosting;

namespace Judge.Worker.Tests.Languages;

/// <summary>A pool with everything prepared. Kept between test runs: making it takes ten seconds and more.</summary>
public sealed class PreparedPoolFixture : IAsyncLifetime
{
    private JudgingPool? _pool;

    internal static string Directory { get; } = System.IO.Directory.CreateDirectory(Path.Combine(Repository.Root, "data", "prepared")).FullName;

    internal JudgingPool Pool => _pool!;

    public async Task InitializeAsync()
    {
        _pool = await JudgingPool.StartAsync(PoolProfile.Big(), new CompileOptions(null, Directory), CancellationToken.None);
        Assert.Empty(await _pool.Preparing.WaitAsync(TimeSpan.FromMinutes(5)));
    }

    public Task DisposeAsync()
    {
        _pool?.Dispose();
        return Task.CompletedTask;
    }
}
