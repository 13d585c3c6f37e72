using System.Diagnostics;
using System.Globalization;
using Judge.Testing;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Benchmarks;

/// <summary>
/// What a sandbox costs, beside a bare posix_spawn of the same program in the same run: one at a time, all kinds in turn, from the
/// call to the result in hand; then as many as a second takes with one and with two at a time. Containers, as <c>docker exec</c> and
/// as our own sandbox, are asked every few rounds only, and where an engine can be started.
/// </summary>
internal static class SandboxBenchmark
{
    private const int Rounds = 500, WarmUp = 50, Blocks = 6, ContainersEvery = 10;
    private static readonly TimeSpan Block = TimeSpan.FromSeconds(0.5);
    private static readonly RunLimits Limits = new(
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(11), 256L << 20, 1 << 20, 64 << 10, 16, 256L << 20);

    public static async Task<int> RunAsync()
    {
        using var directory = new TemporaryDirectory();
        var source = Path.Combine(directory.Path, "hello.c");
        await File.WriteAllTextAsync(source, "#include <unistd.h>\nint main(void) { return write(1, \"hello\\n\", 6) != 6; }\n");
        var (fixedly, dynamically) = (Path.Combine(directory.Path, "static"), Path.Combine(directory.Path, "dynamic"));
        BareProcess.Run(["/usr/bin/env", "PATH=/usr/bin:/bin", "gcc", "-O2", "-static", source, "-o", fixedly], []);
        BareProcess.Run(["/usr/bin/env", "PATH=/usr/bin:/bin", "gcc", "-O2", source, "-o", dynamically], []);

        using var cgroups = CgroupDriver.Detect("bench", 100);
        using var sandbox = new BubblewrapSandbox(cgroups, [], new BubblewrapOptions(2, 2, 2, Pinned: false));
        await using var box = await OpenBoxAsync(sandbox, fixedly, dynamically);
        await using var containers = await Containers.StartAsync(fixedly, dynamically);

        var met = true;
        foreach (var (name, bare, inside) in ((string, string[], string[])[])[
            ("static C", [fixedly], ["/box/static"]), ("dynamic C", [dynamically], ["/box/dynamic"]),
            ("python3", ["/usr/bin/python3", "-c", "print('hello')"], ["/usr/bin/python3", "-c", "print('hello')"])])
        {
            met &= await ProgramAsync(name, sandbox.Description, bare, box, inside, containers);
        }

        return met ? 0 : 1;
    }

    /// <summary>A box with the two programs in it.</summary>
    internal static async Task<IBox> OpenBoxAsync(ISandbox sandbox, params string[] programs)
    {
        var box = await sandbox.OpenBoxAsync(image: null, CancellationToken.None);
        foreach (var program in programs)
            await box.PutAsync(Path.GetFileName(program), await File.ReadAllBytesAsync(program), executable: true, CancellationToken.None);
        return box;
    }

    private static async Task<bool> ProgramAsync(string name, string description, string[] bare, IBox box, string[] inside, Containers? containers)
    {
        var request = new RunRequest { Arguments = inside, Limits = Limits };
        string[] cold = ["/usr/bin/bwrap", "--unshare-all", "--die-with-parent", "--ro-bind", "/", "/", "--proc", "/proc", "--dev", "/dev", "--tmpfs", "/run", "--", .. bare];
        List<double> bareTimes = [], coldTimes = [], warmTimes = [], execTimes = [], dockerTimes = [];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var times = (Time(() => BareProcess.Run(bare, [])), Time(() => BareProcess.Run(cold, [])), await TimeAsync(() => RunAsync(box, request)));
            if (round < 0) continue;
            bareTimes.Add(times.Item1);
            coldTimes.Add(times.Item2);
            warmTimes.Add(times.Item3);
            if (containers is null || round % ContainersEvery != 0) continue;
            execTimes.Add(Time(() => BareProcess.Run(containers.Exec(inside), [])));
            dockerTimes.Add(await TimeAsync(() => RunAsync(containers.Box, request)));
        }

        var rates = new double[2, 2];
        for (var block = 0; block < Blocks; block++)
        {
            for (var parallel = 1; parallel <= 2; parallel++)
            {
                rates[0, parallel - 1] += await RateAsync(parallel, () => Task.Run(() => BareProcess.Run(bare, []))) / Blocks;
                rates[1, parallel - 1] += await RateAsync(parallel, () => RunAsync(box, request)) / Blocks;
            }
        }

        Console.WriteLine($"{name}: {Rounds.ToString(CultureInfo.InvariantCulture)} rounds in turn (containers every {ContainersEvery.ToString(CultureInfo.InvariantCulture)}th), ms; runs per second with 1 and 2 at a time");
        Statistics.PrintHeader("x bare (p50)", "x bare (p90)", "runs/s P=1", "runs/s P=2");
        Statistics.Print("bare posix_spawn", bareTimes, "1", "1", Rate(rates[0, 0]), Rate(rates[0, 1]));
        Statistics.Print("cold bubblewrap", coldTimes, Ratio(coldTimes, bareTimes, 0.5), Ratio(coldTimes, bareTimes, 0.9), "", "");
        Statistics.Print($"ours, warm ({description})", warmTimes, Ratio(warmTimes, bareTimes, 0.5), Ratio(warmTimes, bareTimes, 0.9),
            $"{Rate(rates[1, 0])} {rates[1, 0] / rates[0, 0]:P0}", $"{Rate(rates[1, 1])} {rates[1, 1] / rates[0, 1]:P0}");
        if (containers is not null)
        {
            Statistics.Print("docker exec", execTimes, Ratio(execTimes, bareTimes, 0.5), Ratio(execTimes, bareTimes, 0.9), "", "");
            Statistics.Print("ours in a container (Worker__Sandbox=docker)", dockerTimes, Ratio(dockerTimes, bareTimes, 0.5), Ratio(dockerTimes, bareTimes, 0.9), "", "");
        }

        Console.WriteLine();
        if (name != "static C") return true;
        var (p50, p90, rate) = (Of(warmTimes, bareTimes, 0.5), Of(warmTimes, bareTimes, 0.9), rates[1, 1] / rates[0, 1]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"targets, static C: p50 {p50:0.00} (at most 2.0), p90 {p90:0.00} (at most 3), P=2 {rate:P0} of bare (at least 40 %)"));
        Console.WriteLine();
        return p50 <= 2 && p90 <= 3 && rate >= 0.4;
    }

    private static async Task<string> RunAsync(IBox box, RunRequest request)
    {
        var run = await box.RunAsync(request, CancellationToken.None);
        return run.Succeeded && run.Stdout.Span.SequenceEqual("hello\n"u8) ? "" : throw new InvalidOperationException($"the run failed: {run}");
    }

    private static double Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    /// <summary>Runs per second, that many at a time.</summary>
    private static async Task<double> RateAsync(int parallel, Func<Task<string>> run)
    {
        var clock = Stopwatch.StartNew();
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, parallel).Select(async _ =>
        {
            while (clock.Elapsed < Block)
            {
                await run();
                Interlocked.Increment(ref done);
            }
        }));
        return done / clock.Elapsed.TotalSeconds;
    }

    private static string Rate(double rate) => rate.ToString("0", CultureInfo.InvariantCulture);

    private static double Of(List<double> values, List<double> bare, double p) => Statistics.Percentile(values, p) / Statistics.Percentile(bare, p);

    private static string Ratio(List<double> values, List<double> bare, double p) => Of(values, bare, p).ToString("0.00", CultureInfo.InvariantCulture);
}
