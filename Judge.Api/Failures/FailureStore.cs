using System.Data.Common;
using Dapper;
using Judge.Api.Data;
using Judge.Contracts;

namespace Judge.Api.Failures;

/// <summary>Something that the judge could not do, as stored.</summary>
internal sealed record FailureRow
{
    public string Id { get; init; } = "";

    public string? SubmissionId { get; init; }

    public string? Problem { get; init; }

    public string? Language { get; init; }

    public Tier? Tier { get; init; }

    public string? Queue { get; init; }

    public string? ContentType { get; init; }

    public string Reason { get; init; } = "";

    public long FailedAt { get; init; }

    public byte[]? Body { get; init; }

    public SubmissionKind? Kind { get; init; }
}

/// <summary>An attempt that came to no verdict.</summary>
internal sealed record EndedAttempt
{
    public string SubmissionId { get; init; } = "";

    public int Attempt { get; init; }

    public string? Worker { get; init; }

    public string Reason { get; init; } = "";

    public long EndedAt { get; init; }
}

/// <summary>What an admin has to look at: submissions that ended as internalError, and messages that nobody could handle.</summary>
internal sealed class FailureStore(Database database, TimeProvider clock)
{
    /// <summary>How much of a message is shown, bytes.</summary>
    private const int ShownBytes = 4096;

    private const string Columns =
        "f.id, f.submission_id as SubmissionId, s.problem, s.language, s.tier, f.queue, f.content_type as ContentType, f.reason, f.failed_at as FailedAt, s.kind";

    private const string From = "from failures f left join submissions s on s.id = f.submission_id";

    /// <summary>Newest first, with the beginnings of messages.</summary>
    public async Task<(IReadOnlyList<FailureRow> Failures, ILookup<string, EndedAttempt> Attempts)> ListAsync(Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var failures = (await connection.QueryAsync<FailureRow>(
            $"select {Columns}, substr(f.body, 1, {ShownBytes}) as Body {From} {(before is null ? "" : "where f.id < @before")} order by f.id desc limit @limit", new { before = before?.ToString(), limit })).AsList();
        var submissions = failures.Select(f => f.SubmissionId).OfType<string>().ToArray();
        var attempts = await connection.QueryAsync<EndedAttempt>(
            $"""
            select submission_id as SubmissionId, attempt, worker, reason, ended_at as EndedAt
            from ended_attempts where submission_id {database.In("submissions")} order by ended_at
            """,
            new { submissions });
        return (failures, attempts.ToLookup(a => a.SubmissionId, StringComparer.Ordinal));
    }

    public async Task<FailureRow?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<FailureRow>($"select {Columns}, f.body {From} where f.id = @id", new { id = id.ToString() });
    }

    /// <returns>Whether it was there.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => await database.WriteDurablyAsync(
        async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "delete from ended_attempts where submission_id = (select submission_id from failures where id = @id)", new { id = id.ToString() }, transaction);
            return await connection.ExecuteAsync("delete from failures where id = @id", new { id = id.ToString() }, transaction);
        },
        cancellationToken) > 0;

    public Task AddMessageAsync(string queue, string? contentType, string reason, byte[] body, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "insert into failures (id, queue, content_type, reason, failed_at, body) values (@id, @queue, @contentType, @reason, @now, @body)",
            new { id = Guid.CreateVersion7().ToString(), queue, contentType, reason = StoredText.Of(reason), now = clock.GetUtcNow().ToUnixTimeMilliseconds(), body },
            transaction),
        cancellationToken);

    /// <summary>A submission has ended as internalError; it is listed once, by its newest reason.</summary>
    public static async Task AddAsync(DbConnection connection, DbTransaction transaction, Guid submission, string? reason, long now)
    {
        await connection.ExecuteAsync(
            """
            insert into failures (id, submission_id, reason, failed_at) values (@id, @submission, @reason, @now)
            on conflict (submission_id) where submission_id is not null do update set id = excluded.id, reason = excluded.reason, failed_at = excluded.failed_at
            """,
            new { id = Guid.CreateVersion7().ToString(), submission = submission.ToString(), reason = StoredText.Of(reason) ?? "no reason was given", now },
            transaction);
    }

    /// <summary>A submission has come to a verdict after all.</summary>
    public static async Task ForgetAsync(DbConnection connection, DbTransaction transaction, Guid submission)
    {
        var parameters = new { submission = submission.ToString() };
        await connection.ExecuteAsync("delete from ended_attempts where submission_id = @submission", parameters, transaction);
        await connection.ExecuteAsync("delete from failures where submission_id = @submission", parameters, transaction);
    }
}
