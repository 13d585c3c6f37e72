using System.Globalization;
using Judge.Testing;

namespace Judge.Chaos;

/// <summary>What came of a run.</summary>
/// <param name="Seed">By which it can be run again.</param>
/// <param name="Submissions">That were answered 202.</param>
/// <param name="Faults">That were made.</param>
/// <param name="Lost">Accepted, and not in the database.</param>
/// <param name="Doubled">In the database, and nobody's.</param>
/// <param name="Stuck">Not judged a minute after everything works again, and messages left in queues.</param>
/// <param name="Wrong">Verdicts that are not the program's.</param>
/// <param name="Backwards">States told after newer ones.</param>
public sealed record ChaosResult(
    int Seed, int Submissions, int Faults, IReadOnlyCollection<string> Lost, IReadOnlyCollection<string> Doubled, IReadOnlyCollection<string> Stuck,
    IReadOnlyCollection<string> Wrong, IReadOnlyCollection<string> Backwards)
{
    public bool Holds => Submissions > 0 && Lost.Count + Doubled.Count + Stuck.Count + Wrong.Count + Backwards.Count == 0;

    /// <summary>Every promise that was broken, a line each.</summary>
    public IEnumerable<string> Complaints =>
    [
        .. Lost.Select(l => $"lost: {l}"), .. Doubled.Select(l => $"doubled: {l}"), .. Stuck.Select(l => $"stuck: {l}"), .. Wrong.Select(l => $"wrong: {l}"),
        .. Backwards.Select(l => $"backwards: {l}"),
    ];
}

/// <summary>Load, faults, and then the reckoning.</summary>
public static class ChaosRun
{
    private const int Clients = 16;

    /// <summary>How long what is under way may take once everything works again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="seed">Chooses the faults and what clients submit.</param>
    /// <param name="duration">Of the faults.</param>
    /// <param name="say">Takes a line of progress.</param>
    public static async Task<ChaosResult> RunAsync(int seed, TimeSpan duration, Action<string> say)
    {
        say("starting RabbitMQ, PostgreSQL, two APIs, four workers");
        await using var world = await World.StartAsync();
        if (!World.HasDisks) say("disks are not filled: that takes root");
        var keys = await KeysAsync(world.Urls[0]);
        var ledger = new Ledger();
        using var end = new CancellationTokenSource();
        using var giveUp = new CancellationTokenSource();
        var clients = Enumerable.Range(0, Clients).Select(i => new Client(world.Urls, keys[i % keys.Count], ledger, new Random((seed * 1000) + i))).ToList();
        var running = clients.Select(c => Task.Run(() => c.RunAsync(end.Token, giveUp.Token))).ToList();
        try
        {
            // RabbitMQ 3.10 killed within a second of making a quorum queue cannot recover the queue: first everything has to have been used.
            await Repository.UntilAsync(() => Task.FromResult(ledger.Judged >= 2 * Clients || running.Exists(r => r.IsFaulted)), Patience, "nothing is judged");
            var faults = await InjectAsync(world, seed, duration, ledger, say, running);
            say("faults are over; waiting until everything works");
            await world.HealAsync();
            say($"everything works; {ledger.Accepted.ToString(CultureInfo.InvariantCulture)} submissions so far, finishing what is under way");
            await end.CancelAsync();
            giveUp.CancelAfter(Patience);
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var broken = running.Where(r => r.IsFaulted).Select(r => r.Exception!.InnerException!.Message).ToList();
            var result = await ReckonAsync(world, seed, faults, ledger);
            if (broken.Count > 0) result = result with { Wrong = [.. result.Wrong, .. broken] };
            if (!result.Holds) say(world.Describe());
            return result;
        }
        finally
        {
            await giveUp.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var client in clients) client.Dispose();
        }
    }

    private static async Task<int> InjectAsync(World world, int seed, TimeSpan duration, Ledger ledger, Action<string> say, IReadOnlyCollection<Task> clients)
    {
        var started = TimeProvider.System.GetTimestamp();
        var (suffering, said) = (new List<Task>(), TimeSpan.Zero);
        foreach (var fault in FaultPlan.Make(seed, duration))
        {
            var wait = fault.At - TimeProvider.System.GetElapsedTime(started);
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            if (clients.FirstOrDefault(c => c.IsFaulted) is { } broken) await broken;
            say(fault.ToString());
            suffering.Add(world.SufferAsync(fault, seed));
            if (fault.At - said < TimeSpan.FromSeconds(5)) continue;
            said = fault.At;
            say(string.Create(CultureInfo.InvariantCulture, $"{suffering.Count} faults, {ledger.Accepted} submissions, {ledger.Judged} verdicts"));
        }

        await Task.WhenAll(suffering);
        return suffering.Count;
    }

    private static async Task<ChaosResult> ReckonAsync(World world, int seed, int faults, Ledger ledger)
    {
        using var admin = new JudgeClient(world.Urls[0], "demo-admin");
        var (stored, stuck, before) = (new HashSet<string>(StringComparer.Ordinal), new List<string>(), "");
        do
        {
            var page = await admin.GetAsync($"/api/submissions?limit=200{before}");
            foreach (var submission in page["items"]!.AsArray().Select(s => s!.AsObject()))
            {
                stored.Add(submission["id"]!.GetValue<string>());
                if (Ledger.State(submission) == "judged") ledger.Hear(submission, null);
                else stuck.Add(submission.ToJsonString());
            }

            before = page["next"] is { } next ? $"&before={next.GetValue<string>()}" : "";
        }
        while (before.Length > 0);

        var left = await world.LeftOverAsync();
        for (var i = 0; i < 15 && left.Count > 0; i++)
        {
            await Task.Delay(1000);
            left = await world.LeftOverAsync();
        }

        return new ChaosResult(
            seed, ledger.Accepted, faults, [.. ledger.Ids.Where(id => !stored.Contains(id))], [.. stored.Except(ledger.Ids, StringComparer.Ordinal)],
            [.. stuck, .. left], ledger.Wrong, ledger.Backwards);
    }

    /// <summary>Of three premium and three free accounts.</summary>
    private static async Task<IReadOnlyList<string>> KeysAsync(string url)
    {
        using var admin = new JudgeClient(url, "demo-admin");
        var keys = new List<string> { "demo-premium", "demo-free" };
        for (var i = 0; i < 4; i++)
        {
            using var response = await admin.Http.PostAsync("/api/accounts", System.Net.Http.Json.JsonContent.Create(new
            {
                name = $"user-{i.ToString(CultureInfo.InvariantCulture)}", tier = i % 2 == 0 ? "premium" : "free", role = "user",
            }));
            response.EnsureSuccessStatusCode();
            keys.Add(System.Text.Json.Nodes.JsonNode.Parse(await response.Content.ReadAsStringAsync())!["key"]!.GetValue<string>());
        }

        return keys;
    }
}
