using System.Globalization;
using Dapper;
using Judge.Api.Data;
using Judge.Contracts;
using Judge.Api.Submissions;

namespace Judge.Api.Distributions;

/// <summary>Of how many of the others an accepted submission is ahead, per cent.</summary>
internal sealed record Standing(double Time, double Memory)
{
    /// <param name="above">How many accounts' bests are greater.</param>
    /// <param name="accounts">How many there are, the caller's among them.</param>
    public static double Percentile(long above, long accounts) => accounts <= 1 ? 100 : Math.Round(Math.Clamp(100.0 * above / (accounts - 1), 0, 100), 2);
}

/// <summary>How many accounts' bests are in a bucket, by the least value in it.</summary>
internal sealed record BucketRow(Measure Measure, int Bucket, long Accounts);

/// <summary>Reads where accepted submissions stand among the bests of all accounts that have solved the problem in the same language.</summary>
internal sealed class DistributionStore(Database database)
{
    private readonly PreparedQuery<(long Accounts, long Slower, long Larger)> _standings = database.Prepare(
        $"""
        select coalesce(sum(case when measure = {(int)Measure.Time} then accounts end), 0),
            coalesce(sum(case when measure = {(int)Measure.Time} and bucket > cast(@time as integer) then accounts end), 0),
            coalesce(sum(case when measure = {(int)Measure.Memory} and bucket > cast(@memory as integer) then accounts end), 0)
        from distributions where problem = @problem and language = @language
        """,
        ["problem", "language", "time", "memory"],
        row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));

    /// <summary>Null of what is not accepted or is a run.</summary>
    public async ValueTask<Standing?> StandingAsync(SubmissionRow row, CancellationToken cancellationToken)
    {
        if (row is not { Verdict: Verdict.Accepted, Kind: SubmissionKind.Submit, TimeMs: { } time, MemoryKb: { } memory }) return null;
        var found = await _standings.FirstOrNullAsync([row.Problem, row.Language, Text(Measures.Bucket(time)), Text(Measures.Bucket(memory))], cancellationToken);
        return found is var (accounts, slower, larger) ? new Standing(Standing.Percentile(slower, accounts), Standing.Percentile(larger, accounts)) : null;
    }

    /// <summary>All buckets that are not empty, in order, and the bests of an account; null when it has none.</summary>
    public async Task<(IReadOnlyList<BucketRow> Buckets, (int TimeMs, int MemoryKb)? Mine)> ReadAsync(
        string problem, string language, string account, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var buckets = (await connection.QueryAsync<(Measure, int, long)>(
            "select measure, bucket, accounts from distributions where problem = @problem and language = @language and accounts > 0 order by measure, bucket",
            new { problem, language })).Select(b => new BucketRow(b.Item1, b.Item2, b.Item3)).ToList();
        var mine = await connection.QuerySingleOrDefaultAsync<(int, int)?>(
            "select time_ms, memory_kb from bests where problem = @problem and language = @language and account_id = @account", new { problem, language, account });
        return (buckets, mine);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
