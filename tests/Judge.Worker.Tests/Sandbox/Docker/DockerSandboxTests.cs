namespace Judge.Worker.Tests.Sandbox.Docker;

/// <summary>The contract, kept in containers.</summary>
[Collection(DockerTests.Name)]
public sealed class DockerSandboxTests(DockerFixture docker) : SandboxContract
{
    private protected override SandboxBench Open(int concurrentRuns = 2)
    {
        var sandbox = docker.OpenAsync(concurrentRuns).GetAwaiter().GetResult();
        return new SandboxBench(sandbox, sandbox);
    }
}
