using Judge.Benchmarks.Push;
using Judge.Worker.Languages;

namespace Judge.Benchmarks.Load;

/// <summary>
/// The whole grown system on this machine's processors: mixed submissions at rising rates until it is saturated, and how many a second it judges
/// beside the same work with no judge.
/// </summary>
internal static class LoadBenchmark
{
    private const int Seed = 20, Clients = 12, ProbeSeconds = 30, Rounds = 5, IdleSeconds = 8, MostPerMinute = 100_000;
    private const int Cases = 10, BarePython = 60, JudgedPython = 60, BareCpp = 8, JudgedCpp = 30;
    private const double PythonTarget = 0.85, CppTarget = 3;

    public static async Task<bool> RunAsync(CommandLine options, CancellationToken cancellationToken)
    {
        var seconds = options.Number("--seconds", 40, 3600);
        var rates = new List<double>();
        while (options.Number("--rate", 0, MostPerMinute) is > 0 and var perMinute) rates.Add(perMinute / 60.0);
        var bounds = options.Flag("--bounds");
        options.End();
        await using var system = await GrownSystem.StartAsync(cancellationToken);
        var python = await PythonAsync(system);
        var cpp = await CppAsync(system);
        await python.RunAsync(system, Rounds, cancellationToken);
        await cpp.RunAsync(system, Rounds, cancellationToken);
        await IdleAsync(system, cancellationToken);
        var wrong = bounds ? 0 : await MixedAsync(system, rates, seconds, cancellationToken);
        var met = python.Report(PythonTarget);
        met &= cpp.Report(CppTarget);
        return met && wrong == 0;
    }

    /// <summary>Rising rates until more arrives than can be judged.</summary>
    /// <returns>How many verdicts were not what they had to be.</returns>
    private static async Task<int> MixedAsync(GrownSystem system, List<double> rates, int seconds, CancellationToken cancellationToken)
    {
        var (programs, random, wrong) = (new MixedPrograms(Seed), new Random(Seed), 0);
        Run.Progress($"every program of the mixed load once in each pool");
        await WarmUpAsync(system, cancellationToken);
        var loads = rates.Select(r => (Name: FormattableString.Invariant($"{r:0.00}/s"), PerSecond: r)).ToList();
        if (loads.Count == 0)
        {
            Run.Progress($"what the system can do: {Clients} clients that wait for their verdicts, {ProbeSeconds} s");
            var probe = await Arrivals.ClosedAsync(system, programs, Clients, ProbeSeconds, cancellationToken);
            wrong += probe.Wrong;
            var capacity = probe.PerSecond(_ => true);
            Console.WriteLine(FormattableString.Invariant($"capacity, by {Clients} clients in a closed loop: {capacity:0.00} judged a second"));
            loads = [.. ((int[])[50, 80, 100, 120]).Select(p => (FormattableString.Invariant($"{p} %, {capacity * p / 100:0.00}/s"), capacity * p / 100))];
        }

        var report = new LoadReport();
        foreach (var (name, perSecond) in loads)
        {
            Run.Progress($"mixed load: {name} for {seconds} s");
            var stretch = await Arrivals.PoissonAsync(system, programs, perSecond, seconds, random, cancellationToken);
            wrong += stretch.Wrong;
            report.Add(name, stretch);
        }

        report.Print(seconds);
        Console.WriteLine(FormattableString.Invariant($"verdicts that are not the programs' own: {wrong} (target: 0): {(wrong == 0 ? "holds" : "MISSED")}"));
        return wrong;
    }

    /// <summary>What the system uses while it has nothing to do, which is in all other figures too.</summary>
    private static async Task IdleAsync(GrownSystem system, CancellationToken cancellationToken)
    {
        Run.Progress($"the system at rest, {IdleSeconds} s");
        var before = CpuTime.Now(system);
        await Task.Delay(TimeSpan.FromSeconds(IdleSeconds), cancellationToken);
        Console.WriteLine($"the system at rest; CPU ms a second by who used it");
        var table = new Table([.. CpuTime.Heads]);
        table.Add((CpuTime.Now(system) - before).PerSubmission(IdleSeconds));
        foreach (var line in table.Text()) Console.WriteLine(line);
    }

    /// <summary>Packages are fetched and what will be known to the compile caches gets there.</summary>
    private static async Task WarmUpAsync(GrownSystem system, CancellationToken cancellationToken)
    {
        foreach (var client in (Testing.JudgeClient[])[system.Premium, system.Free])
        {
            var ids = new List<string>();
            foreach (var program in MixedPrograms.All) ids.Add(await client.SubmitAsync(program.Problem, program.Language, program.Text(unique: false)));
            foreach (var id in ids)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await client.JudgedAsync(id, TimeSpan.FromMinutes(2));
            }
        }
    }

    private static async Task<Comparison> PythonAsync(GrownSystem system)
    {
        await PutAsync(system, "ten-sums", SubmissionBenchmark.Input, SubmissionBenchmark.Answer);
        return new Comparison(
            "10-case Python", "ten-sums", "python", () => $"{SubmissionBenchmark.Python}# {Guid.NewGuid():N}\n",
            (directory, source) => SubmissionBenchmark.RunBareAsync(directory, "python", source, Cases), BarePython, JudgedPython);
    }

    private static async Task<Comparison> CppAsync(GrownSystem system)
    {
        await PutAsync(system, "ten-graphs", CompileBenchmark.Input, CompileBenchmark.Answer);
        var answer = CompileBenchmark.Answer.Trim();
        // The judge's own plain command, which knows of no precompiled header. The shell forks for each run and compares by itself.
        var bare = $"{string.Join(' ', LanguageCatalog.Find("cpp")!.Compile!)} && cat >case.in && for i in {string.Join(' ', Enumerable.Range(1, Cases))}; "
            + $"do [ \"$(./main <case.in)\" = {answer} ] || exit 1; done && echo {answer}";
        var program = ComparedProgram.All[0] with { Bare = bare };
        return new Comparison(
            "10-case C++ with bits/stdc++.h, every source new", "ten-graphs", "cpp", () => $"{program.Source}// {Guid.NewGuid():N}\n",
            (directory, source) =>
            {
                CompileBenchmark.RunBare(program, source, toolchain: null, directory);
                return Task.CompletedTask;
            },
            BareCpp, JudgedCpp);
    }

    private static async Task PutAsync(GrownSystem system, string slug, string input, string answer)
    {
        using var package = new OneCasePackage(timeSeconds: 5, memoryMb: 256, input, answer, Cases);
        // Its cases are in data/secret.
        await system.PutProblemAsync(slug, Path.GetFullPath(Path.Combine(package.Package.Cases[0].Input.Path, "..", "..", "..")));
    }
}
