using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Judge.Testing;

namespace Judge.Chaos;

/// <summary>
/// One user with patience: submits, to whichever API answers, waits for the verdict by one of the four ways to wait, takes the other API when
/// one is away, and submits again.
/// </summary>
internal sealed class Client(IReadOnlyList<string> urls, string key, Ledger ledger, Random random) : IDisposable
{
    private static readonly TimeSpan RequestPatience = TimeSpan.FromSeconds(10), Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Submitted one after the other before any is waited for.</summary>
    private const int Together = 5;

    /// <summary>Programs for a-plus-b with the verdict that each must get.</summary>
    private static readonly (string Language, string Source, string Verdict)[] Programs =
    [
        ("python", "print(sum(map(int, input().split())))", "accepted"),
        ("c", "#include <stdio.h>\nint main(void){long long a,b;scanf(\"%lld %lld\",&a,&b);printf(\"%lld\\n\",a+b);}", "accepted"),
        ("python", "a, b = map(int, input().split())\nprint(a - b)", "wrongAnswer"),
        ("python", "import time\ntime.sleep(0.15)\nprint(sum(map(int, input().split())))", "accepted"),
        ("python", "raise SystemExit(3)", "runtimeError"),
        ("c", "int main(void) { return 0 }", "compileError"),
        ("c", "int main(void) { for (;;); }", "timeLimitExceeded"),
        ("cpp", "#include <iostream>\nint main() { long long a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }", "accepted"),
    ];

    private readonly HttpClient[] _apis =
    [
        .. urls.Select(url => new HttpClient(new SocketsHttpHandler())
        {
            BaseAddress = new Uri(url), Timeout = RequestPatience, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
        }),
    ];

    private int _api = random.Next(urls.Count);

    /// <summary>Submits and waits until told to end, and then finishes what it has begun, for as long as <paramref name="giveUp"/> lets it.</summary>
    public async Task RunAsync(CancellationToken end, CancellationToken giveUp)
    {
        while (!end.IsCancellationRequested)
        {
            var ids = new List<string>();
            for (var i = 0; i < Together; i++)
            {
                var (language, source, verdict) = Programs[random.Next(Programs.Length)];
                ids.Add(await SubmitAsync(language, source, giveUp));
                ledger.Promise(ids[^1], verdict);
            }

            foreach (var id in ids) await WaitAsync(id, giveUp);
        }
    }

    public void Dispose()
    {
        foreach (var api in _apis) api.Dispose();
    }

    /// <summary>Until it is answered 202: every try with the same key, so that it is one submission however many arrive.</summary>
    private async Task<string> SubmitAsync(string language, string source, CancellationToken giveUp)
    {
        var once = Guid.NewGuid().ToString();
        while (true)
        {
            try
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, "/api/submissions") { Content = JsonContent.Create(new { problem = "a-plus-b", language, source }) };
                request.Headers.Add("Idempotency-Key", once);
                using var response = await _apis[_api].SendAsync(request, giveUp);
                var text = await response.Content.ReadAsStringAsync(giveUp);
                if (response.StatusCode == HttpStatusCode.Accepted) return JsonNode.Parse(text)!["id"]!.GetValue<string>();
                if ((int)response.StatusCode < 500) throw new InvalidOperationException($"a submission was refused: {text}");
            }
            catch (Exception e) when (IsAway(e, giveUp))
            {
                // The other one, then.
            }

            await NextAsync(giveUp);
        }
    }

    private async Task WaitAsync(string id, CancellationToken giveUp)
    {
        JsonObject? told = null;
        while (told is null || Ledger.State(told) != "judged")
        {
            giveUp.ThrowIfCancellationRequested();
            try
            {
                var way = random.Next(4);
                for (var i = 0; i < 20 && (told is null || Ledger.State(told) != "judged"); i++)
                {
                    if (way == 0) told = ledger.Hear(await PollAsync(id, "", giveUp), told) ?? told;
                    else if (way == 1) told = ledger.Hear(await PollAsync(id, "?wait=5", giveUp), told) ?? told;
                    else if (way == 2) await foreach (var state in StreamAsync(id, giveUp)) told = ledger.Hear(state, told) ?? told;
                    else await foreach (var state in PushAsync(id, giveUp)) told = ledger.Hear(state, told) ?? told;
                    if (way == 0) await Task.Delay(Pause, giveUp);
                }
            }
            catch (Exception e) when (IsAway(e, giveUp))
            {
                await NextAsync(giveUp);
            }
        }
    }

    private async Task<JsonObject> PollAsync(string id, string query, CancellationToken giveUp)
    {
        using var response = await _apis[_api].GetAsync($"/api/submissions/{id}{query}", giveUp);
        if (response.StatusCode == HttpStatusCode.NotFound) throw new InvalidOperationException($"{id} was accepted and is not there");
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(giveUp))!;
    }

    private async IAsyncEnumerable<JsonObject> StreamAsync(string id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken giveUp)
    {
        using var response = await _apis[_api].GetAsync($"/api/submissions/{id}/events", HttpCompletionOption.ResponseHeadersRead, giveUp);
        response.EnsureSuccessStatusCode();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(giveUp));
        // A frozen server says nothing; its comments come every 15 s.
        while (await reader.ReadLineAsync(giveUp).AsTask().WaitAsync(RequestPatience * 2, giveUp) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) yield return JsonNode.Parse(line[6..])!.AsObject();
        }
    }

    private async IAsyncEnumerable<JsonObject> PushAsync(string id, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken giveUp)
    {
        await using var push = await PushClient.ConnectAsync(urls[_api], key).WaitAsync(RequestPatience, giveUp);
        await push.SubscribeAsync(id).WaitAsync(RequestPatience, giveUp);
        var state = "";
        while (state != "judged")
        {
            var message = await push.NextAsync().WaitAsync(RequestPatience, giveUp);
            if (message["type"]!.GetValue<string>() != "submission") throw new IOException(message.ToJsonString());
            var submission = message["submission"]!.AsObject();
            state = Ledger.State(submission);
            yield return submission;
        }
    }

    private async Task NextAsync(CancellationToken giveUp)
    {
        _api = (_api + 1) % _apis.Length;
        await Task.Delay(Pause, giveUp);
    }

    private static bool IsAway(Exception exception, CancellationToken giveUp) => !giveUp.IsCancellationRequested && exception
        is HttpRequestException or IOException or WebSocketException or ChannelClosedException or JsonException or OperationCanceledException or TimeoutException;
}
