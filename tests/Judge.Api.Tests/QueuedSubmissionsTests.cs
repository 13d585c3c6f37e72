using System.Net;
using Judge.Api.Push;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Api.Tests;

/// <summary>With the broker away: everything is taken, nothing is lost, and clients are told what is going on.</summary>
public abstract class QueuedSubmissionsTests(Engine engine) : IAsyncLifetime
{
    private readonly ApiServer _server = new(ApiServer.WithoutBroker) { Engine = engine };

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_submission_is_taken_while_the_broker_is_away()
    {
        var id = await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        using var response = await _server.Free.Http.GetAsync($"/api/submissions/{id}");
        Assert.Equal("queued", (await response.BodyAsync(HttpStatusCode.OK)).Text("state"));
        Assert.NotNull(response.Headers.RetryAfter);
        using var health = await _server.Nobody.Http.GetAsync("/health");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        using var alive = await _server.Nobody.Http.GetAsync("/alive");
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
    }

    [Fact]
    public async Task A_wait_that_ends_without_a_change_answers_the_present_state()
    {
        var id = await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        var started = TimeProvider.System.GetTimestamp();
        using var response = await _server.Free.Http.SendAsync(
            Http.Request(HttpMethod.Get, $"/api/submissions/{id}?wait=1", ("If-None-Match", "\"1\"")));
        Assert.Equal("queued", (await response.BodyAsync(HttpStatusCode.OK)).Text("state"));
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromSeconds(0.9));
        Assert.True(_server.App.Services.GetRequiredService<ChangeHub>().IsIdle);
    }

    [Fact]
    public async Task A_wait_ends_when_the_submission_is_cancelled()
    {
        var id = await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        var waiting = _server.Free.GetAsync($"/api/submissions/{id}?wait=60");
        using var response = await _server.Free.Http.DeleteAsync($"/api/submissions/{id}");
        Assert.Equal("cancelled", (await response.BodyAsync(HttpStatusCode.OK)).Text("verdict"));
        Assert.Equal("cancelled", (await waiting.WaitAsync(TimeSpan.FromSeconds(20))).Text("verdict"));
        using var again = await _server.Free.Http.DeleteAsync($"/api/submissions/{id}");
        await again.ProblemAsync(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_place_in_the_queue_is_told_as_it_falls()
    {
        var ids = new List<string>();
        for (var i = 0; i < 8; i++) ids.Add(await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right));
        await using var push = await Testing.PushClient.ConnectAsync(_server.Url, "demo-free");
        await push.SubscribeAsync(ids[^1]);
        await using var mine = await Testing.PushClient.ConnectAsync(_server.Url, "demo-free");
        await mine.SendAsync("""{"type":"subscribe","mine":true}""");
        using var response = await _server.Free.Http.GetAsync($"/api/submissions/{ids[^1]}/events", HttpCompletionOption.ResponseHeadersRead);
        using var stream = new StreamReader(await response.Content.ReadAsStreamAsync());
        for (var ahead = 7; ahead >= 0; ahead--)
        {
            var told = await push.NextSubmissionAsync();
            Assert.Equal((1, ahead), (told["version"]!.GetValue<int>(), told["queue"]!["ahead"]!.GetValue<int>()));
            string? line;
            do line = await stream.ReadLineAsync();
            while (line is not null && !line.StartsWith("data: ", StringComparison.Ordinal));
            Assert.Contains($"\"ahead\":{ahead}", line, StringComparison.Ordinal);
            System.Text.Json.Nodes.JsonObject own;
            do own = await mine.NextSubmissionAsync();
            while (own.Text("id") != ids[^1]);
            Assert.Equal(ahead, own["queue"]!["ahead"]!.GetValue<int>());
            if (ahead > 0) (await _server.Free.Http.DeleteAsync($"/api/submissions/{ids[7 - ahead]}")).Dispose();
        }
    }

    [Fact]
    public async Task The_place_in_the_queue_counts_turns_between_accounts()
    {
        using var response = await _server.Admin.Http.PostAsync("/api/accounts", Http.Json("""{"name":"late","tier":"free","role":"user"}"""));
        using var late = new Testing.JudgeClient(_server.Url, (await response.BodyAsync(HttpStatusCode.Created)).Text("key"));
        for (var i = 0; i < 5; i++) await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        var first = await late.SubmitAsync("a-plus-b", "python", Http.Right);
        var second = await late.SubmitAsync("a-plus-b", "python", Http.Right);
        // One of the five goes before late's first, two before its second.
        Assert.Equal(1, (await late.GetAsync($"/api/submissions/{first}"))["queue"]!["ahead"]!.GetValue<int>());
        Assert.Equal(3, (await late.GetAsync($"/api/submissions/{second}"))["queue"]!["ahead"]!.GetValue<int>());
        var queues = await _server.Free.GetArrayAsync("/api/queues");
        Assert.Equal("free", queues[1]!["tier"]!.GetValue<string>());
        Assert.Equal(7, queues[1]!["depth"]!.GetValue<int>());
        Assert.Equal(0, queues[1]!["workers"]!.GetValue<int>());
        Assert.Equal(0, queues[0]!["depth"]!.GetValue<int>());
    }

    /// <summary>A long queue is not read anew for everybody who asks, and yet nobody is told that those before him are not there.</summary>
    [Fact]
    public async Task The_place_counts_what_its_account_has_just_submitted()
    {
        for (var i = 0; i < 300; i++)
        {
            using var response = await _server.Free.Http.SendAsync(Http.Submit(new { problem = "a-plus-b", language = "python", source = Http.Right }));
            Assert.Equal(i, (await response.BodyAsync(HttpStatusCode.Accepted))["queue"]!["ahead"]!.GetValue<int>());
        }
    }

    [Fact]
    public async Task Over_the_rate_or_the_number_in_flight_the_answer_is_429_with_a_time_to_retry()
    {
        await using var limited = await ApiServer.StartAsync(
            [.. ApiServer.WithoutBroker, "--Judge:Limits:Free:SubmissionsPerMinute", "3", "--Judge:Limits:Premium:InFlight", "2"]);
        var body = new { problem = "a-plus-b", language = "python", source = Http.Right };
        for (var i = 0; i < 3; i++) await limited.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        using var rate = await limited.Free.Http.SendAsync(Http.Submit(body));
        Assert.Contains("3 submissions a minute", (await rate.ProblemAsync(HttpStatusCode.TooManyRequests)).Text("detail"), StringComparison.Ordinal);
        Assert.InRange(rate.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        for (var i = 0; i < 2; i++) await limited.Premium.SubmitAsync("a-plus-b", "python", Http.Right);
        using var flight = await limited.Premium.Http.SendAsync(Http.Submit(body));
        Assert.Contains("2 submissions", (await flight.ProblemAsync(HttpStatusCode.TooManyRequests)).Text("detail"), StringComparison.Ordinal);
        Assert.NotNull(flight.Headers.RetryAfter);
    }
}

public sealed class QueuedSubmissionsOnSqliteTests() : QueuedSubmissionsTests(Engine.Sqlite);

public sealed class QueuedSubmissionsOnPostgresTests() : QueuedSubmissionsTests(Engine.Postgres);
