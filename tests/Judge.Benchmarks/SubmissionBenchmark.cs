using System.Diagnostics;
using System.Globalization;
using System.Text;
using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Hosting;

namespace Judge.Benchmarks;

/// <summary>A whole submission, from source to verdict, beside the same work with no judge: compiled once by the same command, run on
/// every case, one after the other.</summary>
internal static class SubmissionBenchmark
{
    private const int Rounds = 30, WarmUp = 3;
    public const string Python = "print(sum(map(int, input().split())))\n";
    public const string Input = "20 22\n", Answer = "42\n";
    private const string C = "#include <stdio.h>\nint main(void) { long a, b; if (scanf(\"%ld %ld\", &a, &b) != 2) return 1; printf(\"%ld\\n\", a + b); }\n";

    public static async Task<int> RunAsync()
    {
        using var pool = await JudgingPool.StartAsync(PoolProfile.Small(slots: 1), CancellationToken.None);
        Console.WriteLine($"{Rounds.ToString(CultureInfo.InvariantCulture)} rounds in turn, cases one after the other, no compile cache hit; ms");
        Statistics.PrintHeader("x bare (p50)", "target");
        var met = await SubmissionAsync(pool, "python", Python, "#", 10, 1.15);
        met &= await SubmissionAsync(pool, "c", C, "//", 100, 2);
        return met ? 0 : 1;
    }

    private static async Task<bool> SubmissionAsync(JudgingPool pool, string language, string source, string comment, int cases, double target)
    {
        using var package = new OneCasePackage(timeSeconds: 5, memoryMb: 128, Input, Answer, cases);
        using var directory = new TemporaryDirectory();
        List<double> bare = [], ours = [];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var unique = $"{source}{comment} {round.ToString(CultureInfo.InvariantCulture)}\n";
            var started = Stopwatch.GetTimestamp();
            await RunBareAsync(directory.Path, language, unique, cases);
            var bareTook = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            started = Stopwatch.GetTimestamp();
            var judgement = await pool.Judge.JudgeAsync(language, unique, package.Package, _ => { }, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (judgement.Verdict != Verdict.Accepted) throw new InvalidOperationException($"{language}: {judgement.Verdict}, {judgement.Message}");
            if (round < 0) continue;
            bare.Add(bareTook);
            ours.Add(took);
        }

        var ratio = Statistics.Percentile(ours, 0.5) / Statistics.Percentile(bare, 0.5);
        var what = string.Create(CultureInfo.InvariantCulture, $"{cases}-case {language}");
        Statistics.Print($"{what}, bare", bare, "1", "");
        Statistics.Print($"{what}, judged", ours, ratio.ToString("0.00", CultureInfo.InvariantCulture), $"<= {target.ToString(CultureInfo.InvariantCulture)}");
        return ratio <= target;
    }

    /// <summary>Compiles and runs it in a directory, which is there.</summary>
    public static async Task RunBareAsync(string directory, string language, string source, int cases)
    {
        var input = Encoding.UTF8.GetBytes(Input);
        string[] program;
        if (language == "python")
        {
            program = ["/usr/bin/python3", Path.Combine(directory, "main.py")];
            await File.WriteAllTextAsync(program[1], source);
        }
        else
        {
            program = [Path.Combine(directory, "main")];
            await File.WriteAllTextAsync(program[0] + ".c", source);
            BareProcess.Run(["/usr/bin/env", "PATH=/usr/bin:/bin", "gcc", "-std=gnu17", "-O2", "-pipe", program[0] + ".c", "-o", program[0], "-lm"], []);
        }

        for (var i = 0; i < cases; i++)
        {
            if (BareProcess.Run(program, input) != Answer) throw new InvalidOperationException("the bare run failed");
        }
    }
}
