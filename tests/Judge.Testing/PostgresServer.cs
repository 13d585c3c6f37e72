using System.Globalization;

namespace Judge.Testing;

/// <summary>
/// A PostgreSQL server of the test's own: port and folders under a temporary directory, nothing shared with a server the machine may run.
/// It sorts texts as English does, so that whatever relies on the order of bytes shows. It can be killed and started again on the same data.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Versions = "/usr/lib/postgresql", User = "postgres";
    private readonly TemporaryDirectory _directory = new();
    private readonly int _port = Repository.FreePort();
    private readonly string _programs;
    private int _databases;
    private JudgeProcess? _server;

    private PostgresServer(string programs) => _programs = programs;

    public int Port => _port;

    private string Data => $"{_directory.Path}/data";

    public static async Task<PostgresServer> StartNewAsync()
    {
        var newest = Directory.Exists(Versions) ? Directory.GetDirectories(Versions).MaxBy(v => int.Parse(Path.GetFileName(v), CultureInfo.InvariantCulture)) : null;
        if (newest is null) throw new InvalidOperationException($"{Versions} is missing: apt-get install postgresql, or run ./judge test");
        var server = new PostgresServer($"{newest}/bin");
        try
        {
            if (Environment.UserName == "root") await RunAsync("chown", User, server._directory.Path);
            await server.RunAsUserAsync("initdb", "-D", server.Data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale-provider=icu", "--icu-locale=en-US", "--locale=C.UTF-8");
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
        _server = Start(
            JudgeProcess.Serve, "postgres", "-D", Data, "-c", "listen_addresses=127.0.0.1", "-c", $"port={_port.ToString(CultureInfo.InvariantCulture)}",
            "-c", "unix_socket_directories=", "-c", "max_connections=200");
        await Repository.UntilAsync(AnswersAsync, TimeSpan.FromSeconds(60), "PostgreSQL does not answer");
    }

    /// <summary>A new database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"judge{Interlocked.Increment(ref _databases)}");
        await RunAsUserAsync("createdb", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture), "-U", User, name);
        return $"Host=127.0.0.1;Port={_port.ToString(CultureInfo.InvariantCulture)};Database={name};Username={User}";
    }

    /// <summary>kill -9 of the server; what it had begun to write it finds in its log at the next start.</summary>
    public async Task KillAsync()
    {
        if (_server is null) return;
        // The guard above it stays to reap it: a start refuses the data of a process that seems to be there.
        if (File.Exists($"{Data}/postmaster.pid"))
            await RunAsync("/bin/sh", "-c", $"server=$(head -n 1 '{Data}/postmaster.pid'); kill -KILL $server $(cat /proc/$server/task/*/children 2>/dev/null) 2>/dev/null; true");
        else _server.SignalTree("KILL");
        await _server.WaitForExitAsync(TimeSpan.FromSeconds(30));
        await _server.DisposeAsync();
        _server = null;
    }

    /// <summary>A signal by name, such as STOP, to the server and all that it has started.</summary>
    public void Signal(string name) => _server?.SignalTree(name);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _directory.Dispose();
    }

    private static async Task RunAsync(string file, params IEnumerable<string> arguments)
    {
        await using var process = JudgeProcess.Run(file, arguments);
        if (await process.WaitForExitAsync(TimeSpan.FromSeconds(60)) != 0) throw new InvalidOperationException($"{file}: {process.Output}");
    }

    private async Task RunAsUserAsync(string program, params string[] arguments)
    {
        await using var process = Start(Run, program, arguments);
        if (await process.WaitForExitAsync(TimeSpan.FromSeconds(60)) != 0) throw new InvalidOperationException($"{program}: {process.Output}");
    }

    private static JudgeProcess Run(string file, IEnumerable<string> arguments) => JudgeProcess.Run(file, arguments);

    /// <summary>It will not run as root.</summary>
    private JudgeProcess Start(Func<string, IEnumerable<string>, JudgeProcess> start, string program, params string[] arguments) => Environment.UserName == "root"
        ? start("setpriv", ["--reuid", User, "--regid", User, "--init-groups", $"{_programs}/{program}", .. arguments])
        : start($"{_programs}/{program}", arguments);

    private async Task<bool> AnswersAsync()
    {
        if (_server!.HasExited) throw new InvalidOperationException($"PostgreSQL ended: {_server.Output}");
        await using var ready = Start(Run, "pg_isready", "-h", "127.0.0.1", "-p", _port.ToString(CultureInfo.InvariantCulture));
        return await ready.WaitForExitAsync(TimeSpan.FromSeconds(20)) == 0;
    }
}
