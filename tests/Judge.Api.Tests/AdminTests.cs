using System.Net;
using System.Text.Json.Nodes;
using Judge.Testing;

namespace Judge.Api.Tests;

public abstract class AdminTests(ApiServer server)
{
    [Fact]
    public async Task A_package_becomes_a_problem_and_a_new_one_replaces_it()
    {
        using var created = await PutAsync("doubling", ("problem.yaml", "name: Doubling\nkeywords: [easy, math]\nlimits: {time_limit: 2, memory: 64}\n"),
            ("statement/problem.en.md", "Print twice the number."), ("data/sample/1.in", "1\n"), ("data/sample/1.ans", "2\n"), ("data/secret/1.in", "21\n"), ("data/secret/1.ans", "42\n"));
        var problem = await created.BodyAsync(HttpStatusCode.Created);
        Assert.Equal("Doubling", problem.Text("title"));
        Assert.Equal("easy", problem.Text("difficulty"));
        Assert.Equal("[\"math\"]", problem.Text("tags"));
        Assert.Equal(2000, problem["timeLimitMs"]!.GetValue<int>());
        Assert.Equal(64 * 1024, problem["memoryLimitKb"]!.GetValue<int>());
        Assert.Equal("Print twice the number.", problem.Text("statement"));
        Assert.Equal("1\n", Assert.Single(problem["samples"]!.AsArray())!["input"]!.GetValue<string>());
        var doubling = await server.Free.SubmitAsync("doubling", "python", "print(2 * int(input()))");
        Assert.Equal("accepted", (await server.Free.JudgedAsync(doubling)).Text("verdict"));

        // The same slug, tripling now, in a folder and in the legacy layout.
        using var replaced = await PutAsync("doubling", ("p/problem.yaml", "name: Tripling\n"), ("p/.timelimit", "3\n"), ("p/data/secret/1.in", "21\n"), ("p/data/secret/1.ans", "63\n"));
        Assert.Equal(3000, (await replaced.BodyAsync(HttpStatusCode.OK))["timeLimitMs"]!.GetValue<int>());
        var wrong = await server.Free.SubmitAsync("doubling", "python", "print(2 * int(input()))");
        Assert.Equal("wrongAnswer", (await server.Free.JudgedAsync(wrong)).Text("verdict"));
        Assert.Contains(await server.Free.GetArrayAsync("/api/problems"), p => p!["slug"]!.GetValue<string>() == "doubling");
    }

    [Fact]
    public async Task What_an_interactor_reads_of_a_sample_is_shown_to_nobody()
    {
        (string, string)[] files = [("problem.yaml", "name: Guess\nvalidation: custom interactive\nlimits: {time_limit: 2, memory: 64}\n"), ("output_validators/talk.py", "import sys\nprint('go', flush=True)\nsys.stdin.read()\nsys.exit(43)\n"),
            ("data/sample/1.in", "the depth is 7\n"), ("data/sample/1.ans", "the answer is 7\n"), ("data/secret/1.in", "8\n"), ("data/secret/1.ans", "8\n")];
        using var odd = await PutAsync("guess", [.. files, ("data/sample/1.interaction", "< go\n> 1\nnobody\n")]);
        Assert.Contains("data/sample/1.interaction:3: must begin with <", (await odd.BodyAsync(HttpStatusCode.BadRequest)).ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        using var created = await PutAsync("guess", [.. files, ("data/sample/1.interaction", "< go\n> 1\n")]);
        var sample = Assert.Single((await created.BodyAsync(HttpStatusCode.Created))["samples"]!.AsArray())!.AsObject();
        Assert.Equal(("", "", "< go\n> 1\n"), (sample.Text("input"), sample.Text("output"), sample.Text("interaction")));
        var judged = await server.Free.JudgedAsync(await server.Free.SubmitAsync("guess", "python", "import sys\ninput()\nsys.stderr.write('my own words')"));
        Assert.Equal("wrongAnswer", judged.Text("verdict"));
        Assert.Equal("my own words", judged["cases"]![0]!["stderr"]!.GetValue<string>());
        Assert.DoesNotContain(" is 7", judged.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>PostgreSQL has no U+0000 in texts; JSON has surrogates by halves and levels without end.</summary>
    [Fact]
    public async Task Odd_characters_and_depths_of_a_package_are_no_failure_of_the_server()
    {
        (string, string)[] data = [("data/sample/1.in", "1\n"), ("data/sample/1.ans", "1\n")];
        using var nul = await PutAsync("odd", [("problem.yaml", "name: \"a\\0b\"\n"), ("statement/problem.en.md", "a\0b"), .. data]);
        Assert.Equal(("a\uFFFDb", "a\uFFFDb"), await nul.BodyAsync(HttpStatusCode.Created) is var problem ? (problem.Text("title"), problem.Text("statement")) : default);
        foreach (var languages in (string[])["[\"\\ud800\"]", $"{new string('[', 60)}{new string(']', 60)}"])
        {
            using var signed = await PutAsync("odder", [("problem.yaml", "name: Odd\n"), ("signature.json", $$"""{"name":"f","params":[{"name":"x","type":"integer"}],"return":{"type":"integer"},"languages":{{languages}}}"""), .. data]);
            Assert.Contains("signature.json", (await signed.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!["package"]!.ToJsonString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_bad_package_lists_every_fault_and_changes_nothing()
    {
        using var response = await PutAsync("a-plus-b", ("problem.yaml", "problem_format_version: 2023-07-draft\nlimits: {time_limit: -1}\nvalidator_flags: no_such_flag\n"), ("data/secret/1.in", "1\n"), ("data/secret/2.ans", "1\n"));
        var faults = (await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!["package"]!.AsArray().Select(f => f!.GetValue<string>()).ToList();
        Assert.Contains(faults, f => f.StartsWith("problem.yaml: name", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("time_limit", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("no_such_flag", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("data/secret/1.ans", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.StartsWith("data/secret/2.ans", StringComparison.Ordinal));
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        Assert.Equal("accepted", (await server.Free.JudgedAsync(id)).Text("verdict"));
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("/etc/evil")]
    [InlineData("data/../../evil")]
    [InlineData("data\\evil")]
    public async Task A_name_that_leads_out_is_refused(string name)
    {
        using var response = await PutAsync("evil", ("problem.yaml", "name: Evil\n"), (name, "evil"));
        await response.ProblemAsync(HttpStatusCode.BadRequest);
        using var missing = await server.Free.Http.GetAsync("/api/problems/evil");
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task What_is_no_zip_no_slug_or_no_admin_is_refused()
    {
        using var noZip = await server.Admin.Http.PutAsync("/api/problems/x", Http.Bytes("hello"u8.ToArray(), "application/zip"));
        Assert.True((await noZip.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("package"));
        using var json = await server.Admin.Http.PutAsync("/api/problems/x", Http.Json("{}"));
        await json.ProblemAsync(HttpStatusCode.UnsupportedMediaType);
        using var slug = await server.Admin.Http.PutAsync("/api/problems/Bad_Slug", Http.Bytes([], "application/zip"));
        Assert.True((await slug.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("slug"));
        using var user = await server.Premium.Http.PutAsync("/api/problems/x", Http.Bytes([], "application/zip"));
        await user.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_admin_makes_accounts_and_the_key_works()
    {
        using var response = await server.Admin.Http.PostAsync("/api/accounts", Http.Json("""{"name":"alice","tier":"premium","role":"user"}"""));
        var account = await response.BodyAsync(HttpStatusCode.Created);
        using var alice = new JudgeClient(server.Url, account.Text("key"));
        var me = await alice.GetAsync("/api/me");
        Assert.Equal(("alice", "premium", "user"), (me.Text("name"), me.Text("tier"), me.Text("role")));
        using var taken = await server.Admin.Http.PostAsync("/api/accounts", Http.Json("""{"name":"alice","tier":"free","role":"user"}"""));
        await taken.ProblemAsync(HttpStatusCode.Conflict);
        using var tier = await server.Admin.Http.PostAsync("/api/accounts", Http.Json("""{"name":"bob","tier":"gold","role":"user"}"""));
        Assert.True((await tier.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("tier"));
        using var reserved = await server.Admin.Http.PostAsync("/api/accounts", Http.Json("""{"name":"admin","tier":"free","role":"user"}"""));
        Assert.True((await reserved.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("name"));
        using var user = await server.Free.Http.PostAsync("/api/accounts", Http.Json("""{"name":"eve","tier":"premium","role":"admin"}"""));
        await user.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Packages_are_for_workers_only()
    {
        using var nobody = await server.Nobody.Http.GetAsync($"/api/packages/{new string('0', 64)}");
        await nobody.ProblemAsync(HttpStatusCode.Unauthorized);
        using var user = await server.Free.Http.GetAsync($"/api/packages/{new string('0', 64)}");
        await user.ProblemAsync(HttpStatusCode.Forbidden);
        await using var withWorkers = await ApiServer.StartAsync(ApiServer.WithoutBroker);
        using var worker = new JudgeClient(withWorkers.Url, "a-worker-key-for-tests");
        using var unknown = await worker.Http.GetAsync($"/api/packages/{new string('0', 64)}");
        await unknown.ProblemAsync(HttpStatusCode.NotFound);
        using var me = await worker.Http.GetAsync("/api/me");
        await me.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_rest_is_there()
    {
        JsonArray languages = [];
        await Repository.UntilAsync(
            async () => (languages = await server.Free.GetArrayAsync("/api/languages")).All(l => l!["reason"]?.GetValue<string>().Contains("no worker", StringComparison.Ordinal) != true),
            TimeSpan.FromSeconds(60), "no worker has said what it can do");
        Assert.InRange(languages.Count, 20, 100);
        Assert.All(languages, l => Assert.True(l!["available"]!.GetValue<bool>(), l.ToJsonString()));
        var openApi = await server.Nobody.GetAsync("/openapi/v1.json");
        Assert.True(openApi["paths"]!.AsObject().ContainsKey("/api/submissions"));
        var document = openApi.ToJsonString();
        Assert.All((string[])["wait", "If-None-Match", "Idempotency-Key", "before"], name => Assert.Contains($"\"name\":\"{name}\"", document, StringComparison.Ordinal));
        var body = openApi["paths"]!["/api/submissions"]!["post"]!["requestBody"]!.ToJsonString();
        Assert.All((string[])["problem", "language", "source"], field => Assert.Contains($"\"{field}\"", body, StringComparison.Ordinal));
        var run = openApi["paths"]!["/api/runs"]!["post"]!.ToJsonString();
        Assert.All((string[])["inputs", "input", "Idempotency-Key"], field => Assert.Contains($"\"{field}\"", run, StringComparison.Ordinal));
        Assert.Contains("\"language\"", openApi["paths"]!["/api/problems/{slug}/distribution"]!["get"]!["parameters"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.All((string[])["timePercentile", "failedCase", "templates", "stdout"], field => Assert.Contains($"\"{field}\"", document, StringComparison.Ordinal));
        var metrics = await server.Nobody.Http.GetStringAsync("/metrics");
        Assert.Contains("judge_queue_depth{tier=\"premium\"} ", metrics, StringComparison.Ordinal);
        Assert.Equal("Healthy", await server.Nobody.Http.GetStringAsync("/health"));
        Assert.Equal("Healthy", await server.Nobody.Http.GetStringAsync("/alive"));
        Assert.Equal(2, (await server.Free.GetArrayAsync("/api/queues")).Count(q => q!["workers"]!.GetValue<int>() == 1));
    }

    private Task<HttpResponseMessage> PutAsync(string slug, params (string Name, string Text)[] files) => server.PutProblemAsync(slug, files);
}

public sealed class AdminOnSqliteTests(ApiServer server) : AdminTests(server), IClassFixture<ApiServer>;

public sealed class AdminOnPostgresTests(PostgresApiServer server) : AdminTests(server), IClassFixture<PostgresApiServer>;
