using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Judge.Testing;

namespace Judge.Benchmarks;

/// <summary>
/// One client, one submission at a time, idle server: from before POST to the judged answer of a long-poll, in turn with the lower
/// bound, a bare posix_spawn of the same program on the same input.
/// </summary>
internal static class LatencyBenchmark
{
    private const int Rounds = 100, WarmUp = 20;
    private const string Source = "print(sum(map(int, input().split())))\n", Input = "20 22\n";

    public static async Task<int> RunAsync()
    {
        using var data = new TemporaryDirectory();
        var url = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
        await using var server = JudgeProcess.Start("Judge.Api", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = url,
            ["Judge__DataPath"] = data.Path,
            ["Judge__DemoAccounts"] = "true",
            ["Judge__Limits__Premium__SubmissionsPerMinute"] = "0",
        });
        using var client = new JudgeClient(url, "demo-premium");
        using var admin = new JudgeClient(url, "demo-admin");
        await client.HealthyAsync(server);
        using var package = new ByteArrayContent(OneCasePackage());
        package.Headers.ContentType = new("application/zip");
        (await admin.Http.PutAsync("/api/problems/one-case", package)).EnsureSuccessStatusCode();
        var program = Path.Combine(data.Path, "solution.py");
        await File.WriteAllTextAsync(program, Source);

        var (judged, bare, split) = (new List<double>(), new List<double>(), new List<(double Queue, double Judge)>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            var submission = await SubmitAndWaitAsync(client);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            var reference = RunBare(program);
            if (round < 0) continue;
            judged.Add(took);
            bare.Add(reference);
            split.Add((Between(submission, "createdAt", "startedAt"), Between(submission, "startedAt", "judgedAt")));
        }

        Console.WriteLine($"{Rounds} rounds, one at a time, after {WarmUp} to warm up; ms");
        Statistics.PrintHeader();
        Statistics.Print("bare python3 solution.py < input", bare);
        Statistics.Print("submit -> judged (HTTP, SQLite, sandbox)", judged);
        Statistics.Print("  of it stored -> begun", [.. split.Select(s => s.Queue)]);
        Statistics.Print("  of it begun -> verdict stored", [.. split.Select(s => s.Judge)]);
        var ratio = Statistics.Percentile(judged, 0.5) / Statistics.Percentile(bare, 0.5);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p50 ratio {ratio:0.00} (target: at most 5)"));
        return ratio <= 5 ? 0 : 1;
    }

    private static async Task<JsonObject> SubmitAndWaitAsync(JudgeClient client)
    {
        using var response = await client.Http.PostAsJsonAsync("/api/submissions", new { problem = "one-case", language = "python", source = Source });
        response.EnsureSuccessStatusCode();
        var submission = await client.GetAsync($"{response.Headers.Location}?wait=30");
        return submission["verdict"]!.GetValue<string>() == "accepted" ? submission : throw new InvalidOperationException(submission.ToJsonString());
    }

    private static double RunBare(string program)
    {
        var started = Stopwatch.GetTimestamp();
        var output = BareProcess.Run(["/usr/bin/python3", program], Encoding.UTF8.GetBytes(Input));
        if (output != "42\n") throw new InvalidOperationException("the bare run failed");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static byte[] OneCasePackage()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in ((string, string)[])[("problem.yaml", "name: One case\n"), ("data/secret/1.in", Input), ("data/secret/1.ans", "42\n")])
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }

    private static double Between(JsonObject submission, string from, string to) =>
        (DateTimeOffset.Parse(submission[to]!.GetValue<string>(), CultureInfo.InvariantCulture)
            - DateTimeOffset.Parse(submission[from]!.GetValue<string>(), CultureInfo.InvariantCulture)).TotalMilliseconds;
}
