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

    /// <summary>A worker that has said nothing for so long is dead; one that was suspected waits a little longer for the verdict on it.</summary>
    private const int DeadMs = 20_000, TrialMs = 23_000;

    /// <summary>Whatever the reason: no submission is tried for ever.</summary>
    private const int MostAttempts = 20;

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
                    execution = @ExecutionId, starts = starts + case when worker is null or @Redelivered then 1 else 0 end,
                    workers = case when workers = '' then @WorkerId else workers || ' ' || @WorkerId end, started_at = coalesce(started_at, @Now),
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
            if (starts > SubmissionLimits.MaxStarts) await RetryAsync(connection, transaction, message.SubmissionId, message.Attempt, failures: 0);
            return new SubmissionChanged(message.SubmissionId, Guid.Parse(account), version);
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

    /// <summary>An attempt whose worker was lost, or seems to be: there will be another. Whether the submission is to blame is seen later.</summary>
    public Task LoseAsync(Guid id, int attempt, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => RetryAsync(connection, transaction, id, attempt, failures: 0), cancellationToken);

    /// <summary>An attempt that its worker could not bring to a verdict: the next one, or internalError when there were enough.</summary>
    public Task<SubmissionChanged?> AbandonAsync(SubmissionAbandoned message, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
            await RetryAsync(connection, transaction, message.SubmissionId, message.Attempt, failures: 1) > 0
                ? null
                : await GiveUpAsync(connection, transaction, message.SubmissionId, message.Attempt, SubmissionLimits.MaxStarts, message.Reason),
        cancellationToken);

    /// <summary>Ends the attempts whose worker has said nothing for longer than the lease, and gives up the submissions that end their workers.</summary>
    public async Task<IReadOnlyList<SubmissionChanged>> SweepAsync(CancellationToken cancellationToken)
    {
        await LoseAllAsync("lease_until < @Now", cancellationToken);
        return await TryAsync(cancellationToken);
    }

    /// <summary>For the in-process bus only: at the start nothing is in flight, whatever the rows of a killed process say.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                $"update submissions set dispatched_at = null where state <> {Judged} and dispatched_at is not null and worker is null", transaction: transaction),
            cancellationToken);
        await LoseAllAsync("1 = 1", cancellationToken);
    }

    private async Task LoseAllAsync(string which, CancellationToken cancellationToken)
    {
        var due = $"state <> {Judged} and dispatched_at is not null and worker is not null and {which}";
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            if (!await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from submissions where {due})", new { Now })) return;
        }

        await database.WriteAsync(
            async (connection, transaction) =>
            {
                var begun = (await connection.QueryAsync<(string Id, int Attempt)>($"select id, attempt from submissions where {due} order by id", new { Now }, transaction)).AsList();
                foreach (var (id, attempt) in begun) await RetryAsync(connection, transaction, Guid.Parse(id), attempt, failures: 0);
                return begun.Count;
            },
            cancellationToken);
    }

    /// <summary>
    /// Decides about those that were begun three times and not ended. The broker or the database may have been away, connections cut, a worker
    /// too slow to answer: such a submission is begun again. It is given up when each of three workers that began it has died since.
    /// </summary>
    private async Task<IReadOnlyList<SubmissionChanged>> TryAsync(CancellationToken cancellationToken)
    {
        var suspect = $"state <> {Judged} and starts >= {SubmissionLimits.MaxStarts} and dispatched_at is null and not_before <= @Now";
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            if (!await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from submissions where {suspect})", new { Now })) return [];
        }

        return await database.WriteAsync<IReadOnlyList<SubmissionChanged>>(
            async (connection, transaction) =>
            {
                var alive = (await connection.QueryAsync<string>("select id from workers where seen_at > @since", new { since = Now - DeadMs }, transaction))
                    .ToHashSet(StringComparer.Ordinal);
                // While nobody is heard of, nobody can be told dead.
                if (alive.Count == 0) return [];
                var changes = new List<SubmissionChanged>();
                var suspects = await connection.QueryAsync<(string Id, int Attempt, string Workers)>(
                    $"select id, attempt, workers from submissions where {suspect} order by id", new { Now }, transaction);
                foreach (var (id, attempt, workers) in suspects.AsList())
                {
                    var dead = workers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Where(w => !alive.Contains(w)).ToList();
                    if (dead.Count < SubmissionLimits.MaxStarts && attempt < MostAttempts)
                    {
                        await connection.ExecuteAsync(
                            $"update submissions set starts = @starts, workers = @workers where id = @id and attempt = @attempt and {suspect}",
                            new { id, attempt, starts = dead.Count, workers = string.Join(' ', dead), Now },
                            transaction);
                    }
                    else if (await GiveUpAsync(connection, transaction, Guid.Parse(id), attempt, dead.Count < SubmissionLimits.MaxStarts ? attempt : dead.Count, $"{dead.Count} workers that judged it were lost") is { } change)
                    {
                        changes.Add(change);
                    }
                }

                return changes;
            },
            cancellationToken);
    }

    /// <returns>0 when it is of another attempt, judged, or has failed often enough.</returns>
    private Task<int> RetryAsync(DbConnection connection, DbTransaction transaction, Guid id, int attempt, int failures) => connection.ExecuteAsync(
        $"""
        update submissions
        set attempt = attempt + 1, dispatched_at = null, lease_until = null, worker = null, failures = failures + @failures,
            not_before = @Now + case when starts >= {SubmissionLimits.MaxStarts} then {TrialMs} else starts * {RetryPauseMs} end
        where id = @id and attempt = @attempt and state <> {Judged} and failures + @failures < {SubmissionLimits.MaxStarts}
        """,
        new { id = id.ToString(), attempt, failures, Now },
        transaction);

    private Task<SubmissionChanged?> GiveUpAsync(DbConnection connection, DbTransaction transaction, Guid id, int attempt, int tries, string reason) => ChangeAsync(
        connection, transaction, id,
        $"""
        update submissions
        set state = {Judged}, version = version + 1, verdict = {(int)Verdict.InternalError}, judged_at = @Now, lease_until = null,
            message = @message, changed_at = @Now
        where id = @id and attempt = @attempt and state <> {Judged}
        """,
        new { id = id.ToString(), attempt, Now, message = $"given up after {tries} tries: {reason}" });

    /// <summary>Runs an update of one submission.</summary>
    /// <returns>What it came to; null when nothing was to be changed.</returns>
    private static async Task<SubmissionChanged?> ChangeAsync(DbConnection connection, DbTransaction transaction, Guid id, string update, object parameters) =>
        await connection.QuerySingleOrDefaultAsync<(string Account, int Version)?>($"{update} returning account_id, version", parameters, transaction)
            is var (account, version)
            ? new SubmissionChanged(id, Guid.Parse(account), version)
            : null;
}
