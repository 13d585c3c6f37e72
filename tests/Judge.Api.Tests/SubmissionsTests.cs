using System.Net;

namespace Judge.Api.Tests;

public abstract class SubmissionsTests(ApiServer server)
{
    [Fact]
    public async Task A_submission_is_accepted_for_judging_and_gets_its_verdict()
    {
        using var response = await server.Premium.Http.SendAsync(Http.Submit(new { problem = "a-plus-b", language = "python", source = Http.Right }));
        var stored = await response.BodyAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/api/submissions/{stored.Text("id")}", response.Headers.Location!.ToString());
        Assert.Equal("queued", stored.Text("state"));
        Assert.Equal("submit", stored.Text("kind"));
        Assert.Equal("premium", stored.Text("tier"));
        Assert.Equal("\"1\"", response.Headers.ETag!.Tag);

        var judged = await server.Premium.GetAsync($"{response.Headers.Location}?wait=30");
        Assert.Equal("judged", judged.Text("state"));
        Assert.Equal("accepted", judged.Text("verdict"));
        var cases = judged["cases"]!.AsArray();
        Assert.Equal(judged["progress"]!["total"]!.GetValue<int>(), cases.Count);
        Assert.Equal("sample/1", cases[0]!["name"]!.GetValue<string>());
        Assert.Equal("1 2\n", cases[0]!["input"]!.GetValue<string>());
        Assert.Equal("3\n", cases[0]!["output"]!.GetValue<string>());
        var secret = cases[^1]!.AsObject();
        Assert.StartsWith("secret/", secret.Text("name"), StringComparison.Ordinal);
        Assert.All((string[])["input", "expected", "output", "stderr"], field => Assert.False(secret.ContainsKey(field)));
        Assert.True(judged["timeMs"]!.GetValue<int>() > 0);
        Assert.True(judged["memoryKb"]!.GetValue<int>() > 0);
        Assert.EndsWith("Z", judged.Text("judgedAt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_program_is_told_at_which_case_and_nothing_of_secret_data()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", "a, b = map(int, input().split())\nprint(a + b if abs(a) < 100 else 0)");
        var judged = await server.Free.JudgedAsync(id);
        Assert.Equal("wrongAnswer", judged.Text("verdict"));
        var last = judged["cases"]!.AsArray()[^1]!.AsObject();
        Assert.Equal("wrongAnswer", last.Text("verdict"));
        Assert.StartsWith("secret/", last.Text("name"), StringComparison.Ordinal);
        Assert.Equal("line 1, token 1: differs", last.Text("message"));
        Assert.True(judged["cases"]!.AsArray().Count < judged["progress"]!["total"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("print('\\0')", "wrongAnswer")]
    [InlineData("import sys; sys.stdout.buffer.write(bytes(range(256)))", "wrongAnswer")]
    [InlineData("import sys; sys.exit('\\0')", "runtimeError")]
    public async Task Whatever_a_program_prints_gets_its_verdict(string source, string verdict)
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", source);
        var submission = await server.Free.JudgedAsync(id);
        Assert.Equal((verdict, 1), (submission.Text("verdict"), submission["attempt"]!.GetValue<int>()));
    }

    [Fact]
    public async Task A_compile_error_carries_what_the_compiler_said()
    {
        var id = await server.Premium.SubmitAsync("a-plus-b", "c", "int main(void) { return x; }");
        var judged = await server.Premium.JudgedAsync(id);
        Assert.Equal("compileError", judged.Text("verdict"));
        Assert.Contains("main.c:1", judged.Text("compileOutput"), StringComparison.Ordinal);
        Assert.Empty(judged["cases"]!.AsArray());
    }

    [Fact]
    public async Task The_etag_is_the_version_and_saves_the_answer()
    {
        var id = await server.Premium.SubmitAsync("a-plus-b", "python", Http.Right);
        await server.Premium.JudgedAsync(id);
        using var first = await server.Premium.Http.GetAsync($"/api/submissions/{id}");
        var version = (await first.BodyAsync(HttpStatusCode.OK))["version"]!.GetValue<int>();
        Assert.Equal($"\"{version}\"", first.Headers.ETag!.Tag);
        Assert.Null(first.Headers.RetryAfter);
        using var same = await server.Premium.Http.SendAsync(Http.Request(HttpMethod.Get, $"/api/submissions/{id}", ("If-None-Match", $"\"{version}\"")));
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsStringAsync());
        using var other = await server.Premium.Http.SendAsync(Http.Request(HttpMethod.Get, $"/api/submissions/{id}", ("If-None-Match", "\"1\"")));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_wait_with_a_known_version_answers_at_the_next_change()
    {
        var id = await server.Premium.SubmitAsync("a-plus-b", "python", "import time\ntime.sleep(0.3)\n" + Http.Right);
        var (versions, version) = (new List<int>(), 1);
        while (true)
        {
            using var response = await server.Premium.Http.SendAsync(
                Http.Request(HttpMethod.Get, $"/api/submissions/{id}?wait=30", ("If-None-Match", $"\"{version}\"")));
            var submission = await response.BodyAsync(HttpStatusCode.OK);
            version = submission["version"]!.GetValue<int>();
            versions.Add(version);
            if (submission.Text("state") == "judged") break;
        }

        Assert.True(versions.Count > 2, string.Join(' ', versions));
        Assert.Equal(versions.Distinct().Order(), versions);
    }

    [Fact]
    public async Task Someone_elses_submission_is_not_there_but_an_admin_sees_it()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        using var foreign = await server.Premium.Http.GetAsync($"/api/submissions/{id}");
        await foreign.ProblemAsync(HttpStatusCode.NotFound);
        using var cancel = await server.Premium.Http.DeleteAsync($"/api/submissions/{id}");
        await cancel.ProblemAsync(HttpStatusCode.NotFound);
        Assert.Equal(id, (await server.Admin.GetAsync($"/api/submissions/{id}")).Text("id"));
        Assert.DoesNotContain(
            (await server.Premium.GetAsync("/api/submissions?limit=200"))["items"]!.AsArray(), s => s!["id"]!.GetValue<string>() == id);
        await server.Free.JudgedAsync(id);
    }

    [Fact]
    public async Task The_list_goes_back_page_by_page_and_filters()
    {
        await using var queued = await ApiServer.StartAsync(ApiServer.WithoutBroker);
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add(await queued.Free.SubmitAsync(i == 0 ? "island-cables" : "a-plus-b", "python", Http.Right));
        ids.Reverse();
        var (seen, next) = (new List<string>(), (string?)null);
        do
        {
            var page = await queued.Free.GetAsync($"/api/submissions?limit=2{(next is null ? "" : $"&before={next}")}");
            seen.AddRange(page["items"]!.AsArray().Select(s => s!["id"]!.GetValue<string>()));
            next = page["next"]?.GetValue<string>();
        }
        while (next is not null);

        Assert.Equal(ids, seen);
        var filtered = (await queued.Free.GetAsync("/api/submissions?problem=island-cables&state=queued"))["items"]!.AsArray();
        Assert.Equal(ids[^1], Assert.Single(filtered)!["id"]!.GetValue<string>());
        Assert.Empty((await queued.Free.GetAsync("/api/submissions?state=judged"))["items"]!.AsArray());
    }

    [Fact]
    public async Task A_repeated_idempotency_key_returns_the_first_submission()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var body = new { problem = "a-plus-b", language = "python", source = Http.Right };
        using var first = await server.Free.Http.SendAsync(Http.Submit(body, key));
        var id = (await first.BodyAsync(HttpStatusCode.Accepted)).Text("id");
        using var again = await server.Free.Http.SendAsync(Http.Submit(body, key));
        Assert.Equal(id, (await again.BodyAsync(HttpStatusCode.Accepted)).Text("id"));
        using var other = await server.Free.Http.SendAsync(Http.Submit(body with { source = "print(1)" }, key));
        Assert.Contains("another body", (await other.ProblemAsync(HttpStatusCode.UnprocessableEntity)).Text("detail"), StringComparison.Ordinal);
        // The key is the account's own.
        using var elsewhere = await server.Premium.Http.SendAsync(Http.Submit(body, key));
        Assert.NotEqual(id, (await elsewhere.BodyAsync(HttpStatusCode.Accepted)).Text("id"));
    }

    [Fact]
    public async Task Cancelling_one_that_the_worker_takes_all_the_same_does_not_hold_up_the_others()
    {
        // One free slot, and each of these keeps it longer than the dispatcher waits for a sign of life of a message.
        await using var slow = await ApiServer.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 3; i++) ids.Add(await slow.Free.SubmitAsync("a-plus-b", "python", "import time\ntime.sleep(0.7)\n" + Http.Right));
        using (var cancelled = await slow.Free.Http.DeleteAsync($"/api/submissions/{ids[1]}")) cancelled.EnsureSuccessStatusCode();
        foreach (var id in (string[])[ids[0], ids[2]])
        {
            var judged = await slow.Free.JudgedAsync(id, TimeSpan.FromSeconds(90));
            Assert.Equal(("accepted", "1"), (judged.Text("verdict"), judged.Text("attempt")));
        }
    }

    [Fact]
    public async Task Forty_repeats_at_once_store_one_submission()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var response = await server.Free.Http.SendAsync(Http.Submit(new { problem = "a-plus-b", language = "python", source = Http.Right }, key));
            return (await response.BodyAsync(HttpStatusCode.Accepted)).Text("id");
        }));
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }
}

public sealed class SubmissionsOnSqliteTests(ApiServer server) : SubmissionsTests(server), IClassFixture<ApiServer>;

public sealed class SubmissionsOnPostgresTests(PostgresApiServer server) : SubmissionsTests(server), IClassFixture<PostgresApiServer>;
