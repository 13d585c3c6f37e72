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

    public Tier Tier { get; init; }

    public string Problem { get; init; } = "";

    public string PackageHash { get; init; } = "";

    public string Language { get; init; } = "";

    public string Source { get; init; } = "";

    public JudgeSubmission ToMessage() => new(Guid.Parse(Id), Attempt, Tier, Problem, PackageHash, Language, Source);
}

/// <summary>
/// Picks what goes to the broker next. The backlog stays here; the broker's queue is kept only a few deep per slot, so fairness between
/// accounts, cancelling and places in the queue are plain SQL.
/// </summary>
internal sealed class DispatchStore(Database database, TimeProvider clock)
{
    private const int PerSlot = 2;

    /// <summary>Claims as many of the tier's waiting submissions as there is room for in its queue.</summary>
    public async Task<IReadOnlyList<Claim>> ClaimAsync(Tier tier, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using (var connection = await database.OpenAsync(cancellationToken))
        {
            var possible = await connection.ExecuteScalarAsync<bool>(
                $"""
                select exists (select 1 from workers where tier = @tier and seen_at > @since and slots > 0)
                    and exists (select 1 from submissions where tier = @tier and dispatched_at is null and state <> 2 and not_before <= @now and starts < {SubmissionLimits.MaxStarts})
                """,
                new { tier, now, since = now - WorkerStore.AliveMs });
            if (!possible) return [];
        }

        return await database.WriteAsync<IReadOnlyList<Claim>>(
            async (connection, transaction) =>
            {
                // Who counts the room and who fills it must be the same.
                await database.LockAsync(connection, transaction, $"dispatch {tier}");
                var slots = await connection.ExecuteScalarAsync<int>(
                    "select coalesce(sum(slots), 0) from workers where tier = @tier and seen_at > @since", new { tier, since = now - WorkerStore.AliveMs }, transaction);
                var flying = (await connection.QueryAsync<(string Account, int Queued, int All)>(
                    """
                    select account_id, sum(case when worker is null then 1 else 0 end), count(*)
                    from submissions where tier = @tier and dispatched_at is not null and state <> 2
                    group by account_id
                    """,
                    new { tier },
                    transaction)).AsList();
                var room = slots * PerSlot - flying.Sum(f => f.Queued);
                if (room <= 0) return [];
                // The oldest few of every account: a walk along the index, whatever the length of the backlog.
                var oldest = await connection.QueryAsync<(string Account, string Id)>(
                    $"""
                    with recursive accounts (id) as (
                        select min(account_id) from submissions where tier = @tier and dispatched_at is null and state <> 2
                        union all
                        select (select min(account_id) from submissions
                                where tier = @tier and dispatched_at is null and state <> 2 and account_id > accounts.id)
                        from accounts where accounts.id is not null
                    )
                    select accounts.id, s.id
                    from accounts {database.Choose(sqlite: "join submissions s on s.id in", postgres: "cross join lateral")} (
                        select id from submissions
                        where tier = @tier and dispatched_at is null and state <> 2 and account_id = accounts.id and not_before <= @now and starts < {SubmissionLimits.MaxStarts}
                        order by id limit @room) {database.Choose(sqlite: "", postgres: "s")}
                    order by s.id
                    """,
                    new { tier, now, room },
                    transaction);
                var picked = TakeTurns(oldest, flying.ToDictionary(f => f.Account, f => f.All, StringComparer.Ordinal), room);
                var claims = await connection.QueryAsync<Claim>(
                    $"""
                    update submissions set dispatched_at = @now, lease_until = null, worker = null where id {database.In("picked")} and dispatched_at is null and state <> 2
                    returning id, attempt, tier, problem, package_hash as PackageHash, language, source
                    """,
                    new { picked, now },
                    transaction);
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
    public Task<int> ResendAsync(Tier tier, TimeSpan olderThan, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "update submissions set attempt = attempt + 1, dispatched_at = null where tier = @tier and dispatched_at < @before and worker is null and state <> 2",
            new { tier, before = (clock.GetUtcNow() - olderThan).ToUnixTimeMilliseconds() },
            transaction),
        cancellationToken);

    /// <summary>Picks by turns: always the next of the account that has the fewest in flight, the longest-waiting one among equals.</summary>
    /// <param name="oldest">Account and submission, oldest first.</param>
    /// <param name="inFlight">How many each account already has with workers or in the queue.</param>
    /// <param name="room">How many to pick.</param>
    public static string[] TakeTurns(IEnumerable<(string Account, string Id)> oldest, IReadOnlyDictionary<string, int> inFlight, int room)
    {
        var rank = new Dictionary<string, int>(inFlight, StringComparer.Ordinal);
        return [.. oldest
            .Select(o => (o.Id, Turn: rank[o.Account] = rank.GetValueOrDefault(o.Account) + 1))
            .OrderBy(o => o.Turn)
            .ThenBy(o => o.Id, StringComparer.Ordinal)
            .Take(room)
            .Select(o => o.Id)];
    }
}
