using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Judge.Testing;

/// <summary>A client of the HTTP API that knows nothing of the server's code.</summary>
public sealed class JudgeClient : IDisposable
{
    private readonly SocketsHttpHandler _handler = new() { MaxConnectionsPerServer = 256 };

    public JudgeClient(string url, string? key)
    {
        Http = new HttpClient(_handler) { BaseAddress = new Uri(url), Timeout = TimeSpan.FromSeconds(90) };
        if (key is not null) Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
    }

    public HttpClient Http { get; }

    /// <summary>Submits and returns the id; anything but 202 throws.</summary>
    public async Task<string> SubmitAsync(string problem, string language, string source)
    {
        using var response = await Http.PostAsJsonAsync("/api/submissions", new { problem, language, source });
        var text = await response.Content.ReadAsStringAsync();
        if (response.StatusCode != HttpStatusCode.Accepted) throw new HttpRequestException($"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!["id"]!.GetValue<string>();
    }

    public async Task<JsonObject> GetAsync(string path)
    {
        using var response = await Http.GetAsync(path);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<JsonArray> GetArrayAsync(string path) => (await Http.GetFromJsonAsync<JsonArray>(path))!;

    /// <summary>Long-polls until the submission is judged; a server that is away is asked again.</summary>
    public async Task<JsonObject> JudgedAsync(string id, TimeSpan? deadline = null)
    {
        var started = TimeProvider.System.GetTimestamp();
        var last = "no answer";
        while (TimeProvider.System.GetElapsedTime(started) < (deadline ?? TimeSpan.FromSeconds(60)))
        {
            try
            {
                var submission = await GetAsync($"/api/submissions/{id}?wait=5");
                if (submission["state"]!.GetValue<string>() == "judged") return submission;
                last = submission.ToJsonString();
            }
            catch (Exception e) when (e is HttpRequestException or JsonException or IOException)
            {
                last = e.Message;
                await Task.Delay(200);
            }
        }

        throw new TimeoutException($"{id} is not judged: {last}");
    }

    /// <summary>Waits until the server says that it is healthy.</summary>
    public async Task HealthyAsync(JudgeProcess? process = null) => await Repository.UntilAsync(
        async () =>
        {
            if (process is { HasExited: true }) throw new InvalidOperationException($"the server ended with {process.ExitCode}:\n{process.Output}");
            try
            {
                using var response = await Http.GetAsync("/health");
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        TimeSpan.FromSeconds(60),
        $"the server is not healthy: {process?.Output}");

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }
}
