using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Verifying;

/// <summary>Judges a package's own programs.</summary>
internal sealed class ProgramRuns(JudgingPool pool)
{
    /// <summary>A program that is too slow is let run for so many time limits: it is to be too slow on a faster machine as well.</summary>
    public const double Stretch = 1.5;

    /// <summary>As many at a time as the pool has slots.</summary>
    /// <param name="directory">Of the package.</param>
    /// <param name="package">The same, read.</param>
    /// <param name="stretched">Whether those that must be too slow get <see cref="Stretch"/> times the time.</param>
    /// <param name="wanted">Says of a program's path whether it is judged.</param>
    /// <param name="done">Called with each that is finished, from any thread.</param>
    /// <param name="cancellationToken">Ends them.</param>
    public async Task<IReadOnlyList<VerifyRow>> JudgeAllAsync(
        string directory, ProblemPackage package, bool stretched, Func<string, bool> wanted, Action<VerifyRow> done, CancellationToken cancellationToken)
    {
        var expectations = Expectation.Read(directory);
        using var slots = new SemaphoreSlim(pool.Profile.Slots);
        return await Task.WhenAll(Programs(directory).Where(p => wanted(p.Path)).Select(async program =>
        {
            await slots.WaitAsync(cancellationToken);
            try
            {
                var row = await JudgeOneAsync(package, program.Folder, program.Path, expectations, stretched, cancellationToken);
                done(row);
                return row;
            }
            finally
            {
                slots.Release();
            }
        }));
    }

    public static int Count(string directory) => Programs(directory).Count();

    private async Task<VerifyRow> JudgeOneAsync(
        ProblemPackage package, string folder, string path, IReadOnlyDictionary<string, Expectation> expectations, bool stretched, CancellationToken cancellationToken)
    {
        var row = new VerifyRow($"{folder}/{Path.GetFileName(path)}", null, null, null, package.Cases.Count, null);
        if ((expectations.GetValueOrDefault(row.Program) ?? Expectation.Of(folder)) is not { } expected) return row with { Fault = $"the folder {folder} names no verdict" };
        row = row with { Expected = expected };
        if (LanguageCatalog.ForFile(path) is not { } language) return row with { Fault = "no language has this extension" };
        row = row with { Language = language.Id, LimitMs = (package.TimeLimit * language.TimeFactor + language.ExtraTime).TotalMilliseconds };
        var source = await File.ReadAllTextAsync(path, cancellationToken);
        try
        {
            if (!stretched || !expected.IsTooSlow) return row with { Judgement = await JudgeAsync(language, source, package, cancellationToken) };
            var judgement = await JudgeAsync(language, source, Stretched(package, language), cancellationToken);
            // Too slow by so much is too slow: all cases before that one were right, and at most they would have been too slow themselves.
            if (judgement.Verdict == Verdict.TimeLimitExceeded) return row with { Judgement = judgement, SlowBy = Stretch, IsSlower = true };
            var ratio = judgement.TimeMs / row.LimitMs;
            return row with { Judgement = await JudgeAsync(language, source, package, cancellationToken), SlowBy = ratio };
        }
        catch (SandboxException e)
        {
            return row with { Fault = e.Message };
        }
    }

    /// <summary>So that the limit in this language comes to as much more.</summary>
    private static ProblemPackage Stretched(ProblemPackage package, Language language) =>
        package with { TimeLimit = package.TimeLimit * Stretch + language.ExtraTime * ((Stretch - 1) / language.TimeFactor) };

    private Task<Judgement> JudgeAsync(Language language, string source, ProblemPackage package, CancellationToken cancellationToken) =>
        pool.Judge.JudgeAsync(language.Id, source, package, _ => { }, cancellationToken);

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
