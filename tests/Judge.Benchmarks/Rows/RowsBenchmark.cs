using Judge.Benchmarks.Push;
using Judge.Testing;

namespace Judge.Benchmarks.Rows;

/// <summary>
/// What the API takes on a database with a million judged rows, beside one with hardly any, on SQLite and on PostgreSQL; both at once, request by
/// request in turn. "Hardly any" is what it takes to fill the same pages: a page that is empty would only show that a full one is longer.
/// </summary>
internal static class RowsBenchmark
{
    private const int Own = 5000, FewRows = 400, Most = 20_000_000;
    private const double Target = 1.2;

    public static async Task<bool> RunAsync(CommandLine options, CancellationToken cancellationToken)
    {
        var rows = options.Number("--rows", 1_000_000, Most);
        var (sqlite, postgres) = (options.Flag("--sqlite"), options.Flag("--postgres"));
        options.End();
        if (rows < 10 * FewRows) throw new UsageException($"--rows needs {10 * FewRows} or more");
        Run.Progress($"starting a broker for each of two servers");
        await using var first = await RabbitMqServer.StartNewAsync();
        await using var second = await RabbitMqServer.StartNewAsync();
        var met = true;
        if (sqlite || !postgres)
        {
            using var data = TemporaryDirectory.OnDisk();
            met &= await EngineAsync(
                "SQLite", rows, first, second, new SqliteRows($"Data Source={data.Path}/few.db"), new SqliteRows($"Data Source={data.Path}/many.db"), cancellationToken);
        }

        if (postgres || !sqlite)
        {
            await using var server = await PostgresServer.StartNewAsync();
            met &= await EngineAsync(
                "PostgreSQL", rows, first, second, new PostgresRows(await server.CreateDatabaseAsync()), new PostgresRows(await server.CreateDatabaseAsync()), cancellationToken);
        }

        return met;
    }

    private static async Task<bool> EngineAsync(
        string name, int rows, RabbitMqServer first, RabbitMqServer second, RowsEngine fewEngine, RowsEngine manyEngine, CancellationToken cancellationToken)
    {
        Run.Progress($"{name}: starting two servers and filling their databases");
        await using var few = await RowsServer.StartAsync(first.Url, fewEngine, new Fill(FewRows, OwnEvery: 2, Problems: 1), cancellationToken);
        await using var many = await RowsServer.StartAsync(second.Url, manyEngine, new Fill(rows, OwnEvery: Math.Max(2, rows / Own), Problems: 30), cancellationToken);
        var report = new Report(name, rows);
        foreach (var request in Requests.All()) await report.AddAsync(request, Target, few, many, cancellationToken);
        foreach (var server in (RowsServer[])[few, many]) await server.StopApiAsync();
        using var fewStores = await StoreQueries.OpenAsync(few);
        using var manyStores = await StoreQueries.OpenAsync(many);
        foreach (var query in StoreQueries.All()) await report.AddAsync(query, target: null, fewStores, manyStores, cancellationToken);
        return report.Print();
    }

    /// <summary>One engine's table.</summary>
    private sealed class Report(string name, int rows)
    {
        private readonly Table _table = new("", "n", "size, few", "size, many", "p50, few", "p50, many", "p95, few", "p95, many", "ratio of p50", "");
        private readonly List<string> _missed = [];

        public async Task AddAsync<T>(Turns<T> turns, double? target, T few, T many, CancellationToken cancellationToken)
        {
            Run.Progress($"{name}: {turns.Name}");
            await turns.RunAsync(few, many, cancellationToken);
            turns.Print(_table, target);
            if (turns.Ratio > target) _missed.Add(turns.Name);
        }

        public bool Print()
        {
            Console.WriteLine();
            Console.WriteLine($"{name}: {rows} judged rows beside {FewRows}, in turn; {OldRows.Waiting} more wait in both; ms; size: bytes of the answer, rows where it is no request");
            foreach (var line in _table.Text()) Console.WriteLine(line);
            Console.WriteLine($"target: <= {Target} x: {(_missed.Count == 0 ? "holds" : $"MISSED by {string.Join("; ", _missed)}")}");
            return _missed.Count == 0;
        }
    }
}
