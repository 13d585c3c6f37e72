using System.Diagnostics;
using System.Globalization;
using System.Text;
using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;

namespace Judge.Benchmarks;

/// <summary>
/// From a source to the verdict on one case, in turn: the bare compiler and the bare program on the host; the same program judged,
/// new to the judge every time; the same source judged again.
/// </summary>
internal static class CompileBenchmark
{
    private const int Rounds = 15, WarmUp = 2;
    public const string Input = "3 3\n1 2 5\n2 3 7\n1 3 20\n", Answer = "12\n";

    public static async Task<int> RunAsync()
    {
        using var data = new TemporaryDirectory();
        // Not under the temporary directory, which the sandbox's user may not enter; and it is made only once.
        var prepared = Directory.CreateDirectory(Path.Combine(Repository.Root, "data", "prepared")).FullName;
        var cache = new CompileCache(new CompileStore(Path.Combine(data.Path, "cache"), 256L << 20));
        var profile = PoolProfile.Big(1) with { CaseParallelism = 1, ConcurrentRuns = 1 };
        var started = Stopwatch.GetTimestamp();
        using var pool = await JudgingPool.StartAsync(profile, new CompileOptions(cache, prepared), CancellationToken.None);
        foreach (var problem in await pool.Preparing) Console.WriteLine($"not prepared: {problem}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pool ready, everything prepared after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s"));
        var sandbox = new FirstCaseSandbox(pool.Sandbox);
        var judge = new SubmissionJudge(sandbox, pool.Toolchains, profile, cache);
        var package = await PackageAsync(Path.Combine(data.Path, "package"));

        var met = true;
        foreach (var program in ComparedProgram.All)
        {
            var (bare, fresh, again, start) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
            for (var round = -WarmUp; round < Rounds; round++)
            {
                var source = program.Source + $"// {Guid.NewGuid():N}\n";
                var bareTook = Time(() => RunBare(program, source, pool.Toolchains[program.Language], Path.Combine(data.Path, "bare")));
                var (freshTook, _) = await JudgeAsync(judge, sandbox, program, source, package);
                var (againTook, toStart) = await JudgeAsync(judge, sandbox, program, source, package);
                if (round < 0) continue;
                bare.Add(bareTook);
                fresh.Add(freshTook);
                again.Add(againTook);
                start.Add(toStart);
            }

            met &= Report(program, bare, fresh, again, start);
        }

        return met ? 0 : 1;
    }

    private static bool Report(ComparedProgram program, List<double> bare, List<double> fresh, List<double> again, List<double> start)
    {
        Console.WriteLine();
        Console.WriteLine($"{program.Name} (bare: {program.Bare ?? "the judge's own commands"}): {Rounds.ToString(CultureInfo.InvariantCulture)} rounds in turn, ms");
        Statistics.PrintHeader("faster (p50)");
        Statistics.Print("bare compiler and program", bare, "1");
        Statistics.Print("ours, to the verdict", fresh, Times(bare, fresh));
        Statistics.Print("ours, same source again, to the verdict", again, Times(bare, again));
        Statistics.Print("  of it before the first case starts", start, "");
        var (ratio, before) = (Statistics.Percentile(bare, 0.5) / Statistics.Percentile(fresh, 0.5), Statistics.Percentile(start, 0.5));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  targets: {ratio:0.0} times faster (at least {program.Target:0.0}), {before:0.0} ms before the first case (at most 10)"));
        return ratio >= program.Target && before <= 10;
    }

    private static async Task<(double Total, double ToStart)> JudgeAsync(
        SubmissionJudge judge, FirstCaseSandbox sandbox, ComparedProgram program, string source, ProblemPackage package)
    {
        sandbox.FirstCase = 0;
        var started = Stopwatch.GetTimestamp();
        var judgement = await judge.JudgeAsync(program.Language, source, package, _ => { }, CancellationToken.None);
        var total = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (judgement.Verdict != Verdict.Accepted) throw new InvalidOperationException($"{program.Name}: {judgement}");
        return (total, Stopwatch.GetElapsedTime(started, sandbox.FirstCase).TotalMilliseconds);
    }

    /// <param name="program">What to compile and run; with <see cref="ComparedProgram.Bare"/> it needs no toolchain.</param>
    /// <param name="source">Its source.</param>
    /// <param name="toolchain">The judge's, for the files that it puts beside the source; null: none.</param>
    /// <param name="directory">Is removed at the end.</param>
    public static void RunBare(ComparedProgram program, string source, Toolchain? toolchain, string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var (name, content) in toolchain?.Files ?? new Dictionary<string, string>(StringComparer.Ordinal)) File.WriteAllText(Path.Combine(directory, name), content);
        File.WriteAllText(Path.Combine(directory, program.File), source);
        // Words of our own: no quoting is needed.
        var commands = program.Bare ?? string.Join(" && ", new[] { toolchain!.Language.Compile!, toolchain.Language.Run }.Select(c => string.Join(' ', toolchain.Arguments(c, Toolchain.CompileMemoryMb))));
        var script = $"cd {directory} && PATH=/usr/bin:/bin HOME=/tmp && export PATH HOME && {commands}";
        var said = BareProcess.Run(["/bin/sh", "-c", script], Encoding.UTF8.GetBytes(Input));
        if (said != Answer) throw new InvalidOperationException($"{program.Name}, bare: {said}");
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<ProblemPackage> PackageAsync(string directory)
    {
        var secret = Directory.CreateDirectory(Path.Combine(directory, "data", "secret")).FullName;
        await File.WriteAllTextAsync(Path.Combine(directory, "problem.yaml"), "name: One case\nlimits: {time_limit: 5, memory: 256, output: 1}\n");
        await File.WriteAllTextAsync(Path.Combine(secret, "1.in"), Input);
        await File.WriteAllTextAsync(Path.Combine(secret, "1.ans"), Answer);
        return PackageReader.Read(directory);
    }

    private static double Time(Action action)
    {
        var started = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static string Times(List<double> bare, List<double> ours) =>
        (Statistics.Percentile(bare, 0.5) / Statistics.Percentile(ours, 0.5)).ToString("0.0", CultureInfo.InvariantCulture);
}
