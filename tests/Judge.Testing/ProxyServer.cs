using System.Globalization;

namespace Judge.Testing;

/// <summary>
/// The reverse proxy of compose.yaml: Debian's HAProxy with the same file, on ports of its own and with a name server of the test's in place of
/// Docker's.
/// </summary>
public sealed class ProxyServer : IAsyncDisposable
{
    private const string Program = "/usr/sbin/haproxy";
    private static readonly string[] Counters = ["econ", "eresp", "wretr", "wredis"];
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly JudgeProcess _process;
    private readonly string _status;

    private ProxyServer(int apiPort)
    {
        static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
        var (port, status) = (Repository.FreePort(), Repository.FreePort());
        Url = $"http://127.0.0.1:{Number(port)}";
        _status = $"http://127.0.0.1:{Number(status)}/;csv";
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PROXY_LISTEN"] = $"127.0.0.1:{Number(port)}",
            ["PROXY_STATUS"] = $"127.0.0.1:{Number(status)}",
            ["PROXY_API"] = $"api:{Number(apiPort)}",
            ["PROXY_DNS"] = Names.EndPoint,
        };
        // As the image starts it.
        _process = JudgeProcess.Run(Program, ["-W", "-db", "-f", Path.Combine(Repository.Root, "deploy", "proxy", "haproxy.cfg")], environment);
    }

    public string Url { get; }

    /// <summary>Says where the API's instances are.</summary>
    public NameServer Names { get; } = new();

    /// <summary>What it has printed: requests that went wrong, and servers that came and went.</summary>
    public string Output => _process.Output;

    /// <param name="apiPort">Of every instance; their addresses differ.</param>
    public static async Task<ProxyServer> StartNewAsync(int apiPort)
    {
        if (!File.Exists(Program)) throw new InvalidOperationException($"{Program} is missing: apt-get install haproxy, or run ./judge test");
        var server = new ProxyServer(apiPort);
        try
        {
            await Repository.UntilAsync(async () => await server.StatusAsync() is not null, TimeSpan.FromSeconds(30), $"HAProxy does not answer: {server.Output}");
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Waits until it sends requests to so many instances and has found them well.</summary>
    public Task UntilServingAsync(int instances) => Repository.UntilAsync(
        async () => (await StatusAsync())?.Count(s => s["pxname"] == "api" && s["svname"] != "BACKEND" && s["status"] == "UP" && s["check_status"] == "L7OK") == instances,
        TimeSpan.FromSeconds(30),
        $"the proxy does not see {instances.ToString(CultureInfo.InvariantCulture)} instances: {Output}");

    /// <summary>What went wrong between it and the instances since its start: connections, answers; what it tried again, and with another one.</summary>
    public async Task<string> ErrorsAsync()
    {
        var backend = (await StatusAsync())!.Single(s => s["pxname"] == "api" && s["svname"] == "BACKEND");
        return string.Join(' ', Counters.Select(c => $"{c} {backend[c]}"));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _process.DisposeAsync();
        await Names.DisposeAsync();
    }

    /// <summary>A record a server, by the names of the columns; null while it does not answer.</summary>
    private async Task<IReadOnlyList<Dictionary<string, string>>?> StatusAsync()
    {
        if (_process.HasExited) throw new InvalidOperationException($"HAProxy ended: {Output}");
        try
        {
            var lines = (await _http.GetStringAsync(_status)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var names = lines[0].TrimStart('#', ' ').Split(',');
            return [.. lines.Skip(1).Select(l => names.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}
