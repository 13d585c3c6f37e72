using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Sandbox;

namespace Judge.Benchmarks;

/// <summary>How exact limits are: CPU time used past a CPU limit before the run is dead, and whether every over-allocator in every
/// language is memoryLimitExceeded, whichever way its runtime fails.</summary>
internal static class LimitsBenchmark
{
    private const int Kills = 100, Allocators = 100;

    private static readonly IReadOnlyList<(string Language, string Source)> OverAllocators =
    [
        ("c", "#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) { char *p = malloc(1 << 20); if (!p) return 1; memset(p, 1, 1 << 20); } }\n"),
        ("cpp", "#include <vector>\nint main() { std::vector<std::vector<int>> v; for (;;) v.emplace_back(1 << 18, 7); }\n"),
        ("python", "x = []\nwhile True: x.append(bytearray(b'x') * (1 << 20))\n"),
        ("java", "import java.util.*;\nclass Main { public static void main(String[] a) { List<int[]> l = new ArrayList<>(); for (;;) l.add(new int[1 << 18]); } }\n"),
        ("javascript", "const l = []; for (;;) l.push(new Array(1 << 17).fill(l.length));\n"),
        ("csharp", "using System.Collections.Generic;\nvar l = new List<int[]>();\nfor (;;) { var a = new int[1 << 18]; System.Array.Fill(a, 7); l.Add(a); }\n"),
    ];

    public static async Task<int> RunAsync()
    {
        using var pool = await JudgingPool.StartAsync(PoolProfile.Big(), CancellationToken.None);
        var exact = await OvershootAsync(pool.Sandbox);
        using var package = new OneCasePackage(timeSeconds: 10, memoryMb: 64, input: "", answer: "");
        Console.WriteLine($"over-allocators, limit 64 MiB: how many of {Allocators.ToString(CultureInfo.InvariantCulture)} are memoryLimitExceeded");
        foreach (var (language, source) in OverAllocators)
        {
            var verdicts = new Dictionary<Verdict, int>();
            for (var i = 0; i < Allocators; i++)
            {
                var judgement = await pool.Judge.JudgeAsync(language, source, package.Package, _ => { }, CancellationToken.None);
                verdicts[judgement.Verdict] = verdicts.GetValueOrDefault(judgement.Verdict) + 1;
            }

            exact &= verdicts.GetValueOrDefault(Verdict.MemoryLimitExceeded) == Allocators;
            Console.WriteLine($"  {language,-12}{string.Join(", ", verdicts.Select(v => $"{v.Key} {v.Value.ToString(CultureInfo.InvariantCulture)}"))}");
        }

        return exact ? 0 : 1;
    }

    private static async Task<bool> OvershootAsync(ISandbox sandbox)
    {
        await using var box = await sandbox.OpenBoxAsync(CancellationToken.None);
        var limit = TimeSpan.FromSeconds(1);
        var past = new List<double>();
        for (var i = 0; i < Kills; i++)
        {
            var run = await box.RunAsync(
                new RunRequest
                {
                    Arguments = ["/bin/sh", "-c", "while :; do :; done"],
                    Limits = new RunLimits(limit, limit * 30, 64 << 20, 4096, 4096, 16, 4096),
                },
                CancellationToken.None);
            if (run.End != RunEnd.CpuLimit) throw new InvalidOperationException($"a busy loop ended with {run.End}");
            past.Add((run.Cpu - limit).TotalMilliseconds);
        }

        Console.WriteLine($"CPU time past a limit of 1 s when the run is dead, {Kills.ToString(CultureInfo.InvariantCulture)} busy loops, ms");
        Statistics.PrintHeader();
        Statistics.Print(sandbox.Description, past);
        var p99 = Statistics.Percentile(past, 0.99);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"target: p99 at most 10 ms, measured {p99:0.0}"));
        Console.WriteLine();
        return p99 <= 10;
    }
}
