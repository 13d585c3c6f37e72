using Judge.Contracts;
using Judge.Worker.Problems;

namespace Judge.Worker.Judging;

/// <summary>Which cases' data users see: samples, and where the problem permits the first case that failed.</summary>
internal static class ShownCases
{
    /// <summary>Takes the data of all other cases away; several may have failed.</summary>
    /// <param name="package">The problem.</param>
    /// <param name="cases">Its first cases' results, in order; null: it was not run.</param>
    public static IReadOnlyList<CaseResult?> OnlyFirstFailed(ProblemPackage package, IReadOnlyList<CaseResult?> cases)
    {
        var failed = Enumerable.Range(0, cases.Count).FirstOrDefault(i => cases[i] is { } c && c.Verdict != Verdict.Accepted, -1);
        return [.. cases.Select((c, i) => i == failed || c?.Input is null || package.Cases[i].IsSample
            ? c
            : c with
            {
                Input = null, Expected = null, Output = null, Stderr = null, Stdout = null, Truncated = null,
                // It quotes what was expected, or is what a function's program says of its own failure.
                Message = c is { Verdict: Verdict.WrongAnswer or Verdict.PresentationError } or { Verdict: Verdict.RuntimeError, ExitCode: 0 } ? null : c.Message,
            })];
    }
}
