using System.Net;
using System.Net.Http.Headers;

namespace Judge.Benchmarks.Push;

/// <summary>One client: its connection, its counters and the requests that every transport needs.</summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient _http;

    public Client(string url, string key)
    {
        Url = new Uri(url);
        Authorization = new AuthenticationHeaderValue("Bearer", key);
        _http = new HttpClient(Meter.Handler()) { BaseAddress = Url, Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.Authorization = Authorization;
    }

    public Meter Meter { get; } = new();

    public Uri Url { get; }

    public AuthenticationHeaderValue Authorization { get; }

    /// <summary>For what is no plain request, on the same counted connection.</summary>
    public HttpMessageInvoker Invoker => _http;

    /// <summary>GET with the version that is known; null when nothing is new (304).</summary>
    public async Task<SubmissionState?> GetAsync(string path, int version, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(FormattableString.Invariant($"\"{version}\"")));
        Meter.Requests++;
        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotModified) return null;
        response.EnsureSuccessStatusCode();
        return SubmissionState.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    /// <summary>GET whose body is read as it comes.</summary>
    public async Task<HttpResponseMessage> OpenStreamAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        Meter.Requests++;
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.EnsureSuccessStatusCode();
    }

    public void Dispose() => _http.Dispose();
}
