using System.Net;
using System.Text.Json.Nodes;
using Judge.Testing;

namespace Judge.Api.Tests;

/// <summary>Problems with subtasks and checkers of their own, from PUT to what a client sees.</summary>
public abstract class ScoresTests(ApiServer server)
{
    private const string Checker =
        "import sys\nif open(sys.argv[1]).read() == 'break\\n': raise ValueError('the secret is 42')\nsys.exit(42 if sys.stdin.read() == open(sys.argv[2]).read() else 43)\n";

    [Fact]
    public async Task Points_and_groups_are_told_and_kept_by_a_rejudge()
    {
        await PutAsync("points", "type: scoring\n", ("data/secret/1/test_group.yaml", "scoring: {score: 40}\n"), ("data/secret/2/test_group.yaml", "scoring: {score: 60, require_pass: secret/1}\n"),
            ("data/secret/1/a.in", "1\n"), ("data/secret/1/a.ans", "1\n"), ("data/secret/2/a.in", "2\n"), ("data/secret/2/a.ans", "2\n"));
        var queued = await server.Free.SubmitAsync("points", "python", "print(1)");
        var full = await server.Free.JudgedAsync(await server.Free.SubmitAsync("points", "python", "print(input())"));
        Assert.Equal(("accepted", 100), (full.Text("verdict"), full["score"]!.GetValue<double>()));
        var part = await server.Free.JudgedAsync(queued);
        AssertPart(part);

        using var rejudged = await server.Admin.Http.PostAsync($"/api/submissions/{queued}/rejudge", null);
        Assert.True(rejudged.IsSuccessStatusCode, await rejudged.Content.ReadAsStringAsync());
        var version = part["version"]!.GetValue<int>();
        JsonObject? again = null;
        await Repository.UntilAsync(
            async () => (again = await server.Free.GetAsync($"/api/submissions/{queued}"))["version"]!.GetValue<int>() > version && again.Text("state") == "judged", TimeSpan.FromSeconds(60), "it is not judged again");
        AssertPart(again!);

        var plain = await server.Free.JudgedAsync(await server.Free.SubmitAsync("a-plus-b", "python", Http.Right));
        Assert.Null(plain["score"]);
        Assert.Null(plain["groups"]);
    }

    [Fact]
    public async Task A_checker_that_fails_is_told_to_the_admin_with_what_it_said_and_to_the_user_without()
    {
        await PutAsync("broken-checker", "", ("data/secret/1.in", "go on\n"), ("data/secret/1.ans", "1\n"), ("data/secret/2.in", "break\n"), ("data/secret/2.ans", "1\n"));
        var id = await server.Free.SubmitAsync("broken-checker", "python", "print(1)");
        var submission = await server.Free.JudgedAsync(id);
        Assert.Equal(("internalError", "output_validator/check.py failed: exit code 1"), (submission.Text("verdict"), submission.Text("message")));
        Assert.DoesNotContain("the secret is 42", submission.ToJsonString(), StringComparison.Ordinal);
        var failure = (await server.Admin.GetAsync("/api/admin/failures?limit=200"))["items"]!.AsArray().Single(f => f!["submission"]?["id"]?.GetValue<string>() == id)!;
        Assert.Contains("secret/2: output_validator/check.py failed: exit code 1", failure["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("the secret is 42", failure["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        // The queue has gone on.
        Assert.Equal("wrongAnswer", (await server.Free.JudgedAsync(await server.Free.SubmitAsync("broken-checker", "python", "print(2)"))).Text("verdict"));
    }

    private static void AssertPart(JsonObject submission)
    {
        Assert.Equal(("wrongAnswer", 40), (submission.Text("verdict"), submission["score"]!.GetValue<double>()));
        Assert.Equal(
            [("sample", "accepted", 0), ("secret", "wrongAnswer", 40), ("secret/1", "accepted", 40), ("secret/2", "wrongAnswer", 0)],
            submission["groups"]!.AsArray().Select(g => (g!["name"]!.GetValue<string>(), g["verdict"]!.GetValue<string>(), g["score"]!.GetValue<double>())));
        Assert.Equal(60, submission["groups"]![3]!["maxScore"]!.GetValue<double>());
        Assert.Equal(3, submission["cases"]!.AsArray().Count);
    }

    private async Task PutAsync(string slug, string yaml, params (string Name, string Text)[] files)
    {
        using var put = await server.PutProblemAsync(
            slug,
            [("problem.yaml", $"problem_format_version: 2023-07-draft\nname: Checked\n{yaml}"), ("statement/problem.en.md", "Print it."), ("data/sample/1.in", "1\n"), ("data/sample/1.ans", "1\n"), ("output_validator/check.py", Checker), .. files]);
        Assert.True(put.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, await put.Content.ReadAsStringAsync());
    }
}

public sealed class ScoresOnSqliteTests(ApiServer server) : ScoresTests(server), IClassFixture<ApiServer>;

public sealed class ScoresOnPostgresTests(PostgresApiServer server) : ScoresTests(server), IClassFixture<PostgresApiServer>;
