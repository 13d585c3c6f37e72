using System.Globalization;
using System.Text.RegularExpressions;
using Judge.Testing;

namespace Judge.EndToEnd.Tests;

/// <summary>RabbitMQ, API and workers, each a process of its own.</summary>
internal sealed partial class Fleet : IAsyncDisposable
{
    private const string WorkerKey = "end-to-end-worker-key";
    private readonly TemporaryDirectory _data = new();
    private readonly List<JudgeProcess> _started = [];
    private readonly string _url = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";

    private Fleet(RabbitMqServer broker)
    {
        Broker = broker;
        Free = new JudgeClient(_url, "demo-free");
        Premium = new JudgeClient(_url, "demo-premium");
        Admin = new JudgeClient(_url, "demo-admin");
    }

    public RabbitMqServer Broker { get; }

    public JudgeClient Free { get; }

    public JudgeClient Premium { get; }

    public JudgeClient Admin { get; }

    public JudgeProcess Api { get; private set; } = null!;

    public List<JudgeProcess> Big { get; } = [];

    public List<JudgeProcess> Small { get; } = [];

    public static async Task<Fleet> StartAsync(int big, int small)
    {
        var fleet = new Fleet(await RabbitMqServer.StartNewAsync());
        try
        {
            await fleet.StartApiAsync();
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

    public async Task StartApiAsync()
    {
        Api = Keep(JudgeProcess.Start("Judge.Api", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = _url,
            ["Judge__DataPath"] = Path.Combine(_data.Path, "api"),
            ["Judge__DemoAccounts"] = "true",
            ["Judge__WorkerKey"] = WorkerKey,
            ["ConnectionStrings__Bus"] = Broker.Url,
            ["Judge__Limits__Free__SubmissionsPerMinute"] = "0",
            ["Judge__Limits__Free__InFlight"] = "0",
            ["Judge__Limits__Premium__SubmissionsPerMinute"] = "0",
            ["Judge__Limits__Premium__InFlight"] = "0",
        }));
        await Admin.HealthyAsync(Api);
    }

    public JudgeProcess StartWorker(string pool)
    {
        var pools = pool == "big" ? Big : Small;
        var worker = Keep(JudgeProcess.Start("Judge.Worker", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__Bus"] = Broker.Url,
            ["Worker__Pool"] = pool,
            ["Worker__ApiUrl"] = _url,
            ["Worker__Key"] = WorkerKey,
            ["Judge__DataPath"] = Path.Combine(_data.Path, $"{pool}-{pools.Count.ToString(CultureInfo.InvariantCulture)}"),
        }));
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
