using System.Diagnostics;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Distributions;
using Judge.Api.Submissions;
using Judge.Benchmarks.Push;
using Judge.Contracts;
using Judge.Testing;

namespace Judge.Benchmarks.Distributions;

/// <summary>
/// What percentiles cost once there are ten thousand accepted submissions of as many accounts of one problem in one language: asking for one, the whole picture,
/// and storing a verdict with what is kept for both, each beside the least that a database can be asked, on SQLite and PostgreSQL.
/// </summary>
internal static class DistributionBenchmark
{
    private const int Most = 1_000_000, Asked = 2000, Stored = 300, Together = 64;
    private const double TargetMs = 5;

    public static async Task<bool> RunAsync(CommandLine options, CancellationToken cancellationToken)
    {
        var accepted = options.Number("--accepted", 10_000, Most);
        options.End();
        using var data = TemporaryDirectory.OnDisk();
        var met = true;
        using (var sqlite = new SqliteDatabase($"Data Source={data.Path}/judge.db")) met &= await EngineAsync("SQLite", sqlite, accepted, cancellationToken);
        await using var server = await PostgresServer.StartNewAsync();
        using var postgres = new PostgresDatabase(await server.CreateDatabaseAsync());
        return await EngineAsync("PostgreSQL", postgres, accepted, cancellationToken) && met;
    }

    private static async Task<bool> EngineAsync(string name, Database database, int accepted, CancellationToken cancellationToken)
    {
        Run.Progress($"{name}: {accepted} accepted submissions");
        var filled = await AcceptedRows.FillAsync(database, accepted + 2 * Stored, cancellationToken);
        var judging = new JudgingStore(database, TimeProvider.System);
        foreach (var some in filled.Take(accepted).Chunk(Together)) await Task.WhenAll(some.Select(id => judging.JudgedAsync(AcceptedRows.Judged(id, Verdict.Accepted), cancellationToken)));
        var (submissions, distributions) = (new SubmissionStore(database, TimeProvider.System), new DistributionStore(database));
        var bare = database.Prepare("select time_ms, memory_kb from bests where problem = @problem and language = @language and account_id = @account", ["problem", "language", "account"],
            row => (row.GetInt32(0), row.GetInt32(1)));
        var rows = await submissions.ReadAsync([.. filled.Take(200)], cancellationToken);
        Run.Progress($"{name}: asking");
        var (key, percentile, picture) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = -200; i < Asked; i++)
        {
            var row = rows[(i + 200) % rows.Count];
            await TimeAsync(i < 0 ? [] : key, () => bare.FirstOrNullAsync([row.Problem, row.Language, row.AccountId], cancellationToken).AsTask());
            await TimeAsync(i < 0 ? [] : percentile, () => distributions.StandingAsync(row, cancellationToken).AsTask());
            await TimeAsync(i < 0 ? [] : picture, () => distributions.ReadAsync(row.Problem, row.Language, row.AccountId, cancellationToken));
        }

        Run.Progress($"{name}: storing");
        var stored = (List<double>[])[[], []];
        for (var i = 0; i < 2 * Stored; i++)
        {
            var verdict = i % 2 == 0 ? Verdict.Accepted : Verdict.WrongAnswer;
            await TimeAsync(stored[i % 2], () => judging.JudgedAsync(AcceptedRows.Judged(filled[accepted + i], verdict), cancellationToken));
        }

        await using var connection = await database.OpenAsync(cancellationToken);
        var buckets = await connection.ExecuteScalarAsync<int>("select count(*) from distributions");
        Console.WriteLine($"\n{name}: {accepted} accepted submissions of as many accounts in one language, in {buckets} buckets; ms");
        var table = new Table("", "p50", "p95", "p50 / bare");
        Add("bare: one row by its primary key", key, key);
        Add("percentiles of a submission", percentile, key);
        Add("distribution, all of its buckets and the caller's best", picture, key);
        Add("store: wrong answer", stored[1], stored[1]);
        Add("store: accepted, an account's first", stored[0], stored[1]);
        foreach (var line in table.Text()) Console.WriteLine(line);
        var met = Median(percentile) <= TargetMs && Median(picture) <= TargetMs;
        Console.WriteLine($"target: p50 <= {TargetMs} ms: {(met ? "holds" : "MISSED")}");
        return met;

        void Add(string what, List<double> times, List<double> beside) =>
            table.Add(what, $"{Median(times):0.000}", $"{Statistics.Percentile(times, 0.95):0.000}", $"{Median(times) / Median(beside):0.0}");
    }

    private static double Median(List<double> times) => Statistics.Percentile(times, 0.5);

    private static async Task TimeAsync<T>(List<double> times, Func<Task<T>> ask)
    {
        var started = Stopwatch.GetTimestamp();
        await ask();
        times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }
}
