using System.Data.Common;
using System.Text.Json;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Distributions;
using Judge.Api.Failures;
using Judge.Api.Languages;
using Judge.Api.Rejudging;
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

    /// <summary>For each worker that died without it in the meantime one more may have died with it by chance; no more than so many.</summary>
    private const int MostExcused = 3;

    /// <summary>Whatever the reason: no submission is tried for ever.</summary>
    private const int MostAttempts = 20;

    private const int Judging = (int)SubmissionState.Judging, Judged = (int)SubmissionState.Judged;
    private static readonly int LeaseMs = (int)SubmissionLimits.Lease.TotalMilliseconds;

    private static readonly string RenewLease =
        $"lease_until = @Now + {LeaseMs} where id = @SubmissionId and attempt = @Attempt and state = {Judging}";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    public Task<StoredChange?> StartedAsync(SubmissionStarted message, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var now = Now;
            var started = await connection.QuerySingleOrDefaultAsync<(int Starts, string Account, int Version, Lane Lane, string Language, long Created, long Started)?>(
                $"""
                update submissions
                set version = version + case when state = {Judging} then 0 else 1 end, state = {Judging}, worker = @WorkerId,
                    execution = @ExecutionId, starts = starts + case when worker is null or @Redelivered then 1 else 0 end,
                    workers = case when workers = '' then @WorkerId else workers || ' ' || @WorkerId end, started_at = coalesce(started_at, @Now),
                    dispatched_at = coalesce(dispatched_at, @Now), lease_until = @Now + {LeaseMs},
                    changed_at = case when state = {Judging} then changed_at else @Now end
                where id = @SubmissionId and attempt = @Attempt and state <> {Judged} and coalesce(execution, '') <> @ExecutionId
                returning starts, account_id, version, tier, language, created_at, started_at
                """,
                new
                {
                    message.WorkerId, ExecutionId = message.ExecutionId.ToString(), SubmissionId = message.SubmissionId.ToString(), message.Attempt,
                    message.Redelivered, Now = now,
                },
                transaction);
            if (started is not var (starts, account, version, lane, language, createdAt, startedAt)) return null;
            // The broker delivers again what a worker died over; the database counts it.
            if (starts > SubmissionLimits.MaxStarts) await RetryAsync(connection, transaction, message.SubmissionId, message.Attempt, $"begun {starts} times", failures: 0);
            return new StoredChange(
                new SubmissionChanged(message.SubmissionId, Guid.Parse(account), version), lane, language, createdAt, startedAt, JudgedAt: null, IsFirstStart: startedAt == now);
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
            return change?.Message;
        },
        cancellationToken);

    public Task<StoredChange?> JudgedAsync(SubmissionJudged message, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        (connection, transaction) => EndAsync(
            connection, transaction, message.SubmissionId, message.Attempt, message.Verdict, StoredText.Of(message.Reason ?? message.Message),
            $"""
            update submissions
            set state = {Judged}, version = version + 1, verdict = @Verdict, done = @Done, time_ms = @TimeMs, wall_ms = @WallMs,
                memory_kb = @MemoryKb, started_at = coalesce(started_at, @Now), judged_at = @Now, lease_until = null, worker = @WorkerId,
                message = @Message, compile_output = @CompileOutput, cases = @Cases, score = @Score, group_results = @Groups, changed_at = @Now
            where id = @SubmissionId and attempt = @Attempt and state <> {Judged}
            """,
            new
            {
                SubmissionId = message.SubmissionId.ToString(), message.Attempt, message.WorkerId, message.Verdict, Done = message.Cases.Count,
                message.TimeMs, message.WallMs, message.MemoryKb, Message = StoredText.Of(message.Message), CompileOutput = StoredText.Of(message.CompileOutput),
                Cases = JsonSerializer.Serialize(message.Cases, JsonSerializerOptions.Web), message.Score,
                Groups = message.Groups is null ? null : JsonSerializer.Serialize(message.Groups, JsonSerializerOptions.Web), Now,
            }),
        cancellationToken);

    /// <summary>An attempt whose worker was lost, or seems to be: there will be another. Whether the submission is to blame is seen later.</summary>
    public Task LoseAsync(Guid id, int attempt, string reason, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => RetryAsync(connection, transaction, id, attempt, reason, failures: 0), cancellationToken);

    /// <summary>An attempt that its worker could not bring to a verdict: the next one, or internalError when there were enough.</summary>
    public Task<StoredChange?> AbandonAsync(SubmissionAbandoned message, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) => message.Stopping
            ? await TakeBackAsync(connection, transaction, message)
            : await RetryAsync(connection, transaction, message.SubmissionId, message.Attempt, message.Reason, failures: 1, message.WorkerId) > 0
                ? null
                : await GiveUpAsync(connection, transaction, message.SubmissionId, message.Attempt, SubmissionLimits.MaxStarts, message.Reason),
        cancellationToken);

    /// <summary>An attempt whose worker stops in good order: as if that one had never begun it, so that neither its start nor its end counts. Not
    /// when another worker has it by now.</summary>
    private async Task<StoredChange?> TakeBackAsync(DbConnection connection, DbTransaction transaction, SubmissionAbandoned message)
    {
        await connection.ExecuteAsync(
            $"""
            update submissions
            set attempt = attempt + 1, dispatched_at = null, lease_until = null, worker = null, not_before = @Now,
                starts = starts - case when worker = @WorkerId and starts > 0 then 1 else 0 end,
                workers = trim(replace(replace(' ' || replace(workers, ' ', '  ') || ' ', ' ' || @WorkerId || ' ', ''), '  ', ' '))
            where id = @SubmissionId and attempt = @Attempt and state <> {Judged} and (worker is null or worker = @WorkerId)
            """,
            new { SubmissionId = message.SubmissionId.ToString(), message.Attempt, message.WorkerId, Now },
            transaction);
        return null;
    }

    /// <summary>Ends the attempts whose worker has said nothing for longer than the lease, and gives up the submissions that end their workers.</summary>
    public async Task<IReadOnlyList<StoredChange>> SweepAsync(CancellationToken cancellationToken)
    {
        await LoseAllAsync("lease_until < @Now", "its worker has said nothing for too long", cancellationToken);
        return await TryAsync(cancellationToken);
    }

    /// <summary>For the in-process bus only: at the start nothing is in flight, whatever the rows of a killed process say.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            (connection, transaction) => connection.ExecuteAsync(
                $"update submissions set dispatched_at = null where state <> {Judged} and dispatched_at is not null and worker is null", transaction: transaction),
            cancellationToken);
        await LoseAllAsync("1 = 1", "the process was ended", cancellationToken);
    }

    private async Task LoseAllAsync(string which, string reason, CancellationToken cancellationToken)
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
                foreach (var (id, attempt) in begun) await RetryAsync(connection, transaction, Guid.Parse(id), attempt, reason, failures: 0);
                return begun.Count;
            },
            cancellationToken);
    }

    /// <summary>
    /// Decides about those that were begun three times and not ended. The broker or the database may have been away, connections cut, a worker
    /// too slow to answer: such a submission is begun again. It is given up when each of three workers that began it has died since; later
    /// where workers die without it, too.
    /// </summary>
    private async Task<IReadOnlyList<StoredChange>> TryAsync(CancellationToken cancellationToken)
    {
        var suspect = $"state <> {Judged} and starts >= {SubmissionLimits.MaxStarts} and dispatched_at is null and not_before <= @Now";
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            if (!await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from submissions where {suspect})", new { Now })) return [];
        }

        return await database.WriteAsync<IReadOnlyList<StoredChange>>(
            async (connection, transaction) =>
            {
                var since = Now - DeadMs;
                // One without slots has stopped in good order.
                var seen = (await connection.QueryAsync<(string Id, long SeenAt)>("select id, seen_at from workers where slots > 0", transaction: transaction)).AsList();
                var alive = seen.Where(w => w.SeenAt > since).Select(w => w.Id).ToHashSet(StringComparer.Ordinal);
                // While nobody is heard of, nobody can be told dead.
                if (alive.Count == 0) return [];
                var changes = new List<StoredChange>();
                var suspects = await connection.QueryAsync<(string Id, int Attempt, string Workers, long StartedAt)>(
                    $"select id, attempt, workers, started_at from submissions where {suspect} order by id", new { Now }, transaction);
                foreach (var (id, attempt, workers, startedAt) in suspects.AsList())
                {
                    var dead = workers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).Where(w => !alive.Contains(w)).ToList();
                    // Two pools may be one process, and die together.
                    var processes = dead.Select(WorkerStore.ProcessOf).ToHashSet(StringComparer.Ordinal);
                    var others = seen.Where(w => w.SeenAt > startedAt && w.SeenAt <= since).Select(w => WorkerStore.ProcessOf(w.Id)).Distinct(StringComparer.Ordinal)
                        .Count(p => !processes.Contains(p));
                    var enough = SubmissionLimits.MaxStarts + Math.Min(others, MostExcused);
                    if (dead.Count < enough && attempt < MostAttempts)
                    {
                        await connection.ExecuteAsync(
                            $"update submissions set starts = @starts, workers = @workers where id = @id and attempt = @attempt and {suspect}",
                            new { id, attempt, starts = Math.Min(dead.Count, SubmissionLimits.MaxStarts - 1), workers = string.Join(' ', dead), Now },
                            transaction);
                    }
                    else if (await GiveUpAsync(connection, transaction, Guid.Parse(id), attempt, dead.Count < enough ? attempt : dead.Count, $"{dead.Count} workers that judged it were lost") is { } change)
                    {
                        changes.Add(change);
                    }
                }

                return changes;
            },
            cancellationToken);
    }

    /// <returns>0 when it is of another attempt, judged, or has failed often enough.</returns>
    private async Task<int> RetryAsync(DbConnection connection, DbTransaction transaction, Guid id, int attempt, string reason, int failures, string? worker = null)
    {
        var parameters = new { id = id.ToString(), attempt, reason = StoredText.Of(reason), failures, worker, Now };
        await connection.ExecuteAsync(
            $"""
            insert into ended_attempts (submission_id, attempt, worker, reason, ended_at)
            select id, attempt, coalesce(cast(@worker as text), worker), cast(@reason as text), cast(@Now as bigint) from submissions where id = @id and attempt = @attempt and state <> {Judged}
            on conflict (submission_id, attempt) do nothing
            """,
            parameters,
            transaction);
        return await connection.ExecuteAsync(
            $"""
            update submissions
            set attempt = attempt + 1, dispatched_at = null, lease_until = null, worker = null, failures = failures + @failures,
                not_before = @Now + case when starts >= {SubmissionLimits.MaxStarts} then {TrialMs} else starts * {RetryPauseMs} end
            where id = @id and attempt = @attempt and state <> {Judged} and failures + @failures < {SubmissionLimits.MaxStarts}
            """,
            parameters,
            transaction);
    }

    private async Task<StoredChange?> GiveUpAsync(DbConnection connection, DbTransaction transaction, Guid id, int attempt, int tries, string reason)
    {
        var message = StoredText.Of($"given up after {tries} tries: {reason}");
        return await EndAsync(
            connection, transaction, id, attempt, Verdict.InternalError, message,
            $"""
            update submissions
            set state = {Judged}, version = version + 1, verdict = {(int)Verdict.InternalError}, judged_at = @Now, lease_until = null,
                message = @message, changed_at = @Now
            where id = @id and attempt = @attempt and state <> {Judged}
            """,
            new { id = id.ToString(), attempt, Now, message });
    }

    /// <summary>
    /// Stores a verdict. internalError is something for an admin to look at; any other makes what was noted of failed attempts uninteresting.
    /// The verdict of a rejudge's job is one of the submission that it was made of.
    /// </summary>
    /// <returns>What it came to; null when nothing was to be changed.</returns>
    private async Task<StoredChange?> EndAsync(
        DbConnection connection, DbTransaction transaction, Guid id, int attempt, Verdict verdict, string? message, string update, object parameters)
    {
        if (await ChangeAsync(connection, transaction, id, update, parameters) is not { } change) return null;
        if (change.Lane == Lane.Background) return change with { Message = await RejudgeStore.EndAsync(database, connection, transaction, id, verdict, message, Now) };
        if (verdict == Verdict.InternalError) await FailureStore.AddAsync(connection, transaction, id, message, Now);
        else if (attempt > 1) await FailureStore.ForgetAsync(connection, transaction, id);
        if (verdict == Verdict.Accepted) await BestStore.AcceptedAsync(database, connection, transaction, id);
        return change;
    }

    /// <summary>Runs an update of one submission.</summary>
    /// <returns>What it came to; null when nothing was to be changed.</returns>
    private static async Task<StoredChange?> ChangeAsync(DbConnection connection, DbTransaction transaction, Guid id, string update, object parameters) =>
        await connection.QuerySingleOrDefaultAsync<(string Account, int Version, Lane Lane, string Language, long CreatedAt, long? StartedAt, long? JudgedAt)?>(
            $"{update} returning account_id, version, tier, language, created_at, started_at, judged_at", parameters, transaction)
            is var (account, version, lane, language, createdAt, startedAt, judgedAt)
            ? new StoredChange(new SubmissionChanged(id, Guid.Parse(account), version), lane, language, createdAt, startedAt, judgedAt, IsFirstStart: false)
            : null;
}

/// <summary>What a worker's message has changed.</summary>
/// <param name="Message">For clients; null when they see no difference.</param>
/// <param name="Lane">Where it was waiting.</param>
/// <param name="Language">The program's.</param>
/// <param name="CreatedAt">Unix ms.</param>
/// <param name="StartedAt">Unix ms; null when no worker has begun.</param>
/// <param name="JudgedAt">Unix ms; null when there is no verdict.</param>
/// <param name="IsFirstStart">Whether this was when it was first begun.</param>
internal sealed record StoredChange(SubmissionChanged? Message, Lane Lane, string Language, long CreatedAt, long? StartedAt, long? JudgedAt, bool IsFirstStart)
{
    /// <summary>How long it waited, when that is known by this change.</summary>
    public TimeSpan? Waited => IsFirstStart ? TimeSpan.FromMilliseconds(Math.Max(0, StartedAt!.Value - CreatedAt)) : null;

    /// <summary>How long judging took, when it has ended.</summary>
    public TimeSpan? Judging => JudgedAt is { } judged && StartedAt is { } started ? TimeSpan.FromMilliseconds(Math.Max(0, judged - started)) : null;
}
