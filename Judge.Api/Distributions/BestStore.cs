using System.Data.Common;
using Dapper;
using Judge.Api.Data;
using Judge.Contracts;

namespace Judge.Api.Distributions;

/// <summary>
/// Keeps each account's bests and the counts of them up to date, in the transaction that stores a verdict. Most accepted submissions are no better than what
/// their account has, and cost one statement. Whoever changes an account's bests has its row first and then the counts, in their order: nobody waits in a circle.
/// </summary>
internal static class BestStore
{
    private const string Key = "problem = @Problem and language = @Language and account_id = @AccountId";

    /// <summary>A submission has been accepted that was not judged before.</summary>
    public static async Task AcceptedAsync(Database database, DbConnection connection, DbTransaction transaction, Guid submission)
    {
        if (await FindAsync(connection, transaction, submission) is { Kind: SubmissionKind.Submit, TimeMs: { } time, MemoryKb: { } memory } accepted)
            await AddAsync(database, connection, transaction, new Best(accepted.Problem, accepted.Language, accepted.AccountId, time, memory));
    }

    /// <summary>A judged submission has got other results. What was its account's best may be so no more: all that the account has accepted is looked at.</summary>
    public static async Task RejudgedAsync(Database database, DbConnection connection, DbTransaction transaction, Guid submission)
    {
        var judged = await FindAsync(connection, transaction, submission);
        var key = new Best(judged.Problem, judged.Language, judged.AccountId, 0, 0);
        var stored = await TakeAsync(database, connection, transaction, key);
        var left = await connection.QuerySingleAsync<(int? TimeMs, int? MemoryKb)>(
            $"""
            select min(time_ms), min(memory_kb) from submissions
            where account_id = @AccountId and problem = @Problem and language = @Language and state = 2 and verdict = {(int)Verdict.Accepted} and kind = 0
            """,
            key,
            transaction);
        if (left is (int time, int memory))
        {
            var best = key with { TimeMs = time, MemoryKb = memory };
            await (stored is null ? AddAsync(database, connection, transaction, best) : ChangeAsync(connection, transaction, stored, best));
        }
        else if (stored is not null)
        {
            await connection.ExecuteAsync($"delete from bests where {Key}", stored, transaction);
            await CountAsync(connection, transaction, stored, before: stored, after: null);
        }
    }

    private static async Task AddAsync(Database database, DbConnection connection, DbTransaction transaction, Best best)
    {
        while (true)
        {
            if (await connection.ExecuteAsync(
                "insert into bests (problem, language, account_id, time_ms, memory_kb) values (@Problem, @Language, @AccountId, @TimeMs, @MemoryKb) on conflict (problem, language, account_id) do nothing",
                best,
                transaction) > 0)
            {
                await CountAsync(connection, transaction, best, before: null, after: best);
                return;
            }

            // When it is not there, a rejudge has just taken it away.
            if (await TakeAsync(database, connection, transaction, best) is not { } before) continue;
            await ChangeAsync(connection, transaction, before, best with { TimeMs = Math.Min(before.TimeMs, best.TimeMs), MemoryKb = Math.Min(before.MemoryKb, best.MemoryKb) });
            return;
        }
    }

    private static Task<(SubmissionKind Kind, string Problem, string Language, string AccountId, int? TimeMs, int? MemoryKb)> FindAsync(
        DbConnection connection, DbTransaction transaction, Guid submission) =>
        connection.QuerySingleAsync<(SubmissionKind, string, string, string, int?, int?)>(
            "select kind, problem, language, account_id, time_ms, memory_kb from submissions where id = @id", new { id = submission.ToString() }, transaction);

    /// <summary>The account's row, which nobody else changes before this transaction has ended; null when there is none.</summary>
    private static async Task<Best?> TakeAsync(Database database, DbConnection connection, DbTransaction transaction, Best of) =>
        await connection.QuerySingleOrDefaultAsync<(int TimeMs, int MemoryKb)?>(
            $"select time_ms, memory_kb from bests where {Key} {database.Choose(sqlite: "", postgres: "for update")}", of, transaction)
            is var (timeMs, memoryKb) ? of with { TimeMs = timeMs, MemoryKb = memoryKb } : null;

    private static async Task ChangeAsync(DbConnection connection, DbTransaction transaction, Best before, Best after)
    {
        if (before == after) return;
        await connection.ExecuteAsync($"update bests set time_ms = @TimeMs, memory_kb = @MemoryKb where {Key}", after, transaction);
        await CountAsync(connection, transaction, after, before, after);
    }

    /// <summary>Moves an account from bucket to bucket.</summary>
    private static async Task CountAsync(DbConnection connection, DbTransaction transaction, Best of, Best? before, Best? after)
    {
        var changes = Places(before, -1).Concat(Places(after, 1))
            .GroupBy(p => (p.Measure, p.Bucket), p => p.By).Select(g => (g.Key.Measure, g.Key.Bucket, By: g.Sum())).Where(c => c.By != 0).Order().ToList();
        if (changes.Count == 0) return;
        var parameters = new DynamicParameters(of);
        foreach (var (i, (measure, bucket, by)) in changes.Index())
        {
            parameters.Add($"measure{i}", (int)measure);
            parameters.Add($"bucket{i}", bucket);
            parameters.Add($"by{i}", by);
        }

        await connection.ExecuteAsync(
            $"""
            insert into distributions (problem, language, measure, bucket, accounts)
            values {string.Join(", ", changes.Select((_, i) => $"(@Problem, @Language, @measure{i}, @bucket{i}, @by{i})"))}
            on conflict (problem, language, measure, bucket) do update set accounts = distributions.accounts + excluded.accounts
            """,
            parameters,
            transaction);
    }

    private static IEnumerable<(Measure Measure, int Bucket, int By)> Places(Best? best, int by) => best is null
        ? []
        : [(Measure.Time, Measures.Bucket(best.TimeMs), by), (Measure.Memory, Measures.Bucket(best.MemoryKb), by)];

    /// <summary>What an account has reached in a problem and a language.</summary>
    private sealed record Best(string Problem, string Language, string AccountId, int TimeMs, int MemoryKb);
}
