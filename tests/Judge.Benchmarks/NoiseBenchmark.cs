using System.Diagnostics;
using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Hosting;

namespace Judge.Benchmarks;

/// <summary>One program many times, near its time limit's half: how far its CPU time spreads on an idle machine and with every
/// other processor busy, and whether its verdict is ever another.</summary>
internal static class NoiseBenchmark
{
    private const int Runs = 500;

    /// <summary>A tenth of a second or so of arithmetic in registers and a table that the first-level cache holds.</summary>
    private const string Source = """
        #include <stdio.h>
        int main(void) {
            static unsigned a[4096];
            unsigned x = 1, sum = 0;
            for (unsigned i = 0; i < 20000000; i++) {
                x = x * 1664525u + 1013904223u;
                sum += a[x >> 20] ^= x;
            }
            puts(sum == 1 ? "unlikely" : "done");
        }
        """;

    public static async Task<int> RunAsync()
    {
        using var pool = await JudgingPool.StartAsync(PoolProfile.Big(slots: 1), CancellationToken.None);
        Console.WriteLine($"one program of 10 cases, {(Runs / 10 * 10).ToString(CultureInfo.InvariantCulture)} runs each, CPU time in ms; spread is p99 / p50");
        Statistics.PrintHeader("spread", "verdicts");
        using var package = new OneCasePackage(timeSeconds: 1, memoryMb: 64, input: "", answer: "done\n", cases: 10);
        var steady = await SeriesAsync("idle", pool, package);
        using (new BusyProcessors(Environment.ProcessorCount - 1)) steady &= await SeriesAsync("with the other processors busy", pool, package);
        return steady ? 0 : 1;
    }

    private static async Task<bool> SeriesAsync(string name, JudgingPool pool, OneCasePackage package)
    {
        var times = new List<double>();
        var verdicts = new Dictionary<Verdict, int>();
        for (var i = 0; i < Runs / 10; i++)
        {
            var judgement = await pool.Judge.JudgeAsync("c", Source, package.Package, _ => { }, CancellationToken.None);
            verdicts[judgement.Verdict] = verdicts.GetValueOrDefault(judgement.Verdict) + 1;
            times.AddRange(judgement.Cases.Select(c => (double)c.TimeMs));
        }

        var spread = Statistics.Percentile(times, 0.99) / Statistics.Percentile(times, 0.5);
        Statistics.Print(name, times, spread.ToString("0.00", CultureInfo.InvariantCulture), string.Join(" ", verdicts.Keys));
        return verdicts.Count == 1;
    }

    /// <summary>Processes that do nothing but use a processor each.</summary>
    private sealed class BusyProcessors : IDisposable
    {
        private readonly List<Process> _processes = [];

        public BusyProcessors(int count)
        {
            for (var i = 0; i < count; i++) _processes.Add(Process.Start("/bin/sh", ["-c", "while :; do :; done"]));
        }

        public void Dispose()
        {
            foreach (var process in _processes)
            {
                process.Kill();
                process.WaitForExit();
                process.Dispose();
            }
        }
    }
}
