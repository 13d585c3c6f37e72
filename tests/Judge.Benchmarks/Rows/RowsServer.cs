using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Judge.Benchmarks.Push;
using Judge.Testing;

namespace Judge.Benchmarks.Rows;

/// <summary>
/// One API on a database that has been filled, with a broker of its own and no worker, so that nothing is judged meanwhile. Those who submit are
/// other accounts than the one that reads: each may submit as often as free accounts may.
/// </summary>
internal sealed class RowsServer : IAsyncDisposable
{
    private const int Accounts = 1000, Submitters = 60;
    private readonly TemporaryDirectory _data = TemporaryDirectory.OnDisk();
    private readonly List<JudgeClient> _submitters = [];
    private readonly List<string> _submitterIds = [];
    private JudgeProcess? _api;

    private RowsServer(string broker, RowsEngine engine)
    {
        (Engine, Broker) = (engine, broker);
        Url = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
        User = new JudgeClient(Url, "demo-free");
        Admin = new JudgeClient(Url, "demo-admin");
    }

    public RowsEngine Engine { get; }

    /// <summary>The account that has rows and reads.</summary>
    public JudgeClient User { get; }

    public JudgeClient Admin { get; }

    /// <summary>Its id.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>The ids of rows, oldest first.</summary>
    public IReadOnlyList<string> Own { get; private set; } = [];

    public IReadOnlyList<string> Everyones { get; private set; } = [];

    /// <summary>What was submitted and not yet withdrawn.</summary>
    public Queue<(JudgeClient Client, string Id)> Submitted { get; } = [];

    private string Url { get; }

    private string Broker { get; }

    /// <param name="broker">The broker, of its own.</param>
    /// <param name="engine">An empty database.</param>
    /// <param name="fill">What is put into it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<RowsServer> StartAsync(string broker, RowsEngine engine, Fill fill, CancellationToken cancellationToken)
    {
        var server = new RowsServer(broker, engine);
        try
        {
            await server.StartApiAsync();
            server.UserId = await engine.TextAsync("select id from accounts where name = 'demo-free'");
            await server.MakeAccountsAsync();
            Run.Progress($"{fill.Judged} judged rows and {OldRows.Waiting} that wait");
            var rows = new OldRows(fill, server.UserId, [.. server._submitterIds, .. server.OldAccounts()]);
            await engine.FillAsync(rows.All(DateTimeOffset.UtcNow), cancellationToken);
            (server.Own, server.Everyones) = (rows.Own, rows.Everyones);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>The client of whose turn it is to submit.</summary>
    public JudgeClient Submitter(int n) => _submitters[n % _submitters.Count];

    /// <summary>Stops the API; the database stays.</summary>
    public async Task StopApiAsync()
    {
        if (_api is null) return;
        _api.Signal("TERM");
        await _api.WaitForExitAsync(TimeSpan.FromSeconds(40));
        await _api.DisposeAsync();
        _api = null;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _submitters.Append(User).Append(Admin)) client.Dispose();
        if (_api is not null) await _api.DisposeAsync();
        _data.Dispose();
    }

    private async Task StartApiAsync()
    {
        var settings = GrownSettings.Api(Url, _data.Path, Broker, Engine.ConnectionString);
        // With what a free account may do, for its bounds are counted at every POST.
        foreach (var limit in (string[])["SubmissionsPerMinute", "InFlight"]) settings.Remove($"Judge__Limits__Free__{limit}");
        _api = JudgeProcess.Start("Judge.Api", settings);
        await Admin.HealthyAsync(_api);
    }

    private async Task MakeAccountsAsync()
    {
        for (var i = 0; i < Submitters; i++)
        {
            using var response = await Admin.Http.PostAsJsonAsync("/api/accounts", new { name = $"submitter-{i.ToString(CultureInfo.InvariantCulture)}", tier = "free", role = "user" });
            response.EnsureSuccessStatusCode();
            _submitters.Add(new JudgeClient(Url, (await response.Content.ReadFromJsonAsync<JsonObject>())!["key"]!.GetValue<string>()));
            _submitterIds.Add(await Engine.TextAsync($"select id from accounts where name = 'submitter-{i.ToString(CultureInfo.InvariantCulture)}'"));
        }

        var values = OldAccounts().Select((id, i) => $"('{id}', 'old-{i.ToString(CultureInfo.InvariantCulture)}', 0, 0, 0)");
        await Engine.ExecuteAsync($"insert into accounts (id, name, tier, role, created_at) values {string.Join(", ", values)}");
    }

    /// <summary>Those that only have rows.</summary>
    private IEnumerable<string> OldAccounts() => Enumerable.Range(0, Accounts - _submitterIds.Count - 1).Select(i => $"00000000-0000-7000-8000-{i:000000000000}");
}
