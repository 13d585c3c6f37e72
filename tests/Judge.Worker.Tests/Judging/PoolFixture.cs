using Judge.Worker.Hosting;

namespace Judge.Worker.Tests.Judging;

/// <summary>One started pool for all tests that judge: asking six toolchains for their versions takes seconds.</summary>
public sealed class PoolFixture : IAsyncLifetime
{
    private JudgingPool? _pool;

    internal JudgingPool Pool => _pool!;

    public async Task InitializeAsync()
    {
        _pool = await JudgingPool.StartAsync(PoolProfile.Big(), CancellationToken.None);
        Assert.All(_pool.Toolchains.Values, t => Assert.True(t.Status.Available, t.Status.Reason));
    }

    public Task DisposeAsync()
    {
        _pool?.Dispose();
        return Task.CompletedTask;
    }
}

[CollectionDefinition(Name)]
public sealed class PoolCollection : ICollectionFixture<PoolFixture>
{
    public const string Name = "pool";
}
