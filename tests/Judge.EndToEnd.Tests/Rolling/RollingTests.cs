using System.Diagnostics;
using System.Globalization;
using Judge.Testing;
using Xunit.Abstractions;

namespace Judge.EndToEnd.Tests.Rolling;

/// <summary>
/// A deployment without downtime: compose.yaml's proxy before two APIs, two big workers and a small one, RabbitMQ, PostgreSQL, and each
/// process of ours told to stop and started again under load.
/// </summary>
[Collection(UnderLoad.Name)]
public sealed class RollingTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_process_is_restarted_under_load_and_no_request_fails()
    {
        await using var fleet = await Fleet.StartAsync(big: 2, small: 1, apis: 2, proxied: true);
        using var load = new Load(fleet.Url);
        load.Start();
        await Repository.UntilAsync(() => Task.FromResult(load.Ledger.Judged > 20), TimeSpan.FromSeconds(60), $"the first verdicts do not come: {string.Join('\n', load.Failures)}");
        await load.SubmitLongAsync();
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < fleet.Apis.Length; i++) await StepAsync($"API {Number(i)}", () => RollAsync(fleet, i));
        // The one that is started is put at the end: each has its turn.
        for (var i = 0; i < fleet.Big.Count; i++) await StepAsync($"big {Number(i)}", () => fleet.RollWorkerAsync(fleet.Big, 0));
        await StepAsync("small 0", () => fleet.RollWorkerAsync(fleet.Small, 0));
        var took = Stopwatch.GetElapsedTime(began);
        var finishing = load.FinishAsync(TimeSpan.FromSeconds(60));
        await Task.WhenAny(finishing);
        output.WriteLine($"in {took.TotalSeconds:0.0} s: {string.Join(", ", load.Counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{Number(c.Value)} {c.Key}"))}");
        output.WriteLine($"{Number(load.Ledger.Accepted)} accepted, {Number(load.Ledger.Judged)} judged, {Number(load.Failures.Count)} failed requests, 1001 per socket: {string.Join(' ', load.Farewells)}");
        output.WriteLine($"the proxy: {await fleet.Proxy!.ErrorsAsync()}");
        Assert.True(load.Failures.Count == 0, $"{Number(load.Failures.Count)} failed:\n{string.Join('\n', load.Failures.Take(40))}\n{fleet.Proxy.Output}");
        if (!finishing.IsCompletedSuccessfully) Assert.Fail($"{finishing.Exception?.Message}: {string.Join('\n', await UnfinishedAsync(fleet))}");
        Assert.Empty(load.Ledger.Wrong);
        Assert.Empty(load.Ledger.Backwards);
        Assert.Equal(load.Ledger.Accepted, load.Ledger.Judged);
        Assert.All(load.Farewells, count => Assert.True(count > 0, "a socket was never closed"));
        Assert.All((string[])["POST kept", "POST closed", "GET kept", "GET closed", "long-poll", "stream", "stream resumed", "socket"], kind => Assert.True(load.Counts.GetValueOrDefault(kind) > 0, kind));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task RollAsync(Fleet fleet, int instance)
    {
        var before = await fleet.Proxy!.ErrorsAsync();
        await fleet.StopApiAsync(instance);
        // The proxy may try again what met a closed door; but an instance that goes in good order lets none come to that.
        Assert.Equal(before, await fleet.Proxy.ErrorsAsync());
        await fleet.StartApiAsync(instance);
        await fleet.Proxy.UntilServingAsync(fleet.Apis.Length);
    }

    private static async Task<IEnumerable<string>> UnfinishedAsync(Fleet fleet) =>
        (await fleet.Admin.GetAsync("/api/submissions?limit=200"))["items"]!.AsArray().Select(s => s!.ToJsonString()).Where(s => !s.Contains("\"judged\"", StringComparison.Ordinal));

    private async Task StepAsync(string what, Func<Task> step)
    {
        var started = Stopwatch.GetTimestamp();
        await step();
        output.WriteLine($"{what}: {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
    }
}
