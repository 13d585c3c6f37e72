using System.Globalization;
using Judge.Testing;
using RabbitMQ.Client;

namespace Judge.Chaos;

/// <summary>
/// The system as it would be run, every part a real process: two APIs, two big and two small workers under supervisors, RabbitMQ and PostgreSQL,
/// and between all of them wires that can be cut.
/// </summary>
internal sealed class World : IAsyncDisposable
{
    private const int DiskMb = 64;
    private readonly TemporaryDirectory _data = TemporaryDirectory.OnDisk();
    private readonly Dictionary<string, Supervised> _processes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TcpProxy> _wires = new(StringComparer.Ordinal);
    private readonly List<string> _mounts = [];

    /// <summary>One thing at a time is done to the broker, and to the database: a start that takes long is waited for.</summary>
    private readonly Dictionary<string, SemaphoreSlim> _servers = new(StringComparer.Ordinal) { ["broker"] = new(1), ["database"] = new(1) };
    private RabbitMqServer _broker = null!;
    private PostgresServer _database = null!;

    private World()
    {
    }

    /// <summary>Where clients reach the APIs.</summary>
    public IReadOnlyList<string> Urls { get; private set; } = [];

    /// <summary>Whether a disk can be made that is small enough to be filled: that takes root.</summary>
    public static bool HasDisks => Environment.IsPrivilegedProcess;

    public static async Task<World> StartAsync()
    {
        var world = new World();
        try
        {
            var clock = Path.Combine(Repository.Root, "tests", "Judge.Chaos", "clock.c");
            await RunAsync("gcc", "-shared", "-fPIC", "-O2", "-o", world.ClockLibrary, clock, "-ldl");
            world._broker = await RabbitMqServer.StartNewAsync();
            world._database = await PostgresServer.StartNewAsync();
            world._wires["broker"] = new TcpProxy(world._broker.Port);
            world._wires["database"] = new TcpProxy(world._database.Port);
            var database = (await world._database.CreateDatabaseAsync()).Replace(Number(world._database.Port), Number(world._wires["database"].Port), StringComparison.Ordinal);
            for (var i = 0; i < 2; i++) await world.StartApiAsync($"api-{Number(i)}", database);
            foreach (var pool in (string[])["big", "small"])
            {
                for (var i = 0; i < 2; i++) await world.StartWorkerAsync($"{pool}-{Number(i)}", pool);
            }

            await world.ReadyAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    /// <summary>Does it, and undoes what is to be undone.</summary>
    public async Task SufferAsync(Fault fault, int seed)
    {
        if (fault.Kind == FaultKind.DiskFull && !HasDisks) return;
        var server = _servers.GetValueOrDefault(fault.Target);
        if (server is not null) await server.WaitAsync();
        try
        {
            await DoAsync(fault, seed);
        }
        finally
        {
            server?.Release();
        }
    }

    private async Task DoAsync(Fault fault, int seed)
    {
        switch (fault.Kind)
        {
            case FaultKind.Kill when fault.Target == "broker":
                await _broker.KillAsync();
                await _broker.StartAsync();
                break;
            case FaultKind.Kill when fault.Target == "database":
                await _database.KillAsync();
                await _database.StartAsync();
                break;
            case FaultKind.Kill:
                await _processes[fault.Target].KillAsync();
                break;
            case FaultKind.Freeze:
                Signal(fault.Target, "STOP");
                await Task.Delay(fault.For);
                Signal(fault.Target, "CONT");
                break;
            case FaultKind.Cut:
                _wires[fault.Target].Cut();
                break;
            case FaultKind.DiskFull:
                Fill(DataOf(fault.Target));
                await Task.Delay(fault.For);
                File.Delete(Filler(DataOf(fault.Target)));
                break;
            case FaultKind.ClockJump:
                var hours = new Random(seed ^ fault.At.GetHashCode()).Next(-48, 48);
                SetClock(fault.Target, TimeSpan.FromHours(hours));
                break;
            default:
                try
                {
                    await MessageMixer.RunAsync(_broker.Url, fault.Kind, fault.Target, fault.For, new Random(seed ^ fault.At.GetHashCode()));
                }
                catch (Exception e) when (e is RabbitMQ.Client.Exceptions.RabbitMQClientException or IOException or OperationCanceledException or InvalidOperationException)
                {
                    // The broker is away or was killed meanwhile, and has the messages still.
                }

                break;
        }
    }

    /// <summary>Waits until everything works again.</summary>
    public async Task HealAsync()
    {
        foreach (var name in _processes.Keys.Where(n => !n.StartsWith("api", StringComparison.Ordinal))) SetClock(name, TimeSpan.Zero);
        await ReadyAsync();
    }

    /// <summary>Messages that still lie in a queue of the broker, with the queue's name.</summary>
    public async Task<IReadOnlyList<string>> LeftOverAsync()
    {
        var factory = new ConnectionFactory { Uri = new Uri(_broker.Url) };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var left = new List<string>();
        foreach (var queue in (string[])["judge-results", "judge-premium", "judge-free", "judge-dead"])
        {
            if (await channel.MessageCountAsync(queue) is > 0 and var count) left.Add($"{count.ToString(CultureInfo.InvariantCulture)} in {queue}");
        }

        return left;
    }

    /// <summary>How often each process was started, and the end of what it has printed.</summary>
    public string Describe() => string.Join('\n', _processes.Values.Select(p => $"{p.Name}: started {Number(p.Starts)} times\n{Tail(p.Output)}"));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes.Values) await process.DisposeAsync();
        foreach (var wire in _wires.Values) await wire.DisposeAsync();
        if (_broker is not null) await _broker.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        foreach (var server in _servers.Values) server.Dispose();
        foreach (var mount in _mounts) await RunAsync("umount", "-l", mount);
        _data.Dispose();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Tail(string text) => string.Join('\n', text.Split('\n').TakeLast(15));

    private static async Task RunAsync(string file, params string[] arguments)
    {
        await using var process = JudgeProcess.Run(file, arguments);
        if (await process.WaitForExitAsync(TimeSpan.FromSeconds(30)) != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)}: {process.Output}");
    }

    private static string Filler(string directory) => Path.Combine(directory, "full");

    private static void Fill(string directory)
    {
        try
        {
            using var file = new FileStream(Filler(directory), FileMode.Create);
            var block = new byte[64 * 1024];
            for (var written = 0L; written < (long)DiskMb << 20; written += block.Length) file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private string DataOf(string worker) => Path.Combine(_data.Path, worker);

    private string ClockLibrary => Path.Combine(_data.Path, "clock.so");

    private string Clock(string worker) => Path.Combine(_data.Path, $"{worker}.clock");

    /// <summary>In place: the file is mapped by a process.</summary>
    private void SetClock(string worker, TimeSpan offset)
    {
        using var file = new FileStream(Clock(worker), FileMode.OpenOrCreate);
        file.Write(BitConverter.GetBytes((long)offset.TotalSeconds));
    }

    private void Signal(string target, string name)
    {
        switch (target)
        {
            case "broker": _broker.Signal(name); break;
            case "database": _database.Signal(name); break;
            default: _processes[target].Signal(name); break;
        }
    }

    private async Task StartApiAsync(string name, string database)
    {
        var port = Repository.FreePort();
        _wires[name] = new TcpProxy(port);
        Urls = [.. Urls, $"http://127.0.0.1:{Number(_wires[name].Port)}"];
        var settings = GrownSettings.Api($"http://127.0.0.1:{Number(port)}", DataOf(name), BrokerUrl, database);
        _processes[name] = new Supervised(name, () => JudgeProcess.Start("Judge.Api", settings));
        using var client = new JudgeClient(Urls[^1], null);
        await client.HealthyAsync();
    }

    private async Task StartWorkerAsync(string name, string pool)
    {
        var data = DataOf(name);
        Directory.CreateDirectory(data);
        if (HasDisks)
        {
            await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Number(DiskMb)}m", "judge-chaos", data);
            _mounts.Add(data);
        }

        // Packages come from either API, as they would through a load balancer; here it is the first for half of the workers.
        var settings = GrownSettings.Worker(pool, Urls[name[^1] - '0'], data, BrokerUrl);
        SetClock(name, TimeSpan.Zero);
        (settings["LD_PRELOAD"], settings["CHAOS_CLOCK"]) = (ClockLibrary, Clock(name));
        _processes[name] = new Supervised(name, () => JudgeProcess.Start("Judge.Worker", settings));
    }

    private string BrokerUrl => $"amqp://guest:guest@127.0.0.1:{Number(_wires["broker"].Port)}/";

    private async Task ReadyAsync()
    {
        foreach (var url in Urls)
        {
            using var admin = new JudgeClient(url, "demo-admin");
            await Repository.UntilAsync(
                async () =>
                {
                    try
                    {
                        using var health = await admin.Http.GetAsync("/health");
                        if (!health.IsSuccessStatusCode) return false;
                        var queues = await admin.GetArrayAsync("/api/queues");
                        return queues.All(q => q!["workers"]!.GetValue<int>() >= 2);
                    }
                    catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
                    {
                        return false;
                    }
                },
                TimeSpan.FromSeconds(90),
                $"the system does not come up:\n{Describe()}");
        }
    }
}
