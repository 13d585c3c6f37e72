using System.Globalization;
using Judge.Worker.Hosting;
using Judge.Worker.Problems;
using Judge.Worker.Problems.Import;

namespace Judge.Worker.Verifying;

/// <summary><c>verify DIR|ZIP…</c>: everything that a package says of itself, tried: its data by its validators, its programs by their folders.</summary>
internal static class VerifyCommand
{
    /// <returns>0 when all is as it should be, 1 when not, 2 when there was nothing to judge.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, PoolProfile profile, CompileOptions compiling, CancellationToken cancellationToken)
    {
        var (options, fault) = VerifyOptions.Parse(arguments);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"verify: {fault}");
            return 2;
        }

        using var pool = await JudgingPool.StartAsync(profile with { CaseParallelism = 1 }, compiling, cancellationToken);
        // What is for machines goes to standard output alone.
        var progress = options.Json ? Console.Error : Console.Out;
        await progress.WriteLineAsync(VerifyOutput.Header);
        var reports = new List<VerifyReport>();
        foreach (var (path, index) in options.Paths.Select((p, i) => (p, i + 1)))
        {
            var report = await VerifyAsync(pool, compiling.TestlibPath, path, $"{index.ToString(CultureInfo.InvariantCulture)}/{options.Paths.Count.ToString(CultureInfo.InvariantCulture)}", progress, cancellationToken);
            reports.Add(report);
            foreach (var line in VerifyOutput.Lines(report)) await progress.WriteLineAsync(line);
        }

        foreach (var line in VerifyOutput.Matrix(reports)) await progress.WriteLineAsync(line);
        if (options.Json) Console.WriteLine(VerifyOutput.Text(reports));
        var (programs, wrong) = (reports.Sum(r => r.Rows.Count), reports.Sum(r => r.Rows.Count(row => !row.Agrees)));
        var bad = reports.Count(r => r.Faults.Count > 0);
        await progress.WriteLineAsync($"{programs.ToString(CultureInfo.InvariantCulture)} programs, {wrong.ToString(CultureInfo.InvariantCulture)} not as expected"
            + (bad > 0 ? $"; {bad.ToString(CultureInfo.InvariantCulture)} packages with faults" : ""));
        return reports.Exists(r => !r.IsGood) ? 1 : programs == 0 ? 2 : 0;
    }

    /// <summary>Judges a package's programs and nothing else.</summary>
    public static Task<IReadOnlyList<VerifyRow>> JudgeAllAsync(JudgingPool pool, string directory, Func<string, bool> wanted, CancellationToken cancellationToken)
    {
        var package = PackageReader.Read(directory);
        return new ProgramRuns(pool).JudgeAllAsync(PackageProgram.All(directory, package, new Findings()).Where(p => wanted(p.Path)), package, stretched: false, _ => { }, cancellationToken);
    }

    private static async Task<VerifyReport> VerifyAsync(
        JudgingPool pool, string? testlib, string path, string place, TextWriter progress, CancellationToken cancellationToken)
    {
        var problem = Path.GetFileName(Path.GetFullPath(path).TrimEnd('/'));
        try
        {
            using var local = LocalPackage.Open(path);
            var package = PackageReader.Read(local.Directory, local.Slug);
            var findings = new Findings();
            foreach (var note in local.Imported.Notes.Concat(package.Warnings)) findings.Warn(note);
            await PackageChecks.CheckAsync(local.Directory, package, findings, cancellationToken);
            var programs = PackageProgram.All(local.Directory, package, findings);
            await new InputValidators(pool, testlib).CheckAsync(local.Directory, package, findings, cancellationToken);
            var (count, done) = (programs.Count, 0);
            var rows = await new ProgramRuns(pool).JudgeAllAsync(
                programs, package, stretched: true,
                row =>
                {
                    // A terminal is told how far it is: a problem can take minutes.
                    if (!Console.IsErrorRedirected) Console.Error.Write($"\r{place} {problem}: {Interlocked.Increment(ref done).ToString(CultureInfo.InvariantCulture)}/{count.ToString(CultureInfo.InvariantCulture)} programs \u001b[K");
                },
                cancellationToken);
            if (!Console.IsErrorRedirected) await Console.Error.WriteAsync("\r\u001b[K");
            foreach (var row in rows) await progress.WriteLineAsync(row.ToString(problem));
            return new VerifyReport(problem, local.Imported.Format.ToString(), findings.Faults, findings.Warnings, rows).WithTimes();
        }
        catch (PackageException e)
        {
            return new VerifyReport(problem, "-", e.Faults, [], []);
        }
        catch (IOException e)
        {
            return new VerifyReport(problem, "-", [e.Message], [], []);
        }
    }
}
