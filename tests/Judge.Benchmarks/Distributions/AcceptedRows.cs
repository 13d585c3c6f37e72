using Dapper;
using Judge.Api.Data;
using Judge.Contracts;

namespace Judge.Benchmarks.Distributions;

/// <summary>Submissions that a worker has, each of an account of its own, and the verdicts that it reports of them.</summary>
internal static class AcceptedRows
{
    private const string Worker = "bench-worker";
    private static readonly Random Random = new(1);

    /// <returns>Their ids.</returns>
    public static async Task<IReadOnlyList<Guid>> FillAsync(Database database, int count, CancellationToken cancellationToken)
    {
        await database.InitializeAsync(cancellationToken);
        await new Migrator(database, TimeProvider.System).MigrateAsync(cancellationToken);
        var ids = Enumerable.Range(0, count).Select(_ => Guid.CreateVersion7()).ToList();
        var rows = ids.Select(id => new { id = id.ToString(), account = Guid.CreateVersion7().ToString() }).ToList();
        await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("insert into accounts (id, name, tier, role, created_at) values (@account, @account, 0, 0, 0)", rows, transaction);
                return await connection.ExecuteAsync(
                    """
                    insert into submissions (id, account_id, problem, package_hash, language, tier, state, version, attempt, done, total, created_at, not_before, dispatched_at,
                        lease_until, worker, starts, source)
                    values (@id, @account, 'p', 'h', 'cpp', 0, 1, 1, 1, 0, 10, 0, 0, 0, 9000000000000, 'bench-worker', 1, 'int main() { }')
                    """,
                    rows,
                    transaction);
            },
            cancellationToken);
        if (database is PostgresDatabase)
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await connection.ExecuteAsync("analyze submissions");
        }

        return ids;
    }

    /// <summary>With times and memory as they come: most close together, some far out.</summary>
    public static SubmissionJudged Judged(Guid id, Verdict verdict)
    {
        var (time, memory) = ((int)(3 + 40 * Math.Exp(Normal())), (int)(3000 + 9000 * Math.Exp(Normal() / 2)));
        var cases = Enumerable.Range(1, 10).Select(i => new CaseResult($"secret/{i}", i < 10 ? Verdict.Accepted : verdict, time, time, memory, 0, null, null)).ToList();
        return new SubmissionJudged(id, 1, Worker, verdict, time, time, memory, null, null, cases);
    }

    /// <summary>Box and Muller's.</summary>
    private static double Normal() => Math.Sqrt(-2 * Math.Log(1 - Random.NextDouble())) * Math.Cos(2 * Math.PI * Random.NextDouble());
}
