using System.Net;
using System.Text.Json.Nodes;
using Judge.Testing;

namespace Judge.Api.Tests;

/// <summary>Judging again, by admins, with the problem as it is now.</summary>
public abstract class RejudgeTests(ApiServer server)
{
    private const string Double = "print(2 * int(input()))", Square = "print(int(input()) ** 2)", Six = "print(6)";

    [Fact]
    public async Task A_problem_with_new_data_is_judged_again_and_the_difference_is_told()
    {
        await PutAsync("twice", "6");
        var right = await JudgedAsync("twice", Double, "accepted");
        var wrong = await JudgedAsync("twice", Square, "wrongAnswer");
        var same = await JudgedAsync("twice", "print(0)", "wrongAnswer");
        await PutAsync("other", "6");
        var other = await JudgedAsync("other", Double, "accepted");
        var before = await server.Free.GetAsync($"/api/submissions/{right}");
        await using var push = await PushClient.ConnectAsync(server.Url, "demo-free");
        await push.SubscribeAsync(right);
        await push.NextSubmissionAsync();

        // It is the square now, and 3 a secret case.
        await PutAsync("twice", "9");
        var rejudge = await CreateAsync("""{"problem":"twice"}""");
        Assert.Equal(3, rejudge["total"]!.GetValue<int>());
        rejudge = await DoneAsync(rejudge.Text("id"));
        Assert.Equal((3, 2, 0), (rejudge["done"]!.GetValue<int>(), rejudge["changed"]!.GetValue<int>(), rejudge["failed"]!.GetValue<int>()));
        Assert.Equal(
            ["accepted wrongAnswer 1", "wrongAnswer accepted 1", "wrongAnswer wrongAnswer 1"],
            rejudge["outcomes"]!.AsArray().Select(o => $"{o!["before"]} {o["after"]} {o["count"]}").Order(StringComparer.Ordinal));

        var told = await push.NextSubmissionAsync();
        Assert.Equal((right, "wrongAnswer", "judged"), (told.Text("id"), told.Text("verdict"), told.Text("state")));
        Assert.True(told["version"]!.GetValue<int>() > before["version"]!.GetValue<int>());
        Assert.Equal("accepted", (await server.Free.GetAsync($"/api/submissions/{wrong}")).Text("verdict"));
        Assert.Equal("accepted", (await server.Free.GetAsync($"/api/submissions/{other}")).Text("verdict"));

        var changed = await server.Admin.GetAsync($"/api/rejudges/{rejudge.Text("id")}/submissions?changed=true");
        Assert.Equal([$"{right} accepted wrongAnswer", $"{wrong} wrongAnswer accepted"], changed["items"]!.AsArray().Select(i => $"{i!["submission"]} {i["before"]} {i["after"]}"));
        var first = await server.Admin.GetAsync($"/api/rejudges/{rejudge.Text("id")}/submissions?limit=2");
        Assert.Equal(2, first["items"]!.AsArray().Count);
        var rest = await server.Admin.GetAsync($"/api/rejudges/{rejudge.Text("id")}/submissions?limit=2&after={first.Text("next")}");
        Assert.Equal(same, Assert.Single(rest["items"]!.AsArray())!["submission"]!.GetValue<string>());

        // What is done cannot be cancelled any more.
        using var late = await server.Admin.Http.DeleteAsync($"/api/rejudges/{rejudge.Text("id")}");
        Assert.Equal("done", (await late.BodyAsync(HttpStatusCode.OK)).Text("state"));

        // What was made for it is nobody's submission.
        var all = (await server.Admin.GetAsync("/api/submissions?limit=200&problem=twice"))["items"]!.AsArray();
        Assert.Equal(3, all.Count);
    }

    [Fact]
    public async Task One_submission_is_judged_again()
    {
        await PutAsync("one", "6");
        var id = await JudgedAsync("one", Six, "accepted");
        await PutAsync("one", "9");
        using var response = await server.Admin.Http.PostAsync($"/api/submissions/{id}/rejudge", null);
        var rejudge = await response.BodyAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/api/rejudges/{rejudge.Text("id")}", response.Headers.Location!.ToString());
        Assert.Equal(id, rejudge["filter"]!["submission"]!.GetValue<string>());
        await DoneAsync(rejudge.Text("id"));
        var now = await server.Free.GetAsync($"/api/submissions/{id}");
        Assert.Equal(("wrongAnswer", "judged"), (now.Text("verdict"), now.Text("state")));
        Assert.Contains(
            (await server.Admin.GetAsync("/api/rejudges?limit=200"))["items"]!.AsArray(), r => r!["id"]!.GetValue<string>() == rejudge.Text("id"));
    }

    [Fact]
    public async Task A_filter_takes_all_that_it_names_together()
    {
        await PutAsync("filter", "6");
        await JudgedAsync("filter", Double, "accepted");
        await JudgedAsync("filter", "print(1)", "wrongAnswer");
        var premium = await server.Premium.SubmitAsync("filter", "python", "print(1)");
        Assert.Equal("wrongAnswer", (await server.Premium.JudgedAsync(premium)).Text("verdict"));
        Assert.Equal(1, (await CreateAsync("""{"problem":"filter","verdict":"wrongAnswer","account":"demo-premium","language":"python"}"""))["total"]!.GetValue<int>());
        Assert.Equal(0, (await CreateAsync("""{"problem":"filter","language":"cpp"}"""))["total"]!.GetValue<int>());
        Assert.Equal(0, (await CreateAsync("""{"problem":"filter","until":"2020-01-01T00:00:00Z"}"""))["total"]!.GetValue<int>());
        Assert.Equal(3, (await CreateAsync("""{"problem":"filter","since":"2020-01-01T00:00:00+02:00"}"""))["total"]!.GetValue<int>());
        Assert.Equal("done", (await DoneAsync((await CreateAsync("""{"account":"nobody-of-this-name"}""")).Text("id"))).Text("state"));
    }

    [Theory]
    [InlineData("{}", "body")]
    [InlineData("""{"problem":null}""", "body")]
    [InlineData("""{"verdict":"gold"}""", "verdict")]
    [InlineData("""{"verdict":"cancelled"}""", "verdict")]
    [InlineData("""{"since":"yesterday"}""", "since")]
    [InlineData("""{"until":5}""", "until")]
    [InlineData("""{"problem":["a"]}""", "problem")]
    [InlineData("""{"tier":"free"}""", "tier")]
    public async Task A_bad_filter_is_refused(string body, string field)
    {
        using var response = await server.Admin.Http.PostAsync("/api/rejudges", Http.Json(body));
        Assert.True((await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey(field));
    }

    [Fact]
    public async Task It_is_for_admins_and_for_what_is_judged()
    {
        var mine = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await server.Free.JudgedAsync(mine);
        using var user = await server.Free.Http.PostAsync($"/api/submissions/{mine}/rejudge", null);
        await user.ProblemAsync(HttpStatusCode.Forbidden);
        using var users = await server.Free.Http.PostAsync("/api/rejudges", Http.Json("""{"problem":"a-plus-b"}"""));
        await users.ProblemAsync(HttpStatusCode.Forbidden);
        using var unknown = await server.Admin.Http.PostAsync($"/api/submissions/{Guid.CreateVersion7()}/rejudge", null);
        await unknown.ProblemAsync(HttpStatusCode.NotFound);
        using var bad = await server.Admin.Http.GetAsync("/api/rejudges/x");
        await bad.ProblemAsync(HttpStatusCode.BadRequest);
        using var none = await server.Admin.Http.GetAsync($"/api/rejudges/{Guid.CreateVersion7()}");
        await none.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_nobody_judges_it_waits_and_can_be_cancelled()
    {
        await using var waiting = new ApiServer(ApiServer.WithoutBroker) { Engine = server.Engine };
        await waiting.InitializeAsync();
        var withdrawn = await waiting.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        using var early = await waiting.Admin.Http.PostAsync($"/api/submissions/{withdrawn}/rejudge", null);
        await early.ProblemAsync(HttpStatusCode.Conflict);
        (await waiting.Free.Http.DeleteAsync($"/api/submissions/{withdrawn}")).Dispose();
        using var late = await waiting.Admin.Http.PostAsync($"/api/submissions/{withdrawn}/rejudge", null);
        await late.ProblemAsync(HttpStatusCode.Conflict);
        // One that waits to be judged: until it is, it is not picked.
        await waiting.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        using var created = await waiting.Admin.Http.PostAsync("/api/rejudges", Http.Json("""{"problem":"a-plus-b"}"""));
        var rejudge = await created.BodyAsync(HttpStatusCode.Accepted);
        Assert.Equal(("running", 1), (rejudge.Text("state"), rejudge["total"]!.GetValue<int>()));
        Assert.Equal(1, (await waiting.Free.GetArrayAsync("/api/queues"))[1]!["depth"]!.GetValue<int>());
        using var cancelled = await waiting.Admin.Http.DeleteAsync($"/api/rejudges/{rejudge.Text("id")}");
        Assert.Equal("cancelled", (await cancelled.BodyAsync(HttpStatusCode.OK)).Text("state"));
    }

    private async Task PutAsync(string slug, string answer)
    {
        using var response = await server.PutProblemAsync(slug, ("problem.yaml", $"name: {slug}\n"), ("data/secret/1.in", "3\n"), ("data/secret/1.ans", $"{answer}\n"));
        Assert.True(response.IsSuccessStatusCode);
    }

    private async Task<string> JudgedAsync(string problem, string source, string verdict)
    {
        var id = await server.Free.SubmitAsync(problem, "python", source);
        Assert.Equal(verdict, (await server.Free.JudgedAsync(id)).Text("verdict"));
        return id;
    }

    private async Task<JsonObject> CreateAsync(string filter)
    {
        using var response = await server.Admin.Http.PostAsync("/api/rejudges", Http.Json(filter));
        return await response.BodyAsync(HttpStatusCode.Accepted);
    }

    private async Task<JsonObject> DoneAsync(string id)
    {
        JsonObject rejudge = [];
        await Repository.UntilAsync(
            async () => (rejudge = await server.Admin.GetAsync($"/api/rejudges/{id}")).Text("state") == "done", TimeSpan.FromSeconds(60), "it is not done");
        return rejudge;
    }
}

public sealed class RejudgeOnSqliteTests(ApiServer server) : RejudgeTests(server), IClassFixture<ApiServer>;

public sealed class RejudgeOnPostgresTests(PostgresApiServer server) : RejudgeTests(server), IClassFixture<PostgresApiServer>;
