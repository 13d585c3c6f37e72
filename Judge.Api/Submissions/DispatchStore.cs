using System.Data.Common;
using System.Text.Json;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Languages;
using Judge.Contracts;

namespace Judge.Api.Submissions;

/// <summary>A claimed submission, with all that its message carries.</summary>
internal sealed record Claim
{
    public string Id { get; init; } = "";

    public int Attempt { get; init; }

    public Lane Lane { get; init; }

    public string Problem { get; init; } = "";

    public string PackageHash { get; init; } = "";

    public string Language { get; init; } = "";

    public string Source { get; init; } = "";

    /// <summary>What the span of its POST was, as a traceparent; null when nobody records it.</summary>
    public string? Trace { get; init; }

    /// <summary>Of a run, a JSON array; null: it is judged on the problem's cases.</summary>
    public string? Inputs { get; init; }

    public JudgeSubmission ToMessage()
    {
        var run = Inputs is null ? null : new RunInputs(JsonSerializer.Deserialize<string[]>(Inputs)!, PackageHash.Length == 0 ? null : PackageHash);
        return new JudgeSubmission(Guid.Parse(Id), Attempt, Lane.ServedBy(), Problem, run is null ? PackageHash : "", Language, Source, run);
    }
}

/// <summary>
/// Picks what goes to the broker next. The backlog stays here; the broker's queue is kept only a few deep per slot, so fairness between
/// accounts, cancelling and places in the queue are plain SQL.
/// </summary>
internal sealed class DispatchStore(Database database, TimeProvider clock)
{
    private const int PerSlot = 2;

    private static readonly string Waiting = $"dispatched_at is null and state <> 2 and not_before <= @now and starts < {SubmissionLimits.MaxStarts}";

    /// <summary>The lanes of which something waits and may find room: one look for all of them, for the dispatcher asks after every report of a worker.</summary>
    public async Task<IReadOnlyList<Lane>> ClaimableAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var connection = await database.OpenAsync(cancellationToken);
        var lanes = await connection.QueryAsync<(Lane Lane, int Waits, int Slots, int Sent)>(
            string.Join(" union all ", Lanes.All.Select(lane =>
                $"""
                select {(int)lane}, case when exists (select 1 from submissions where tier = {(int)lane} and {Waiting}) then 1 else 0 end,
                    (select coalesce(sum(slots), 0) from workers where tier = {(int)lane.ServedBy()} and seen_at > @since),
                    (select count(*) from submissions where tier = {(int)lane} and dispatched_at is not null and state <> 2 and worker is null)
                """)),
            new { now, since = now - WorkerStore.AliveMs });
        return [.. lanes.Where(l => l.Waits == 1 && l.Sent < l.Slots * PerSlot).Select(l => l.Lane)];
    }

    /// <summary>Claims as many of the lane's waiting submissions as there is room for in the queue of those who judge them.</summary>
    public Task<IReadOnlyList<Claim>> ClaimAsync(Lane lane, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var tier = lane.ServedBy();
        return database.WriteAsync<IReadOnlyList<Claim>>(
            async (connection, transaction) =>
            {
                // Who counts the room and who fills it must be the same.
                await database.LockAsync(connection, transaction, $"dispatch {tier}");
                var slots = await connection.ExecuteScalarAsync<int>(
                    "select coalesce(sum(slots), 0) from workers where tier = @tier and seen_at > @since", new { tier, since = now - WorkerStore.AliveMs }, transaction);
                var flying = (await connection.QueryAsync<(string Account, int Queued, int All)>(
                    """
                    select account_id, sum(case when worker is null then 1 else 0 end), count(*)
                    from submissions where tier = @lane and dispatched_at is not null and state <> 2
                    group by account_id
                    """,
                    new { lane },
                    transaction)).AsList();
                var room = lane == Lane.Background
                    ? slots - flying.Sum(f => f.All) - await TakenByAsync(connection, transaction, (Lane)tier, slots, now)
                    : slots * PerSlot - flying.Sum(f => f.Queued);
                if (room <= 0) return [];
                // The oldest few of every account: a walk along the index, whatever the length of the backlog.
                var oldest = (await connection.QueryAsync<(string Account, string Id, long ServedAt)>(
                    $"""
                    with recursive waiting (id) as (
                        select min(account_id) from submissions where tier = @lane and dispatched_at is null and state <> 2
                        union all
                        select (select min(account_id) from submissions
                                where tier = @lane and dispatched_at is null and state <> 2 and account_id > waiting.id)
                        from waiting where waiting.id is not null
                    )
                    select waiting.id, s.id, a.served_at
                    from waiting join accounts a on a.id = waiting.id {database.Choose(sqlite: "join submissions s on s.id in", postgres: "cross join lateral")} (
                        select id from submissions
                        where tier = @lane and account_id = waiting.id and {Waiting}
                        order by id limit @room) {database.Choose(sqlite: "", postgres: "s")}
                    order by s.id
                    """,
                    new { lane, now, room },
                    transaction)).AsList();
                var picked = TakeTurns(oldest, flying.ToDictionary(f => f.Account, f => f.All, StringComparer.Ordinal), room);
                var claims = await connection.QueryAsync<Claim>(
                    $"""
                    update submissions set dispatched_at = @now, lease_until = null, worker = null where id {database.In("picked")} and dispatched_at is null and state <> 2
                    returning id, attempt, tier as Lane, problem, package_hash as PackageHash, language, source, trace, inputs
                    """,
                    new { picked, now },
                    transaction);
                var served = oldest.Where(o => picked.Contains(o.Id, StringComparer.Ordinal)).Select(o => o.Account).Distinct(StringComparer.Ordinal).ToArray();
                await connection.ExecuteAsync($"update accounts set served_at = @now where id {database.In("served")}", new { served, now }, transaction);
                return [.. picked.Join(claims, id => id, claim => claim.Id, (_, claim) => claim, StringComparer.Ordinal)];
            },
            cancellationToken);
    }

    /// <summary>Puts back what the broker would not take.</summary>
    public Task ReleaseAsync(Claim claim, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "update submissions set dispatched_at = null where id = @Id and attempt = @Attempt and worker is null and state <> 2",
            new { claim.Id, claim.Attempt },
            transaction),
        cancellationToken);

    /// <summary>Whether a worker of the tier says that it has a free slot. While that is so, whatever lies in the broker's queue is begun
    /// at once. The rows would not do to tell: a worker may be busy with what was cancelled or superseded meanwhile.</summary>
    public async Task<bool> HasIdleSlotAsync(Tier tier, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<bool>(
            "select exists (select 1 from workers where tier = @tier and seen_at > @since and slots > busy)",
            new { tier, since = clock.GetUtcNow().ToUnixTimeMilliseconds() - WorkerStore.AliveMs });
    }

    /// <summary>Takes the messages for lost that were sent before and that no worker has begun; they are sent again as the next attempt,
    /// for a worker that once had the message and whose report was lost with it would pass over a repeat.</summary>
    public Task<int> ResendAsync(Lane lane, TimeSpan olderThan, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            const string Lost = "tier = @lane and dispatched_at < @before and worker is null and state <> 2";
            var now = clock.GetUtcNow();
            var parameters = new { lane, now = now.ToUnixTimeMilliseconds(), before = (now - olderThan).ToUnixTimeMilliseconds() };
            await connection.ExecuteAsync(
                $"""
                insert into ended_attempts (submission_id, attempt, reason, ended_at)
                select id, attempt, 'the broker has lost its message', cast(@now as bigint) from submissions where {Lost}
                on conflict (submission_id, attempt) do nothing
                """,
                parameters,
                transaction);
            return await connection.ExecuteAsync($"update submissions set attempt = attempt + 1, dispatched_at = null where {Lost}", parameters, transaction);
        },
        cancellationToken);

    /// <summary>Picks by turns: always the next of the account that has the fewest in flight; among equals of that whose turn was longest ago. (Not the
    /// longest-waiting submission: those of a flood would all be older than that of somebody who has just come.)</summary>
    /// <param name="oldest">Account, submission and when the account had its last turn; oldest submission first.</param>
    /// <param name="inFlight">How many each account already has with workers or in the queue.</param>
    /// <param name="room">How many to pick.</param>
    public static string[] TakeTurns(IEnumerable<(string Account, string Id, long ServedAt)> oldest, IReadOnlyDictionary<string, int> inFlight, int room)
    {
        var rank = new Dictionary<string, int>(inFlight, StringComparer.Ordinal);
        return [.. oldest
            .Select(o => (o.Id, o.ServedAt, Turn: rank[o.Account] = rank.GetValueOrDefault(o.Account) + 1))
            .OrderBy(o => o.Turn)
            .ThenBy(o => o.ServedAt)
            .ThenBy(o => o.Id, StringComparer.Ordinal)
            .Take(room)
            .Select(o => o.Id)];
    }

    /// <summary>How many of the slots a lane uses or is about to use.</summary>
    private static async Task<int> TakenByAsync(DbConnection connection, DbTransaction transaction, Lane lane, int slots, long now) =>
        await connection.ExecuteScalarAsync<bool>($"select exists (select 1 from submissions where tier = @lane and {Waiting})", new { lane, now }, transaction)
            ? slots
            : await connection.ExecuteScalarAsync<int>(
                "select count(*) from submissions where tier = @lane and dispatched_at is not null and state <> 2", new { lane }, transaction);
}
