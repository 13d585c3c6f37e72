using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Testing;

namespace Judge.EndToEnd.Tests;

/// <summary>RabbitMQ, API and workers, each a process of its own; with several instances of the API, PostgreSQL too, and
/// HAProxy where that is asked for.</summary>
internal sealed partial class Fleet : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly List<JudgeProcess> _started = [];
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly string _problems;
    private string? _database;

    private Fleet(RabbitMqServer broker, IReadOnlyList<string> urls, ProxyServer? proxy, int secretCases, IReadOnlyDictionary<string, string>? settings)
    {
        _problems = SomeProblems.WithFewCases(_data.Path, secretCases);
        (Broker, Urls, Proxy, Url) = (broker, urls, proxy, proxy?.Url ?? urls[0]);
        _settings = settings ?? new Dictionary<string, string>(StringComparer.Ordinal);
        Free = new JudgeClient(Url, "demo-free");
        Premium = new JudgeClient(Url, "demo-premium");
        Admin = new JudgeClient(Url, "demo-admin");
        Apis = new JudgeProcess[urls.Count];
    }

    /// <summary>Where the API's instances listen.</summary>
    public IReadOnlyList<string> Urls { get; }

    /// <summary>Where the clients and the workers of this fleet find the API: the proxy, or the first instance.</summary>
    public string Url { get; }

    public ProxyServer? Proxy { get; }

    public RabbitMqServer Broker { get; }

    public PostgresServer? Postgres { get; private set; }

    public JudgeClient Free { get; }

    public JudgeClient Premium { get; }

    public JudgeClient Admin { get; }

    /// <summary>The API's instances, on one database.</summary>
    public JudgeProcess[] Apis { get; }

    public JudgeProcess Api => Apis[0];

    public List<JudgeProcess> Big { get; } = [];

    public List<JudgeProcess> Small { get; } = [];

    /// <param name="big">Big workers.</param>
    /// <param name="small">Small workers.</param>
    /// <param name="apis">Instances of the API.</param>
    /// <param name="proxied">Whether clients and workers come by the proxy.</param>
    /// <param name="secretCases">Of a-plus-b, the only problem, beside its two samples.</param>
    /// <param name="settings">For every process, beside the usual.</param>
    public static async Task<Fleet> StartAsync(
        int big, int small, int apis = 1, bool proxied = false, int secretCases = 13, IReadOnlyDictionary<string, string>? settings = null)
    {
        var ports = Enumerable.Range(0, apis).Select(_ => Repository.FreePort()).ToList();
        // Behind the proxy they differ by address alone, as containers do.
        IReadOnlyList<string> urls = [.. ports.Select((port, i) => string.Create(CultureInfo.InvariantCulture, $"http://127.0.{(proxied ? 1 : 0)}.{(proxied ? i + 1 : 1)}:{(proxied ? ports[0] : port)}"))];
        var proxy = proxied ? await ProxyServer.StartNewAsync(ports[0]) : null;
        var fleet = new Fleet(await RabbitMqServer.StartNewAsync(), urls, proxy, secretCases, settings);
        try
        {
            if (apis > 1)
            {
                fleet.Postgres = await PostgresServer.StartNewAsync();
                fleet._database = await fleet.Postgres.CreateDatabaseAsync();
            }

            for (var i = 0; i < apis; i++) await fleet.StartApiAsync(i);
            if (proxy is not null) await proxy.UntilServingAsync(apis);
            for (var i = 0; i < big; i++) fleet.StartWorker("big");
            for (var i = 0; i < small; i++) fleet.StartWorker("small");
            await fleet.WorkersAsync(big, small);
            return fleet;
        }
        catch
        {
            await fleet.DisposeAsync();
            throw;
        }
    }

    public async Task StartApiAsync(int instance = 0)
    {
        var api = GrownSettings.Api(Urls[instance], Path.Combine(_data.Path, "api"), Broker.Url, _database);
        api["Judge__ProblemsPath"] = _problems;
        Apis[instance] = Keep(Start("Judge.Api", api));
        // Docker's name server knows a container from its start.
        Proxy?.Names.Add(new Uri(Urls[instance]).Host);
        using var client = new JudgeClient(Urls[instance], null);
        await client.HealthyAsync(Apis[instance]);
    }

    /// <summary>Tells an instance to stop and waits for its end.</summary>
    public async Task StopApiAsync(int instance)
    {
        Apis[instance].Signal("TERM");
        var code = await Apis[instance].WaitForExitAsync(TimeSpan.FromSeconds(40));
        Proxy?.Names.Remove(new Uri(Urls[instance]).Host);
        if (code != 0) throw new InvalidOperationException($"the API ended with {code}: {Apis[instance].Output}");
    }

    /// <summary>Tells a worker to stop, waits for its end, starts another, and waits until the API knows of it.</summary>
    public async Task RollWorkerAsync(List<JudgeProcess> pool, int index)
    {
        var old = pool[index];
        old.Signal("TERM");
        var code = await old.WaitForExitAsync(TimeSpan.FromSeconds(45));
        if (code != 0) throw new InvalidOperationException($"the worker ended with {code}: {old.Output}");
        StartWorker(pool == Big ? "big" : "small");
        pool.RemoveAt(index);
        await WorkersAsync(Big.Count, Small.Count);
    }

    /// <param name="pool"><c>big</c> or <c>small</c>.</param>
    /// <param name="stopSeconds">How long it may go on judging when it is told to stop; null: as long as by default.</param>
    public JudgeProcess StartWorker(string pool, int? stopSeconds = null)
    {
        var pools = pool == "big" ? Big : Small;
        var data = Path.Combine(_data.Path, $"{pool}-{_started.Count.ToString(CultureInfo.InvariantCulture)}");
        var settings = GrownSettings.Worker(pool, Url, data, Broker.Url);
        if (stopSeconds is { } seconds) settings["Worker__StopSeconds"] = seconds.ToString(CultureInfo.InvariantCulture);
        var worker = Keep(Start("Judge.Worker", settings));
        pools.Add(worker);
        return worker;
    }

    /// <summary>Waits until the API knows of that many workers.</summary>
    public Task WorkersAsync(int big, int small) => Repository.UntilAsync(
        async () =>
        {
            var queues = await Admin.GetArrayAsync("/api/queues");
            return queues[0]!["workers"]!.GetValue<int>() >= big && queues[1]!["workers"]!.GetValue<int>() >= small;
        },
        TimeSpan.FromSeconds(60),
        () => $"not all workers came up: {string.Join('\n', Big.Concat(Small).Select(w => w.Output))}");

    /// <summary>Which submissions a worker says it has judged, by its log.</summary>
    public static IReadOnlyList<string> JudgedBy(JudgeProcess worker) => [.. JudgedLine().Matches(worker.Output).Select(m => m.Groups["id"].Value)];

    /// <summary>Whether a Python program runs in a sandbox of that worker: some generations below it.</summary>
    public static bool RunsProgramOf(int worker)
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc").Where(d => int.TryParse(Path.GetFileName(d), out _)))
        {
            try
            {
                if (!File.ReadAllText($"{directory}/cmdline").EndsWith("python3\0main.py\0", StringComparison.Ordinal)) continue;
                for (var pid = Path.GetFileName(directory); pid != "0"; pid = Parent(pid))
                    if (pid == worker.ToString(CultureInfo.InvariantCulture)) return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has just ended.
            }
        }

        return false;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in (JudgeClient[])[Free, Premium, Admin]) client.Dispose();
        foreach (var process in _started) await process.DisposeAsync();
        await Broker.DisposeAsync();
        if (Postgres is not null) await Postgres.DisposeAsync();
        if (Proxy is not null) await Proxy.DisposeAsync();
        _data.Dispose();
    }

    private JudgeProcess Start(string program, Dictionary<string, string> settings)
    {
        foreach (var (name, value) in _settings) settings.TryAdd(name, value);
        return JudgeProcess.Start(program, settings);
    }

    private static string Parent(string pid)
    {
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1];
    }

    private JudgeProcess Keep(JudgeProcess process)
    {
        _started.Add(process);
        return process;
    }

    [GeneratedRegex(@"(?<id>[0-9a-f-]{36}) \S+ \S+: \w+ in \d+ ms", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JudgedLine();
}
