using System.Globalization;
using System.Text.Json;
using Judge.Benchmarks.Push;
using Judge.Testing;

namespace Judge.Benchmarks.Api;

/// <summary>
/// GET of a status and POST of a submission, beside an endpoint that does nothing, in turn and with the same client. The API is the grown one
/// (RabbitMQ, SQLite) with no worker, so that nothing is judged meanwhile, and with the memory of a small machine.
/// </summary>
internal static class ApiBenchmark
{
    private const int Rounds = 4, Connections = 32, Posts = 64, Polled = 1000;
    private const long SmallMemory = 256 << 20;
    private const string Key = "demo-premium", Source = "print(sum(map(int, input().split())))\n";
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(3);

    public static async Task<int> RunAsync()
    {
        using var data = TemporaryDirectory.OnDisk();
        await using var broker = await RabbitMqServer.StartNewAsync();
        var (emptyUrl, url) = (EmptyEndpoint.FreeUrl(), EmptyEndpoint.FreeUrl());
        await using var empty = EmptyEndpoint.Start(emptyUrl);
        var settings = GrownSettings.Api(url, data.Path, broker.Url);
        settings["DOTNET_GCHeapHardLimit"] = SmallMemory.ToString("x", CultureInfo.InvariantCulture);
        await using var api = JudgeProcess.Start("Judge.Api", settings);
        using var client = new JudgeClient(url, Key);
        await client.HealthyAsync(api);
        var ids = new List<string>();
        for (var i = 0; i < Polled; i++) ids.Add(await client.SubmitAsync("a-plus-b", "python", Source));

        var authorization = $"Authorization: Bearer {Key}\r\n";
        var nothing = HttpLoad.Request("GET", "/");
        byte[][] polls = [.. ids.Select(id => HttpLoad.Request("GET", $"/api/submissions/{id}", $"{authorization}If-None-Match: \"1\"\r\n"))];
        byte[][] reads = [.. ids.Select(id => HttpLoad.Request("GET", $"/api/submissions/{id}", authorization))];
        var submit = JsonSerializer.Serialize(new { problem = "a-plus-b", language = "python", source = Source });
        var nothingPosted = HttpLoad.Request("POST", "/", "", submit);
        var posts = HttpLoad.Request("POST", "/api/submissions", authorization, submit);
        var cases = new[]
        {
            new Case("GET, an endpoint that does nothing", emptyUrl, Connections, 200, _ => nothing),
            new Case("GET status, unchanged (304)", url, Connections, 304, n => polls[n % polls.Length]),
            new Case("GET status, whole (200)", url, Connections, 200, n => reads[n % reads.Length]),
            new Case("POST, an endpoint that does nothing", emptyUrl, Posts, 200, _ => nothingPosted),
            new Case("POST submission, durable (202)", url, Posts, 202, _ => posts),
        };
        for (var round = -1; round < Rounds; round++)
        {
            foreach (var one in cases) await one.RunAsync(warmUp: round < 0, Round);
            await Console.Error.WriteLineAsync(round < 0 ? "warmed up" : string.Create(CultureInfo.InvariantCulture, $"round {round + 1} of {Rounds}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Rounds} rounds of {Round.TotalSeconds:0} s each in turn; {Connections} connections for GET, {Posts} for POST; ms; client and server on the same processors"));
        Statistics.PrintHeader("per second", "of nothing's");
        foreach (var one in cases)
        {
            var bound = cases.First(c => c.Name[..3] == one.Name[..3]);
            Statistics.Print(one.Name, one.Latencies, Number(one.PerSecond), Number(100 * one.PerSecond / bound.PerSecond) + " %");
        }

        var stored = await CountAsync(data.Path);
        var accepted = ids.Count + cases[4].Accepted;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"accepted {accepted}, in the database {stored}; server's peak memory {ProcessUsage.PeakKb(api.Id) >> 10} MiB (.NET's heap bounded to {SmallMemory >> 20} MiB)"));
        var (status, posted) = (cases[1].PerSecond / cases[0].PerSecond, cases[4].PerSecond);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"GET status 304: {100 * status:0} % of nothing (target: at least 50 %); POST: {posted:0} a second (target: at least 1,500)"));
        return status >= 0.5 && posted >= 1500 && stored == accepted ? 0 : 1;
    }

    private static async Task<long> CountAsync(string data)
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(data, "judge.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select count(*) from submissions";
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static string Number(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>One kind of request and what its rounds brought.</summary>
    private sealed class Case(string name, string url, int connections, int status, Func<int, byte[]> request)
    {
        private readonly List<double> _latencies = [], _rates = [];

        public string Name => name;

        public IReadOnlyCollection<double> Latencies => _latencies;

        public double PerSecond => _rates.Average();

        /// <summary>Right answers, of the warm-up too.</summary>
        public long Accepted { get; private set; }

        public async Task RunAsync(bool warmUp, TimeSpan duration)
        {
            var result = await HttpLoad.RunAsync(new Uri(url), connections, duration, status, request);
            if (result.Wrong.Count > 0) throw new InvalidOperationException($"{name}: {result.Wrong.Count} wrong answers, such as {result.Wrong[0]}");
            Accepted += result.Latencies.Count;
            if (warmUp) return;
            _latencies.AddRange(result.Latencies);
            _rates.Add(result.PerSecond);
        }
    }
}
