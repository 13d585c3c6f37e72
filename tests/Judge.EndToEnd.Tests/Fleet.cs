using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Testing;

namespace Judge.EndToEnd.Tests;

/// <summary>RabbitMQ, API and workers, each a process of its own; with several instances of the API, PostgreSQL too.</summary>
internal sealed partial class Fleet : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly List<JudgeProcess> _started = [];
    private string? _database;

    private Fleet(RabbitMqServer broker, int apis)
    {
        Broker = broker;
        Urls = [.. Enumerable.Range(0, apis).Select(_ => $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}")];
        Free = new JudgeClient(Urls[0], "demo-free");
        Premium = new JudgeClient(Urls[0], "demo-premium");
        Admin = new JudgeClient(Urls[0], "demo-admin");
        Apis = new JudgeProcess[apis];
    }

    /// <summary>Where the API's instances listen.</summary>
    public IReadOnlyList<string> Urls { get; }

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

    public static async Task<Fleet> StartAsync(int big, int small, int apis = 1)
    {
        var fleet = new Fleet(await RabbitMqServer.StartNewAsync(), apis);
        try
        {
            if (apis > 1)
            {
                fleet.Postgres = await PostgresServer.StartNewAsync();
                fleet._database = await fleet.Postgres.CreateDatabaseAsync();
            }

            for (var i = 0; i < apis; i++) await fleet.StartApiAsync(i);
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
        Apis[instance] = Keep(JudgeProcess.Start("Judge.Api", GrownSettings.Api(Urls[instance], Path.Combine(_data.Path, "api"), Broker.Url, _database)));
        using var client = new JudgeClient(Urls[instance], null);
        await client.HealthyAsync(Apis[instance]);
    }

    public JudgeProcess StartWorker(string pool)
    {
        var pools = pool == "big" ? Big : Small;
        var data = Path.Combine(_data.Path, $"{pool}-{pools.Count.ToString(CultureInfo.InvariantCulture)}");
        var worker = Keep(JudgeProcess.Start("Judge.Worker", GrownSettings.Worker(pool, Urls[0], data, Broker.Url)));
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
        $"not all workers came up: {string.Join('\n', Big.Concat(Small).Select(w => w.Output))}");

    /// <summary>Which submissions a worker says it has judged, by its log.</summary>
    public static IReadOnlyList<string> JudgedBy(JudgeProcess worker) => [.. JudgedLine().Matches(worker.Output).Select(m => m.Groups["id"].Value)];

    public async ValueTask DisposeAsync()
    {
        foreach (var client in (JudgeClient[])[Free, Premium, Admin]) client.Dispose();
        foreach (var process in _started) await process.DisposeAsync();
        await Broker.DisposeAsync();
        if (Postgres is not null) await Postgres.DisposeAsync();
        _data.Dispose();
    }

    private JudgeProcess Keep(JudgeProcess process)
    {
        _started.Add(process);
        return process;
    }

    [GeneratedRegex(@"(?<id>[0-9a-f-]{36}) \S+ \S+: \w+ in \d+ ms", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex JudgedLine();
}
