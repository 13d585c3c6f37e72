using System.Globalization;
using System.Text.Json.Nodes;
using Judge.Testing;
using Xunit.Abstractions;

namespace Judge.EndToEnd.Tests;

/// <summary>Three API processes, RabbitMQ, two workers: it does not matter where a client's socket is.</summary>
public sealed class PushFleetTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_client_on_each_instance_hears_every_step_of_a_submission_made_on_another()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1, apis: 3);
        for (var submittedTo = 0; submittedTo < 3; submittedTo++)
        {
            using var submitter = new JudgeClient(fleet.Urls[submittedTo], "demo-premium");
            var sockets = await Task.WhenAll(fleet.Urls.Select(url => PushClient.ConnectAsync(url, "demo-premium")));
            foreach (var socket in sockets) await socket.SendAsync("""{"type":"subscribe","mine":true}""");
            var id = await submitter.SubmitAsync("a-plus-b", "python", Programs.Slow(0.15));
            var streams = fleet.Urls.Select(url => StreamAsync(url, id)).ToList();
            var polls = fleet.Urls.Select(url => LongPollAsync(url, id)).ToList();
            foreach (var story in await Task.WhenAll(sockets.Select(s => s.UntilJudgedAsync(id)).Select(async s => (IReadOnlyList<JsonObject>)await s).Concat(streams).Concat(polls)))
            {
                var versions = story.Select(s => s["version"]!.GetValue<int>()).ToList();
                Assert.Equal(versions.Distinct().Order(), versions.Distinct());
                Assert.Contains(story, s => s["state"]!.GetValue<string>() == "judging");
                // Three cases in parallel at most, each 0.15 s: whoever hears all hears of most of fifteen.
                Assert.True(versions.Distinct().Count() >= 5, $"versions were {string.Join(' ', versions)}");
                Assert.Equal("accepted", story[^1]["verdict"]!.GetValue<string>());
            }

            foreach (var socket in sockets) await socket.DisposeAsync();
        }
    }

    [Fact]
    public async Task An_instance_killed_under_load_leaves_no_client_without_its_verdicts()
    {
        const int Clients = 30;
        var submissions = Pace.Long ? 1000 : 300;
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1, apis: 3, secretCases: 1);
        var clients = Enumerable.Range(0, Clients).Select(i => new RoamingClient(fleet.Urls, i % 3, i % 2 == 0 ? "demo-premium" : "demo-free")).ToList();
        for (var i = 0; i < submissions; i++)
        {
            var client = clients[i % Clients];
            using var submitter = new JudgeClient(fleet.Urls[1 + (i % 2)], client.Key);
            var (language, source, _) = Programs.Mixed[1];
            client.Await(await submitter.SubmitAsync("a-plus-b", language, source));
        }

        var running = clients.Select(c => c.RunAsync()).ToList();
        await Repository.UntilAsync(() => Task.FromResult(clients.Sum(c => c.Judged) > submissions / 4), TimeSpan.FromSeconds(60), "the first verdicts do not come");
        await fleet.Apis[0].KillAsync();
        var killed = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(running).WaitAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(submissions, clients.Sum(c => c.Judged));
        var served = clients.Where(c => c.Moved is not null).Select(c => TimeProvider.System.GetElapsedTime(killed, c.Moved!.Value)).ToList();
        Assert.Equal(Clients / 3, served.Count);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{served.Count} clients of the killed instance served by another after at most {served.Max().TotalMilliseconds:0} ms; {clients.Sum(c => c.Judged)} verdicts"));
        Assert.True(served.Max() < Pace.Seconds(2), $"{served.Max().TotalMilliseconds:0} ms");
    }

    [Fact]
    public async Task A_broker_that_was_away_costs_no_client_its_final_state()
    {
        await using var fleet = await Fleet.StartAsync(big: 1, small: 1, apis: 2);
        await using var push = await PushClient.ConnectAsync(fleet.Urls[1], "demo-premium");
        await push.SendAsync("""{"type":"subscribe","mine":true}""");
        // One that is done on both queues: RabbitMQ 3.10 killed within a second of making a quorum queue cannot recover the queue.
        await push.UntilJudgedAsync(await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source));
        await fleet.Free.JudgedAsync(await fleet.Free.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source));
        await fleet.Broker.KillAsync();
        // Stored by the first instance, which can tell nobody: the second finds it in the database.
        var id = await fleet.Premium.SubmitAsync("a-plus-b", "python", Programs.Mixed[0].Source);
        JsonObject first;
        do first = await push.NextSubmissionAsync();
        while (first["id"]!.GetValue<string>() != id);
        Assert.Equal("queued", first["state"]!.GetValue<string>());
        await fleet.Broker.StartAsync();
        Assert.Equal("accepted", (await push.UntilJudgedAsync(id))[^1]["verdict"]!.GetValue<string>());
    }

    private static async Task<IReadOnlyList<JsonObject>> StreamAsync(string url, string id)
    {
        using var client = new JudgeClient(url, "demo-premium");
        var text = await client.Http.GetStringAsync($"/api/submissions/{id}/events");
        return [.. text.Split('\n').Where(l => l.StartsWith("data: ", StringComparison.Ordinal)).Select(l => JsonNode.Parse(l[6..])!.AsObject())];
    }

    private static async Task<IReadOnlyList<JsonObject>> LongPollAsync(string url, string id)
    {
        using var client = new JudgeClient(url, "demo-premium");
        var states = new List<JsonObject> { await client.GetAsync($"/api/submissions/{id}") };
        while (states[^1]["state"]!.GetValue<string>() != "judged")
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/submissions/{id}?wait=20");
            request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{states[^1]["version"]}\"");
            using var response = await client.Http.SendAsync(request);
            states.Add(JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject());
        }

        return states;
    }

    /// <summary>Awaits its submissions over one socket, and when that breaks over one to the next instance.</summary>
    private sealed class RoamingClient(IReadOnlyList<string> urls, int home, string key)
    {
        private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);

        public string Key => key;

        public int Judged { get; private set; }

        /// <summary>When another instance told it something first; null while it never moved.</summary>
        public long? Moved { get; private set; }

        public void Await(string id) => _open.Add(id, 0);

        public async Task RunAsync()
        {
            for (var instance = home; _open.Count > 0; instance = (instance + 1) % urls.Count)
            {
                try
                {
                    await using var push = await PushClient.ConnectAsync(urls[instance], key);
                    foreach (var id in _open.Keys.ToList()) await push.SubscribeAsync(id);
                    while (_open.Count > 0) Hear(await push.NextSubmissionAsync(), instance);
                }
                catch (Exception e) when (e is System.Net.WebSockets.WebSocketException or System.Threading.Channels.ChannelClosedException or HttpRequestException)
                {
                    // This instance is gone: the next one.
                }
            }
        }

        private void Hear(JsonObject submission, int instance)
        {
            if (instance != home) Moved ??= TimeProvider.System.GetTimestamp();
            var (id, version) = (submission["id"]!.GetValue<string>(), submission["version"]!.GetValue<int>());
            if (!_open.TryGetValue(id, out var known)) return;
            Assert.True(version >= known, $"{id} went back from {known} to {version}");
            _open[id] = version;
            if (submission["state"]!.GetValue<string>() != "judged") return;
            Assert.Equal("accepted", submission["verdict"]!.GetValue<string>());
            _open.Remove(id);
            Judged++;
        }
    }
}
