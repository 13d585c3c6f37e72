using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Verifying;

/// <summary><c>verify DIR…</c>: judges every program under a package's submissions/ against the verdict its folder names.</summary>
internal static class VerifyCommand
{
    private static readonly Dictionary<string, Verdict> Folders = new(StringComparer.Ordinal)
    {
        ["accepted"] = Verdict.Accepted,
        ["wrong_answer"] = Verdict.WrongAnswer,
        ["presentation_error"] = Verdict.PresentationError,
        ["time_limit_exceeded"] = Verdict.TimeLimitExceeded,
        ["memory_limit_exceeded"] = Verdict.MemoryLimitExceeded,
        ["output_limit_exceeded"] = Verdict.OutputLimitExceeded,
        ["run_time_error"] = Verdict.RuntimeError,
        ["compile_error"] = Verdict.CompileError,
    };

    /// <returns>0 when every program got its verdict, 1 when not, 2 when there was nothing to judge.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> directories, PoolProfile profile, CompileOptions compiling, CancellationToken cancellationToken)
    {
        if (directories.Count == 0)
        {
            await Console.Error.WriteLineAsync("verify: name at least one problem directory, such as problems/*");
            return 2;
        }

        using var pool = await JudgingPool.StartAsync(profile with { CaseParallelism = 1 }, compiling, cancellationToken);
        Console.WriteLine($"{"problem",-24} {"program",-44} {"language",-11} {"expected",-20} {"verdict",-20} {"cases",5} {"CPU ms",7} {"MiB",5}");
        var (programs, wrong) = (0, 0);
        foreach (var directory in directories)
        {
            var problem = Path.GetFileName(Path.GetFullPath(directory));
            try
            {
                foreach (var row in await JudgeAllAsync(pool, directory, cancellationToken))
                {
                    programs++;
                    if (!row.Agrees) wrong++;
                    Console.WriteLine(row.ToString(problem));
                }
            }
            catch (Exception e) when (e is PackageException or IOException)
            {
                wrong++;
                Console.WriteLine($"{problem,-24} {e.Message}");
            }
        }

        Console.WriteLine($"{programs} programs, {wrong} not as expected");
        return wrong > 0 ? 1 : programs == 0 ? 2 : 0;
    }

    /// <summary>Judges a package's programs, as many at a time as the pool has slots.</summary>
    public static async Task<IReadOnlyList<VerifyRow>> JudgeAllAsync(JudgingPool pool, string directory, CancellationToken cancellationToken)
    {
        var package = PackageReader.Read(directory);
        using var slots = new SemaphoreSlim(pool.Profile.Slots);
        return await Task.WhenAll(Programs(directory).Select(async program =>
        {
            await slots.WaitAsync(cancellationToken);
            try
            {
                return await JudgeOneAsync(pool, package, program, cancellationToken);
            }
            finally
            {
                slots.Release();
            }
        }));
    }

    private static async Task<VerifyRow> JudgeOneAsync(
        JudgingPool pool, ProblemPackage package, (string Folder, string Path) program, CancellationToken cancellationToken)
    {
        var name = $"{program.Folder}/{Path.GetFileName(program.Path)}";
        if (!Folders.TryGetValue(program.Folder, out var expected))
            return new VerifyRow(name, null, program.Folder, null, package.Cases.Count, $"the folder {program.Folder} names no verdict");
        if (LanguageCatalog.ForFile(program.Path) is not { } language)
            return new VerifyRow(name, null, program.Folder, null, package.Cases.Count, "no language has this extension");
        var source = await File.ReadAllTextAsync(program.Path, cancellationToken);
        try
        {
            var judgement = await pool.Judge.JudgeAsync(language.Id, source, package, _ => { }, cancellationToken);
            return new VerifyRow(name, language.Id, expected.ToString(), judgement, package.Cases.Count, null);
        }
        catch (SandboxException e)
        {
            return new VerifyRow(name, language.Id, expected.ToString(), null, package.Cases.Count, e.Message);
        }
    }

    private static IEnumerable<(string Folder, string Path)> Programs(string directory)
    {
        var root = Path.Combine(directory, "submissions");
        if (!Directory.Exists(root)) return [];
        return Directory.GetDirectories(root).Order(StringComparer.Ordinal).SelectMany(folder => Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(folder), path)));
    }
}

/// <summary>One program's line in the table.</summary>
internal sealed record VerifyRow(string Program, string? Language, string Expected, Judgement? Judgement, int Cases, string? Fault)
{
    public bool Agrees => Judgement?.Verdict.ToString() == Expected;

    public string ToString(string problem)
    {
        var verdict = Judgement?.Verdict.ToString() ?? "-";
        var ran = $"{(Judgement?.Cases.Count ?? 0).ToString(CultureInfo.InvariantCulture)}/{Cases.ToString(CultureInfo.InvariantCulture)}";
        var line = $"{problem,-24} {Program,-44} {Language ?? "-",-11} {Expected,-20} {verdict,-20} {ran,5} {Judgement?.TimeMs,7} {Judgement?.MemoryKb / 1024,5}";
        return Agrees ? line : $"{line}  <-- {Fault ?? Failure()}";
    }

    private string Failure() => Judgement is { Cases: [.., var last] }
        ? $"{last.Name}: {last.Message}"
        : $"{Judgement?.Message} {Judgement?.CompileOutput?.Split('\n')[0]}";
}
