using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Judge.Testing;

namespace Judge.Api.Tests;

/// <summary>WebSocket and event stream over a real Kestrel, with programs judged for real.</summary>
public sealed class PushTests(ApiServer server) : IClassFixture<ApiServer>
{
    /// <summary>Slow enough that progress shows case by case.</summary>
    private const string Slow = "import time\ntime.sleep(0.15)\nprint(sum(map(int, input().split())))";

    [Fact]
    public async Task A_socket_hears_of_every_step_from_queued_to_judged()
    {
        await using var push = await PushClient.ConnectAsync(server.Url, "demo-free");
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Slow);
        await push.SubscribeAsync(id);
        AssertStory(await push.UntilJudgedAsync(id), await server.Free.GetAsync($"/api/submissions/{id}"));
    }

    [Fact]
    public async Task An_event_stream_tells_the_same_and_ends()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Slow);
        using var response = await server.Free.Http.GetAsync($"/api/submissions/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var states = new List<JsonObject>();
        // Ends by itself, after the judged event.
        foreach (var text in (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(e => !e.StartsWith(':')))
        {
            var lines = text.Split('\n');
            Assert.Equal(3, lines.Length);
            Assert.Equal("event: submission", lines[0]);
            var state = JsonNode.Parse(lines[2]["data: ".Length..])!.AsObject();
            Assert.Equal($"id: {state.Text("version")}", lines[1]);
            states.Add(state);
        }

        AssertStory(states, await server.Free.GetAsync($"/api/submissions/{id}"));

        // EventSource connects again: what is over is over.
        using var again = await server.Free.Http.SendAsync(Http.Request(HttpMethod.Get, $"/api/submissions/{id}/events", ("Last-Event-ID", states[^1].Text("version"))));
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        var resumed = await server.Free.Http.GetStringAsync($"/api/submissions/{id}/events");
        Assert.Equal(1, resumed.Split("event: ").Length - 1);
    }

    [Fact]
    public async Task A_stream_that_is_resumed_leaves_out_what_is_known()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Slow);
        var known = 0;
        await Repository.UntilAsync(
            async () => (known = (await server.Free.GetAsync($"/api/submissions/{id}"))["version"]!.GetValue<int>()) >= 3, TimeSpan.FromSeconds(20), "it does not get on");
        using var response = await server.Free.Http.SendAsync(
            Http.Request(HttpMethod.Get, $"/api/submissions/{id}/events", ("Last-Event-ID", known.ToString(CultureInfo.InvariantCulture))), HttpCompletionOption.ResponseHeadersRead);
        var versions = (await response.Content.ReadAsStringAsync()).Split('\n').Where(l => l.StartsWith("id: ", StringComparison.Ordinal))
            .Select(l => int.Parse(l[4..], CultureInfo.InvariantCulture)).ToList();
        Assert.True(versions[0] > known, string.Join(' ', versions));
        Assert.Equal(versions.Order().Distinct(), versions);
    }

    [Fact]
    public async Task Mine_brings_what_is_unfinished_and_all_that_comes_and_nobody_elses()
    {
        var before = await server.Premium.SubmitAsync("a-plus-b", "python", Slow);
        await using var push = await PushClient.ConnectAsync(server.Url, "demo-premium");
        await push.SendAsync("""{"type":"subscribe","mine":true}""");
        await push.UntilJudgedAsync(before);
        var other = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        var after = await server.Premium.SubmitAsync("a-plus-b", "python", Slow);
        AssertStory(await push.UntilJudgedAsync(after), await server.Premium.GetAsync($"/api/submissions/{after}"));
        await server.Free.JudgedAsync(other);
        while (push.TryNext(out var message)) Assert.NotEqual(other, message!["submission"]!["id"]!.GetValue<string>());

        await push.SendAsync("""{"type":"unsubscribe","mine":true}""");
        await push.SendAsync("""{"type":"subscribe","id":"no"}""");
        Assert.Equal(400, (await push.NextAsync())["status"]!.GetValue<int>());
        await server.Premium.JudgedAsync(await server.Premium.SubmitAsync("a-plus-b", "python", Http.Right));
        await push.SubscribeAsync(after);
        // Nothing of the one in between.
        Assert.Equal(after, (await push.NextSubmissionAsync()).Text("id"));
    }

    [Fact]
    public async Task An_admin_hears_of_anyones_and_a_user_only_of_their_own()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await using var admin = await PushClient.ConnectAsync(server.Url, "demo-admin");
        await admin.SubscribeAsync(id);
        await admin.UntilJudgedAsync(id);
        await using var stranger = await PushClient.ConnectAsync(server.Url, "demo-premium");
        await stranger.SubscribeAsync(id);
        var error = await stranger.NextAsync();
        Assert.Equal(("error", id, 404), (error.Text("type"), error.Text("id"), error["status"]!.GetValue<int>()));
        using var events = await server.Premium.Http.GetAsync($"/api/submissions/{id}/events");
        await events.ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Unsubscribed_is_silent_and_subscribed_again_is_told_again()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await server.Free.JudgedAsync(id);
        await using var push = await PushClient.ConnectAsync(server.Url, "demo-free");
        for (var round = 0; round < 3; round++)
        {
            await push.SubscribeAsync(id);
            Assert.Equal("judged", (await push.NextSubmissionAsync()).Text("state"));
            await push.SendAsync($$"""{"type":"unsubscribe","id":"{{id}}"}""");
        }
    }

    [Fact]
    public async Task A_hundred_sockets_on_one_submission_cost_the_database_what_one_does()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Slow);
        var before = await server.MetricAsync("judge_push_reads_total");
        var stories = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            await using var push = await PushClient.ConnectAsync(server.Url, "demo-free");
            await push.SubscribeAsync(id);
            return await push.UntilJudgedAsync(id);
        }));
        Assert.All(stories, s => Assert.Equal("accepted", s[^1].Text("verdict")));
        Assert.InRange(await server.MetricAsync("judge_push_reads_total") - before, 1, stories[0][^1]["version"]!.GetValue<int>());
        await Repository.UntilAsync(async () => await server.MetricAsync("judge_connections") == 0, TimeSpan.FromSeconds(20), "connections are left");
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_nobody_up_and_then_gets_the_newest_state_of_each()
    {
        const int Submissions = 200;
        using var slow = await RawSocket.ConnectAsync(server.Url, "demo-premium", receiveBuffer: 4096);
        await slow.SendAsync("""{"type":"subscribe","mine":true}""");
        await using var quick = await PushClient.ConnectAsync(server.Url, "demo-premium");
        await quick.SendAsync("""{"type":"subscribe","mine":true}""");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < Submissions; i++) ids.Add(await server.Premium.SubmitAsync("a-plus-b", "python", "print(0)"));
        var (open, heard) = (ids.ToHashSet(StringComparer.Ordinal), 0);
        for (; open.Count > 0; heard++)
            if (await quick.NextSubmissionAsync() is var state && state.Text("state") == "judged") open.Remove(state.Text("id"));

        var versions = new Dictionary<string, int>(StringComparer.Ordinal);
        var (left, read) = (ids.ToHashSet(StringComparer.Ordinal), 0);
        for (; left.Count > 0; read++)
        {
            var state = (await slow.NextAsync())["submission"]!.AsObject();
            Assert.True(state["version"]!.GetValue<int>() > versions.GetValueOrDefault(state.Text("id")) || state.Text("state") == "queued", state.ToJsonString());
            versions[state.Text("id")] = state["version"]!.GetValue<int>();
            if (state.Text("state") == "judged") left.Remove(state.Text("id"));
        }

        Assert.True(read < heard, $"{read} messages read late, {heard} at once");
    }

    [Fact]
    public async Task A_peer_that_is_gone_without_a_word_is_dropped()
    {
        using var silent = await RawSocket.ConnectAsync(server.Url, "demo-free", receiveBuffer: 4096);
        // Connected, and never answers a ping.
        Assert.Equal(1, await server.MetricAsync("judge_connections"));
        await Repository.UntilAsync(async () => await server.MetricAsync("judge_connections") == 0, TimeSpan.FromSeconds(60), "the dead peer is still there");
    }

    [Fact]
    public async Task A_stopping_server_says_going_away_and_ends_streams()
    {
        await using var stopping = await ApiServer.StartAsync(ApiServer.WithoutBroker);
        var id = await stopping.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await using var push = await PushClient.ConnectAsync(stopping.Url, "demo-free");
        await push.SubscribeAsync(id);
        Assert.Equal("queued", (await push.NextSubmissionAsync()).Text("state"));
        using var stream = await stopping.Free.Http.GetAsync($"/api/submissions/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        var waiting = stopping.Free.GetAsync($"/api/submissions/{id}?wait=60");
        await Repository.UntilAsync(async () => await stopping.MetricAsync("judge_connections") == 3, TimeSpan.FromSeconds(20), "not all are connected");
        var started = TimeProvider.System.GetTimestamp();
        var stop = stopping.App.StopAsync();
        await push.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, push.CloseStatus);
        Assert.Contains("event: submission", await stream.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("queued", (await waiting).Text("state"));
        await stop;
        Assert.True(TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(25) * Pace.Scale);
    }

    /// <summary>Queued, judging, judged; versions rise; cases are counted up; the end is what a GET answers.</summary>
    private static void AssertStory(IReadOnlyList<JsonObject> states, JsonObject final)
    {
        var versions = states.Select(s => s["version"]!.GetValue<int>()).ToList();
        Assert.Equal(versions.Order(), versions);
        var words = states.Select(s => s.Text("state")).ToList();
        Assert.Equal(words.OrderBy(w => Array.IndexOf(["queued", "judging", "judged"], w)), words);
        var done = states.Where(s => s.Text("state") == "judging").Select(s => s["progress"]!["done"]!.GetValue<int>()).ToList();
        Assert.Equal(done.Order().Distinct(), done);
        Assert.True(done.Count >= 4, $"progress was {string.Join(' ', done)}");
        Assert.True(JsonNode.DeepEquals(final, states[^1]), $"{final}\n{states[^1]}");
    }
}
