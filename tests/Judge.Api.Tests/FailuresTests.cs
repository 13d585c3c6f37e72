using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using Judge.Api.Data;
using Judge.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Api.Tests;

/// <summary>What the judge could not do, as an admin sees it.</summary>
public abstract class FailuresTests(ApiServer server)
{
    [Fact]
    public async Task A_submission_whose_package_has_vanished_is_listed_with_every_attempt_and_judged_by_a_retry()
    {
        var id = await SubmitToVanishedPackageAsync();
        var submission = await server.Free.JudgedAsync(id);
        Assert.Equal("internalError", submission.Text("verdict"));
        Assert.Contains("package", submission.Text("message"), StringComparison.Ordinal);
        // The queue has gone on.
        var next = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        Assert.Equal("accepted", (await server.Free.JudgedAsync(next)).Text("verdict"));

        var failure = await FindAsync(id);
        Assert.NotNull(failure);
        Assert.Equal(("submission", submission.Text("message")), (failure.Text("kind"), failure.Text("reason")));
        var attempts = failure["submission"]!["attempts"]!.AsArray();
        Assert.Equal([2, 3, 4], attempts.Select(a => a!["attempt"]!.GetValue<int>()));
        Assert.All(attempts, a => Assert.Contains("package", a!["reason"]!.GetValue<string>(), StringComparison.Ordinal));
        Assert.All(attempts, a => Assert.NotNull(a!["worker"]));

        using var retried = await server.Admin.Http.PostAsync($"/api/admin/failures/{failure.Text("id")}/retry", null);
        Assert.Equal($"/api/rejudges/{(await retried.BodyAsync(HttpStatusCode.Accepted)).Text("rejudge")}", retried.Headers.Location!.ToString());
        await Repository.UntilAsync(
            async () => (await server.Free.GetAsync($"/api/submissions/{id}")).Text("verdict") == "accepted", TimeSpan.FromSeconds(60), "the retry brought no verdict");
        Assert.True((await server.Free.GetAsync($"/api/submissions/{id}"))["version"]!.GetValue<int>() > submission["version"]!.GetValue<int>());
        Assert.Null(await FindAsync(id));
    }

    [Fact]
    public async Task A_failure_that_is_dismissed_is_gone_and_the_submission_stays_as_it_is()
    {
        var id = await SubmitToVanishedPackageAsync();
        await server.Free.JudgedAsync(id);
        var failure = (await FindAsync(id))!;
        using var dismissed = await server.Admin.Http.DeleteAsync($"/api/admin/failures/{failure.Text("id")}");
        Assert.Equal(HttpStatusCode.NoContent, dismissed.StatusCode);
        Assert.Null(await FindAsync(id));
        Assert.Equal("internalError", (await server.Free.GetAsync($"/api/submissions/{id}")).Text("verdict"));
        using var again = await server.Admin.Http.DeleteAsync($"/api/admin/failures/{failure.Text("id")}");
        await again.ProblemAsync(HttpStatusCode.NotFound);
        using var retried = await server.Admin.Http.PostAsync($"/api/admin/failures/{failure.Text("id")}/retry", null);
        await retried.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_admins_see_them()
    {
        using var user = await server.Free.Http.GetAsync("/api/admin/failures");
        await user.ProblemAsync(HttpStatusCode.Forbidden);
        using var nobody = await server.Nobody.Http.GetAsync("/api/admin/failures");
        await nobody.ProblemAsync(HttpStatusCode.Unauthorized);
        using var bad = await server.Admin.Http.PostAsync("/api/admin/failures/x/retry", null);
        await bad.ProblemAsync(HttpStatusCode.BadRequest);
    }

    /// <summary>As if its package had been removed between POST and judging.</summary>
    private async Task<string> SubmitToVanishedPackageAsync()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await server.Free.JudgedAsync(id);
        await server.App.Services.GetRequiredService<Database>().WriteDurablyAsync(
            (connection, transaction) => connection.ExecuteAsync(
                """
                update submissions
                set package_hash = @gone, state = 0, verdict = null, judged_at = null, attempt = 2, starts = 0, dispatched_at = null, worker = null, version = version + 1
                where id = @id
                """,
                new { id, gone = new string('0', 64) },
                transaction),
            default);
        return id;
    }

    private async Task<JsonObject?> FindAsync(string submission) => (await server.Admin.GetAsync("/api/admin/failures?limit=200"))["items"]!.AsArray()
        .Select(f => f!.AsObject()).SingleOrDefault(f => f["submission"]?["id"]?.GetValue<string>() == submission);
}

public sealed class FailuresOnSqliteTests(ApiServer server) : FailuresTests(server), IClassFixture<ApiServer>;

public sealed class FailuresOnPostgresTests(PostgresApiServer server) : FailuresTests(server), IClassFixture<PostgresApiServer>;
