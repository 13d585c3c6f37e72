using Dapper;
using Judge.Api.Data;
using Judge.Api.Languages;
using Judge.Api.Submissions;
using Judge.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Queues;

/// <summary>One tier's queue.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Depth">Submissions that no worker has begun.</param>
/// <param name="Workers">Workers seen in the last ten seconds.</param>
/// <param name="OldestMs">How long the oldest of them has waited, ms; 0 when there is none.</param>
/// <param name="Judging">Submissions that are being judged.</param>
/// <param name="Slots">Submissions that the workers judge at once.</param>
internal sealed record TierQueueView(Tier Tier, int Depth, int Workers, long OldestMs, int Judging, int Slots);

/// <summary>What an operator looks at first.</summary>
/// <param name="Tiers">The tiers' queues.</param>
/// <param name="Rejudges">Submissions that wait to be judged again, or are.</param>
/// <param name="Failures">Failures on the admins' list.</param>
internal sealed record QueuesReading(IReadOnlyList<TierQueueView> Tiers, int Rejudges, int Failures);

internal sealed class QueueStore(Database database, TimeProvider clock)
{
    public async Task<QueuesReading> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var workers = (await connection.QueryAsync<(int Tier, int Count, int Slots)>(
            "select tier, count(*), sum(slots) from workers where seen_at > @since and slots > 0 group by tier", new { since = now - WorkerStore.AliveMs })).ToDictionary(w => w.Tier);
        var lanes = (await connection.QueryAsync<(int Lane, int Depth, int Judging, long? Oldest)>(
            """
            select tier, sum(case when state = 0 then 1 else 0 end), sum(case when state = 1 then 1 else 0 end), min(case when state = 0 then created_at end)
            from submissions where state <> 2 group by tier
            """)).ToDictionary(l => (Lane)l.Lane);
        var failures = await connection.ExecuteScalarAsync<int>("select count(*) from failures");
        var rejudges = lanes.GetValueOrDefault(Lane.Background);
        return new QueuesReading([.. Enum.GetValues<Tier>().OrderDescending().Select(View)], rejudges.Depth + rejudges.Judging, failures);

        TierQueueView View(Tier tier)
        {
            var (lane, pool) = (lanes.GetValueOrDefault((Lane)tier), workers.GetValueOrDefault((int)tier));
            return new TierQueueView(tier, lane.Depth, pool.Count, lane.Oldest is { } oldest ? Math.Max(0, now - oldest) : 0, lane.Judging, pool.Slots);
        }
    }
}

internal static class QueuesApi
{
    public static void MapQueues(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/queues", ReadAsync).WithTags("Queues").WithName("GetQueues").WithSummary("Depth, workers and age of each tier's queue")
            .RequireAuthorization().ProducesProblem(401);

    private static async Task<Ok<IReadOnlyList<TierQueueView>>> ReadAsync(QueueStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok((await store.ReadAsync(cancellationToken)).Tiers);
}
