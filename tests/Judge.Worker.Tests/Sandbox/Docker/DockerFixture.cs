using Judge.Testing;
using Judge.Worker.Sandbox.Docker;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Sandbox.Docker;

/// <summary>One engine for all tests that need one.</summary>
public sealed class DockerFixture : IAsyncLifetime
{
    private DockerServer? _server;

    public DockerServer Server => _server!;

    internal DockerOptions Options => new(Server.Socket, null, new Dictionary<string, string>(StringComparer.Ordinal), DockerServer.Image);

    /// <summary>A sandbox as a pool makes one; <c>dotnet test</c> is its worker.</summary>
    internal async Task<DockerSandbox> OpenAsync(int concurrentRuns = 2, DockerOptions? options = null) => await DockerSandbox.StartAsync(
        options ?? Options, "test", 100, new DockerCapacity(concurrentRuns, concurrentRuns, WarmContainers: 1, Pinned: false), CancellationToken.None);

    public async Task InitializeAsync() => _server = await DockerServer.StartNewAsync();

    public async Task DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class DockerTests : ICollectionFixture<DockerFixture>, ICollectionFixture<PoolFixture>
{
    public const string Name = "docker";
}
