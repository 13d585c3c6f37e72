using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Judge.Testing;
using Xunit.Abstractions;

namespace Judge.EndToEnd.Tests;

/// <summary>A worker that is told to stop in the middle of a submission that takes longer than it may still work.</summary>
public sealed class WorkerStopTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_it_cannot_finish_another_worker_begins_at_once()
    {
        await using var fleet = await Fleet.StartAsync(big: 0, small: 0);
        foreach (var _ in (int[])[0, 1]) fleet.StartWorker("big", stopSeconds: 1);
        await fleet.WorkersAsync(big: 2, small: 0);
        var id = await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Slow(0.7));
        var leaving = await BegunAsync(fleet, fleet.Big);
        var staying = fleet.Big.Single(w => w != leaving);
        // Some cases are done: what is told of them must not go back.
        await Repository.UntilAsync(async () => Done(await fleet.Premium.GetAsync($"/api/submissions/{id}")) > 0, TimeSpan.FromSeconds(30), "no case is done");
        var story = HearAsync(fleet, id);

        leaving.Signal("TERM");
        var told = Stopwatch.GetTimestamp();
        Assert.Equal(0, await leaving.WaitForExitAsync(TimeSpan.FromSeconds(20)));
        var left = Stopwatch.GetElapsedTime(told);
        await BegunAsync(fleet, [staying]);
        var begun = Stopwatch.GetElapsedTime(told);
        var states = await story;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"gone {left.TotalSeconds:0.0} s after SIGTERM, begun by the other after at most {begun.TotalSeconds:0.0} s; versions {string.Join(' ', states.Select(s => s["version"]))}"));
        Assert.Equal("accepted", states[^1]["verdict"]!.GetValue<string>());
        Assert.Equal(2, states[^1]["attempt"]!.GetValue<int>());
        Assert.Equal([id], Fleet.JudgedBy(staying));
        // Not when the lease has run out.
        Assert.True(begun < Pace.Seconds(8), $"{begun.TotalSeconds:0.0} s");
        var versions = states.Select(s => s["version"]!.GetValue<int>()).ToList();
        Assert.Equal(versions.Order(), versions);
        Assert.Equal(states.Select(Done).Take(states.Count - 1).Order(), states.Select(Done).Take(states.Count - 1));
    }

    [Fact]
    public async Task Three_workers_that_stopped_are_held_against_no_submission()
    {
        await using var fleet = await Fleet.StartAsync(big: 0, small: 0);
        fleet.StartWorker("big", stopSeconds: 0);
        await fleet.WorkersAsync(big: 1, small: 0);
        var id = await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Slow(0.7));
        for (var stop = 0; stop < 3; stop++)
        {
            await BegunAsync(fleet, [fleet.Big[stop]]);
            fleet.Big[stop].Signal("TERM");
            fleet.StartWorker("big", stopSeconds: 0);
            Assert.Equal(0, await fleet.Big[stop].WaitForExitAsync(TimeSpan.FromSeconds(20)));
        }

        var submission = await fleet.Premium.JudgedAsync(id);
        Assert.Equal("accepted", submission["verdict"]!.GetValue<string>());
        Assert.Equal(4, submission["attempt"]!.GetValue<int>());
    }

    /// <returns>Which of the workers it is that judges.</returns>
    private static async Task<JudgeProcess> BegunAsync(Fleet fleet, IReadOnlyList<JudgeProcess> workers)
    {
        JudgeProcess? begun = null;
        await Repository.UntilAsync(
            () => Task.FromResult((begun = workers.FirstOrDefault(w => Fleet.RunsProgramOf(w.Id))) is not null),
            TimeSpan.FromSeconds(60),
            () => $"no worker begins: {string.Join('\n', fleet.Big.Select(w => w.Output))}\nThe API: {fleet.Api.Output}");
        return begun!;
    }

    private static int Done(JsonObject submission) => submission["progress"]!["done"]!.GetValue<int>();

    private static async Task<IReadOnlyList<JsonObject>> HearAsync(Fleet fleet, string id)
    {
        await using var push = await PushClient.ConnectAsync(fleet.Urls[0], "demo-premium");
        await push.SubscribeAsync(id);
        return await push.UntilJudgedAsync(id);
    }
}
