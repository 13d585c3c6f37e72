using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Judge.Api.Tests;

/// <summary>A function problem from its package to its verdict, as a client sees it.</summary>
public abstract class FunctionProblemTests(ApiServer server)
{
    private const string Signature =
        """{"name":"pairWithSum","params":[{"name":"nums","type":"integer[]"},{"name":"target","type":"integer"}],"return":{"type":"integer[]"},"comparison":"anyOrder"}""";

    private const string Right =
        """
        class Solution:
            def pairWithSum(self, nums, target):
                print("looking for", target)
                seen = {}
                for i, n in enumerate(nums):
                    if target - n in seen:
                        return [i, seen[target - n]]
                    seen[n] = i
                raise ValueError("there is no pair")
        """;

    [Fact]
    public async Task It_is_listed_with_signature_starter_code_and_samples()
    {
        await PutAsync("pairs-shown");
        Assert.Equal("function", (await server.Free.GetArrayAsync("/api/problems")).Single(p => p!["slug"]!.GetValue<string>() == "pairs-shown")!["kind"]!.GetValue<string>());
        var problem = await server.Free.GetAsync("/api/problems/pairs-shown");
        Assert.Equal("function", problem.Text("kind"));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Signature), problem["signature"]));
        Assert.Contains("def pairWithSum(self, nums", problem["templates"]!["python"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("class Solution", problem["templates"]!["cpp"]!.GetValue<string>(), StringComparison.Ordinal);
        var samples = problem["samples"]!.AsArray().Select(s => s!.AsObject()).Select(s => (s.Text("name"), s.Text("input"), s.Text("output"))).ToList();
        Assert.Equal([("sample/1/1", "[2,7,11]\n9", "[0,1]"), ("sample/1/2", "[3,3]\n6", "[1,0]")], samples);

        var plain = await server.Free.GetAsync("/api/problems/a-plus-b");
        Assert.Equal(("program", true, true), (plain.Text("kind"), plain["signature"] is null, plain["templates"] is null));
        using var replaced = await server.PutProblemAsync("pairs-shown", ("problem.yaml", "name: Pairs\n"), ("data/secret/1.in", "1\n"), ("data/secret/1.ans", "1\n"));
        Assert.Equal("program", (await replaced.BodyAsync(HttpStatusCode.OK)).Text("kind"));
    }

    [Fact]
    public async Task A_run_shows_what_was_returned_printed_and_expected_and_bad_input_is_told_by_line_and_type()
    {
        await PutAsync("pairs-run");
        var run = await RunAsync("pairs-run", Right, "[1,2,3,4]\n7", "[5,5]\n11\n", "[1,1]\n2");
        Assert.Equal("runtimeError", run.Text("verdict"));
        var cases = run["cases"]!.AsArray().Select(c => c!.AsObject()).ToList();
        Assert.Equal(["accepted", "runtimeError", "accepted"], cases.Select(c => c.Text("verdict")));
        // Right in another order than the reference solution's, which is what is expected.
        Assert.Equal(("[3,2]", "[2,3]", "looking for 7\n"), (Packed(cases[0], "output"), Packed(cases[0], "expected"), cases[0].Text("stdout")));
        Assert.Contains("nothing is expected: the reference solution fails on this input", cases[1].Text("message"), StringComparison.Ordinal);
        Assert.Contains("there is no pair", cases[1].Text("stderr"), StringComparison.Ordinal);
        Assert.Equal("[0,1]", Packed(cases[2], "expected"));

        foreach (var (inputs, errors) in ((string[], (string, string)[])[])[
            (["[1,2]\n\"x\"", "[1,2]\n3", "5\n3"], [("inputs[0]", "line 2: expected integer, got string"), ("inputs[2]", "line 1: expected integer[], got 5")]),
            (["[1,2]"], [("inputs[0]", "expected 2 lines, nums (integer[]) and target (integer); got 1 line")]),
            (["[1,\"a\"]\n3"], [("inputs[0]", "line 1, [1]: expected integer, got string")]),
            (["[1,\"\\ud800\"]\n3"], [("inputs[0]", "line 1, [1]: expected integer, got half of a surrogate pair")])])
        {
            using var response = await server.Premium.Http.PostAsJsonAsync("/api/runs", new { problem = "pairs-run", language = "python", source = Right, inputs });
            var told = (await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject();
            Assert.Equal(errors, told.Select(e => (e.Key, e.Value![0]!.GetValue<string>())));
        }

        using var one = await server.Premium.Http.PostAsJsonAsync("/api/runs", new { problem = "pairs-run", language = "python", source = Right, input = "" });
        Assert.True((await one.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("input"));
    }

    [Fact]
    public async Task The_first_failed_case_is_shown_unless_the_problem_forbids_it()
    {
        await PutAsync("pairs-open");
        await PutAsync("pairs-closed", "judge: {show_failed_case: false}\n");
        const string Wrong = "class Solution:\n    def pairWithSum(self, nums, target):\n        print('hm')\n        return [0, 1]\n";
        var open = await JudgedAsync("pairs-open", Wrong);
        Assert.Equal("wrongAnswer", open.Text("verdict"));
        var failed = open["failedCase"]!.AsObject();
        Assert.Equal(("secret/1/2", "[9,1,2]\n3", "[2,1]", "hm\n"), (failed.Text("name"), failed.Text("input"), failed.Text("expected"), failed.Text("stdout")));
        Assert.Equal("[0,1]", Packed(failed, "output"));
        Assert.False(open["cases"]!.AsArray().Single(c => c!["name"]!.GetValue<string>() == "secret/1/1")!.AsObject().ContainsKey("input"));
        var closed = await JudgedAsync("pairs-closed", Wrong);
        Assert.Equal(("wrongAnswer", true), (closed.Text("verdict"), closed["failedCase"] is null));
        Assert.False(closed["cases"]!.AsArray()[^1]!.AsObject().ContainsKey("input"));
        Assert.DoesNotContain("(", closed.Text("message"), StringComparison.Ordinal);

        var right = await JudgedAsync("pairs-open", Right);
        Assert.Equal(("accepted", true), (right.Text("verdict"), right["failedCase"] is null));
    }

    [Fact]
    public async Task Of_a_problem_with_input_and_output_it_is_shown_where_the_problem_says_so()
    {
        foreach (var (slug, yaml, shown) in ((string, string, bool)[])[("echo-closed", "", false), ("echo-open", "judge: {show_failed_case: true}\n", true)])
        {
            using var put = await server.PutProblemAsync(
                slug, ("problem.yaml", $"name: Echo\n{yaml}"), ("data/secret/1.in", "1\n"), ("data/secret/1.ans", "1\n"), ("data/secret/2.in", $"{new string('7', 5000)}\n"), ("data/secret/2.ans", "2\n"));
            Assert.True(put.IsSuccessStatusCode);
            var judged = await JudgedAsync(slug, "print(input())");
            Assert.Equal(("wrongAnswer", shown), (judged.Text("verdict"), judged["failedCase"] is not null));
            if (!shown) continue;
            Assert.Equal((4096, "2\n", true), (judged["failedCase"]!["input"]!.GetValue<string>().Length, judged["failedCase"]!.AsObject().Text("expected"), judged["failedCase"]!["truncated"]!.GetValue<bool>()));
        }

        using var bad = await server.PutProblemAsync("echo-bad", ("problem.yaml", "name: Echo\njudge: {show_failed_case: perhaps}\n"), ("data/secret/1.in", "1\n"), ("data/secret/1.ans", "1\n"));
        Assert.Contains("judge.show_failed_case must be true or false", (await bad.ProblemAsync(HttpStatusCode.BadRequest)).Text("detail"), StringComparison.Ordinal);
    }

    private static string Packed(JsonObject json, string field) => json.Text(field).Replace(" ", "", StringComparison.Ordinal).TrimEnd();

    private async Task PutAsync(string slug, string yaml = "")
    {
        using var response = await server.PutProblemAsync(
            slug, ("problem.yaml", $"name: Pairs\n{yaml}"), ("signature.json", Signature), ("data/sample/1.in", "[2,7,11]\n9\n[3,3]\n6\n"), ("data/sample/1.ans", "[0,1]\n[1,0]\n"),
            ("data/secret/1.in", "[4,5]\n9\n[9,1,2]\n3\n"), ("data/secret/1.ans", "[0,1]\n[2,1]\n"), ("submissions/accepted/slow.py", Right.Replace("return [i, seen[target - n]]", "return [seen[target - n], i]", StringComparison.Ordinal)));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
    }

    private async Task<JsonObject> RunAsync(string problem, string source, params string[] inputs)
    {
        using var response = await server.Premium.Http.PostAsJsonAsync("/api/runs", new { problem, language = "python", source, inputs });
        return await server.Premium.JudgedAsync((await response.BodyAsync(HttpStatusCode.Accepted)).Text("id"));
    }

    private async Task<JsonObject> JudgedAsync(string problem, string source) =>
        await server.Premium.JudgedAsync(await server.Premium.SubmitAsync(problem, "python", source));
}

public sealed class FunctionProblemOnSqliteTests(ApiServer server) : FunctionProblemTests(server), IClassFixture<ApiServer>;

public sealed class FunctionProblemOnPostgresTests(PostgresApiServer server) : FunctionProblemTests(server), IClassFixture<PostgresApiServer>;
