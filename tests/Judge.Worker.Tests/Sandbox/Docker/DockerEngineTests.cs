using Judge.Testing;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.Host;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox.Docker;

/// <summary>What becomes of runs, containers and messages when the engine, the worker or a setting is not as it should be.</summary>
[Collection(DockerTests.Name)]
public sealed class DockerEngineTests(DockerFixture docker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_sandbox_says_what_is_in_force()
    {
        using var sandbox = await docker.OpenAsync();
        await using var box = await ((ISandbox)sandbox).OpenBoxAsync(CancellationToken.None);
        Assert.Matches(@"^docker \d+\.\d+\.\S+, runc, cgroup v[12]$", sandbox.Description);
        Assert.Null(sandbox.Weakness);
    }

    [Fact]
    public async Task An_engine_that_is_killed_in_mid_run_is_the_sandboxs_failure_and_the_next_one_is_used()
    {
        using (var sandbox = await docker.OpenAsync())
        {
            var box = await ((ISandbox)sandbox).OpenBoxAsync(CancellationToken.None);
            var marker = Marker();
            var run = box.RunAsync(Sleeper(marker) with { Limits = Roomy with { Wall = TimeSpan.FromSeconds(8) } }, CancellationToken.None);
            await StartedAsync(marker);
            try
            {
                await docker.Server.KillAsync();
                await Assert.ThrowsAsync<SandboxException>(() => run.WaitAsync(Patience));
                await Assert.ThrowsAsync<SandboxException>(() => box.RunAsync(Shell("true"), CancellationToken.None));
                await Assert.ThrowsAsync<SandboxException>(() => ((ISandbox)sandbox).OpenBoxAsync(CancellationToken.None));
                // Nobody can end it now but judge-runner, at its wall limit.
                await EndedAsync(marker);
                // Its container cannot be removed now, and is all the same.
                await box.DisposeAsync();
            }
            finally
            {
                await docker.Server.StartAsync();
            }

            await using var next = await ((ISandbox)sandbox).OpenBoxAsync(CancellationToken.None);
            Assert.Equal("back\n", Said(await next.RunAsync(Shell("echo back"), CancellationToken.None)));
        }

        Assert.Empty(await docker.Server.ContainersAsync());
    }

    [Fact]
    public async Task A_container_that_is_killed_in_mid_run_is_the_sandboxs_failure()
    {
        using var sandbox = await docker.OpenAsync();
        await using var box = await ((ISandbox)sandbox).OpenBoxAsync(CancellationToken.None);
        var marker = Marker();
        var run = box.RunAsync(Sleeper(marker), CancellationToken.None);
        await StartedAsync(marker);
        await docker.Server.CommandAsync(["kill", .. await docker.Server.ContainersAsync(running: true)]);
        await Assert.ThrowsAsync<SandboxException>(() => run.WaitAsync(Patience));
        // Those that stood ready are gone, too.
        await using var next = await ((ISandbox)sandbox).OpenBoxAsync(CancellationToken.None);
        Assert.Equal("next\n", Said(await next.RunAsync(Shell("echo next"), CancellationToken.None)));
    }

    [Fact]
    public async Task No_container_is_left_of_a_sandbox_that_is_disposed_of()
    {
        await using (await LeftoversAsync())
        {
            using var sandbox = await docker.OpenAsync();
            var boxes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ((ISandbox)sandbox).OpenBoxAsync(CancellationToken.None)));
            foreach (var box in boxes) Said(await box.RunAsync(Shell("true"), CancellationToken.None));
            Assert.InRange((await docker.Server.ContainersAsync()).Length, 3, 5);
            foreach (var box in boxes) await box.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_killed_worker_takes_its_runs_along_and_the_next_one_removes_its_containers()
    {
        var marker = Marker();
        using var package = new Problems.PackageDirectory("name: Slow\nlimits: {time_limit: 60}\n");
        package.Write("submissions/accepted/sleep.py", $"import os\nos.execv('/usr/bin/sleep', ['sleep', '{marker}'])");
        await using (var worker = JudgeProcess.Start("Judge.Worker", Settings(), "verify", package.Path))
        {
            await StartedAsync(marker);
            await worker.KillAsync();
        }

        await EndedAsync(marker);
        Assert.NotEmpty(await docker.Server.ContainersAsync());
        await using (await LeftoversAsync())
        {
            using var sandbox = await docker.OpenAsync();
            Assert.Empty(await docker.Server.ContainersAsync());
        }
    }

    [Fact]
    public async Task A_living_workers_containers_are_left_alone()
    {
        using var first = await docker.OpenAsync();
        await using var box = await ((ISandbox)first).OpenBoxAsync(CancellationToken.None);
        using (await docker.OpenAsync()) Assert.Equal("alive\n", Said(await box.RunAsync(Shell("echo alive"), CancellationToken.None)));
    }

    [Theory]
    [InlineData("Worker__Docker__Runtime", "runsc-that-is-not-there", "no runtime 'runsc-that-is-not-there', only ")]
    [InlineData("Worker__Docker__Socket", "/nonexistent/docker.sock", "the Docker engine at /nonexistent/docker.sock does not answer")]
    [InlineData("Worker__Docker__Image", "no-such-image", "no-such-image")]
    [InlineData("Worker__Docker__Images__klingon", "x", "Worker__Docker__Images__klingon: there is no language 'klingon'")]
    public async Task A_setting_that_does_not_fit_is_one_line_that_says_so(string name, string value, string says)
    {
        using var package = new Problems.PackageDirectory();
        var settings = Settings();
        settings[name] = value;
        await using var worker = JudgeProcess.Start("Judge.Worker", settings, "verify", package.Path);
        Assert.Equal(2, await worker.WaitForExitAsync(Patience));
        var line = Assert.Single(worker.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("judge-worker: ", line, StringComparison.Ordinal);
        Assert.Contains(says, line, StringComparison.Ordinal);
    }

    private static RunRequest Sleeper(string marker) => new() { Arguments = ["/usr/bin/sleep", marker], Limits = Roomy };

    private static Task StartedAsync(string marker) => Repository.UntilAsync(() => Task.FromResult(Processes(marker).Count > 0), Patience, "the program did not start");

    private static Task EndedAsync(string marker) => Repository.UntilAsync(() => Task.FromResult(Processes(marker).Count == 0), Patience, "the program goes on");

    private Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["Worker__Sandbox"] = "docker",
        ["Worker__Docker__Socket"] = docker.Server.Socket,
        ["Judge__DataPath"] = Path.Combine(Path.GetTempPath(), "judge-test-data"),
    };

    /// <summary>Checks at its end that there is no container that was not there before.</summary>
    private async Task<IAsyncDisposable> LeftoversAsync() => new Leftovers(docker.Server, [.. await docker.Server.ContainersAsync()]);

    private sealed class Leftovers(DockerServer server, HashSet<string> before) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => Assert.Subset(before, (await server.ContainersAsync()).ToHashSet(StringComparer.Ordinal));
    }
}
