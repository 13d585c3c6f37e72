using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Judge.Api.Accounts;
using Judge.Api.Data;
using Judge.Api.Hosting;
using Judge.Contracts;
using Judge.Worker.Telemetry;

namespace Judge.Api.Submissions;

/// <summary>A submission to store.</summary>
internal sealed record NewSubmission(string Problem, string PackageHash, int CaseCount, string Language, string Source, string? IdempotencyKey)
{
    /// <summary>Of a run, a JSON array; null: it is judged on the problem's cases.</summary>
    public string? Inputs { get; init; }

    public SubmissionKind Kind => Inputs is null ? SubmissionKind.Submit : SubmissionKind.Run;

    /// <summary>The span in which it came; a store may write in another one.</summary>
    public string? Trace { get; } = Tracing.Here;

    /// <summary>What must be the same for a repeat to be a repeat.</summary>
    public string RequestHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Problem}\n{Language}\n{Source}{(Inputs is null ? "" : $"\0{Inputs}")}")));
}

/// <summary>What came of storing it.</summary>
internal abstract record CreateOutcome
{
    /// <summary>Stored now, or by an earlier request with the same idempotency key.</summary>
    public sealed record Stored(SubmissionRow Row, bool IsNew) : CreateOutcome;

    /// <summary>The idempotency key belongs to another request.</summary>
    public sealed record KeyReused : CreateOutcome;

    /// <summary>Over the account's bounds.</summary>
    public sealed record TooMany(string Detail, int RetryAfterSeconds) : CreateOutcome;
}

/// <summary>What clients do with submissions: create, read, list, cancel. Whose it is stands in every where clause.</summary>
internal sealed class SubmissionStore(Database database, TimeProvider clock)
{
    private const int MinuteMs = 60_000;

    private readonly SubmissionIds _ids = new();

    private readonly PreparedQuery<(int Version, SubmissionState State)> _versions = database.Prepare(
        "select version, state from submissions where id = @id and (@accountId is null or account_id = @accountId) and rejudge_of is null", ["id", "accountId"],
        row => (row.GetInt32(0), (SubmissionState)row.GetInt32(1)));

    public async Task<CreateOutcome> CreateAsync(Account account, AccountLimits limits, NewSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            return await InsertAsync(account, limits, submission, cancellationToken);
        }
        catch (DbException e) when (database.IsUniqueViolation(e) && submission.IdempotencyKey is not null)
        {
            // The same key at the same moment: now the other one is there to be found.
            return await InsertAsync(account, limits, submission, cancellationToken);
        }
    }

    private Task<CreateOutcome> InsertAsync(Account account, AccountLimits limits, NewSubmission submission, CancellationToken cancellationToken) =>
        database.WriteDurablyAsync<CreateOutcome>(
            async (connection, transaction) =>
            {
                // What is counted and then added to.
                if (limits.PerMinute(submission.Kind) > 0 || limits.InFlight > 0) await database.LockAsync(connection, transaction, account.Id);
                if (await FindRepeatAsync(connection, transaction, account, submission) is { } repeat) return repeat;
                if (await OverLimitAsync(connection, transaction, account, limits, submission.Kind) is { } tooMany) return tooMany;
                var now = clock.GetUtcNow();
                var row = new SubmissionRow
                {
                    Id = _ids.Next(now).ToString(),
                    AccountId = account.Id,
                    Problem = submission.Problem,
                    Language = submission.Language,
                    Tier = account.Tier,
                    Version = 1,
                    Attempt = 1,
                    Total = submission.CaseCount,
                    CreatedAt = now.ToUnixTimeMilliseconds(),
                    Kind = submission.Kind,
                };
                await connection.ExecuteAsync(
                    """
                    insert into submissions (
                        id, account_id, idempotency_key, request_hash, problem, package_hash, language, tier, state, version, attempt,
                        done, total, created_at, changed_at, not_before, starts, source, trace, kind, inputs)
                    values (
                        @Id, @AccountId, @IdempotencyKey, @RequestHash, @Problem, @PackageHash, @Language, @Tier, @State, @Version, @Attempt,
                        0, @Total, @CreatedAt, @CreatedAt, 0, 0, @Source, @Trace, @Kind, @Inputs)
                    """,
                    new
                    {
                        row.Id, row.AccountId, submission.IdempotencyKey, submission.RequestHash, row.Problem, submission.PackageHash, row.Language,
                        row.Tier, row.State, row.Version, row.Attempt, row.Total, row.CreatedAt, submission.Source, submission.Trace, row.Kind,
                        submission.Inputs,
                    },
                    transaction);
                return new CreateOutcome.Stored(row, IsNew: true);
            },
            cancellationToken);

    /// <param name="id">The submission.</param>
    /// <param name="accountId">Its owner; null finds anyone's.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<SubmissionRow?> FindAsync(Guid id, string? accountId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<SubmissionRow>(
            $"select {SubmissionRow.Columns} from submissions s where s.id = @id and (@accountId is null or s.account_id = @accountId) and s.rejudge_of is null",
            new { id = id.ToString(), accountId });
    }

    /// <summary>Version and state alone, which is all that a poll with the version it knows needs.</summary>
    public ValueTask<(int Version, SubmissionState State)?> FindVersionAsync(Guid id, string? accountId, CancellationToken cancellationToken) =>
        _versions.FirstOrNullAsync([id.ToString(), accountId], cancellationToken);

    public async Task<IReadOnlyList<SubmissionRow>> ReadAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<SubmissionRow>(
            $"select {SubmissionRow.Columns} from submissions s where s.id {database.In("ids")} and s.rejudge_of is null", new { ids = ids.Select(id => id.ToString()).ToArray() })];
    }

    /// <summary>What somebody wants to know who has just come (back): those that are not judged, and those that were in the last minute.
    /// Of the account's newest 200.</summary>
    public async Task<IReadOnlyList<SubmissionRow>> CurrentAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<SubmissionRow>(
            $"""
            select {SubmissionRow.Columns} from submissions s
            where s.id in (select id from submissions where account_id = @accountId order by id desc limit 200) and (s.state <> 2 or s.judged_at > @since)
            order by s.id
            """,
            new { accountId, since = clock.GetUtcNow().ToUnixTimeMilliseconds() - MinuteMs })];
    }

    /// <summary>Newest first; one more than <paramref name="limit"/> tells that there are more. Of both kinds when <paramref name="kind"/> is null.</summary>
    public async Task<IReadOnlyList<SubmissionRow>> ListAsync(
        string? accountId, SubmissionKind? kind, string? problem, SubmissionState? state, Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var conditions = new List<string> { "s.rejudge_of is null" };
        // A number and no parameter: runs have indexes of their own.
        if (kind is not null) conditions.Add($"s.kind = {(int)kind}");
        if (accountId is not null) conditions.Add("s.account_id = @accountId");
        if (problem is not null) conditions.Add("s.problem = @problem");
        if (state is not null) conditions.Add("s.state = @state");
        // The words of the indexes over the few that are not judged.
        if (state is SubmissionState.Queued or SubmissionState.Judging) conditions.Add("s.state <> 2");
        if (before is not null) conditions.Add("s.id < @before");
        return [.. await connection.QueryAsync<SubmissionRow>(
            $"select {SubmissionRow.Columns} from submissions s where {string.Join(" and ", conditions)} order by s.id desc limit @limit",
            new { accountId, problem, state, before = before?.ToString(), limit })];
    }

    /// <summary>Withdraws one that nobody has begun.</summary>
    /// <returns>Whether it was still queued.</returns>
    public async Task<bool> CancelAsync(Guid id, string? accountId, CancellationToken cancellationToken) => await database.WriteDurablyAsync(
        (connection, transaction) => connection.ExecuteAsync(
            $"""
            update submissions
            set state = {(int)SubmissionState.Judged}, verdict = {(int)Verdict.Cancelled}, version = version + 1, judged_at = @now, lease_until = null,
                changed_at = @now
            where id = @id and (@accountId is null or account_id = @accountId) and state = {(int)SubmissionState.Queued} and rejudge_of is null
            """,
            new { id = id.ToString(), accountId, now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
            transaction),
        cancellationToken) > 0;

    private static async Task<CreateOutcome?> FindRepeatAsync(DbConnection connection, DbTransaction transaction, Account account, NewSubmission submission)
    {
        if (submission.IdempotencyKey is null) return null;
        var first = await connection.QuerySingleOrDefaultAsync<(string Id, string RequestHash)?>(
            "select id, request_hash from submissions where account_id = @Id and idempotency_key = @IdempotencyKey",
            new { account.Id, submission.IdempotencyKey },
            transaction);
        if (first is not var (id, requestHash)) return null;
        if (requestHash != submission.RequestHash) return new CreateOutcome.KeyReused();
        var row = await connection.QuerySingleAsync<SubmissionRow>($"select {SubmissionRow.Columns} from submissions s where s.id = @id", new { id }, transaction);
        return new CreateOutcome.Stored(row, IsNew: false);
    }

    private async Task<CreateOutcome?> OverLimitAsync(DbConnection connection, DbTransaction transaction, Account account, AccountLimits limits, SubmissionKind kind)
    {
        if (limits.PerMinute(kind) is > 0 and var most)
        {
            // Version 7 ids begin with their creation time: the index on (account_id, id) is one on time.
            var now = clock.GetUtcNow();
            var from = SubmissionIds.From(now.AddMilliseconds(-MinuteMs));
            var recent = (await connection.QueryAsync<long>(
                "select created_at from submissions where account_id = @Id and id > @from and kind = @kind order by id desc limit @most",
                new { account.Id, from, kind, most },
                transaction)).AsList();
            if (recent.Count >= most)
            {
                var wait = (recent[^1] + MinuteMs - now.ToUnixTimeMilliseconds() + 999) / 1000;
                return new CreateOutcome.TooMany(
                    $"At most {most.ToString(CultureInfo.InvariantCulture)} {(kind == SubmissionKind.Run ? "runs" : "submissions")} a minute are allowed for this account.",
                    (int)Math.Max(1, wait));
            }
        }

        if (limits.InFlight == 0) return null;
        var inFlight = await connection.ExecuteScalarAsync<int>(
            "select count(*) from submissions where account_id = @Id and state <> 2", new { account.Id }, transaction);
        return inFlight < limits.InFlight
            ? null
            : new CreateOutcome.TooMany(
                $"At most {limits.InFlight.ToString(CultureInfo.InvariantCulture)} submissions of this account may wait at once.", 1);
    }
}
