using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Judge.Api.Hosting;
using Judge.Testing;
using Microsoft.AspNetCore.Builder;

namespace Judge.Api.Tests;

/// <summary>The API on a real Kestrel, database and sandbox, in this process so that a test may also look inside.</summary>
public class ApiServer : IAsyncLifetime, IAsyncDisposable
{
    private readonly TemporaryDirectory _data = new();
    private readonly string[] _settings;

    public ApiServer()
        : this([])
    {
    }

    internal ApiServer(params string[] settings)
    {
        _settings = settings;
        Url = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
        Free = new JudgeClient(Url, "demo-free");
        Premium = new JudgeClient(Url, "demo-premium");
        Admin = new JudgeClient(Url, "demo-admin");
        Nobody = new JudgeClient(Url, null);
    }

    /// <summary>A broker that is not there: submissions are taken and stay queued.</summary>
    internal static string[] WithoutBroker { get; } =
        ["--ConnectionStrings:Bus", "amqp://guest:guest@127.0.0.1:1/", "--Judge:WorkerKey", "a-worker-key-for-tests"];

    internal static string[] WithoutLimits { get; } =
    [
        .. from tier in (string[])["Free", "Premium"]
           from limit in (string[])["SubmissionsPerMinute", "InFlight", "Connections", "Subscriptions", "RunsPerMinute"]
           from word in (string[])[$"--Judge:Limits:{tier}:{limit}", "0"]
           select word,
    ];

    public string Url { get; }

    public JudgeClient Free { get; }

    public JudgeClient Premium { get; }

    public JudgeClient Admin { get; }

    public JudgeClient Nobody { get; }

    internal WebApplication App { get; private set; } = null!;

    /// <summary>What it stores in.</summary>
    internal Engine Engine { get; init; }

    internal string ConnectionString { get; private set; } = "";

    /// <summary>A sample of /metrics, by its whole name.</summary>
    public async Task<double> MetricAsync(string name) => (await Nobody.Http.GetStringAsync("/metrics")).Split('\n')
        .Where(l => l.StartsWith($"{name} ", StringComparison.Ordinal)).Select(l => double.Parse(l[(name.Length + 1)..], CultureInfo.InvariantCulture)).SingleOrDefault();

    public async Task InitializeAsync()
    {
        ConnectionString = await TestDatabase.CreateAsync(Engine, _data.Path);
        App = JudgeApi.Build(
        [
            "--urls", Url, "--Judge:DataPath", _data.Path, "--ConnectionStrings:Database", ConnectionString, "--Judge:DemoAccounts", "true", "--Logging:LogLevel:Default", "Error",
            "--Judge:ProblemsPath", SomeProblems.In(_data.Path, "a-plus-b", "island-cables"), .. WithoutLimits, .. _settings,
        ]);
        await JudgeApi.PrepareAsync(App, CancellationToken.None);
        await App.StartAsync();
    }

    async ValueTask IAsyncDisposable.DisposeAsync()
    {
        await DisposeAsync();
        GC.SuppressFinalize(this);
    }

    public async Task DisposeAsync()
    {
        foreach (var client in (JudgeClient[])[Free, Premium, Admin, Nobody]) client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>A problem package of these files.</summary>
    public async Task<HttpResponseMessage> PutProblemAsync(string slug, params (string Name, string Text)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                await using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                await writer.WriteAsync(text);
            }
        }

        return await Admin.Http.PutAsync($"/api/problems/{slug}", Http.Bytes(stream.ToArray(), "application/zip"));
    }

    /// <summary>A server for one test, with settings of its own.</summary>
    internal static async Task<ApiServer> StartAsync(params string[] settings)
    {
        var server = new ApiServer(settings);
        await server.InitializeAsync();
        return server;
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresApiServer : ApiServer
{
    public PostgresApiServer() => Engine = Engine.Postgres;
}

/// <summary>Short words for what the tests say often.</summary>
internal static class Http
{
    public const string Right = "print(sum(map(int, input().split())))";

    public static HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static HttpRequestMessage Submit(object body, params (string Name, string Value)[] headers)
    {
        var request = Request(HttpMethod.Post, "/api/submissions", headers);
        request.Content = JsonContent.Create(body);
        return request;
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    public static ByteArrayContent Bytes(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return content;
    }

    /// <summary>Asserts a problem+json of that status and returns it.</summary>
    public static async Task<JsonObject> ProblemAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        Assert.False(string.IsNullOrEmpty(problem["title"]?.GetValue<string>()), text);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        return problem;
    }

    public static async Task<JsonObject> BodyAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return JsonNode.Parse(text)!.AsObject();
    }

    public static string Text(this JsonObject json, string field) => json[field] is { } value
        ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()
        : "";
}
