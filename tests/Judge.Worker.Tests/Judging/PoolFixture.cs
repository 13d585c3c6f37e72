using Judge.Worker.Hosting;
using Judge.Worker.Languages;
using Microsoft.Extensions.Configuration;

namespace Judge.Worker.Tests.Judging;

/// <summary>One started pool for all tests that judge: asking six toolchains for their versions takes seconds.</summary>
public class PoolFixture : IAsyncLifetime
{
    private JudgingPool? _pool;

    /// <summary>The big pool in the sandbox that the environment names, <c>Worker__Cgroups=none</c> for one.</summary>
    internal static PoolProfile Profile { get; } = PoolProfile.Big().In(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    internal JudgingPool Pool => _pool!;

    /// <summary>Whether the language is installed, so that it has to work; those in <c>JUDGE_TEST_WITHOUT</c> are taken for missing.</summary>
    internal static bool IsHere(Language language) =>
        !(Environment.GetEnvironmentVariable("JUDGE_TEST_WITHOUT") ?? "").Split(' ').Contains(language.Id, StringComparer.Ordinal)
        && language.Needs.All(File.Exists);

    private protected virtual PoolProfile Started => Profile;

    public async Task InitializeAsync()
    {
        _pool = await JudgingPool.StartAsync(Started, CancellationToken.None);
        Assert.All(_pool.Toolchains.Values.Where(t => IsHere(t.Language)), t => Assert.True(t.Status.Available, t.Status.Reason));
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
