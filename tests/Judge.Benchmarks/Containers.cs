using Judge.Testing;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Docker;

namespace Judge.Benchmarks;

/// <summary>A Docker engine of the benchmark's own with a container to <c>docker exec</c> in and a box of our Docker sandbox.</summary>
internal sealed class Containers : IAsyncDisposable
{
    private readonly DockerServer _server;
    private DockerSandbox? _sandbox;
    private IBox? _box;
    private string _container = "";

    private Containers(DockerServer server) => _server = server;

    public IBox Box => _box!;

    /// <summary>Null, with a line that says why, where no engine can be started.</summary>
    public static async Task<Containers?> StartAsync(params string[] programs)
    {
        if (!Environment.IsPrivilegedProcess)
        {
            Console.WriteLine("docker exec: not measured, the benchmark starts a Docker engine of its own, for which it must run as root");
            return null;
        }

        var containers = new Containers(await DockerServer.StartNewAsync());
        try
        {
            // What is asked of it lies where a box has it.
            containers._container = await containers._server.CommandAsync(
                "run", "-d", "-v", $"{Path.GetDirectoryName(programs[0])}:/box:ro", DockerServer.Image, "/usr/bin/sleep", "infinity");
            containers._sandbox = await DockerSandbox.StartAsync(
                new DockerOptions(containers._server.Socket, null, new Dictionary<string, string>(StringComparer.Ordinal), DockerServer.Image), "bench", 100,
                new DockerCapacity(2, 2, WarmContainers: 1, Pinned: false), CancellationToken.None);
            containers._box = await SandboxBenchmark.OpenBoxAsync(containers._sandbox, programs);
            return containers;
        }
        catch
        {
            await containers.DisposeAsync();
            throw;
        }
    }

    /// <summary>The command that runs that in the container.</summary>
    public string[] Exec(string[] arguments) => ["/usr/bin/docker", "-H", $"unix://{_server.Socket}", "exec", _container, .. arguments];

    public async ValueTask DisposeAsync()
    {
        if (_box is not null) await _box.DisposeAsync();
        _sandbox?.Dispose();
        await _server.DisposeAsync();
    }
}
