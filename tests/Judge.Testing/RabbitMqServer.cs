using System.Globalization;
using System.Net.Sockets;

namespace Judge.Testing;

/// <summary>
/// A RabbitMQ node of the test's own: node name, ports and folders under a temporary directory, nothing shared with a broker the
/// machine may run. It can be killed and started again on the same data.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private readonly TemporaryDirectory _directory = new();
    private readonly Dictionary<string, string> _environment;
    private readonly int _port = Repository.FreePort();
    private readonly JudgeProcess _epmd;
    private JudgeProcess? _node;

    private RabbitMqServer()
    {
        var epmdPort = Repository.FreePort().ToString(CultureInfo.InvariantCulture);
        _environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = _directory.Path,
            ["RABBITMQ_NODENAME"] = $"judge-{Guid.NewGuid().ToString("N")[..8]}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = _port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = Repository.FreePort().ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_MNESIA_BASE"] = $"{_directory.Path}/data",
            ["RABBITMQ_LOG_BASE"] = $"{_directory.Path}/log",
            ["RABBITMQ_PID_FILE"] = $"{_directory.Path}/pid",
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = $"{_directory.Path}/plugins",
            ["RABBITMQ_CONFIG_FILE"] = $"{_directory.Path}/rabbitmq",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["ERL_EPMD_PORT"] = epmdPort,
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };
        foreach (var folder in (string[])["data", "log"]) Directory.CreateDirectory(Path.Combine(_directory.Path, folder));
        File.WriteAllText(Path.Combine(_directory.Path, "plugins"), "[].\n");
        // Our own name server for Erlang nodes: the one that erl would start by itself would outlive the test.
        _epmd = JudgeProcess.Run("epmd", ["-port", epmdPort, "-address", "127.0.0.1"]);
    }

    public int Port => _port;

    public string Url => $"amqp://guest:guest@127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}/";

    public static async Task<RabbitMqServer> StartNewAsync()
    {
        if (!File.Exists(Server)) throw new InvalidOperationException($"{Server} is missing: apt-get install rabbitmq-server, or run ./judge test");
        var server = new RabbitMqServer();
        try
        {
            await server.StartAsync();
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
        // It will not run as root: root hands over to the package's user.
        if (Environment.UserName == "root")
        {
            await using var chown = JudgeProcess.Run("chown", ["-R", "rabbitmq:rabbitmq", _directory.Path]);
            await chown.WaitForExitAsync(TimeSpan.FromSeconds(10));
            _node = JudgeProcess.Run("setpriv", ["--reuid", "rabbitmq", "--regid", "rabbitmq", "--init-groups", Server], _environment);
        }
        else
        {
            _node = JudgeProcess.Run(Server, [], _environment);
        }

        await Repository.UntilAsync(IsListeningAsync, TimeSpan.FromSeconds(90), $"RabbitMQ does not listen: {_node.Output}");
    }

    /// <summary>kill -9 of the Erlang machine.</summary>
    public async Task KillAsync()
    {
        if (_node is null) return;
        // The script stays the parent of the Erlang machine, whose pid is in the pid file.
        if (File.Exists($"{_directory.Path}/pid") && (await File.ReadAllTextAsync($"{_directory.Path}/pid")).Trim() is { Length: > 0 } pid)
        {
            await using var kill = JudgeProcess.Run("kill", ["-KILL", pid]);
            await kill.WaitForExitAsync(TimeSpan.FromSeconds(5));
        }

        await _node.DisposeAsync();
        _node = null;
    }

    /// <summary>A signal by name, such as STOP, to the Erlang machine.</summary>
    public void Signal(string name) => _node?.SignalTree(name);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _epmd.DisposeAsync();
        _directory.Dispose();
    }

    private async Task<bool> IsListeningAsync()
    {
        if (_node!.HasExited) throw new InvalidOperationException($"RabbitMQ ended: {_node.Output}");
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
