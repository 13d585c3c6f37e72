using System.Globalization;
using Judge.Testing;

namespace Judge.Benchmarks.Load;

/// <summary>The system as it is run for many: RabbitMQ, PostgreSQL, one API, a big and a small worker with the slots that they have by default,
/// each a process of its own on loopback; accounts without limits.</summary>
internal sealed class GrownSystem : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly Dictionary<string, JudgeProcess> _workers = new(StringComparer.Ordinal);
    private RabbitMqServer? _broker;
    private PostgresServer? _database;
    private JudgeProcess? _api;

    private GrownSystem()
    {
        Free = new JudgeClient(Url, "demo-free");
        Premium = new JudgeClient(Url, "demo-premium");
        Admin = new JudgeClient(Url, "demo-admin");
    }

    public JudgeClient Free { get; }

    public JudgeClient Premium { get; }

    public JudgeClient Admin { get; }

    public int ApiId => _api!.Id;

    public IEnumerable<int> WorkerIds => _workers.Values.Select(w => w.Id);

    private string Url { get; } = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";

    public static async Task<GrownSystem> StartAsync(CancellationToken cancellationToken)
    {
        var system = new GrownSystem();
        try
        {
            Push.Run.Progress($"starting RabbitMQ, PostgreSQL, the API, a big and a small worker");
            system._broker = await RabbitMqServer.StartNewAsync();
            system._database = await PostgresServer.StartNewAsync();
            cancellationToken.ThrowIfCancellationRequested();
            system._api = JudgeProcess.Start("Judge.Api", GrownSettings.Api(system.Url, system.DataOf("api"), system._broker.Url, await system._database.CreateDatabaseAsync()));
            await system.Admin.HealthyAsync(system._api);
            foreach (var pool in (string[])["big", "small"])
                system._workers[pool] = JudgeProcess.Start("Judge.Worker", GrownSettings.Worker(pool, system.Url, system.DataOf(pool), system._broker.Url));
            foreach (var worker in system._workers.Values) await ReadyAsync(worker, cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    /// <summary>Puts a problem there; a package in a directory.</summary>
    public async Task PutProblemAsync(string slug, string directory)
    {
        using var zip = new MemoryStream();
        await System.IO.Compression.ZipFile.CreateFromDirectoryAsync(directory, zip);
        using var content = new ByteArrayContent(zip.ToArray());
        content.Headers.ContentType = new("application/zip");
        using var response = await Admin.Http.PutAsync($"/api/problems/{slug}", content);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in (JudgeClient[])[Free, Premium, Admin]) client.Dispose();
        foreach (var worker in _workers.Values) await worker.DisposeAsync();
        if (_api is not null) await _api.DisposeAsync();
        if (_broker is not null) await _broker.DisposeAsync();
        if (_database is not null) await _database.DisposeAsync();
        _data.Dispose();
    }

    private static Task ReadyAsync(JudgeProcess worker, CancellationToken cancellationToken) => Repository.UntilAsync(
        () =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return worker.HasExited
                ? throw new InvalidOperationException($"the worker ended:\n{worker.Output}")
                : Task.FromResult(worker.Output.Contains("what makes compiling faster is there", StringComparison.Ordinal));
        },
        TimeSpan.FromMinutes(5),
        $"the worker is not ready: {worker.Output}");

    private string DataOf(string process) => Path.Combine(_data.Path, process);
}
