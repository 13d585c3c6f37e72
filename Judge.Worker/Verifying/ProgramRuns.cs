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
    /// <param name="programs">What is judged.</param>
    /// <param name="package">The problem.</param>
    /// <param name="stretched">Whether those that must be too slow get <see cref="Stretch"/> times the time.</param>
    /// <param name="done">Called with each that is finished, from any thread.</param>
    /// <param name="cancellationToken">Ends them.</param>
    public async Task<IReadOnlyList<VerifyRow>> JudgeAllAsync(
        IEnumerable<PackageProgram> programs, ProblemPackage package, bool stretched, Action<VerifyRow> done, CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(pool.Profile.Slots);
        return await Task.WhenAll(programs.Select(async program =>
        {
            await slots.WaitAsync(cancellationToken);
            try
            {
                var row = await JudgeOneAsync(package, program, stretched, cancellationToken);
                done(row);
                return row;
            }
            finally
            {
                slots.Release();
            }
        }));
    }

    private async Task<VerifyRow> JudgeOneAsync(ProblemPackage package, PackageProgram program, bool stretched, CancellationToken cancellationToken)
    {
        var (language, expected) = (program.Language, program.Expected);
        var row = new VerifyRow(program.Name, language.Id, expected, null, package.Cases.Count, null)
        {
            LimitMs = (package.TimeLimit * language.TimeFactor + language.ExtraTime).TotalMilliseconds,
        };
        try
        {
            if (!stretched || !expected.IsTooSlow) return row with { Judgement = await JudgeAsync(program, package, cancellationToken) };
            var judgement = await JudgeAsync(program, Stretched(package, language), cancellationToken);
            // Too slow by so much is too slow: all cases before that one were right, and at most they would have been too slow themselves.
            if (expected.Objection(judgement) is null) return row with { Judgement = judgement, SlowBy = Stretch, IsSlower = true };
            var ratio = judgement.TimeMs / row.LimitMs;
            return row with { Judgement = await JudgeAsync(program, package, cancellationToken), SlowBy = ratio };
        }
        catch (SandboxException e)
        {
            return row with { Fault = e.Message };
        }
    }

    /// <summary>Up to the first case that failed, and through all of them where it is for others to decide.</summary>
    private async Task<Judgement> JudgeAsync(PackageProgram program, ProblemPackage package, CancellationToken cancellationToken)
    {
        Task<Judgement> OnceAsync(bool all)
        {
            var problem = all ? package with { RunsAll = true } : package;
            return program.Files is { } files
                ? pool.Judge.JudgeFilesAsync(program.Language, files, problem, _ => { }, cancellationToken)
                : pool.Judge.JudgeAsync(program.Language.Id, File.ReadAllText(program.Path), problem, _ => { }, cancellationToken);
        }

        var judgement = await OnceAsync(program.Expected.NeedsAllCases);
        return !program.Expected.NeedsAllCases && program.Expected.IsOpen(judgement) ? await OnceAsync(all: true) : judgement;
    }

    /// <summary>So that the limit in this language comes to as much more.</summary>
    private static ProblemPackage Stretched(ProblemPackage package, Language language) =>
        package with { TimeLimit = package.TimeLimit * Stretch + language.ExtraTime * ((Stretch - 1) / language.TimeFactor) };
}
