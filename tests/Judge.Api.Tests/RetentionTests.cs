using Dapper;
using Judge.Api.Data;
using Judge.Api.Retention;
using Judge.Api.Submissions;
using Judge.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Api.Tests;

/// <summary>What is purged of old submissions, and that nobody is kept waiting by it.</summary>
public abstract class RetentionTests(Engine engine)
{
    private static readonly string[] Settings = ["--Judge:Retention:SourcesDays", "30", "--Judge:Retention:OutputsDays", "10"];

    [Fact]
    public async Task Old_sources_and_outputs_go_by_themselves_verdicts_stay()
    {
        await using var server = new ApiServer(Settings) { Engine = engine };
        await server.InitializeAsync();
        var fresh = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await server.Free.JudgedAsync(fresh);
        using var posted = await server.Free.Http.PostAsync("/api/runs", Http.Json("""{"language":"python","source":"print(input())","input":"mine"}"""));
        var run = (await posted.BodyAsync(System.Net.HttpStatusCode.Accepted)).Text("id");
        await server.Free.JudgedAsync(run);
        var oldRun = await AgeAsync(server, run, days: 31);
        var (month, fortnight) = (await AgeAsync(server, fresh, days: 31), await AgeAsync(server, fresh, days: 14));
        await using var later = new ApiServer([.. Settings, "--ConnectionStrings:Database", server.ConnectionString]) { Engine = engine };
        await later.InitializeAsync();
        await Repository.UntilAsync(
            async () => await later.MetricAsync("judge_submissions_purged_total{what=\"sources\"}") == 2 && await later.MetricAsync("judge_submissions_purged_total{what=\"outputs\"}") == 3,
            TimeSpan.FromSeconds(30),
            "nothing is purged");

        Assert.Equal(["", Http.Right, Http.Right], await SourcesAsync(later, month, fortnight, fresh));
        await using (var connection = await later.App.Services.GetRequiredService<Database>().OpenAsync(default))
            Assert.Equal(["[]", "[\"mine\"]"], await connection.QueryAsync<string>("select inputs from submissions where kind = 1 order by id"));
        foreach (var (id, kept) in ((string, bool)[])[(month, false), (fortnight, false), (fresh, true), (oldRun, false), (run, true)])
        {
            var submission = await later.Admin.GetAsync($"/api/submissions/{id}");
            Assert.Equal("accepted", submission.Text("verdict"));
            var sample = submission["cases"]![0]!.AsObject();
            Assert.Equal("accepted", sample.Text("verdict"));
            Assert.Equal(kept, sample.ContainsKey("output"));
        }

        // Without its source it cannot be judged again; it says so and stays as it is.
        using var response = await later.Admin.Http.PostAsync($"/api/submissions/{month}/rejudge", null);
        var rejudge = $"/api/rejudges/{(await response.BodyAsync(System.Net.HttpStatusCode.Accepted)).Text("id")}";
        await Repository.UntilAsync(async () => (await later.Admin.GetAsync(rejudge)).Text("state") == "done", TimeSpan.FromSeconds(20), "it is not done");
        Assert.Equal(1, (await later.Admin.GetAsync(rejudge))["failed"]!.GetValue<int>());
        Assert.Contains("source", (await later.Admin.GetAsync($"{rejudge}/submissions"))["items"]![0]!["note"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_thousands_are_purged_submissions_are_stored()
    {
        await using var server = new ApiServer(ApiServer.WithoutBroker) { Engine = engine };
        await server.InitializeAsync();
        var first = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        var database = server.App.Services.GetRequiredService<Database>();
        await database.WriteDurablyAsync(
            (connection, transaction) => connection.ExecuteAsync("update submissions set state = 2, verdict = 0, cases = '[]', compile_output = 'warning' where id = @first", new { first }, transaction), default);
        await CopyAsync(server, first, [.. Enumerable.Range(0, 5000).Select(i => IdOf(DateTimeOffset.UtcNow.AddDays(-100).AddMinutes(i)))]);
        var store = new RetentionStore(database);
        var purging = Task.Run(async () =>
        {
            var all = 0;
            while (await store.PurgeAsync(Kept.Outputs, SubmissionIds.From(DateTimeOffset.UtcNow.AddDays(-1)), default) is { } purged) all += purged;
            return all;
        });
        var stored = 0;
        for (; !purging.IsCompleted; stored++) await server.Premium.SubmitAsync("a-plus-b", "python", Http.Right);
        Assert.Equal(5000, await purging);
        // Fifty turns of the purge: whoever has to wait for all of it stores one.
        Assert.True(stored >= 10, $"only {stored} were stored meanwhile");
    }

    /// <summary>A copy that was made so long ago.</summary>
    private static async Task<string> AgeAsync(ApiServer server, string id, int days)
    {
        var old = IdOf(DateTimeOffset.UtcNow.AddDays(-days));
        await CopyAsync(server, id, [old]);
        return old;
    }

    private static string IdOf(DateTimeOffset time) => Guid.CreateVersion7(time).ToString();

    private static Task<int> CopyAsync(ApiServer server, string id, string[] copies) => server.App.Services.GetRequiredService<Database>().WriteDurablyAsync(
        (connection, transaction) => connection.ExecuteAsync(
            """
            insert into submissions (
                id, account_id, problem, package_hash, language, tier, state, version, attempt, verdict, done, total, created_at, judged_at, not_before, dispatched_at,
                starts, compile_output, cases, source, kind, inputs)
            select @copy, account_id, problem, package_hash, language, tier, state, version, attempt, verdict, done, total, created_at, judged_at, not_before, dispatched_at,
                starts, compile_output, cases, source, kind, inputs
            from submissions where id = @id
            """,
            copies.Select(copy => new { id, copy }),
            transaction),
        default);

    private static async Task<IEnumerable<string>> SourcesAsync(ApiServer server, params string[] ids)
    {
        await using var connection = await server.App.Services.GetRequiredService<Database>().OpenAsync(default);
        var sources = new List<string>();
        foreach (var id in ids) sources.Add((await connection.ExecuteScalarAsync<string>("select source from submissions where id = @id", new { id }))!);
        return sources;
    }
}

public sealed class RetentionOnSqliteTests() : RetentionTests(Engine.Sqlite);

public sealed class RetentionOnPostgresTests() : RetentionTests(Engine.Postgres);
