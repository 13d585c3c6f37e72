using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Judge.Testing;

namespace Judge.EndToEnd.Tests;

/// <summary>The one-process default, as a newcomer starts it.</summary>
public sealed partial class EmbeddedTests
{
    [Fact]
    public async Task The_lines_that_judge_run_prints_give_an_accepted_verdict_and_Ctrl_C_stops_it()
    {
        using var data = new TemporaryDirectory();
        var port = Repository.FreePort().ToString(CultureInfo.InvariantCulture);
        await using var run = JudgeProcess.Run(Path.Combine(Repository.Root, "judge"), ["run", "--port", port, "--data", data.Path]);
        await Repository.UntilAsync(
            () => Task.FromResult(run.HasExited || run.Output.Contains("Ctrl-C stops it", StringComparison.Ordinal)), TimeSpan.FromMinutes(3), "judge run does not come up");
        Assert.False(run.HasExited, run.Output);
        var lines = CurlLine().Matches(run.Output).Select(m => m.Value).ToList();
        Assert.Equal(2, lines.Count);
        await using var submit = JudgeProcess.Run("bash", ["-c", lines[0]]);
        await submit.WaitForExitAsync(TimeSpan.FromSeconds(30));
        Assert.Contains("\"state\":\"queued\"", submit.Output, StringComparison.Ordinal);
        await using var poll = JudgeProcess.Run("bash", ["-c", lines[1]]);
        await poll.WaitForExitAsync(TimeSpan.FromSeconds(40));
        Assert.Contains("\"verdict\":\"accepted\"", poll.Output, StringComparison.Ordinal);

        run.Signal("INT");
        Assert.Equal(0, await run.WaitForExitAsync(TimeSpan.FromSeconds(40)));
    }

    [Fact]
    public async Task Two_hundred_queued_submissions_survive_kill_9_in_the_middle()
    {
        using var data = new TemporaryDirectory();
        var url = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
        using var free = new JudgeClient(url, "demo-free");
        using var premium = new JudgeClient(url, "demo-premium");
        var expected = new Dictionary<string, string>(StringComparer.Ordinal);
        await using (var first = Start(url, data))
        {
            await free.HealthyAsync(first);
            for (var i = 0; i < 200; i++)
            {
                var (language, source, verdict) = Programs.Mixed[i % Programs.Mixed.Length];
                expected.Add(await (i % 4 == 0 ? premium : free).SubmitAsync("a-plus-b", language, source), verdict);
            }

            var queued = 0;
            await Repository.UntilAsync(
                async () =>
                {
                    queued = (await free.GetArrayAsync("/api/queues")).Sum(q => q!["depth"]!.GetValue<int>());
                    return queued is > 0 and < 180;
                },
                TimeSpan.FromSeconds(60),
                "judging does not begin");
            Assert.InRange(queued, 1, 179);
            await first.KillAsync();
        }

        await using var second = Start(url, data);
        await free.HealthyAsync(second);
        using var admin = new JudgeClient(url, "demo-admin");
        foreach (var (id, verdict) in expected)
        {
            var submission = await admin.JudgedAsync(id, TimeSpan.FromMinutes(3));
            Assert.Equal(verdict, submission["verdict"]!.GetValue<string>());
        }

        Assert.Equal(200, (await admin.GetAsync("/api/submissions?limit=200&state=judged"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_language_without_its_toolchain_is_listed_with_the_reason_and_refused()
    {
        using var data = new TemporaryDirectory();
        var url = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
        // The whole host, less the directory of Java's programs.
        await using var server = JudgeProcess.Run(
            "bwrap",
            ["--dev-bind", "/", "/", "--tmpfs", "/usr/lib/jvm", "dotnet", Repository.Program("Judge.Api")],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_URLS"] = url, ["Judge__DataPath"] = data.Path, ["Judge__DemoAccounts"] = "true",
            });
        using var client = new JudgeClient(url, "demo-premium");
        await client.HealthyAsync(server);
        JsonNode? java = null;
        await Repository.UntilAsync(
            async () =>
            {
                java = (await client.GetArrayAsync("/api/languages")).Single(l => l!["id"]!.GetValue<string>() == "java");
                return java!["reason"]!.GetValue<string>() != "no worker has reported yet";
            },
            TimeSpan.FromSeconds(30),
            "the worker does not report");
        Assert.False(java!["available"]!.GetValue<bool>());
        Assert.Contains("is not installed (needs default-jdk-headless)", java["reason"]!.GetValue<string>(), StringComparison.Ordinal);
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.SubmitAsync("a-plus-b", "java", "class Main { }"));
        Assert.StartsWith("400: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("is not installed", refused.Message, StringComparison.Ordinal);
        var id = await client.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source);
        Assert.Equal("accepted", (await client.JudgedAsync(id))["verdict"]!.GetValue<string>());
    }

    [Fact]
    public async Task Doctor_says_that_judging_works_here_and_how()
    {
        using var data = new TemporaryDirectory();
        string[] languages = ["c", "cpp", "python", "javascript", "java", "csharp", "ruby", "prolog"];
        // Of all, when it is told none.
        await using var doctor = JudgeProcess.Start(
            "Judge.Api", new Dictionary<string, string>(StringComparer.Ordinal) { ["Judge__DataPath"] = data.Path }, ["doctor", .. Pace.Long ? [] : languages]);
        Assert.Equal(0, await doctor.WaitForExitAsync(TimeSpan.FromMinutes(4)));
        Assert.All((string[])["bubblewrap", "isolation", "cgroup", .. languages, "docker", "database", "bus"],
            what => Assert.Contains($" {what} ", doctor.Output, StringComparison.Ordinal));
        Assert.Contains("judging works on this host", doctor.Output, StringComparison.Ordinal);

        Assert.Matches("ok +isolation .*mnt.*a seccomp filter, no capability", doctor.Output);
        Assert.Matches("(ok +cgroup +cgroup v[12]|weak +cgroup +none in force, for .* mounted)", doctor.Output);

        await using var broken = JudgeProcess.Start(
            "Judge.Api",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Judge__DataPath"] = data.Path, ["ConnectionStrings__Bus"] = "amqp://guest:guest@127.0.0.1:1/", ["Worker__Cgroups"] = "none",
            },
            "doctor", "python");
        Assert.Equal(1, await broken.WaitForExitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains("none in force, for Worker__Cgroups is none; weaker therefore: resident memory", broken.Output, StringComparison.Ordinal);
        Assert.Contains("ok     python ", broken.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cpp ", broken.Output, StringComparison.Ordinal);
        Assert.Contains("BROKEN bus", broken.Output, StringComparison.Ordinal);
        Assert.Contains("fix: ", broken.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_knows_no_language_of_that_name()
    {
        await using var doctor = JudgeProcess.Start("Judge.Api", new Dictionary<string, string>(StringComparer.Ordinal), "doctor", "python", "pithon");
        Assert.Equal(2, await doctor.WaitForExitAsync(TimeSpan.FromMinutes(1)));
        Assert.Contains("'pithon' is no language; known are c, cpp, python", doctor.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", 0, "usage: ./judge VERB")]
    [InlineData("run --help", 0, "usage: ./judge run")]
    [InlineData("api --help", 0, "usage: ./judge api")]
    [InlineData("worker --help", 0, "usage: ./judge worker")]
    [InlineData("verify --help", 0, "usage: ./judge verify")]
    [InlineData("languages --help", 0, "usage: ./judge languages")]
    [InlineData("languages --fast", 2, "unknown option --fast")]
    [InlineData("languages --install", 2, "--install needs all, or ids")]
    [InlineData("doctor --help", 0, "usage: ./judge doctor")]
    [InlineData("test --help", 0, "usage: ./judge test")]
    [InlineData("bench --help", 0, "usage: ./judge bench")]
    [InlineData("fly", 2, "unknown verb 'fly'")]
    [InlineData("run --port none", 2, "--port needs a number")]
    [InlineData("run --fast", 2, "unknown option --fast")]
    [InlineData("verify", 2, "name at least one problem directory")]
    public async Task Every_verb_explains_itself(string arguments, int exitCode, string says)
    {
        await using var judge = JudgeProcess.Run(Path.Combine(Repository.Root, "judge"), arguments.Split(' '));
        Assert.Equal(exitCode, await judge.WaitForExitAsync(TimeSpan.FromSeconds(20)));
        await Repository.UntilAsync(() => Task.FromResult(judge.Output.Contains(says, StringComparison.Ordinal)), TimeSpan.FromSeconds(5), judge.Output);
    }

    private static JudgeProcess Start(string url, TemporaryDirectory data) => JudgeProcess.Start(
        "Judge.Api",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = url,
            ["Judge__DataPath"] = data.Path,
            ["Judge__DemoAccounts"] = "true",
            ["Judge__ProblemsPath"] = SomeProblems.WithFewCases(Directory.CreateDirectory(Path.Combine(data.Path, Guid.NewGuid().ToString())).FullName, secretCases: 2),
            ["Judge__Limits__Free__SubmissionsPerMinute"] = "0",
            ["Judge__Limits__Free__InFlight"] = "0",
            ["Judge__Limits__Premium__SubmissionsPerMinute"] = "0",
            ["Judge__Limits__Premium__InFlight"] = "0",
        });

    [GeneratedRegex("^curl .*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex CurlLine();
}
