using System.Data.Common;
using System.Text.Json;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Distributions;
using Judge.Api.Failures;
using Judge.Api.Retention;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Rejudging;

/// <summary>
/// Judging again. Of each submission a job is made, which the dispatcher and the workers treat as any submission, in a lane that gets what the
/// free tier leaves; its outcome goes to the submission, which meanwhile stays judged as it was. Only a few jobs are there at a time.
/// </summary>
internal sealed class RejudgeStore(Database database, TimeProvider clock)
{
    /// <summary>Whose the jobs are.</summary>
    public static readonly Guid Account = Guid.Empty;

    /// <summary>Jobs that wait or are being judged, at most; and how many of one rejudge are made at a time, so that a small one is not behind a large one.</summary>
    private const int MostJobs = 64, Together = 16;

    /// <summary>How many submissions are looked at for the next that fit, so that no look takes long; and how long counting them all may take, s.</summary>
    private const int LookedAt = 20_000, CountPatience = 60;

    private readonly SubmissionIds _ids = new();

    /// <summary>The rejudge that was fed last: the next one is first in turn.</summary>
    private string _fedLast = "";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <returns>The new rejudge's id; nothing of it is picked yet.</returns>
    public async Task<Guid> CreateAsync(string accountId, RejudgeFilter filter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (id, last) = (_ids.Next(now), SubmissionIds.From(now.AddMilliseconds(1)));
        int total;
        await using (var connection = await database.OpenAsync(cancellationToken))
            total = await connection.ExecuteScalarAsync<int>($"select count(*) from submissions s where {filter.Where}", filter.Parameters("", last), commandTimeout: CountPatience);
        return await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    """
                    insert into rejudges (id, account_id, filter, total, next_id, last_id, created_at)
                    values (@id, @accountId, @filter, @total, '', @last, @now)
                    """,
                    new { id = id.ToString(), accountId, filter = JsonSerializer.Serialize(filter, JsonSerializerOptions.Web), total, last, now = now.ToUnixTimeMilliseconds() },
                    transaction);
                return id;
            },
            cancellationToken);
    }

    /// <summary>Makes jobs of the next submissions of the rejudges, by turns, when few are left.</summary>
    /// <returns>Whether there are new ones.</returns>
    public async Task<bool> FeedAsync(CancellationToken cancellationToken)
    {
        List<Open> open;
        int room;
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            open = (await connection.QueryAsync<Open>("select id, filter, next_id as Next, last_id as Last from rejudges where next_id is not null order by id")).AsList();
            var jobs = (await connection.QueryAsync<(string Id, int State, int? Verdict, string? Message)>(
                "select id, state, verdict, message from submissions where account_id = @Account", new { Account = Account.ToString() })).AsList();
            room = MostJobs - jobs.Count;
            foreach (var (id, _, verdict, message) in jobs.Where(j => j.State == (int)SubmissionState.Judged)) await FinishAsync(Guid.Parse(id), (Verdict)verdict!, message, cancellationToken);
        }

        var fed = false;
        foreach (var rejudge in open.OrderBy(o => string.CompareOrdinal(o.Id, _fedLast) <= 0))
        {
            if (room < Together) break;
            var made = await PickAsync(rejudge, cancellationToken);
            if (made > 0) (fed, room, _fedLast) = (true, room - made, rejudge.Id);
        }

        return fed;
    }

    public async Task<RejudgeRow?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (await connection.QuerySingleOrDefaultAsync<RejudgeRow>($"{RejudgeRow.Select} where r.id = @id", new { id = id.ToString() }) is not { } row) return null;
        var changes = await connection.QueryAsync<(int Before, int? After, int Ended, int Count)>(
            """
            select verdict_before, verdict_after, case when ended_at is null then 0 else 1 end, count(*)
            from rejudged where rejudge_id = @id group by 1, 2, 3 order by 1, 2
            """,
            new { id = id.ToString() });
        return row with { Outcomes = [.. changes.Select(c => new RejudgeOutcome((Verdict)c.Before, (Verdict?)c.After, c.Ended == 1, c.Count))] };
    }

    /// <summary>Newest first, without their outcomes.</summary>
    public async Task<IReadOnlyList<RejudgeRow>> ListAsync(Guid? before, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<RejudgeRow>(
            $"{RejudgeRow.Select} {(before is null ? "" : "where r.id < @before")} order by r.id desc limit @limit", new { before = before?.ToString(), limit })];
    }

    /// <summary>What it has come to for each submission, in the order of their ids.</summary>
    /// <param name="id">The rejudge.</param>
    /// <param name="changed">Only those whose verdict is another one now.</param>
    /// <param name="after">Those with a greater id than this.</param>
    /// <param name="limit">So many.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public async Task<IReadOnlyList<RejudgedRow>> SubmissionsAsync(Guid id, bool changed, Guid? after, int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return [.. await connection.QueryAsync<RejudgedRow>(
            $"""
            select submission_id as SubmissionId, verdict_before as "Before", verdict_after as "After", note, ended_at as EndedAt from rejudged
            where rejudge_id = @id and submission_id > @after {(changed ? "and verdict_after <> verdict_before" : "")} order by submission_id limit @limit
            """,
            new { id = id.ToString(), after = after?.ToString() ?? "", limit })];
    }

    /// <summary>Picks no more of it and drops its jobs that nobody has begun. One that is done stays so.</summary>
    public Task CancelAsync(Guid id, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        async (connection, transaction) =>
        {
            var parameters = new { id = id.ToString(), Now };
            // Whoever picks of it at this moment has this row first, or finds that there is nothing to pick any more.
            await connection.ExecuteAsync(
                """
                update rejudges set cancelled = 1, next_id = null
                where id = @id and (next_id is not null or exists (select 1 from rejudged where rejudge_id = @id and ended_at is null))
                """,
                parameters,
                transaction);
            var jobs = (await connection.QueryAsync<string>(
                $"""
                delete from submissions
                where id in (select job_id from rejudged where rejudge_id = @id and ended_at is null) and state = {(int)SubmissionState.Queued} and dispatched_at is null
                returning id
                """,
                parameters,
                transaction)).ToArray();
            return await connection.ExecuteAsync(
                $"update rejudged set ended_at = @Now, note = 'cancelled' where job_id {database.In("jobs")}", new { jobs, Now }, transaction);
        },
        cancellationToken);

    /// <summary>A job has come to its verdict: it is the submission's now, and the job goes. internalError leaves the submission as it was, and so does the
    /// outcome of a job that a later one has overtaken.</summary>
    /// <returns>What has changed for clients; null: nothing.</returns>
    public static async Task<SubmissionChanged?> EndAsync(
        Database database, DbConnection connection, DbTransaction transaction, Guid job, Verdict verdict, string? message, long now)
    {
        var of = Guid.Parse(await connection.QuerySingleAsync<string>("select rejudge_of from submissions where id = @job", new { job = job.ToString() }, transaction));
        var parameters = new { job = job.ToString(), of = of.ToString(), now };
        var overtaken = await connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from rejudged where submission_id = @of and job_id > @job and verdict_after is not null)", parameters, transaction);
        var failed = verdict == Verdict.InternalError;
        (string Account, int Version)? changed = null;
        if (failed)
        {
            await connection.ExecuteAsync("delete from ended_attempts where submission_id = @of", parameters, transaction);
            await connection.ExecuteAsync("update ended_attempts set submission_id = @of where submission_id = @job", parameters, transaction);
            await FailureStore.AddAsync(connection, transaction, of, $"judging it again failed: {message}", now);
        }
        else if (!overtaken)
        {
            changed = await connection.QuerySingleAsync<(string, int)>(
                """
                update submissions
                set version = submissions.version + 1, verdict = job.verdict, done = job.done, total = job.total, time_ms = job.time_ms, wall_ms = job.wall_ms,
                    memory_kb = job.memory_kb, started_at = job.started_at, judged_at = job.judged_at, worker = job.worker, message = job.message,
                    compile_output = job.compile_output, cases = job.cases, score = job.score, group_results = job.group_results, package_hash = job.package_hash, changed_at = @now
                from submissions as job
                where job.id = @job and submissions.id = job.rejudge_of
                returning submissions.account_id, submissions.version
                """,
                parameters,
                transaction);
            await RetentionStore.KeepPurgedAsync(connection, transaction, of);
            await FailureStore.ForgetAsync(connection, transaction, of);
            await BestStore.RejudgedAsync(database, connection, transaction, of);
        }

        if (!failed) await FailureStore.ForgetAsync(connection, transaction, job);
        await connection.ExecuteAsync(
            "update rejudged set verdict_after = @after, note = @note, ended_at = @now where job_id = @job",
            new { parameters.job, now, after = failed || overtaken ? null : (int?)verdict, note = failed ? message : overtaken ? "judged again later, for another rejudge" : null },
            transaction);
        await connection.ExecuteAsync("delete from submissions where id = @job", parameters, transaction);
        return changed is var (account, version) ? new SubmissionChanged(of, Guid.Parse(account), version) : null;
    }

    /// <summary>A job whose verdict was stored by an instance that knows nothing of rejudges.</summary>
    private Task<SubmissionChanged?> FinishAsync(Guid job, Verdict verdict, string? message, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        async (connection, transaction) =>
            await connection.ExecuteScalarAsync<bool>("select exists (select 1 from submissions where id = @job and state = 2)", new { job = job.ToString() }, transaction)
                ? await EndAsync(database, connection, transaction, job, verdict, message, Now)
                : null,
        cancellationToken);

    /// <summary>Finds the next ones, outside of a transaction, and makes jobs of them unless another instance has been quicker.</summary>
    /// <returns>How many jobs.</returns>
    private async Task<int> PickAsync(Open rejudge, CancellationToken cancellationToken)
    {
        var filter = JsonSerializer.Deserialize<RejudgeFilter>(rejudge.Filter, JsonSerializerOptions.Web)!;
        string end;
        List<(string Id, int? Verdict)> found;
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            end = await connection.ExecuteScalarAsync<string?>(
                "select id from submissions where id > @Next and id <= @Last order by id limit 1 offset @LookedAt", new { rejudge.Next, rejudge.Last, LookedAt }) ?? rejudge.Last;
            found = (await connection.QueryAsync<(string, int?)>(
                $"select s.id, s.verdict from submissions s where {filter.Where} order by s.id limit {Together}", filter.Parameters(rejudge.Next, end))).AsList();
        }

        // Up to the first that is not judged yet.
        var picked = found.TakeWhile(f => f.Verdict is not null).ToList();
        string? next = picked.Count < found.Count ? (picked.Count == 0 ? rejudge.Next : picked[^1].Id) : found.Count == Together ? picked[^1].Id : end == rejudge.Last ? null : end;
        if (next == rejudge.Next) return 0;
        return await database.WriteAsync(
            async (connection, transaction) =>
            {
                var mine = await connection.ExecuteAsync("update rejudges set next_id = @then where id = @Id and next_id = @Next", new { rejudge.Id, then = next, rejudge.Next }, transaction);
                var jobs = 0;
                foreach (var (of, before) in mine == 1 ? picked : []) jobs += await MakeJobAsync(connection, transaction, rejudge.Id, of, before!.Value);
                return jobs;
            },
            cancellationToken);
    }

    private async Task<int> MakeJobAsync(DbConnection connection, DbTransaction transaction, string rejudge, string of, int before)
    {
        var job = _ids.Next(clock.GetUtcNow()).ToString();
        var made = await connection.ExecuteAsync(
            $"""
            insert into submissions (
                id, account_id, problem, package_hash, language, tier, state, version, attempt, done, total, created_at, changed_at, not_before, starts, source, rejudge_of)
            select @job, @Account, s.problem, p.package_hash, s.language, {(int)Lane.Background}, 0, 1, 1, 0, p.case_count, @Now, @Now, 0, 0, s.source, s.id
            from submissions s join problems p on p.slug = s.problem where s.id = @of and s.source <> ''
            """,
            new { job, of, Account = Account.ToString(), Now },
            transaction);
        await connection.ExecuteAsync(
            """
            insert into rejudged (rejudge_id, submission_id, job_id, verdict_before, note, ended_at) values (@rejudge, @of, @job, @before, @note, @ended)
            """,
            new { rejudge, of, job, before, note = made == 1 ? null : "its source is no longer kept, or its problem is gone", ended = made == 1 ? null : (long?)Now },
            transaction);
        return made;
    }

    private sealed record Open(string Id, string Filter, string Next, string Last);
}
