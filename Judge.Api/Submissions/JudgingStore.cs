using System.Data.Common;
using System.Text.Json;
using Dapper;
using Judge.Api.Data;
using Judge.Contracts;

namespace Judge.Api.Submissions;

/// <summary>
/// What workers' messages do to a submission. Each is one compare-and-set: it takes effect only while attempt and state still
/// fit, so repeats, stale attempts and messages out of order change nothing, and rows affected tells which it was.
/// </summary>
internal sealed class JudgingStore(Database database, TimeProvider clock)
{
    /// <summary>How long an attempt that failed waits for its next turn, times the starts so far.</summary>
    private const int RetryPauseMs = 1000;

    private const int Judging = (int)SubmissionState.Judging, Judged = (int)SubmissionState.Judged;
    private static readonly int LeaseMs = (int)SubmissionLimits.Lease.TotalMilliseconds;

    private static readonly string RenewLease =
        $"lease_until = @Now + {LeaseMs} where id = @SubmissionId and attempt = @Attempt and state = {Judging}";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<SubmissionChanged?> StartedAsync(SubmissionStarted message, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var started = await connection.QuerySingleOrDefaultAsync<(int Starts, string Account, int Version)?>(
                $"""
                update submissions
                set version = version + case when state = {Judging} then 0 else 1 end, state = {Judging}, worker = @WorkerId,
                    execution = @ExecutionId, starts = starts + case when worker is null or @Redelivered then 1 else 0 end, started_at = coalesce(started_at, @Now),
                    dispatched_at = coalesce(dispatched_at, @Now), lease_until = @Now + {LeaseMs},
                    changed_at = case when state = {Judging} then changed_at else @Now end
                where id = @SubmissionId and attempt = @Attempt and state <> {Judged} and coalesce(execution, '') <> @ExecutionId
                returning starts, account_id, version
                """,
                new
                {
                    message.WorkerId, ExecutionId = message.ExecutionId.ToString(), SubmissionId = message.SubmissionId.ToString(), message.Attempt,
                    message.Redelivered, Now,
                },
                transaction);
            if (started is not var (starts, account, version)) return null;
            // The broker delivers again what a worker died over; the database counts it.
            return starts > SubmissionLimits.MaxStarts
                ? await GiveUpAsync(connection, transaction, message.SubmissionId, message.Attempt, "the workers that judged it were lost")
                : new SubmissionChanged(message.SubmissionId, Guid.Parse(account), version);
        },
        cancellationToken);

    public Task<SubmissionChanged?> ProgressedAsync(SubmissionProgressed message, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var parameters = new { SubmissionId = message.SubmissionId.ToString(), message.Attempt, message.Done, Now };
            var change = await ChangeAsync(
                connection, transaction, message.SubmissionId,
                $"update submissions set version = version + 1, done = @Done, changed_at = @Now, {RenewLease} and done < @Done", parameters);
            if (change is null) await connection.ExecuteAsync($"update submissions set {RenewLease}", parameters, transaction);
            return change;
        },
        cancellationToken);

    public Task<SubmissionChanged?> JudgedAsync(SubmissionJudged message, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        (connection, transaction) => ChangeAsync(
            connection, transaction, message.SubmissionId,
            $"""
            update submissions
            set state = {Judged}, version = version + 1, verdict = @Verdict, done = @Done, time_ms = @TimeMs, wall_ms = @WallMs,
                memory_kb = @MemoryKb, started_at = coalesce(started_at, @Now), judged_at = @Now, lease_until = null, worker = @WorkerId,
                message = @Message, compile_output = @CompileOutput, cases = @Cases, changed_at = @Now
            where id = @SubmissionId and attempt = @Attempt and state <> {Judged}
            """,
            new
            {
                SubmissionId = message.SubmissionId.ToString(), message.Attempt, message.WorkerId, message.Verdict, Done = message.Cases.Count,
                message.TimeMs, message.WallMs, message.MemoryKb, message.Message, message.CompileOutput,
                Cases = JsonSerializer.Serialize(message.Cases, JsonSerializerOptions.Web), Now,
            }),
        cancellationToken);

    /// <summary>An attempt that will bring no verdict: the next one, or internalError when there were enough.</summary>
    public Task<SubmissionChanged?> AbandonAsync(Guid id, int attempt, string reason, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => AbandonAsync(connection, transaction, id, attempt, reason), cancellationToken);

    /// <summary>Ends the attempts whose worker has said nothing for longer than the lease.</summary>
    public Task<IReadOnlyList<SubmissionChanged>> SweepAsync(CancellationToken cancellationToken) =>
        EndAttemptsAsync("lease_until < @Now", "its worker stopped answering", cancellationToken);

    /// <summary>For the in-process bus only: at the start nothing is in flight, whatever the rows of a killed process say.</summary>
    public async Task<IReadOnlyList<SubmissionChanged>> RecoverAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                $"update submissions set dispatched_at = null where state <> {Judged} and dispatched_at is not null and worker is null", transaction: transaction),
            cancellationToken);
        return await EndAttemptsAsync("1 = 1", "its worker was lost", cancellationToken);
    }

    private async Task<IReadOnlyList<SubmissionChanged>> EndAttemptsAsync(string which, string reason, CancellationToken cancellationToken)
    {
        var due = $"state <> {Judged} and dispatched_at is not null and worker is not null and {which}";
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            if (!await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from submissions where {due})", new { Now })) return [];
        }

        return await database.WriteAsync<IReadOnlyList<SubmissionChanged>>(
            async (connection, transaction) =>
            {
                var begun = await connection.QueryAsync<(string Id, int Attempt)>($"select id, attempt from submissions where {due} order by id", new { Now }, transaction);
                var changes = new List<SubmissionChanged>();
                foreach (var (id, attempt) in begun.AsList())
                {
                    if (await AbandonAsync(connection, transaction, Guid.Parse(id), attempt, reason) is { } change) changes.Add(change);
                }

                return changes;
            },
            cancellationToken);
    }

    private async Task<SubmissionChanged?> AbandonAsync(DbConnection connection, DbTransaction transaction, Guid id, int attempt, string reason)
    {
        var again = await connection.ExecuteAsync(
            $"""
            update submissions
            set attempt = attempt + 1, dispatched_at = null, lease_until = null, worker = null, not_before = @Now + starts * {RetryPauseMs}
            where id = @id and attempt = @attempt and state <> {Judged} and starts < {SubmissionLimits.MaxStarts}
            """,
            new { id = id.ToString(), attempt, Now },
            transaction);
        return again > 0 ? null : await GiveUpAsync(connection, transaction, id, attempt, reason);
    }

    private Task<SubmissionChanged?> GiveUpAsync(DbConnection connection, DbTransaction transaction, Guid id, int attempt, string reason) => ChangeAsync(
        connection, transaction, id,
        $"""
        update submissions
        set state = {Judged}, version = version + 1, verdict = {(int)Verdict.InternalError}, judged_at = @Now, lease_until = null,
            message = @message, changed_at = @Now
        where id = @id and attempt = @attempt and state <> {Judged}
        """,
        new { id = id.ToString(), attempt, Now, message = $"given up after {SubmissionLimits.MaxStarts} tries: {reason}" });

    /// <summary>Runs an update of one submission.</summary>
    /// <returns>What it came to; null when nothing was to be changed.</returns>
    private static async Task<SubmissionChanged?> ChangeAsync(DbConnection connection, DbTransaction transaction, Guid id, string update, object parameters) =>
        await connection.QuerySingleOrDefaultAsync<(string Account, int Version)?>($"{update} returning account_id, version", parameters, transaction)
            is var (account, version)
            ? new SubmissionChanged(id, Guid.Parse(account), version)
            : null;
}
