using Dapper;
using Judge.Api.Data;
using Judge.Api.Languages;
using Judge.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Queues;

/// <summary>One tier's queue.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Depth">Submissions that no worker has begun.</param>
/// <param name="Workers">Workers seen in the last ten seconds.</param>
/// <param name="OldestMs">How long the oldest of them has waited, ms; 0 when there is none.</param>
internal sealed record TierQueueView(Tier Tier, int Depth, int Workers, long OldestMs);

internal sealed class QueueStore(Database database, WorkerStore workers, TimeProvider clock)
{
    public async Task<IReadOnlyList<TierQueueView>> ReadAsync(CancellationToken cancellationToken)
    {
        var alive = await workers.AliveAsync(cancellationToken);
        await using var connection = await database.OpenAsync(cancellationToken);
        var queued = (await connection.QueryAsync<(int Tier, int Depth, long Oldest)>(
            "select tier, count(*), min(created_at) from submissions where state = 0 group by tier")).ToDictionary(q => (Tier)q.Tier);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        return [.. Enum.GetValues<Tier>().OrderDescending().Select(tier => queued.TryGetValue(tier, out var q)
            ? new TierQueueView(tier, q.Depth, alive.GetValueOrDefault(tier), Math.Max(0, now - q.Oldest))
            : new TierQueueView(tier, 0, alive.GetValueOrDefault(tier), 0))];
    }
}

internal static class QueuesApi
{
    public static void MapQueues(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/queues", ReadAsync).WithTags("Queues").WithName("GetQueues").WithSummary("Depth, workers and age of each tier's queue")
            .RequireAuthorization().ProducesProblem(401);

    private static async Task<Ok<IReadOnlyList<TierQueueView>>> ReadAsync(QueueStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.ReadAsync(cancellationToken));
}
