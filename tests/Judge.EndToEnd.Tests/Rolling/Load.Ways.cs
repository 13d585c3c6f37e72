using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Judge.Chaos;
using Judge.Testing;

namespace Judge.EndToEnd.Tests.Rolling;

/// <summary>The ways to a verdict.</summary>
internal sealed partial class Load
{
    private async Task PollAsync(string id, string key, bool keepAlive)
    {
        using var http = new PlainHttp(url, key, keepAlive);
        for (JsonObject? told = null; told is null || Ledger.State(told) != "judged"; await Task.Delay(PollEvery))
        {
            if (await AskAsync(http, keepAlive ? "GET kept" : "GET closed", "GET", $"/api/submissions/{id}", 200) is { } state) told = Ledger.Hear(state, told) ?? told;
        }
    }

    private async Task WaitAsync(string id, string key)
    {
        using var http = new PlainHttp(url, key, keepAlive: true);
        for (JsonObject? told = null; told is null || Ledger.State(told) != "judged";)
        {
            if (await AskAsync(http, "long-poll", "GET", $"/api/submissions/{id}?wait=20", 200) is { } state) told = Ledger.Hear(state, told) ?? told;
            else await Task.Delay(PollEvery);
        }
    }

    /// <summary>A stream may end in good order before the verdict: then it goes on in another one.</summary>
    private async Task StreamAsync(string id, string key)
    {
        // A connection of its own for each request: none is sent again behind our back.
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        for (JsonObject? told = null; told is null || Ledger.State(told) != "judged";)
        {
            Count(told is null ? "stream" : "stream resumed");
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, $"{url}/api/submissions/{id}/events");
                if (told is not null) request.Headers.Add("Last-Event-ID", told["version"]!.ToString());
                using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                if (response.StatusCode != HttpStatusCode.OK) throw new IOException($"{(int)response.StatusCode}");
                using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
                while (await reader.ReadLineAsync() is { } line)
                {
                    if (line.StartsWith("data: ", StringComparison.Ordinal)) told = Ledger.Hear(JsonNode.Parse(line[6..])!.AsObject(), told) ?? told;
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                Fail("stream", $"{e.Message} {e.InnerException?.Message}");
                await Task.Delay(PollEvery);
            }
        }
    }

    /// <summary>Hears of all that is submitted. An instance that stops says 1001; then there is another at once.</summary>
    private async Task ListenAsync(int client)
    {
        var told = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        while (!_over.IsCancellationRequested)
        {
            Count("socket");
            try
            {
                await using var push = await PushClient.ConnectAsync(url, Keys[client % Keys.Length]);
                using var over = _over.Token.Register(() => _ = push.CloseAsync());
                await push.SendAsync("""{"type":"subscribe","mine":true}""");
                while (!_over.IsCancellationRequested && await HearAsync(push, told))
                {
                }

                if (_over.IsCancellationRequested) return;
                if (push.CloseStatus == WebSocketCloseStatus.EndpointUnavailable) Farewells[client]++;
                else Fail("socket", $"closed with {push.CloseStatus} {push.CloseDescription}");
            }
            catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException)
            {
                // Both sides close at once.
                if (_over.IsCancellationRequested) return;
                Fail("socket", e.Message);
                await Task.Delay(PollEvery);
            }
        }
    }

    /// <returns>False when the server has closed.</returns>
    private async Task<bool> HearAsync(PushClient push, Dictionary<string, JsonObject> told)
    {
        try
        {
            var submission = await push.NextSubmissionAsync();
            var id = submission["id"]!.GetValue<string>();
            told[id] = Ledger.Hear(submission, told.GetValueOrDefault(id)) ?? told[id];
            Count("socket message");
            return true;
        }
        catch (ChannelClosedException e)
        {
            return e.InnerException is null ? false : throw e.InnerException;
        }
        catch (OperationCanceledException)
        {
            // Nothing was said for half a minute: nothing happens any more, or the server is gone without a word.
            return !_over.IsCancellationRequested;
        }
    }
}
