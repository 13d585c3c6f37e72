using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Judge.Testing;

namespace Judge.Benchmarks.Rows;

/// <summary>What is asked over HTTP.</summary>
internal static class Requests
{
    public static IReadOnlyList<Turns<RowsServer>> All() =>
    [
        new("POST a submission", PostAsync),
        new("DELETE it, still queued", DeleteAsync),
        new("GET status, whole", (server, n) => GetAsync(server.User, $"/api/submissions/{server.Own[Spread(n, server.Own.Count)]}")),
        List("list, newest page", admin: false, _ => ""),
        List("list, a page from the middle", admin: false, s => $"&before={Middle(s.Own)}"),
        List("list, ?problem=", admin: false, _ => $"&problem={OldRows.CommonProblem}"),
        List("list, ?state=queued, none", admin: false, _ => "&state=queued"),
        List("admin's list, newest page", admin: true, _ => ""),
        List("admin's list, a page from the middle", admin: true, s => $"&before={Middle(s.Everyones)}"),
        List("admin's list, ?problem=", admin: true, _ => $"&problem={OldRows.CommonProblem}"),
        List("admin's list, ?problem= that few try", admin: true, _ => $"&problem={OldRows.RareProblem}"),
        List("admin's list, ?state=queued", admin: true, _ => "&state=queued"),
        List("admin's list, ?state=judging, none", admin: true, _ => "&state=judging"),
        new("GET /api/queues", (server, _) => GetAsync(server.User, "/api/queues")),
    ];

    private static Turns<RowsServer> List(string name, bool admin, Func<RowsServer, string> more) =>
        new(name, (server, _) => GetAsync(admin ? server.Admin : server.User, $"/api/submissions?limit=50{more(server)}"));

    private static string Middle(IReadOnlyList<string> ids) => ids[ids.Count / 2];

    /// <summary>Here and there, evenly.</summary>
    private static int Spread(int n, int count) => (int)(n * 7919L % count);

    private static async Task<long?> GetAsync(JudgeClient client, string path) => (await client.Http.GetByteArrayAsync(path)).Length;

    private static async Task<long?> PostAsync(RowsServer server, int n)
    {
        var client = server.Submitter(n);
        using var response = await client.Http.PostAsJsonAsync("/api/submissions", new { problem = "a-plus-b", language = "python", source = SubmissionBenchmark.Python });
        var body = await response.Content.ReadAsByteArrayAsync();
        response.EnsureSuccessStatusCode();
        server.Submitted.Enqueue((client, JsonNode.Parse(body)!["id"]!.GetValue<string>()));
        return body.Length;
    }

    private static async Task<long?> DeleteAsync(RowsServer server, int n)
    {
        if (!server.Submitted.TryDequeue(out var submitted)) return null;
        var (client, id) = submitted;
        using var response = await client.Http.DeleteAsync($"/api/submissions/{id}");
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }
}
