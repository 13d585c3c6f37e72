using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Judge.Api.Tests;

/// <summary>Programs on inputs of one's own, through HTTP and the real sandbox.</summary>
public abstract class RunsTests(ApiServer server)
{
    private const string Reference = "a, b = map(int, input().split())\nassert a < 1000\nprint(a + b)\n";

    [Fact]
    public async Task Every_input_becomes_a_case_with_what_the_reference_solution_says_and_none_stops_the_others()
    {
        await PutAsync("adding", ("submissions/accepted/ref.py", Reference), ("submissions/accepted/zzz.txt", "no program"));
        var run = await RunAsync(new
        {
            problem = "adding", language = "python", inputs = (string[])["1 2\n", "3 4\n", "boom\n", "1000 1\n", "5 5"],
            source = "import sys\na, b = map(int, input().split())\nprint('told', file=sys.stderr)\nprint(a + b if a != 3 else 'wrong')",
        });
        Assert.Equal(("run", "adding", "wrongAnswer"), (run.Text("kind"), run.Text("problem"), run.Text("verdict")));
        var cases = run["cases"]!.AsArray().Select(c => c!.AsObject()).ToList();
        Assert.Equal(["1", "2", "3", "4", "5"], cases.Select(c => c.Text("name")));
        Assert.Equal(["accepted", "wrongAnswer", "runtimeError", "accepted", "accepted"], cases.Select(c => c.Text("verdict")));
        Assert.Equal(["3\n", "7\n", "", "", "10\n"], cases.Select(c => c.Text("expected")));
        Assert.Equal(["3\n", "wrong\n", "", "1001\n", "10\n"], cases.Select(c => c.Text("output")));
        Assert.Equal(("1 2\n", "told\n"), (cases[0].Text("input"), cases[0].Text("stderr")));
        Assert.False(cases[0].ContainsKey("truncated"));
        Assert.Equal("exit code 1; nothing is expected: the reference solution fails on this input (exit code 1)", cases[2].Text("message"));
        Assert.Equal("nothing is expected: the reference solution fails on this input (exit code 1)", cases[3].Text("message"));
        Assert.Equal("2", run["failedCase"]!.AsObject().Text("name"));
        Assert.Equal("7\n", run["failedCase"]!.AsObject().Text("expected"));
    }

    [Fact]
    public async Task The_problems_own_comparison_decides_and_a_problem_without_a_reference_expects_nothing()
    {
        await PutAsync("halving", ("submissions/accepted/ref.py", "print(1 / int(input()))"), ("problem.yaml", "name: Halving\nvalidator_flags: float_tolerance 1e-4\n"));
        var near = await RunAsync(new { problem = "halving", language = "python", source = "print('%.6f' % (1 / int(input())))", inputs = (string[])["3", "7"] });
        Assert.Equal("accepted", near.Text("verdict"));
        await PutAsync(
            "checked", ("submissions/accepted/ref.py", "print(input())"),
            ("output_validators/v.py", "import sys\nsys.exit(1 if open(sys.argv[1]).read() == 'odd' else 42 if input() == open(sys.argv[2]).read().strip() else 43)\n"),
            ("problem.yaml", "name: Checked\nvalidation: custom\n"));
        var own = await RunAsync(new { problem = "checked", language = "python", source = "print(input().replace('x', 'y'))", inputs = (string[])["a", "x", "odd"] });
        Assert.Equal(["accepted", "wrongAnswer", "accepted"], own["cases"]!.AsArray().Select(c => c!["verdict"]!.GetValue<string>()));
        Assert.Contains("checker fails on this input", own["cases"]![2]!["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("wrongAnswer", own.Text("verdict"));
        await PutAsync("alone");
        var alone = await RunAsync(new { problem = "alone", language = "python", source = "print(input()[::-1])", input = "abc\n" });
        var only = Assert.Single(alone["cases"]!.AsArray())!.AsObject();
        Assert.Equal(("accepted", "cba\n", false), (only.Text("verdict"), only.Text("output"), only.ContainsKey("expected")));
        Assert.Null(only["message"]);
    }

    [Fact]
    public async Task Without_a_problem_it_is_a_plain_program_and_what_does_not_compile_says_so()
    {
        var plain = await RunAsync(new { language = "python", source = "import sys\ns = sys.stdin.read()\nprint(len(s) if len(s) < 9 else 'x' * 5000)", inputs = (string[])["", "äö\n", new string('y', 5000)] });
        Assert.Null(plain["problem"]);
        Assert.Equal("accepted", plain.Text("verdict"));
        var cases = plain["cases"]!.AsArray().Select(c => c!.AsObject()).ToList();
        Assert.Equal(["0\n", "3\n", new string('x', 4096)], cases.Select(c => c.Text("output")));
        Assert.Equal(["", "äö\n", new string('y', 4096)], cases.Select(c => c.Text("input")));
        Assert.True(cases[2]["truncated"]!.GetValue<bool>());
        var broken = await RunAsync(new { language = "c", source = "int main(void) { return x; }", input = "" });
        Assert.Equal("compileError", broken.Text("verdict"));
        Assert.Contains("main.c:1", broken.Text("compileOutput"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_show_runs_only_where_they_are_asked_for_and_nobody_judges_them_again()
    {
        var submission = await server.Premium.SubmitAsync("a-plus-b", "python", Http.Right);
        var run = (await RunAsync(new { problem = "a-plus-b", language = "python", source = Http.Right, input = "1 2" })).Text("id");
        await server.Premium.JudgedAsync(submission);
        Assert.Equal((true, false), await ListedAsync("", submission, run));
        Assert.Equal((true, false), await ListedAsync("&kind=submit", submission, run));
        Assert.Equal((false, true), await ListedAsync("&kind=run", submission, run));
        Assert.Equal((false, true), await ListedAsync("&kind=run&problem=a-plus-b", submission, run));
        Assert.Equal((true, true), await ListedAsync("&kind=all", submission, run));
        using var unknown = await server.Premium.Http.GetAsync("/api/submissions?kind=walk");
        Assert.True((await unknown.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("kind"));

        using var again = await server.Admin.Http.PostAsync($"/api/submissions/{run}/rejudge", null);
        Assert.Contains("run", (await again.ProblemAsync(HttpStatusCode.Conflict)).Text("detail"), StringComparison.Ordinal);
        using var all = await server.Admin.Http.PostAsync("/api/rejudges", Http.Json("""{"problem":"a-plus-b","account":"demo-premium"}"""));
        var rejudge = await all.BodyAsync(HttpStatusCode.Accepted);
        var listed = (await server.Premium.GetAsync("/api/submissions?limit=200&problem=a-plus-b"))["items"]!.AsArray().Count;
        Assert.Equal(listed, rejudge["total"]!.GetValue<int>());
        (await server.Admin.Http.DeleteAsync($"/api/rejudges/{rejudge.Text("id")}")).Dispose();

        using var foreign = await server.Free.Http.GetAsync($"/api/submissions/{run}");
        await foreign.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_repeat_with_the_same_key_is_the_same_run()
    {
        var body = new { language = "python", source = "print(1)", inputs = (string[])["1", "2"] };
        var first = await PostAsync(body, "run-key");
        Assert.Equal(first.Text("id"), (await PostAsync(body, "run-key")).Text("id"));
        foreach (var other in (object[])[new { body.language, body.source, inputs = (string[])["1"] }, new { body.language, source = "print(2)", body.inputs }])
        {
            using var response = await server.Premium.Http.SendAsync(Request(other, "run-key"));
            await response.ProblemAsync(HttpStatusCode.UnprocessableEntity);
        }

        await server.Premium.JudgedAsync(first.Text("id"));
    }

    public static TheoryData<string, string> Bad => new()
    {
        { """{"language":"python","source":"x"}""", "inputs" },
        { """{"language":"python","source":"x","inputs":[]}""", "inputs" },
        { """{"language":"python","source":"x","inputs":"1 2"}""", "inputs" },
        { """{"language":"python","source":"x","inputs":["1", 2]}""", "inputs[1]" },
        { """{"language":"python","source":"x","inputs":["a\u0000b"]}""", "inputs[0]" },
        { """{"language":"python","source":"x","inputs":["\ud800"]}""", "inputs[0]" },
        { """{"language":"python","source":"x","inputs":["1"],"input":"1"}""", "input" },
        { """{"language":"python","source":"x","input":1}""", "input" },
        { $$"""{"language":"python","source":"x","inputs":[{{string.Join(',', Enumerable.Repeat("\"1\"", 21))}}]}""", "inputs" },
        { $$"""{"language":"python","source":"x","inputs":["{{new string('x', 40_000)}}","{{new string('é', 20_000)}}"]}""", "inputs" },
        { $$"""{"language":"python","source":"x","input":"{{new string('x', 64 * 1024 + 1)}}"}""", "input" },
        { """{"problem":"no-such","language":"python","source":"x","input":""}""", "problem" },
        { """{"problem":"","language":"python","source":"x","input":""}""", "problem" },
        { """{"language":"klingon","source":"x","input":""}""", "language" },
        { """{"language":"python","source":" ","input":""}""", "source" },
        { """{"language":"python","sorce":"x","input":""}""", "sorce" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_bad_run_is_refused_and_its_field_named(string body, string field)
    {
        using var response = await server.Free.Http.PostAsync("/api/runs", Http.Json(body));
        var errors = (await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject();
        Assert.True(errors.ContainsKey(field), errors.ToJsonString());
    }

    [Fact]
    public async Task Runs_have_a_rate_of_their_own_and_share_the_places_of_what_is_not_judged()
    {
        await using var bounded = new ApiServer(
            [.. ApiServer.WithoutBroker, "--Judge:Limits:Free:RunsPerMinute", "2", "--Judge:Limits:Free:SubmissionsPerMinute", "1", "--Judge:Limits:Free:InFlight", "4"]) { Engine = server.Engine };
        await bounded.InitializeAsync();
        var run = new { language = "python", source = "print(1)", input = "" };
        for (var i = 0; i < 2; i++) (await (await bounded.Free.Http.PostAsJsonAsync("/api/runs", run)).BodyAsync(HttpStatusCode.Accepted)).Text("id");
        using var third = await bounded.Free.Http.PostAsJsonAsync("/api/runs", run);
        Assert.Contains("2 runs a minute", (await third.ProblemAsync(HttpStatusCode.TooManyRequests)).Text("detail"), StringComparison.Ordinal);
        Assert.True(third.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        var waiting = await bounded.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        using var second = await bounded.Free.Http.PostAsJsonAsync("/api/submissions", new { problem = "a-plus-b", language = "python", source = "x" });
        Assert.Contains("1 submissions a minute", (await second.ProblemAsync(HttpStatusCode.TooManyRequests)).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(2, (await bounded.Free.GetAsync($"/api/submissions/{waiting}"))["queue"]!["ahead"]!.GetValue<int>());
        Assert.Equal(2, (await bounded.Free.GetAsync("/api/submissions?kind=run&state=queued"))["items"]!.AsArray().Count);
    }

    private async Task PutAsync(string slug, params (string Name, string Text)[] files)
    {
        (string, string)[] needed = [("data/secret/1.in", "1 1\n"), ("data/secret/1.ans", "2\n")];
        if (!files.Any(f => f.Name == "problem.yaml")) needed = [.. needed, ("problem.yaml", $"name: {slug}\n")];
        using var response = await server.PutProblemAsync(slug, [.. needed, .. files]);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Request(object body, string? key)
    {
        var request = Http.Request(HttpMethod.Post, "/api/runs", key is null ? [] : [("Idempotency-Key", key)]);
        request.Content = JsonContent.Create(body);
        return request;
    }

    private async Task<JsonObject> PostAsync(object body, string? key = null)
    {
        using var response = await server.Premium.Http.SendAsync(Request(body, key));
        var run = await response.BodyAsync(HttpStatusCode.Accepted);
        Assert.Equal($"/api/submissions/{run.Text("id")}", response.Headers.Location!.ToString());
        return run;
    }

    private async Task<JsonObject> RunAsync(object body) => await server.Premium.JudgedAsync((await PostAsync(body)).Text("id"));

    private async Task<(bool Submission, bool Run)> ListedAsync(string filter, string submission, string run)
    {
        var ids = (await server.Premium.GetAsync($"/api/submissions?limit=50{filter}"))["items"]!.AsArray().Select(s => s!["id"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
        return (ids.Contains(submission), ids.Contains(run));
    }
}

public sealed class RunsOnSqliteTests(ApiServer server) : RunsTests(server), IClassFixture<ApiServer>;

public sealed class RunsOnPostgresTests(PostgresApiServer server) : RunsTests(server), IClassFixture<PostgresApiServer>;
