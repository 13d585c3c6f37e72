using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Dapper;
using Judge.Api.Data;
using Judge.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Api.Tests;

/// <summary>Who may open a socket or a stream, and what bad messages meet: each a clear error, after which the server serves on.</summary>
public sealed class PushAccessTests : IAsyncLifetime
{
    private readonly ApiServer _server = new([
        .. ApiServer.WithoutBroker, "--Judge:Limits:Free:Connections", "3", "--Judge:Limits:Free:Subscriptions", "100",
    ]);

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized, "Send an API key")]
    [InlineData("not-a-key", HttpStatusCode.Unauthorized, "is not known")]
    public async Task Without_a_good_key_there_is_no_socket_and_no_stream(string? key, HttpStatusCode status, string detail)
    {
        (string, string)[] headers = key is null ? [] : [("Authorization", $"Bearer {key}")];
        foreach (var path in (string[])["/api/ws", $"/api/submissions/{Guid.CreateVersion7()}/events"])
        {
            using var response = await UpgradeAsync(path, headers);
            Assert.Contains(detail, (await response.ProblemAsync(status)).Text("detail"), StringComparison.Ordinal);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task A_session_opens_a_socket_from_a_page_of_this_host_only()
    {
        var cookie = await SignInAsync("demo-free");
        var id = await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await using (var push = await PushClient.ConnectAsync(_server.Url, null, ("Cookie", cookie), ("Origin", _server.Url)))
        {
            await push.SubscribeAsync(id);
            Assert.Equal(id, (await push.NextSubmissionAsync()).Text("id"));
        }

        foreach (var origin in (string[])["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost", $"{_server.Url}.evil.example"])
        {
            foreach (var path in (string[])["/api/ws", $"/api/submissions/{id}/events", "/api/me"])
            {
                using var foreign = await UpgradeAsync(path, ("Cookie", cookie), ("Origin", origin));
                Assert.Contains("of this host", (await foreign.ProblemAsync(HttpStatusCode.Forbidden)).Text("detail"), StringComparison.Ordinal);
            }
        }

        // A proxy goes on under a Host of its own and tells the page's.
        (string, string)[] proxied = [("Cookie", cookie), ("X-Forwarded-Host", "judge.example, inner:80")];
        await using (await PushClient.ConnectAsync(_server.Url, null, [.. proxied, ("Origin", "https://judge.example")]))
        using (var foreign = await UpgradeAsync("/api/ws", [.. proxied, ("Origin", _server.Url)]))
            await foreign.ProblemAsync(HttpStatusCode.Forbidden);

        using var none = await UpgradeAsync("/api/ws", ("Cookie", cookie));
        Assert.Contains("Origin", (await none.ProblemAsync(HttpStatusCode.Forbidden)).Text("detail"), StringComparison.Ordinal);
        // A key is no ambient authority: whoever has it may come from anywhere.
        await using var keyed = await PushClient.ConnectAsync(_server.Url, "demo-free", ("Origin", "https://elsewhere.example"));
    }

    [Fact]
    public async Task A_session_is_an_http_only_strict_cookie_and_ends_when_signed_out()
    {
        using var response = await _server.Nobody.Http.PostAsJsonAsync("/api/session", new { key = "demo-premium" });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        foreach (var word in (string[])["httponly", "samesite=strict", "path=/", "max-age="]) Assert.Contains(word, cookie, StringComparison.OrdinalIgnoreCase);
        var value = cookie.Split(';')[0];
        Assert.Equal("demo-premium", (await (await SendAsync(HttpMethod.Get, "/api/me", ("Cookie", value))).BodyAsync(HttpStatusCode.OK)).Text("name"));
        using var signedOut = await SendAsync(HttpMethod.Delete, "/api/session", ("Cookie", value));
        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
        using var gone = await SendAsync(HttpMethod.Get, "/api/me", ("Cookie", value));
        Assert.Contains("sign in again", (await gone.ProblemAsync(HttpStatusCode.Unauthorized)).Text("detail"), StringComparison.Ordinal);
        using var wrong = await _server.Nobody.Http.PostAsJsonAsync("/api/session", new { key = "no-such-key" });
        await wrong.ProblemAsync(HttpStatusCode.Unauthorized);
        using var empty = await _server.Nobody.Http.PostAsJsonAsync("/api/session", new { });
        await empty.ProblemAsync(HttpStatusCode.BadRequest);
        using var foreign = Http.Request(HttpMethod.Post, "/api/session", ("Origin", "https://evil.example"));
        foreign.Content = JsonContent.Create(new { key = "demo-premium" });
        using var refused = await _server.Nobody.Http.SendAsync(foreign);
        await refused.ProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_session_that_expires_closes_its_socket_and_opens_no_other()
    {
        var cookie = await SignInAsync("demo-free");
        var id = await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        await ExpireSessionsAsync(TimeSpan.FromSeconds(2));
        await using var push = await PushClient.ConnectAsync(_server.Url, null, ("Cookie", cookie), ("Origin", _server.Url));
        using var stream = await SendAsync(HttpMethod.Get, $"/api/submissions/{id}/events", ("Cookie", cookie));
        await push.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal((WebSocketCloseStatus.PolicyViolation, "the session has expired; sign in again"), (push.CloseStatus, push.CloseDescription));
        Assert.Contains("queued", await stream.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var expired = await UpgradeAsync("/api/ws", ("Cookie", cookie), ("Origin", _server.Url));
        Assert.Contains("expired", (await expired.ProblemAsync(HttpStatusCode.Unauthorized)).Text("detail"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_ends_with_its_key_and_when_it_is_signed_out(bool withItsKey)
    {
        var cookie = await SignInAsync("demo-premium");
        await using var push = await PushClient.ConnectAsync(_server.Url, null, ("Cookie", cookie), ("Origin", _server.Url));
        if (withItsKey) await _server.App.Services.GetRequiredService<Judge.Api.Accounts.AccountStore>().RemoveKeyAsync("demo-premium", default);
        else (await SendAsync(HttpMethod.Delete, "/api/session", ("Cookie", cookie))).Dispose();
        using var gone = await SendAsync(HttpMethod.Get, "/api/me", ("Cookie", cookie));
        await gone.ProblemAsync(HttpStatusCode.Unauthorized);
        await push.Closed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(WebSocketCloseStatus.PolicyViolation, push.CloseStatus);
    }

    [Fact]
    public async Task A_ping_is_answered()
    {
        await using var push = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        await push.SendAsync("""{"type":"ping"}""");
        Assert.Equal("pong", (await push.NextAsync()).Text("type"));
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_an_error_and_the_socket_serves_on()
    {
        await using var push = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        await RenameAsync("submissions", "elsewhere");
        await push.SubscribeAsync(Guid.CreateVersion7().ToString());
        await AssertErrorAsync(push, 503);
        await push.SendAsync("""{"type":"subscribe","mine":true}""");
        await AssertErrorAsync(push, 503);
        await RenameAsync("elsewhere", "submissions");
        await AssertServesAsync(push);
    }

    [Fact]
    public async Task Mine_never_goes_back_and_is_told_again_when_asked_again()
    {
        var ids = new List<string>();
        for (var i = 0; i < 60; i++) ids.Add(await _server.Premium.SubmitAsync("a-plus-b", "python", Http.Right));
        var sockets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PushClient.ConnectAsync(_server.Url, "demo-premium")));
        // They ask while all of them are judged, one after the other.
        var cancelling = Task.Run(async () =>
        {
            foreach (var id in ids) (await _server.Premium.Http.DeleteAsync($"/api/submissions/{id}")).Dispose();
        });
        await Task.WhenAll(sockets.Select(async push =>
        {
            await push.SendAsync("""{"type":"subscribe","mine":true}""");
            var (versions, judged) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
            while (judged < ids.Count)
            {
                var state = await push.NextSubmissionAsync();
                var version = state["version"]!.GetValue<int>();
                Assert.True(version >= versions.GetValueOrDefault(state.Text("id")), $"back to {version}: {state}");
                if (state.Text("state") == "judged" && versions.GetValueOrDefault(state.Text("id")) < version) judged++;
                versions[state.Text("id")] = version;
            }
        }));
        await cancelling;
        var open = await _server.Premium.SubmitAsync("a-plus-b", "python", Http.Right);
        Assert.Equal(open, (await sockets[0].NextSubmissionAsync()).Text("id"));
        await sockets[0].SendAsync("""{"type":"subscribe","mine":true}""");
        string told;
        do told = (await sockets[0].NextSubmissionAsync()).Text("id");
        while (told != open);
        foreach (var socket in sockets) await socket.DisposeAsync();
    }

    [Fact]
    public async Task What_was_refused_is_not_remembered_and_subscriptions_do_not_leak_beside_mine()
    {
        var own = new List<string>();
        for (var i = 0; i < 100; i++) own.Add(await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right));
        for (var round = 0; round < 3; round++)
        {
            await using var push = await PushClient.ConnectAsync(_server.Url, "demo-free");
            await push.SendAsync("""{"type":"subscribe","mine":true}""");
            for (var i = 0; i < 300; i++)
            {
                var id = Guid.CreateVersion7().ToString();
                await push.SubscribeAsync(id);
                JsonObject answer;
                do answer = await push.NextAsync();
                while (answer.Text("type") != "error");
                Assert.Equal((id, 404), (answer.Text("id"), answer["status"]!.GetValue<int>()));
            }

            // The bound is a hundred, and all of it is there each time.
            foreach (var id in own) await push.SubscribeAsync(id);
            await push.SendAsync("""{"type":"ping"}""");
            JsonObject last;
            do
            {
                last = await push.NextAsync();
                Assert.NotEqual("error", last.Text("type"));
            }
            while (last.Text("type") != "pong");
            await push.SendAsync("""{"type":"unsubscribe","mine":true}""");
        }
    }

    [Fact]
    public async Task What_is_no_websocket_is_told_what_to_do()
    {
        using var plain = await _server.Free.Http.GetAsync("/api/ws");
        await plain.ProblemAsync(HttpStatusCode.UpgradeRequired);
        Assert.Equal("websocket", plain.Headers.Upgrade.ToString());
        using var other = await UpgradeAsync("/api/ws", ("Authorization", "Bearer demo-free"), ("Sec-WebSocket-Protocol", "judge.v9"));
        Assert.Contains("judge.v1", (await other.ProblemAsync(HttpStatusCode.BadRequest)).Text("detail"), StringComparison.Ordinal);
        using var badId = await _server.Free.Http.GetAsync("/api/submissions/7/events");
        await badId.ProblemAsync(HttpStatusCode.BadRequest);
        using var badEvent = await SendAsync(
            HttpMethod.Get, $"/api/submissions/{Guid.CreateVersion7()}/events", ("Authorization", "Bearer demo-free"), ("Last-Event-ID", "x"));
        await badEvent.ProblemAsync(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("garbage", 400)]
    [InlineData("[]", 400)]
    [InlineData("7", 400)]
    [InlineData("null", 400)]
    [InlineData("{}", 400)]
    [InlineData("""{"type":7}""", 400)]
    [InlineData("""{"type":"dance"}""", 400)]
    [InlineData("""{"type":"subscribe"}""", 400)]
    [InlineData("""{"type":"subscribe","id":7}""", 400)]
    [InlineData("""{"type":"subscribe","id":"7"}""", 400)]
    [InlineData("""{"type":"subscribe","mine":false}""", 400)]
    [InlineData("""{"type":"subscribe","id":"01a20096-0000-7000-8000-000000000000","mine":true}""", 400)]
    [InlineData("""{"type":"subscribe","id":"\ud800"}""", 400)]
    [InlineData("""{"type":"subscribe","id":"01a20096-0000-7000-8000-000000000000"}""", 404)]
    [InlineData("""{"type":"subscribe","id":"01a20096-0000-7000-8000-000000000000"} and more""", 400)]
    public async Task A_bad_message_gets_an_error_and_the_socket_serves_on(string message, int status)
    {
        await using var push = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        await push.SendAsync(message);
        await AssertErrorAsync(push, status);
        await AssertServesAsync(push);
    }

    [Fact]
    public async Task Binary_deep_and_oversized_messages_get_an_error_and_the_socket_serves_on()
    {
        await using var push = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        await push.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Binary);
        await AssertErrorAsync(push, 415);
        await push.SendAsync(new string('[', 4000));
        await AssertErrorAsync(push, 400);
        var valid = $$"""{"type":"subscribe","id":"{{Guid.CreateVersion7()}}"}""";
        await push.SendAsync(valid.PadRight(4096));
        await AssertErrorAsync(push, 404);
        foreach (var length in (int[])[4097, 5000, 8192, 100_000])
        {
            await push.SendAsync(valid.PadRight(length));
            await AssertErrorAsync(push, 413);
        }

        await AssertServesAsync(push);
    }

    [Fact]
    public async Task Text_that_is_not_utf8_ends_the_connection_as_rfc_6455_demands()
    {
        await using var push = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        await push.SendAsync([0xff, 0xfe, 0x7b], WebSocketMessageType.Text);
        await push.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        // The close frame may be overtaken by the connection's end.
        Assert.True(push.CloseStatus is null or WebSocketCloseStatus.InvalidPayloadData, $"{push.CloseStatus}");
        await using var next = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        await AssertServesAsync(next);
    }

    [Fact]
    public async Task A_message_without_end_closes_the_socket()
    {
        await using var push = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        try
        {
            await push.SendAsync(new string(' ', 4 << 20));
        }
        catch (WebSocketException)
        {
            // Closed while we were still at it.
        }

        await push.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        await using var next = await PushClient.ConnectAsync(_server.Url, "demo-premium");
        await AssertServesAsync(next);
    }

    [Fact]
    public async Task Ten_thousand_subscribes_meet_the_bound_and_leave_nothing_behind()
    {
        var own = new List<string>();
        for (var i = 0; i < 150; i++) own.Add(await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right));
        await using (var push = await PushClient.ConnectAsync(_server.Url, "demo-free"))
        {
            var sending = Task.Run(async () =>
            {
                for (var i = 0; i < 10_000; i++) await push.SubscribeAsync(i < own.Count ? own[i] : Guid.CreateVersion7().ToString());
            });
            var (submissions, errors) = (0, 0);
            while (submissions + errors < 10_000)
            {
                var message = await push.NextAsync();
                if (message.Text("type") == "submission") submissions++;
                else if (message["status"]!.GetValue<int>() == 429) errors++;
                else Assert.Fail(message.ToJsonString());
            }

            await sending;
            Assert.Equal((100, 9900), (submissions, errors));
            // Room is made by unsubscribing.
            await push.SendAsync($$"""{"type":"unsubscribe","id":"{{own[0]}}"}""");
            await push.SubscribeAsync(own[140]);
            JsonObject next;
            do next = await push.NextAsync();
            while (next["submission"]?["id"]?.GetValue<string>() != own[140]);
        }

        await using var after = await PushClient.ConnectAsync(_server.Url, "demo-free");
        foreach (var id in own.TakeLast(100))
        {
            await after.SubscribeAsync(id);
            Assert.Equal(id, (await after.NextSubmissionAsync()).Text("id"));
        }
    }

    [Fact]
    public async Task One_connection_too_many_is_refused_until_another_ends()
    {
        var id = await _server.Free.SubmitAsync("a-plus-b", "python", Http.Right);
        var push = await PushClient.ConnectAsync(_server.Url, "demo-free");
        using var stream = await _server.Free.Http.GetAsync($"/api/submissions/{id}/events", HttpCompletionOption.ResponseHeadersRead);
        using var end = new CancellationTokenSource();
        var waiting = _server.Free.Http.GetAsync($"/api/submissions/{id}?wait=60", end.Token);
        await Repository.UntilAsync(async () => await _server.MetricAsync("judge_connections") == 3, TimeSpan.FromSeconds(20), "not all are open");
        foreach (var path in (string[])["/api/ws", $"/api/submissions/{id}/events", $"/api/submissions/{id}?wait=20"])
        {
            using var refused = await UpgradeAsync(path, ("Authorization", "Bearer demo-free"));
            await refused.ProblemAsync(HttpStatusCode.TooManyRequests);
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        // Another account is not concerned, and a plain poll never is.
        await using (await PushClient.ConnectAsync(_server.Url, "demo-premium")) Assert.Equal("queued", (await _server.Free.GetAsync($"/api/submissions/{id}")).Text("state"));
        await push.DisposeAsync();
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Repository.UntilAsync(async () => await _server.MetricAsync("judge_connections") == 1, TimeSpan.FromSeconds(20), "what was closed still counts");
        await using var again = await PushClient.ConnectAsync(_server.Url, "demo-free");
    }

    private static async Task AssertErrorAsync(PushClient push, int status)
    {
        var error = await push.NextAsync();
        Assert.Equal(("error", status), (error.Text("type"), error["status"]!.GetValue<int>()));
        Assert.NotEmpty(error.Text("detail"));
    }

    private async Task AssertServesAsync(PushClient push)
    {
        var id = await _server.Premium.SubmitAsync("a-plus-b", "python", Http.Right);
        await push.SubscribeAsync(id);
        Assert.Equal(id, (await push.NextSubmissionAsync()).Text("id"));
    }

    private async Task<string> SignInAsync(string key)
    {
        using var response = await _server.Nobody.Http.PostAsJsonAsync("/api/session", new { key });
        return response.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private Task<int> RenameAsync(string table, string name) => _server.App.Services.GetRequiredService<Database>().WriteAsync(
        (connection, transaction) => connection.ExecuteAsync($"alter table {table} rename to {name}", transaction: transaction), CancellationToken.None);

    /// <summary>Time passes: all sessions end soon.</summary>
    private Task<int> ExpireSessionsAsync(TimeSpan within) => _server.App.Services.GetRequiredService<Database>().WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(
            "update sessions set expires_at = @at", new { at = (DateTimeOffset.UtcNow + within).ToUnixTimeMilliseconds() }, transaction),
        CancellationToken.None);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers) =>
        _server.Nobody.Http.SendAsync(Http.Request(method, path, headers), HttpCompletionOption.ResponseHeadersRead);

    /// <summary>What a browser asks when it opens a WebSocket.</summary>
    private Task<HttpResponseMessage> UpgradeAsync(string path, params (string Name, string Value)[] headers) => SendAsync(HttpMethod.Get, path, [
        .. headers, ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", Convert.ToBase64String(Encoding.ASCII.GetBytes("sixteen bytes ok"))),
    ]);
}
