using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Functions;

/// <summary>Judges a compiled function program: all cases in one process, which is asked one after the other.</summary>
internal static class FunctionJudge
{
    /// <summary>For all cases together; well below what a whole judging may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>A program whose first failure lies between the time limit and 1.1 times it is run once more, and the better run counts; one that
    /// a worker's standstill ended is run again. As with the cases of other problems.</summary>
    public static async Task<IReadOnlyList<CaseResult>> RunAsync(
        Toolchain toolchain, FunctionProgram program, IBox box, ProblemPackage package, ValidatorBox? validator, Action<int> progress, CancellationToken cancellationToken)
    {
        var limits = SubmissionJudge.LimitsOf(package, toolchain.Language);
        var files = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in package.Cases.SelectMany(c => (FilePart?[])[c.Input, c.Answer]).OfType<FilePart>().Select(p => p.Path).Distinct(StringComparer.Ordinal))
            files[path] = await File.ReadAllBytesAsync(path, cancellationToken);

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        async Task<(IReadOnlyList<CaseResult> Results, RunResult? Last)> ProcessAsync(int first)
        {
            var dialogue = new FunctionDialogue(package, first, toolchain.Language, limits, files, progress);
            var request = new RunRequest
            {
                Arguments = toolchain.Arguments(program.Run ?? toolchain.Language.Run, package.MemoryMb),
                Environment = toolchain.Environment(package.MemoryMb),
                Limits = limits with { Cpu = limits.Cpu * SubmissionJudge.Tolerance },
                Dialogue = dialogue,
            };
            RunResult? run = null;
            try
            {
                dialogue.Broken(run = await box.RunAsync(request, patience.Token));
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                dialogue.OutOfTime(Patience);
            }

            return (validator is null ? dialogue.Results : await CheckAsync(dialogue, package, first, validator, cancellationToken), run);
        }

        // Where all cases are wanted, another process goes on after the one in which one was ended.
        async Task<(IReadOnlyList<CaseResult> Results, bool GaveUp, bool IsOutOfTime)> OnceAsync()
        {
            var (results, last) = await ProcessAsync(0);
            var isOutOfTime = last?.End == RunEnd.WallLimit;
            while (package.RunsAll && results.Count < package.Cases.Count)
            {
                (var more, last) = await ProcessAsync(results.Count);
                results = [.. results, .. more];
                isOutOfTime |= last?.End == RunEnd.WallLimit;
            }

            return (results, last is null, isOutOfTime);
        }

        var (results, gaveUp, _) = await StandstillWatch.RunAsync(OnceAsync, once => once.IsOutOfTime);
        if (gaveUp || !results.Any(r => IsNear(r, limits))) return results;
        var (again, _, _) = await OnceAsync();
        return again.Count(IsRight) > results.Count(IsRight) ? again : results;
    }

    /// <summary>Asks the problem's own checker about every answer; those after the first wrong one count only where all cases are wanted.</summary>
    private static async Task<IReadOnlyList<CaseResult>> CheckAsync(
        FunctionDialogue dialogue, ProblemPackage package, int first, ValidatorBox validator, CancellationToken cancellationToken)
    {
        var results = new List<CaseResult>();
        foreach (var (result, output) in dialogue.Results.Zip(dialogue.Outputs))
        {
            var problemCase = package.Cases[first + results.Count];
            results.Add(result);
            if (result.Verdict != Verdict.Accepted || problemCase.Answer is null) continue;
            var found = await validator.CheckAsync(
                problemCase, await problemCase.Input.ReadAsync(cancellationToken), await problemCase.Answer.ReadAsync(cancellationToken), output, cancellationToken);
            results[^1] = result with { Verdict = found.Verdict, Message = problemCase.MayBeSeen ? found.Difference : found.Place, Score = found.Score ?? (found.Verdict == Verdict.Accepted ? result.Score : problemCase.Scores?.Rejected) };
            if (found.Verdict != Verdict.Accepted && !package.RunsAll) break;
        }

        return results;
    }

    private static bool IsNear(CaseResult result, RunLimits limits) =>
        result.Verdict == Verdict.TimeLimitExceeded && result.TimeMs > limits.Cpu.TotalMilliseconds && result.TimeMs <= limits.Cpu.TotalMilliseconds * SubmissionJudge.Tolerance;

    private static bool IsRight(CaseResult result) => result.Verdict == Verdict.Accepted;
}
