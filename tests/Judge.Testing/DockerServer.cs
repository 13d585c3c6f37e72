using System.Globalization;

namespace Judge.Testing;

/// <summary>
/// A Docker engine of the test's own: socket and folders under a temporary directory, no bridge, no firewall rules, nothing shared
/// with an engine the machine may run. Its one image is made from this host. It can be killed and started again on the same data.
/// </summary>
public sealed class DockerServer : IAsyncDisposable
{
    /// <summary>The image with sh, the core utilities, Python and gcc.</summary>
    public const string Image = "judge-languages";

    private const string Daemon = "/usr/sbin/dockerd";
    private readonly TemporaryDirectory _directory = new();
    private JudgeProcess? _daemon;

    private DockerServer() { }

    public string Socket => $"{_directory.Path}/docker.sock";

    public int Pid => _daemon!.Id;

    public static async Task<DockerServer> StartNewAsync()
    {
        if (!File.Exists(Daemon)) throw new InvalidOperationException($"{Daemon} is missing: apt-get install docker.io, or run ./judge test");
        if (!Environment.IsPrivilegedProcess) throw new InvalidOperationException("the tests of the Docker sandbox start a Docker engine of their own, for which they must run as root");
        var server = new DockerServer();
        try
        {
            await server.StartAsync();
            await server.ImportAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync()
    {
        var path = _directory.Path;
        _daemon = JudgeProcess.Run(Daemon,
        [
            "--data-root", $"{path}/data", "--exec-root", $"{path}/exec", "--pidfile", $"{path}/pid", "-H", $"unix://{Socket}",
            "--iptables=false", "--ip6tables=false", "--bridge=none",
        ]);
        await Repository.UntilAsync(AnswersAsync, TimeSpan.FromSeconds(60), "dockerd does not answer");
    }

    /// <summary>kill -9 of the engine alone, as a crash is; containers are left to themselves.</summary>
    public async Task KillAsync()
    {
        await _daemon!.DisposeAsync();
        _daemon = null;
        File.Delete($"{_directory.Path}/pid");
    }

    /// <summary>Runs a docker command.</summary>
    public async Task<string> CommandAsync(params string[] arguments)
    {
        await using var docker = JudgeProcess.Run("docker", ["-H", $"unix://{Socket}", .. arguments]);
        var code = await docker.WaitForExitAsync(TimeSpan.FromSeconds(60));
        return code == 0 ? docker.Output.Trim() : throw new InvalidOperationException($"docker {arguments[0]}: {docker.Output}");
    }

    /// <summary>The ids of containers.</summary>
    /// <param name="running">Only of those that run.</param>
    public async Task<string[]> ContainersAsync(bool running = false) => (await CommandAsync("ps", running ? "-q" : "-aq")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public async ValueTask DisposeAsync()
    {
        try
        {
            // An engine that was killed has left containers, and only an engine can end them.
            if (_daemon is null or { HasExited: true }) await StartAsync();
            if (await ContainersAsync() is { Length: > 0 } left) await CommandAsync(["rm", "-f", .. left]);
            _daemon!.Signal("TERM");
            await _daemon.WaitForExitAsync(TimeSpan.FromSeconds(30));
        }
        finally
        {
            if (_daemon is not null) await _daemon.DisposeAsync();
            await UnmountAsync();
            _directory.Dispose();
        }
    }

    private async Task ImportAsync()
    {
        var script = Path.Combine(Repository.Root, "tests", "Judge.Testing", "docker-image.sh");
        await using var import = JudgeProcess.Run("/bin/bash", ["-c", $"set -o pipefail; '{script}' | docker -H unix://{Socket} import - {Image}"]);
        if (await import.WaitForExitAsync(TimeSpan.FromSeconds(120)) != 0) throw new InvalidOperationException($"no image: {import.Output}");
    }

    private async Task<bool> AnswersAsync()
    {
        if (_daemon!.HasExited) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"dockerd ended with {_daemon.ExitCode}: {_daemon.Output}"));
        await using var docker = JudgeProcess.Run("docker", ["-H", $"unix://{Socket}", "version"]);
        return await docker.WaitForExitAsync(TimeSpan.FromSeconds(20)) == 0;
    }

    /// <summary>The engine leaves a network namespace mounted.</summary>
    private async Task UnmountAsync()
    {
        foreach (var mount in await File.ReadAllLinesAsync("/proc/self/mounts"))
        {
            if (mount.Split(' ')[1] is not { } at || !at.StartsWith(_directory.Path + "/", StringComparison.Ordinal)) continue;
            await using var umount = JudgeProcess.Run("umount", ["-l", at]);
            await umount.WaitForExitAsync(TimeSpan.FromSeconds(10));
        }
    }
}
