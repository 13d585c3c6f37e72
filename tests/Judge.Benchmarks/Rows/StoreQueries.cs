using Judge.Api.Data;
using Judge.Api.Queues;
using Judge.Api.Submissions;
using Judge.Contracts;
using Microsoft.Extensions.Configuration;

namespace Judge.Benchmarks.Rows;

/// <summary>What the API asks its database by itself while some wait: the stores as they are, one call at a time, no server before them.</summary>
internal sealed class StoreQueries : IDisposable
{
    private const string Worker = "bench-worker";
    private readonly Database _database;
    private readonly DispatchStore _dispatch;
    private readonly JudgingStore _judging;
    private readonly SubmissionStore _submissions;
    private readonly string _userId;
    private readonly Queue<Claim> _claims = [];

    private StoreQueries(RowsServer server)
    {
        _userId = server.UserId;
        _database = Database.From(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Database", server.Engine.ConnectionString)]).Build());
        (_dispatch, _judging, _submissions) = (new DispatchStore(_database, TimeProvider.System), new JudgingStore(_database, TimeProvider.System), new SubmissionStore(_database, TimeProvider.System));
    }

    public static IReadOnlyList<Turns<StoreQueries>> All() =>
    [
        new("dispatcher: what is there to claim", async (s, _) => (await s._dispatch.ClaimableAsync(default)).Count),
        new("dispatcher: put four back, claim four", (s, _) => s.ClaimAsync()),
        new("dispatcher: put one back, claim one", (s, _) => s.ClaimAgainAsync()),
        new("verdict: started, judged, next one claimed", (s, n) => s.JudgeAsync()),
        new("sweep of leases, lost messages", async (s, _) =>
        {
            await s._dispatch.HasIdleSlotAsync(Tier.Free, default);
            return (await s._judging.SweepAsync(default)).Count;
        }),
        new("places in the queue", async (s, _) => (await new QueuePositions(s._database).ReadAsync(Tier.Free, default)).Length),
        new("pace of the queue", async (s, _) => (await new QueuePaces(s._database, TimeProvider.System).ReadAsync(Tier.Free, default)).Slots),
        new("subscribe to all that is mine", async (s, _) => (await s._submissions.CurrentAsync(s._userId, default)).Count),
    ];

    /// <summary>As if a worker of two slots had reported a moment ago, and for an hour to come.</summary>
    public static async Task<StoreQueries> OpenAsync(RowsServer server)
    {
        var seen = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeMilliseconds();
        foreach (var tier in Enum.GetValues<Tier>())
            await server.Engine.ExecuteAsync($"insert into workers (id, tier, slots, busy, languages, seen_at) values ('{Worker}-{tier}', {(int)tier}, 2, 1, '[]', {seen})");
        return new StoreQueries(server);
    }

    public void Dispose() => _database.Dispose();

    /// <summary>Fills the broker's queue from empty; then it is emptied again.</summary>
    private async Task<long?> ClaimAsync()
    {
        while (_claims.TryDequeue(out var claim)) await _dispatch.ReleaseAsync(claim, default);
        return await TakeAsync();
    }

    private async Task<long?> ClaimAgainAsync()
    {
        if (_claims.TryDequeue(out var claim)) await _dispatch.ReleaseAsync(claim, default);
        return await TakeAsync();
    }

    private async Task<long?> JudgeAsync()
    {
        if (_claims.TryDequeue(out var claim))
        {
            var id = Guid.Parse(claim.Id);
            await _judging.StartedAsync(new SubmissionStarted(id, claim.Attempt, Guid.CreateVersion7(), Worker, Redelivered: false), default);
            var cases = Enumerable.Range(1, OldRows.Cases).Select(i => new CaseResult($"secret/{i}", Verdict.Accepted, 10, 11, 9000, 0, null, null)).ToList();
            await _judging.JudgedAsync(new SubmissionJudged(id, claim.Attempt, Worker, Verdict.Accepted, 10, 11, 9000, null, null, cases), default);
        }

        return await TakeAsync();
    }

    private async Task<long?> TakeAsync()
    {
        var claims = await _dispatch.ClaimAsync(Lane.Free, default);
        foreach (var claim in claims) _claims.Enqueue(claim);
        return claims.Count;
    }
}
