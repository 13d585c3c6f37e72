using System.Globalization;
using Judge.Testing;

namespace Judge.Benchmarks.Push;

/// <summary>RabbitMQ, one API and, when asked for, workers, each a process of its own; SQLite; accounts without limits.</summary>
internal sealed class Deployment : IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly List<JudgeProcess> _workers = [];
    private JudgeProcess? _api;

    private Deployment(RabbitMqServer broker)
    {
        Broker = broker;
        Free = new JudgeClient(Url, "demo-free");
        Premium = new JudgeClient(Url, "demo-premium");
        Admin = new JudgeClient(Url, "demo-admin");
    }

    public RabbitMqServer Broker { get; }

    public string Url { get; } = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";

    public JudgeClient Free { get; }

    public JudgeClient Premium { get; }

    public JudgeClient Admin { get; }

    public JudgeProcess Api => _api!;

    public static async Task<Deployment> StartAsync(CancellationToken cancellationToken)
    {
        Run.Progress($"starting RabbitMQ and the API");
        var deployment = new Deployment(await RabbitMqServer.StartNewAsync());
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await deployment.RestartApiAsync();
            return deployment;
        }
        catch
        {
            await deployment.DisposeAsync();
            throw;
        }
    }

    /// <summary>A new process on the same data: no heap that earlier work has grown.</summary>
    /// <param name="smallNursery">Collects garbage after every MiB allocated instead of after as much as fits the processor's cache (tens of
    /// MiB, which would hide what a thousand clients hold); slower, for measuring memory only.</param>
    public async Task RestartApiAsync(bool smallNursery = false)
    {
        await StopApiAsync();
        var settings = GrownSettings.Api(Url, Path.Combine(_data.Path, "api"), Broker.Url);
        if (smallNursery) settings["DOTNET_GCgen0size"] = "0x100000";
        _api = JudgeProcess.Start("Judge.Api", settings);
        await Admin.HealthyAsync(_api);
    }

    /// <summary>Starts a worker and waits until it takes work and has nothing left to prepare.</summary>
    public async Task StartWorkerAsync(string pool)
    {
        Run.Progress($"starting a worker of the pool {pool}");
        var data = Path.Combine(_data.Path, $"worker-{_workers.Count.ToString(CultureInfo.InvariantCulture)}");
        var worker = JudgeProcess.Start("Judge.Worker", GrownSettings.Worker(pool, Url, data, Broker.Url));
        _workers.Add(worker);
        await Repository.UntilAsync(
            () => worker.HasExited
                ? throw new InvalidOperationException($"the worker ended:\n{worker.Output}")
                : Task.FromResult(worker.Output.Contains("what makes compiling faster is there", StringComparison.Ordinal)),
            TimeSpan.FromMinutes(5),
            $"the worker is not ready: {worker.Output}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in (JudgeClient[])[Free, Premium, Admin]) client.Dispose();
        foreach (var worker in _workers) await worker.DisposeAsync();
        if (_api is not null) await _api.DisposeAsync();
        await Broker.DisposeAsync();
        _data.Dispose();
    }

    private async Task StopApiAsync()
    {
        if (_api is null) return;
        _api.Signal("TERM");
        await _api.WaitForExitAsync(TimeSpan.FromSeconds(40));
        await _api.DisposeAsync();
        _api = null;
    }
}
