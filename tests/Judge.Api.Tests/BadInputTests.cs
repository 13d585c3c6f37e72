using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Judge.Api.Tests;

/// <summary>Every way of being wrong gets a clear 4xx that names the field, and the server goes on serving.</summary>
public sealed class BadInputTests(ApiServer server) : IClassFixture<ApiServer>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => Assert.Equal("demo-free", (await server.Free.GetAsync("/api/me"))["name"]!.GetValue<string>());

    public static TheoryData<string, string, string> Bodies => new()
    {
        { "empty", "", "body" },
        { "broken JSON", "{\"problem\": ", "body" },
        { "not JSON at all", "problem=a-plus-b", "body" },
        { "an array", "[]", "body" },
        { "a string", "\"a-plus-b\"", "body" },
        { "null", "null", "body" },
        { "too deep", new string('[', 100) + new string(']', 100), "body" },
        { "no fields", "{}", "problem" },
        { "problem missing", """{"language":"python","source":"x"}""", "problem" },
        { "problem null", """{"problem":null,"language":"python","source":"x"}""", "problem" },
        { "problem a number", """{"problem":1,"language":"python","source":"x"}""", "problem" },
        { "problem an object", """{"problem":{},"language":"python","source":"x"}""", "problem" },
        { "problem unknown", """{"problem":"no-such","language":"python","source":"x"}""", "problem" },
        { "problem a path", """{"problem":"../../etc/passwd","language":"python","source":"x"}""", "problem" },
        { "problem SQL", """{"problem":"x' or '1'='1","language":"python","source":"x"}""", "problem" },
        { "language unknown", """{"problem":"a-plus-b","language":"klingon","source":"x"}""", "language" },
        { "language a boolean", """{"problem":"a-plus-b","language":true,"source":"x"}""", "language" },
        { "source missing", """{"problem":"a-plus-b","language":"python"}""", "source" },
        { "source empty", """{"problem":"a-plus-b","language":"python","source":""}""", "source" },
        { "source blank", """{"problem":"a-plus-b","language":"python","source":" \n\t"}""", "source" },
        { "source an array", """{"problem":"a-plus-b","language":"python","source":["x"]}""", "source" },
        { "source with NUL", """{"problem":"a-plus-b","language":"python","source":"x\u0000y"}""", "source" },
        { "source with half a surrogate pair", """{"problem":"a-plus-b","language":"python","source":"\ud800"}""", "source" },
        { "source over 64 KiB", $$"""{"problem":"a-plus-b","language":"python","source":"{{new string('x', 64 * 1024 + 1)}}"}""", "source" },
        { "source over 64 KiB in UTF-8", $$"""{"problem":"a-plus-b","language":"python","source":"{{new string('é', 32 * 1024 + 1)}}"}""", "source" },
        { "a field twice", """{"problem":"a-plus-b","problem":"a-plus-b","language":"python","source":"x"}""", "problem" },
        { "an unknown field", """{"problem":"a-plus-b","language":"python","sorce":"x"}""", "sorce" },
        { "10,000 fields", JsonSerializer.Serialize(Enumerable.Range(0, 10_000).ToDictionary(i => $"field{i}")), "body" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_refused_and_its_field_named(string what, string body, string field)
    {
        using var response = await server.Free.Http.PostAsync("/api/submissions", Http.Json(body));
        var problem = await response.ProblemAsync(HttpStatusCode.BadRequest);
        Assert.True(problem["errors"]!.AsObject().ContainsKey(field), $"{what}: {problem.ToJsonString()}");
    }

    [Fact]
    public async Task A_form_instead_of_json_is_a_bad_body_whatever_it_calls_itself()
    {
        using var response = await server.Free.Http.PostAsync("/api/submissions", Http.Bytes("problem=a-plus-b"u8.ToArray(), "application/x-www-form-urlencoded"));
        Assert.True((await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("body"));
    }

    [Fact]
    public async Task Exactly_64_KiB_are_taken()
    {
        var id = await server.Free.SubmitAsync("a-plus-b", "python", Http.Right + "\n#" + new string('x', 64 * 1024 - Http.Right.Length - 2));
        Assert.Equal("accepted", (await server.Free.JudgedAsync(id)).Text("verdict"));
    }

    [Fact]
    public async Task Invalid_utf8_names_the_field_it_is_in()
    {
        byte[] body = [.. """{"problem":"a-plus-b","language":"python","source":"x"""u8, 0xFF, 0xFE, .. "\"}"u8];
        using var response = await server.Free.Http.PostAsync("/api/submissions", Http.Bytes(body, "application/json"));
        Assert.True((await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("source"));
        byte[] name = [.. "{\""u8, 0xC3, 0x28, .. "\":1}"u8];
        using var inName = await server.Free.Http.PostAsync("/api/submissions", Http.Bytes(name, "application/json"));
        Assert.True((await inName.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("body"));
    }

    [Fact]
    public async Task Ten_MiB_are_refused_with_and_without_a_declared_length()
    {
        var body = Encoding.UTF8.GetBytes($$"""{"problem":"a-plus-b","language":"python","source":"{{new string('x', 10 * 1024 * 1024)}}"}""");
        using var declared = await server.Free.Http.PostAsync("/api/submissions", Http.Bytes(body, "application/json"));
        Assert.True((await declared.ProblemAsync(HttpStatusCode.RequestEntityTooLarge))["errors"]!.AsObject().ContainsKey("body"));
        var chunked = Http.Request(HttpMethod.Post, "/api/submissions", ("Transfer-Encoding", "chunked"));
        chunked.Content = new StreamContent(new MemoryStream(body));
        chunked.Content.Headers.ContentType = new("application/json");
        using var response = await server.Free.Http.SendAsync(chunked);
        Assert.True((await response.ProblemAsync(HttpStatusCode.RequestEntityTooLarge))["errors"]!.AsObject().ContainsKey("body"));
    }

    [Fact]
    public async Task A_body_that_never_comes_is_timed_out()
    {
        using var client = new TcpClient();
        var uri = new Uri(server.Url);
        await client.ConnectAsync(uri.Host, uri.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync("POST /api/submissions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer demo-free\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"u8.ToArray());
        using var reader = new StreamReader(stream, Encoding.ASCII);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        Assert.StartsWith("HTTP/1.1 408", await reader.ReadLineAsync(patience.Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer wrong")]
    [InlineData("Basic ZGVtby1mcmVlOg==")]
    [InlineData("demo-free")]
    [InlineData(null)]
    public async Task No_key_or_a_wrong_one_is_401(string? authorization)
    {
        foreach (var path in (string[])["/api/me", "/api/submissions", "/api/problems", "/api/languages", "/api/queues", "/api/problems/a-plus-b"])
        {
            using var response = await server.Nobody.Http.SendAsync(authorization is null
                ? Http.Request(HttpMethod.Get, path)
                : Http.Request(HttpMethod.Get, path, ("Authorization", authorization)));
            await response.ProblemAsync(HttpStatusCode.Unauthorized);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }

        using var post = await server.Nobody.Http.PostAsync("/api/submissions", Http.Json("{}"));
        await post.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_very_long_key_is_401_too()
    {
        using var response = await server.Nobody.Http.SendAsync(Http.Request(HttpMethod.Get, "/api/me", ("Authorization", "Bearer " + new string('k', 10_000))));
        await response.ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/api/submissions/1", "id")]
    [InlineData("/api/submissions/not-a-guid", "id")]
    [InlineData("/api/submissions/01a20096c88c7459b3239b702034aada", "id")]
    [InlineData("/api/submissions/'%20or%201=1--", "id")]
    [InlineData("/api/submissions/01a20096-c88c-7459-b323-9b702034aada?wait=-1", "wait")]
    [InlineData("/api/submissions/01a20096-c88c-7459-b323-9b702034aada?wait=61", "wait")]
    [InlineData("/api/submissions/01a20096-c88c-7459-b323-9b702034aada?wait=soon", "wait")]
    [InlineData("/api/submissions/01a20096-c88c-7459-b323-9b702034aada?wait=", "wait")]
    [InlineData("/api/submissions/01a20096-c88c-7459-b323-9b702034aada?wait=NaN", "wait")]
    [InlineData("/api/submissions/01a20096-c88c-7459-b323-9b702034aada?wait=1e9", "wait")]
    [InlineData("/api/submissions?limit=0", "limit")]
    [InlineData("/api/submissions?limit=100000", "limit")]
    [InlineData("/api/submissions?limit=ten", "limit")]
    [InlineData("/api/submissions?state=done", "state")]
    [InlineData("/api/submissions?before=yesterday", "before")]
    public async Task A_bad_id_or_query_is_named(string path, string field)
    {
        using var response = await server.Free.Http.GetAsync(path);
        Assert.True((await response.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey(field));
    }

    [Fact]
    public async Task A_NUL_in_the_path_does_not_get_past_the_web_server()
    {
        using var response = await server.Free.Http.GetAsync("/api/submissions/%00");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task An_unknown_id_path_or_method_is_a_problem_too()
    {
        using var id = await server.Free.Http.GetAsync($"/api/submissions/{Guid.NewGuid()}");
        await id.ProblemAsync(HttpStatusCode.NotFound);
        using var problem = await server.Free.Http.GetAsync("/api/problems/no-such");
        await problem.ProblemAsync(HttpStatusCode.NotFound);
        using var path = await server.Free.Http.GetAsync("/api/nothing");
        await path.ProblemAsync(HttpStatusCode.NotFound);
        using var method = await server.Free.Http.PutAsync("/api/submissions", Http.Json("{}"));
        await method.ProblemAsync(HttpStatusCode.MethodNotAllowed);
        using var key = await server.Free.Http.SendAsync(Http.Submit(new { }, ("Idempotency-Key", new string('k', 201))));
        Assert.True((await key.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!.AsObject().ContainsKey("Idempotency-Key"));
    }
}
