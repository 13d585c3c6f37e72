using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Judge.Benchmarks.Push;
using Judge.Testing;

namespace Judge.Benchmarks;

/// <summary>
/// What premium waits with an empty free queue and with a full one, in turn; what one submission of a fourth account waits behind three accounts'
/// flood; and what all of them were told they would wait. RabbitMQ, SQLite, one API, a big and a small worker on the same processors.
/// </summary>
internal static class PromiseBenchmark
{
    private const int Rounds = 4, Flood = 5000, Flooders = 3, Posters = 16;
    private const double MostTimesIdle = 1.2, WithinFactor = 2;
    private static readonly object Program = new { problem = "a-plus-b", language = "python", source = "print(sum(map(int, input().split())))" };

    public static async Task<bool> RunAsync(CommandLine options, CancellationToken cancellationToken)
    {
        var samples = options.Number("--samples", 50, 1000);
        options.End();
        await using var deployment = await Deployment.StartAsync(cancellationToken);
        await deployment.StartWorkerAsync("big");
        await deployment.StartWorkerAsync("small");
        foreach (var client in (JudgeClient[])[deployment.Premium, deployment.Free])
        {
            for (var i = 0; i < 5; i++) await JudgedAsync(client, cancellationToken);
        }

        var (idle, flooded) = (new List<Sample>(), new List<Sample>());
        var flooders = await AccountsAsync(deployment, "flooder", Flooders);
        for (var round = 1; round <= Rounds; round++)
        {
            Run.Progress($"round {round} of {Rounds}: premium with an empty free queue");
            idle.AddRange(await SampleAsync(deployment.Premium, samples, cancellationToken));
            Run.Progress($"round {round} of {Rounds}: premium with {Flood} submissions of {Flooders} accounts in the free queue");
            var ids = await FloodAsync(flooders, cancellationToken);
            flooded.AddRange(await SampleAsync(deployment.Premium, samples, cancellationToken));
            if (round == Rounds) await ReportFreeAsync(deployment, cancellationToken);
            await CancelAsync(flooders, ids, cancellationToken);
        }

        foreach (var flooder in flooders) flooder.Dispose();
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"premium, {idle.Count} submissions each way, {Rounds} rounds in turn; ms by the server's clock"));
        Console.WriteLine($"{"",-52}{"p50",9}{"p95",9}");
        Print("accepted -> begun, free queue empty", idle.ConvertAll(s => s.WaitMs));
        Print("accepted -> begun, free queue full", flooded.ConvertAll(s => s.WaitMs));
        Print("accepted -> verdict, free queue empty", idle.ConvertAll(s => s.VerdictMs));
        Print("accepted -> verdict, free queue full", flooded.ConvertAll(s => s.VerdictMs));
        var ratio = Statistics.Percentile(flooded.ConvertAll(s => s.WaitMs), 0.95) / Statistics.Percentile(idle.ConvertAll(s => s.WaitMs), 0.95);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"premium's wait, p95, full beside empty: {ratio:0.00} x (target: at most {MostTimesIdle}): {(ratio <= MostTimesIdle ? "holds" : "missed")}"));
        return ratio <= MostTimesIdle;
    }

    /// <summary>With three accounts' flood in the queue: what others wait, and what they were told.</summary>
    private static async Task ReportFreeAsync(Deployment deployment, CancellationToken cancellationToken)
    {
        Run.Progress($"a fourth account's single submissions, and a fifth's thirty");
        var others = await AccountsAsync(deployment, "other", 2);
        var told = new List<Sample>();
        for (var i = 0; i < 10; i++) told.Add(await JudgedAsync(others[0], cancellationToken));
        var single = told.ConvertAll(s => s.WaitMs);
        var many = new List<JsonObject>();
        for (var i = 0; i < 30; i++) many.Add(await SubmitAsync(others[1], cancellationToken));
        foreach (var submission in many) told.Add(await WaitAsync(others[1], submission));
        Console.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"free, behind {Flood} of {Flooders} accounts: a fourth account's single submission had {told.Take(10).Max(s => s.Ahead)} ahead at most and waited p50 {Statistics.Percentile(single, 0.5):0} ms, at most {single.Max():0} ms"));
        var estimated = told.Where(s => s is { EstimatedMs: > 0, WaitMs: > 0 }).ToList();
        var within = estimated.Count(s => s.WaitMs / s.EstimatedMs <= WithinFactor && s.EstimatedMs / s.WaitMs <= WithinFactor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"waited / estimated: p10 {Ratio(0.1):0.00}, p50 {Ratio(0.5):0.00}, p90 {Ratio(0.9):0.00} of {estimated.Count}; within a factor of {WithinFactor}: {100.0 * within / estimated.Count:0} %"));
        foreach (var other in others) other.Dispose();

        double Ratio(double p) => Statistics.Percentile(estimated.ConvertAll(s => s.WaitMs / s.EstimatedMs!.Value), p);
    }

    private static async Task<IReadOnlyList<JudgeClient>> AccountsAsync(Deployment deployment, string name, int count)
    {
        var clients = new List<JudgeClient>();
        for (var i = 0; i < count; i++)
        {
            using var response = await deployment.Admin.Http.PostAsJsonAsync("/api/accounts", new { name = $"{name}-{i.ToString(CultureInfo.InvariantCulture)}", tier = "free", role = "user" });
            response.EnsureSuccessStatusCode();
            clients.Add(new JudgeClient(deployment.Url, (await response.Content.ReadFromJsonAsync<JsonObject>())!["key"]!.GetValue<string>()));
        }

        return clients;
    }

    private static async Task<List<Sample>> SampleAsync(JudgeClient client, int count, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        for (var i = 0; i < count; i++)
        {
            samples.Add(await JudgedAsync(client, cancellationToken));
            await Task.Delay(Random.Shared.Next(10, 60), cancellationToken);
        }

        return samples;
    }

    private static async Task<Sample> JudgedAsync(JudgeClient client, CancellationToken cancellationToken) => await WaitAsync(client, await SubmitAsync(client, cancellationToken));

    private static async Task<JsonObject> SubmitAsync(JudgeClient client, CancellationToken cancellationToken)
    {
        using var response = await client.Http.PostAsJsonAsync("/api/submissions", Program, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
    }

    private static async Task<Sample> WaitAsync(JudgeClient client, JsonObject submission)
    {
        var judged = await client.JudgedAsync(submission["id"]!.GetValue<string>(), TimeSpan.FromMinutes(10));
        if (judged["verdict"]!.GetValue<string>() != "accepted") throw new InvalidOperationException(judged.ToJsonString());
        var (created, started, ended) = (Time("createdAt"), Time("startedAt"), Time("judgedAt"));
        return new Sample(
            Math.Max(1, (started - created).TotalMilliseconds), (ended - created).TotalMilliseconds,
            submission["queue"]?["ahead"]?.GetValue<int>() ?? 0, submission["queue"]?["estimatedMs"]?.GetValue<double>());

        DateTime Time(string field) => judged[field]!.GetValue<DateTime>();
    }

    private static async Task<IReadOnlyList<(JudgeClient Client, string Id)>> FloodAsync(IReadOnlyList<JudgeClient> flooders, CancellationToken cancellationToken)
    {
        var ids = new System.Collections.Concurrent.ConcurrentBag<(JudgeClient, string)>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Flood), new ParallelOptions { MaxDegreeOfParallelism = Posters, CancellationToken = cancellationToken }, async (i, stop) =>
        {
            var client = flooders[i % flooders.Count];
            ids.Add((client, (await SubmitAsync(client, stop))["id"]!.GetValue<string>()));
        });
        return [.. ids];
    }

    /// <summary>Withdraws what is still queued, and waits until nothing is left.</summary>
    private static async Task CancelAsync(IReadOnlyList<JudgeClient> flooders, IReadOnlyList<(JudgeClient Client, string Id)> ids, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = Posters, CancellationToken = cancellationToken }, async (one, stop) =>
        {
            using var response = await one.Client.Http.DeleteAsync($"/api/submissions/{one.Id}", stop);
        });
        await Repository.UntilAsync(
            async () => (await flooders[0].GetArrayAsync("/api/queues")).All(q => q!["depth"]!.GetValue<int>() == 0), TimeSpan.FromMinutes(2), "the flood does not end");
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
    }

    private static void Print(string what, List<double> values) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{what,-52}{Statistics.Percentile(values, 0.5),9:0.0}{Statistics.Percentile(values, 0.95),9:0.0}"));

    /// <summary>One submission's way, ms, and what it was told when it was accepted.</summary>
    private sealed record Sample(double WaitMs, double VerdictMs, int Ahead, double? EstimatedMs);
}
