using System.Data.Common;
using System.Text.Json;
using Dapper;
using Judge.Api.Data;
using Judge.Contracts;

namespace Judge.Api.Retention;

/// <summary>What is purged of old submissions. Each has a mark up to which it has been done: ids are in the order of time.</summary>
internal enum Kept
{
    Sources,
    Outputs,
}

/// <summary>
/// Purges old submissions, so few at a time that no writer has to wait for long: they are read and prepared outside of a transaction. One that is
/// not even judged at that age is left as it is.
/// </summary>
internal sealed class RetentionStore(Database database)
{
    private const int Together = 100;

    /// <summary>Purges the next few.</summary>
    /// <param name="what">What of them.</param>
    /// <param name="before">Those with an id below this.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many were purged; null when there are no more to look at.</returns>
    public async Task<int?> PurgeAsync(Kept what, string before, CancellationToken cancellationToken)
    {
        string upto;
        List<(string Id, int State, int Version, string? Cases)> rows;
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            upto = await connection.ExecuteScalarAsync<string?>("select upto from purges where name = @name", new { name = what.ToString() }) ?? "";
            rows = (await connection.QueryAsync<(string, int, int, string?)>(
                $"select id, state, version, {(what == Kept.Outputs ? "cases" : "null")} from submissions where id > @upto and id < @before order by id limit @most",
                new { upto, before, most = Together })).AsList();
        }

        if (rows.Count == 0) return null;
        var old = rows.Where(r => r.State == (int)SubmissionState.Judged).ToList();
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                await database.LockAsync(connection, transaction, $"purge {what}");
                await connection.ExecuteAsync(
                    "insert into purges (name, upto) values (@name, @upto) on conflict (name) do update set upto = excluded.upto where purges.upto < excluded.upto",
                    new { name = what.ToString(), upto = rows[^1].Id },
                    transaction);
                var purged = 0;
                if (what == Kept.Sources)
                {
                    return await connection.ExecuteAsync(
                        $"update submissions set source = '', inputs = case when inputs is null then null else '[]' end where id {database.In("ids")} and source <> ''", new { ids = old.Select(r => r.Id).ToArray() }, transaction);
                }

                // The version tells whether it was judged again meanwhile, and clients that what they have is no longer what there is.
                foreach (var (id, _, version, cases) in old)
                {
                    purged += await connection.ExecuteAsync(
                        """
                        update submissions set version = version + 1, cases = @cases, compile_output = null
                        where id = @id and version = @version and (compile_output is not null or cases <> @cases)
                        """,
                        new { id, version, cases = cases is null ? null : WithoutOutputs(cases) },
                        transaction);
                }

                return purged;
            },
            cancellationToken);
    }

    /// <summary>In a write: a submission was judged again whose outputs had been purged; they do not come back.</summary>
    public static async Task KeepPurgedAsync(DbConnection connection, DbTransaction transaction, Guid submission)
    {
        var parameters = new { id = submission.ToString(), name = nameof(Kept.Outputs) };
        var cases = await connection.ExecuteScalarAsync<string?>(
            "select cases from submissions where id = @id and id <= (select upto from purges where name = @name)", parameters, transaction);
        if (cases is null) return;
        await connection.ExecuteAsync(
            "update submissions set cases = @cases, compile_output = null where id = @id", new { parameters.id, cases = WithoutOutputs(cases) }, transaction);
    }

    /// <summary>The cases' verdicts and measures alone.</summary>
    public static string WithoutOutputs(string cases) => JsonSerializer.Serialize(
        JsonSerializer.Deserialize<CaseResult[]>(cases, JsonSerializerOptions.Web)!
            .Select(c => c with { Input = null, Expected = null, Output = null, Stderr = null, Truncated = null, Stdout = null }),
        JsonSerializerOptions.Web);
}
