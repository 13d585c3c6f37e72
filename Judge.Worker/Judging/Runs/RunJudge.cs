using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Functions;
using Judge.Worker.Hosting;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Problems;

namespace Judge.Worker.Judging.Runs;

/// <summary>
/// Runs a program on its user's own inputs, as a package made for the occasion: all of its cases are samples and all are run. What is expected of a problem's
/// program is what its reference solution prints on the same inputs, which is run on them first.
/// </summary>
internal sealed class RunJudge(JudgingPool pool, PackageCache packages)
{
    /// <summary>What a program that is of no problem may take for each input.</summary>
    private static readonly TimeSpan PlainTime = TimeSpan.FromSeconds(2);

    private const int PlainMemoryMb = 256, PlainOutputMb = 1;

    /// <summary>All inputs together, and the reference solution: a little less than <see cref="SubmissionLimits.Ceiling"/>, which would be taken for the judge's failure.</summary>
    private static readonly TimeSpan Patience = SubmissionLimits.Ceiling - TimeSpan.FromSeconds(30);

    /// <inheritdoc cref="SubmissionJudge.JudgeAsync"/>
    public async Task<Judgement> JudgeAsync(string language, string source, RunInputs run, Action<int> progress, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var directory = Directory.CreateTempSubdirectory("judge-run-").FullName;
        try
        {
            var (package, notes) = run.PackageHash is { } hash
                ? await OfProblemAsync(hash, run.Inputs, directory, patience.Token)
                : (Plain(await CasesAsync(run.Inputs, directory, new ProblemCase("", new FilePart(""), null, IsSample: true, CheckerOptions.Default), patience.Token)), null);
            return Explained(await pool.Judge.JudgeAsync(language, source, package, progress, patience.Token), notes);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new Judgement(Verdict.TimeLimitExceeded, null, string.Create(CultureInfo.InvariantCulture, $"the inputs together took longer than {Patience.TotalSeconds:0} s; give fewer at a time"), []);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    /// <summary>With the notes, and without a word of failures of the judge where it is only that a checker was given what it does not know.</summary>
    private static Judgement Explained(Judgement judgement, IReadOnlyList<string?>? notes)
    {
        if (judgement.Cases.Count == 0) return judgement;
        List<CaseResult> cases = [.. judgement.Cases.Select((c, i) => c.Verdict == Verdict.InternalError
            ? c with { Verdict = Verdict.Accepted, Message = "nobody can tell whether that is right: the problem's checker fails on this input" }
            : notes?[i] is { } why ? c with { Message = Join(c.Message, why) } : c)];
        var first = cases.Find(c => c.Verdict != Verdict.Accepted) ?? cases[0];
        return judgement with { Verdict = first.Verdict, Message = first.Message, Cases = cases, Reason = null };
    }

    private static string Join(string? message, string why) => message is null ? why : $"{message}; {why}";

    private static ProblemPackage Plain(IReadOnlyList<ProblemCase> cases) =>
        new("run", null, [], "", PlainTime, PlainMemoryMb, PlainOutputMb, cases) { RunsAll = true };

    /// <summary>The problem with these inputs for its cases.</summary>
    /// <returns>With a note for each case why nothing is expected of it; null where something is, and when the problem has no reference solution.</returns>
    private async Task<(ProblemPackage Package, IReadOnlyList<string?>? Notes)> OfProblemAsync(
        string hash, IReadOnlyList<string> inputs, string directory, CancellationToken cancellationToken)
    {
        var problem = await packages.GetAsync(hash, cancellationToken);
        var cases = await CasesAsync(inputs, directory, problem.Cases[0] with { Answer = null, IsSample = true, IsInteractive = false, Scores = null }, cancellationToken);
        var package = problem with { RunsAll = true, Scoring = null, Cases = cases };
        // Who is spoken with knows by itself what is right.
        if (problem.Validator?.Interactive == true || ReferenceSolution.Find(packages.PathOf(hash), problem, pool.Toolchains) is not { } reference) return (package, null);
        var kept = package.Cases.Select(c => c with { KeepOutputAt = $"{c.Input.Path[..^".in".Length]}.ans" }).ToList();
        var expected = await pool.Judge.JudgeAsync(
            reference.Language.Id, await File.ReadAllTextAsync(reference.Path, cancellationToken), package with { Cases = kept }, _ => { }, cancellationToken);
        if (expected.Cases.Count < kept.Count) return (package, [.. kept.Select(_ => "nothing is expected: the reference solution does not compile here")]);
        var faults = await Task.WhenAll(expected.Cases.Select((c, i) => FaultAsync(problem.Signature, c, kept[i], cancellationToken)));
        return (
            package with { Cases = [.. package.Cases.Select((c, i) => faults[i] is null ? c with { Answer = new FilePart(kept[i].KeepOutputAt!) } : c)] },
            [.. faults.Select(fault => fault is null ? null : $"nothing is expected: the reference solution fails on this input ({fault})")]);
    }

    /// <summary>Why what the reference solution has answered cannot be what is expected; null when it can.</summary>
    private static async Task<string?> FaultAsync(Signature? signature, CaseResult result, ProblemCase kept, CancellationToken cancellationToken)
    {
        if (result.Verdict != Verdict.Accepted) return result.Message ?? result.Verdict.ToString();
        if (signature is null) return null;
        var input = FunctionInput.Lines(await kept.Input.ReadTextAsync(cancellationToken));
        return FunctionInput.AnswerFault(signature, input, await File.ReadAllTextAsync(kept.KeepOutputAt!, cancellationToken));
    }

    /// <summary>A case for each input, otherwise like the one given.</summary>
    private static async Task<IReadOnlyList<ProblemCase>> CasesAsync(IReadOnlyList<string> inputs, string directory, ProblemCase like, CancellationToken cancellationToken)
    {
        var cases = new List<ProblemCase>();
        foreach (var (i, input) in inputs.Index())
        {
            var name = (i + 1).ToString(CultureInfo.InvariantCulture);
            var path = Path.Combine(directory, $"{name}.in");
            await File.WriteAllTextAsync(path, input, cancellationToken);
            cases.Add(like with { Name = name, Input = new FilePart(path) });
        }

        return cases;
    }
}
