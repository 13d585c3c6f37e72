using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Judge.Testing;

namespace Judge.EndToEnd.Tests;

/// <summary>Everything as processes, on a real RabbitMQ, through HTTP.</summary>
public sealed class FleetTests
{
    [Fact]
    public async Task Hundreds_of_mixed_submissions_are_judged_once_each_premium_by_big_and_free_by_small()
    {
        await using var fleet = await Fleet.StartAsync(big: 2, small: 2, secretCases: 2);
        var submitted = new List<(JudgeClient Client, string Id, string Verdict)>();
        for (var i = 0; i < (Pace.Long ? 300 : 140); i++)
        {
            var client = i % 2 == 0 ? fleet.Premium : fleet.Free;
            var (language, source, verdict) = Programs.Mixed[i / 2 % Programs.Mixed.Length];
            submitted.Add((client, await client.SubmitAsync("a-plus-b", language, source), verdict));
        }

        foreach (var (client, id, verdict) in submitted)
        {
            var submission = await client.JudgedAsync(id, TimeSpan.FromMinutes(4));
            Assert.Equal(verdict, submission["verdict"]!.GetValue<string>());
            Assert.Equal(1, submission["attempt"]!.GetValue<int>());
            Assert.Equal(client == fleet.Premium ? "premium" : "free", submission["tier"]!.GetValue<string>());
        }

        var premium = submitted.Where(s => s.Client == fleet.Premium).Select(s => s.Id).Order(StringComparer.Ordinal);
        var free = submitted.Where(s => s.Client == fleet.Free).Select(s => s.Id).Order(StringComparer.Ordinal);
        // Sorted lists with repeats kept: equal means each exactly once, and by nobody else.
        Assert.Equal(premium, fleet.Big.SelectMany(Fleet.JudgedBy).Order(StringComparer.Ordinal));
        Assert.Equal(free, fleet.Small.SelectMany(Fleet.JudgedBy).Order(StringComparer.Ordinal));
        Assert.All(fleet.Big.Concat(fleet.Small), w => Assert.NotEmpty(Fleet.JudgedBy(w)));
    }

    [Fact]
    public async Task Killing_the_api_loses_doubles_and_sticks_nothing()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1);
        var ids = await SubmitSlowAsync(fleet, 20);
        await BegunAsync(fleet);
        await fleet.Api.KillAsync();
        await Task.Delay(1000);
        await fleet.StartApiAsync();
        await AllAcceptedAsync(fleet, ids);
    }

    [Fact]
    public async Task Killing_a_worker_while_it_judges_hands_its_submissions_to_the_others()
    {
        await using var fleet = await Fleet.StartAsync(big: 2, small: 1);
        var ids = await SubmitSlowAsync(fleet, 20);
        await BegunAsync(fleet);
        await fleet.Big[0].KillAsync();
        await AllAcceptedAsync(fleet, ids);
        Assert.Contains(ids, id => Fleet.JudgedBy(fleet.Big[1]).Contains(id, StringComparer.Ordinal));

        // Runs go the same way, with a reference solution that comes with the package.
        using var posted = await fleet.Premium.Http.PostAsJsonAsync("/api/runs", new { problem = "a-plus-b", language = "python", source = "print(3)", inputs = (string[])["1 2", "2 2"] });
        var run = await fleet.Premium.JudgedAsync((await posted.Content.ReadFromJsonAsync<JsonObject>())!["id"]!.GetValue<string>());
        Assert.Equal(["accepted 3", "wrongAnswer 4"], run["cases"]!.AsArray().Select(c => $"{c!["verdict"]} {c["expected"]!.GetValue<string>().Trim()}"));
    }

    [Fact]
    public async Task Killing_the_broker_loses_doubles_and_sticks_nothing()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1);
        var ids = (await SubmitSlowAsync(fleet, 10)).ToList();
        // In the middle of work on both queues. (RabbitMQ 3.10 killed within a second of making a quorum queue cannot recover the queue.)
        await Repository.UntilAsync(
            async () => (await fleet.Admin.GetAsync("/api/submissions?state=judged"))["items"]!.AsArray()
                .Select(s => s!["tier"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count() == 2,
            TimeSpan.FromSeconds(30),
            "the first verdicts do not come");
        await fleet.Broker.KillAsync();
        // The bus is down: still 202, and not lost.
        ids.AddRange(await SubmitSlowAsync(fleet, 4));
        await Task.Delay(5000);
        await fleet.Broker.StartAsync();
        await AllAcceptedAsync(fleet, ids);
    }

    [Fact]
    public async Task A_submission_that_kills_its_worker_every_time_ends_as_an_internal_error()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1);
        var id = await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Slow(1.5));
        for (var kill = 0; kill < 3; kill++)
        {
            var starts = kill;
            await Repository.UntilAsync(
                async () =>
                {
                    var state = await fleet.Premium.GetAsync($"/api/submissions/{id}");
                    return state["state"]!.GetValue<string>() != "queued" && fleet.Big[starts].Output.Contains("pool big", StringComparison.Ordinal)
                        && Fleet.RunsProgramOf(fleet.Big[starts].Id);
                },
                TimeSpan.FromSeconds(60),
                "the worker does not begin");
            await fleet.Big[kill].KillAsync();
            fleet.StartWorker("big");
        }

        var submission = await fleet.Premium.JudgedAsync(id, TimeSpan.FromSeconds(60));
        Assert.Equal("internalError", submission["verdict"]!.GetValue<string>());
        Assert.Contains("given up after 3 tries", submission["message"]!.GetValue<string>(), StringComparison.Ordinal);
        var failure = Assert.Single((await fleet.Admin.GetAsync("/api/admin/failures"))["items"]!.AsArray())!;
        Assert.Equal(id, failure["submission"]!["id"]!.GetValue<string>());
        Assert.NotEmpty(failure["submission"]!["attempts"]!.AsArray());
        // The queue goes on.
        var next = await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source);
        Assert.Equal("accepted", (await fleet.Premium.JudgedAsync(next))["verdict"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_worker_that_stood_still_blames_no_program_for_it()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 0);
        // Of the wall's 5.1 s it takes 1.5, and the worker sleeps through the rest.
        var id = await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Slow(1.5));
        await Repository.UntilAsync(() => Task.FromResult(Fleet.RunsProgramOf(fleet.Big[0].Id)), TimeSpan.FromSeconds(60), "the worker does not begin");
        fleet.Big[0].Signal("STOP");
        await Task.Delay(TimeSpan.FromSeconds(7));
        fleet.Big[0].Signal("CONT");
        Assert.Equal("accepted", (await fleet.Premium.JudgedAsync(id))["verdict"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_worker_that_is_told_to_stop_finishes_what_it_judges()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1);
        var id = await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Slow(0.5));
        await BegunAsync(fleet);
        fleet.Big[0].Signal("TERM");
        Assert.Equal(0, await fleet.Big[0].WaitForExitAsync(TimeSpan.FromSeconds(40)));
        var submission = await fleet.Premium.JudgedAsync(id, TimeSpan.FromSeconds(5));
        Assert.Equal("accepted", submission["verdict"]!.GetValue<string>());
        Assert.Equal(1, submission["attempt"]!.GetValue<int>());
    }

    private static async Task<IReadOnlyList<string>> SubmitSlowAsync(Fleet fleet, int count)
    {
        var ids = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var client = i % 2 == 0 ? fleet.Premium : fleet.Free;
            ids.Add(await client.SubmitAsync("a-plus-b", "python", Programs.Slow(0.1)));
        }

        return ids;
    }

    private static Task BegunAsync(Fleet fleet) => Repository.UntilAsync(
        async () => (await fleet.Admin.GetAsync("/api/submissions?state=judging"))["items"]!.AsArray().Count > 0,
        TimeSpan.FromSeconds(30),
        "nothing is being judged");

    /// <summary>Every one has its verdict, none is older than the recovery allows, and versions never went back on the way.</summary>
    private static async Task AllAcceptedAsync(Fleet fleet, IReadOnlyList<string> ids)
    {
        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        var unfinished = ids.ToHashSet(StringComparer.Ordinal);
        var lastProgress = TimeProvider.System.GetTimestamp();
        while (unfinished.Count > 0)
        {
            foreach (var id in unfinished.ToList())
            {
                var submission = await fleet.Admin.GetAsync($"/api/submissions/{id}");
                var version = submission["version"]!.GetValue<int>();
                var seen = versions.GetValueOrDefault(id);
                Assert.True(version >= seen, $"{id} went back from version {seen} to {version}");
                if (version > seen) lastProgress = TimeProvider.System.GetTimestamp();
                versions[id] = version;
                if (submission["state"]!.GetValue<string>() != "judged") continue;
                Assert.Equal("accepted", submission["verdict"]!.GetValue<string>());
                unfinished.Remove(id);
            }

            Assert.True(
                TimeProvider.System.GetElapsedTime(lastProgress) < TimeSpan.FromSeconds(15),
                $"stuck: {unfinished.Count} of {ids.Count}: {string.Join('\n', unfinished)}\n{fleet.Api.Output}\n{string.Join('\n', fleet.Big.Concat(fleet.Small).Select(w => w.Output))}");
            await Task.Delay(100);
        }

        var judged = (JsonArray)(await fleet.Admin.GetAsync("/api/submissions?limit=200"))["items"]!;
        Assert.Equal(ids.Order(StringComparer.Ordinal), judged.Select(s => s!["id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }
}
