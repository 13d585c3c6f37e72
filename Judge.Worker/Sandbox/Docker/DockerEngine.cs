using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>
/// The Docker engine over its Unix socket: the calls of Docker.DotNet's client that are needed here, by the same names, because that
/// package does not restore everywhere. Every call throws <see cref="SandboxException"/> when the engine refuses or is not there.
/// </summary>
internal sealed class DockerEngine : IDisposable
{
    /// <summary>The newest API that this was written against; an older engine is spoken to in its own.</summary>
    private static readonly Version NewestApi = new(1, 44);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly string _socket;
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<string> _unremoved = new();
    private string _api = "";

    private DockerEngine(string socket)
    {
        _socket = socket;
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (_, cancellationToken) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                try
                {
                    await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellationToken);
                    return new NetworkStream(connection, ownsSocket: true);
                }
                catch
                {
                    connection.Dispose();
                    throw;
                }
            },
        };
        _http = new HttpClient(handler) { BaseAddress = new Uri("http://docker"), Timeout = Patience };
    }

    public string Version { get; private set; } = "";

    public static async Task<DockerEngine> ConnectAsync(string socket, CancellationToken cancellationToken)
    {
        var engine = new DockerEngine(socket);
        try
        {
            var version = await engine.GetAsync<VersionResponse>("/version", cancellationToken);
            engine.Version = version.Version;
            var api = System.Version.TryParse(version.ApiVersion, out var theirs) && theirs < NewestApi ? theirs : NewestApi;
            engine._api = $"/v{api}";
            return engine;
        }
        catch
        {
            engine.Dispose();
            throw;
        }
    }

    public void Dispose() => _http.Dispose();

    public Task<SystemInfoResponse> GetSystemInfoAsync(CancellationToken cancellationToken) => GetAsync<SystemInfoResponse>("/info", cancellationToken);

    /// <summary>Null when the engine does not have the image.</summary>
    public async Task<ImageInspectResponse?> InspectImageAsync(string image, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/images/{string.Join('/', image.Split('/').Select(Uri.EscapeDataString))}/json", null, HttpStatusCode.NotFound, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<ImageInspectResponse>(response, cancellationToken);
    }

    /// <returns>The container's id.</returns>
    public async Task<string> CreateContainerAsync(CreateContainerParameters parameters, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, "/containers/create", JsonContent.Create(parameters, options: Json), null, cancellationToken);
        return (await ReadAsync<CreateContainerResponse>(response, cancellationToken)).ID;
    }

    public Task StartContainerAsync(string id, CancellationToken cancellationToken) => PostAsync($"/containers/{id}/start", null, cancellationToken);

    public Task UpdateContainerAsync(string id, ContainerUpdateParameters parameters, CancellationToken cancellationToken) =>
        PostAsync($"/containers/{id}/update", JsonContent.Create(parameters, options: Json), cancellationToken);

    /// <summary>Null when there is no such container any more.</summary>
    public async Task<ContainerInspectResponse?> InspectContainerAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/containers/{id}/json", null, HttpStatusCode.NotFound, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await ReadAsync<ContainerInspectResponse>(response, cancellationToken);
    }

    /// <summary>All containers that carry the label, whatever their state.</summary>
    public Task<IReadOnlyList<ContainerListResponse>> ListContainersAsync(string label, CancellationToken cancellationToken)
    {
        var filters = JsonSerializer.Serialize(new Dictionary<string, string[]>(StringComparer.Ordinal) { ["label"] = [label] });
        return GetAsync<IReadOnlyList<ContainerListResponse>>($"/containers/json?all=1&filters={Uri.EscapeDataString(filters)}", cancellationToken);
    }

    /// <summary>Kills it if it runs. One that is gone, or is being removed already, is as good.</summary>
    public async Task RemoveContainerAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, $"/containers/{id}?force=1&v=1", null, HttpStatusCode.NotFound, cancellationToken);
    }

    /// <summary>Removes it now, or, when the engine is away, with the first container that is removed when it is back.</summary>
    public async Task RemoveSurelyAsync(string id)
    {
        _unremoved.Enqueue(id);
        for (var left = _unremoved.Count; left > 0 && _unremoved.TryDequeue(out var next); left--)
        {
            try
            {
                await RemoveContainerAsync(next, CancellationToken.None);
            }
            catch (SandboxException)
            {
                _unremoved.Enqueue(next);
                return;
            }
        }
    }

    /// <summary>The container's standard streams, as one connection of its own.</summary>
    public async Task<AttachedStream> AttachContainerAsync(string id, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"{_api}/containers/{id}/attach?stream=1&stdin=1&stdout=1&stderr=1");
        request.Headers.Connection.Add("Upgrade");
        request.Headers.Upgrade.Add(new System.Net.Http.Headers.ProductHeaderValue("tcp"));
        var response = await SendAsync(request, null, cancellationToken);
        if (response.StatusCode != HttpStatusCode.SwitchingProtocols)
        {
            response.Dispose();
            throw new SandboxException($"the Docker engine at {_socket} would not attach to a container: {(int)response.StatusCode}");
        }

        return new AttachedStream(response, await response.Content.ReadAsStreamAsync(cancellationToken));
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, null, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    private async Task PostAsync(string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, path, content, null, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, HttpContent? content, HttpStatusCode? accepted, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(method, _api + path) { Content = content }, accepted, cancellationToken);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, HttpStatusCode? accepted, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if ((int)response.StatusCode < 400 || response.StatusCode == accepted) return response;
            using (response)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                throw new SandboxException($"the Docker engine refused {request.Method} {request.RequestUri}: {(int)response.StatusCode} {Message(body)}");
            }
        }
        catch (Exception e) when (IsAway(e, cancellationToken))
        {
            throw Away(e);
        }
        finally
        {
            request.Dispose();
        }
    }

    private async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await response.Content.ReadFromJsonAsync<T>(cancellationToken) ?? throw new JsonException("null");
        }
        catch (Exception e) when (IsAway(e, cancellationToken))
        {
            throw Away(e);
        }
    }

    /// <summary>HttpClient's own patience ends in an OperationCanceledException, too.</summary>
    private static bool IsAway(Exception e, CancellationToken cancellationToken) =>
        e is HttpRequestException or IOException or SocketException or JsonException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested;

    private SandboxException Away(Exception e) => new($"the Docker engine at {_socket} does not answer: {(e.InnerException ?? e).Message}", e);

    private static string Message(string body)
    {
        try
        {
            return JsonSerializer.Deserialize<ErrorResponse>(body, JsonSerializerOptions.Web)?.Message ?? body;
        }
        catch (JsonException)
        {
            return body;
        }
    }
}
