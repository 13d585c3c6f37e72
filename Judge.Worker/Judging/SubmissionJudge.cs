using Judge.Contracts;
using Judge.Worker.Functions;
using Judge.Worker.Hosting;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Judging.Scoring;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;
using Judge.Worker.Telemetry;

namespace Judge.Worker.Judging;

/// <summary>What judging one program came to; the fields are those of <see cref="SubmissionJudged"/>.</summary>
internal sealed record Judgement(Verdict Verdict, string? CompileOutput, string? Message, IReadOnlyList<CaseResult> Cases)
{
    /// <summary>Of a scoring problem; null of any other, and when the judge failed.</summary>
    public double? Score { get; init; }

    /// <summary>Of a scoring problem; null of any other.</summary>
    public IReadOnlyList<GroupResult>? Groups { get; init; }

    /// <summary>For the operator, when the judge failed; null: the message says all.</summary>
    public string? Reason { get; init; }

    public int? TimeMs => Cases.Count == 0 ? null : Cases.Max(c => c.TimeMs);

    public int? WallMs => Cases.Count == 0 ? null : Cases.Max(c => c.WallMs);

    public int? MemoryKb => Cases.Count == 0 ? null : Cases.Max(c => c.MemoryKb);
}

/// <summary>Compiles a program once and runs it on the cases, each in a fresh sandbox, up to the first that fails.</summary>
/// <param name="sandbox">Where everything runs.</param>
/// <param name="toolchains">The languages of this host.</param>
/// <param name="pool">How many cases at a time.</param>
/// <param name="cache">What was compiled before; null: nothing is kept.</param>
/// <param name="counts">Gets what is compiled; null: nobody counts.</param>
/// <param name="testlib">A testlib.h for checkers that bring none; null: there is none.</param>
internal sealed class SubmissionJudge(
    ISandbox sandbox, IReadOnlyDictionary<string, Toolchain> toolchains, PoolProfile pool, CompileCache? cache = null, PoolCounts? counts = null, string? testlib = null)
{
    private const int StderrBytes = 64 * 1024;
    private readonly Compiler _compiler = new(cache, counts);
    public const double Tolerance = 1.1;

    /// <summary>An interpreter that is started ahead pays once it serves more than a case for each processor.</summary>
    private const int FewestBegunAlike = 5;

    /// <param name="language">A language id that the host has.</param>
    /// <param name="source">The program.</param>
    /// <param name="package">The problem.</param>
    /// <param name="progress">Called with the number of finished cases, from any thread.</param>
    /// <param name="cancellationToken">Ends running sandboxes at once.</param>
    /// <exception cref="SandboxException">The sandbox failed; nothing can be said of the program.</exception>
    public async Task<Judgement> JudgeAsync(
        string language, string source, ProblemPackage package, Action<int> progress, CancellationToken cancellationToken)
    {
        var toolchain = Usable(language);
        if (package.Signature is null) toolchain = toolchain.With(toolchain.Language.Fit(toolchain.Language, source));
        return Program(toolchain.Language, package, source) is { } program
            ? await JudgeProgramAsync(toolchain, program, package, progress, cancellationToken)
            : new Judgement(Verdict.CompileError, null, $"{toolchain.Language.Name} is not among the languages of function problems", []);
    }

    /// <summary>Judges a program of several files, in a language that has the commands for them; the problem is one of input and output.</summary>
    public Task<Judgement> JudgeFilesAsync(Language language, FunctionProgram program, ProblemPackage package, Action<int> progress, CancellationToken cancellationToken) =>
        JudgeProgramAsync(Usable(language.Id).With(language), program, package, progress, cancellationToken);

    private Toolchain Usable(string language) => toolchains.TryGetValue(language, out var toolchain) && toolchain.Status.Available
        ? toolchain
        : throw new SandboxException($"this worker cannot judge {language}: {toolchain?.Status.Reason ?? "it does not know it"}");

    private async Task<Judgement> JudgeProgramAsync(
        Toolchain toolchain, FunctionProgram program, ProblemPackage package, Action<int> progress, CancellationToken cancellationToken)
    {
        if (package.Signature is not null && toolchain.Image is not null)
        {
            const string Reason = "function problems need a worker with bubblewrap; this one has containers";
            return new Judgement(Verdict.InternalError, null, Reason, []) { Reason = Reason };
        }

        await using var box = await sandbox.OpenBoxAsync(toolchain.Image, cancellationToken);
        Compilation compilation;
        using (Tracing.Source.StartActivity("compile")) compilation = await _compiler.CompileAsync(toolchain, program, box, cancellationToken);
        if (compilation.Failure is { } failure)
        {
            var missing = package.Signature is { } signature ? toolchain.Language.Functions!.Missing(signature, program.Files[program.SourceFile]) : null;
            return new Judgement(Verdict.CompileError, compilation.Output, missing is null ? failure : $"{failure}: nothing in it is called {missing}, as in the starter code", []);
        }

        try
        {
            await using var validator = package.Validator is { } own ? await ValidatorBox.OpenAsync(own, sandbox, _compiler, toolchains, testlib, cancellationToken) : null;
            var judgement = await JudgeCasesAsync(toolchain, program, box, package, validator, compilation, progress, cancellationToken);
            return judgement.Verdict == Verdict.InternalError ? judgement with { Reason = validator?.Fault } : judgement;
        }
        catch (ValidatorException e)
        {
            return new Judgement(Verdict.InternalError, compilation.Output, e.Shown, []) { Reason = e.Message };
        }
    }

    private async Task<Judgement> JudgeCasesAsync(
        Toolchain toolchain, FunctionProgram program, IBox box, ProblemPackage package, ValidatorBox? validator, Compilation compilation, Action<int> progress, CancellationToken cancellationToken)
    {
        var results = package.Signature is null
            ? await RunCasesAsync(toolchain, box, package, validator, progress, cancellationToken)
            : await FunctionJudge.RunAsync(toolchain, program, box, package, validator, progress, cancellationToken);
        results = ShownCases.OnlyFirstFailed(package, results);
        List<CaseResult> cases = [.. results.OfType<CaseResult>()];
        if (cases[0].Verdict == Verdict.RuntimeError && toolchain.Language.SyntaxCheck is { } check)
        {
            check = [.. check.Select(a => a.Replace(toolchain.Language.SourceFile, program.SourceFile, StringComparison.Ordinal))];
            var run = await RunInBoxAsync(toolchain, check, box, package.MemoryMb, Compiler.Limits, default, cancellationToken);
            if (!run.Succeeded) return new Judgement(Verdict.CompileError, Compiler.Said(run), "not a valid program", []);
        }

        if (package.Scoring is { } plan)
        {
            var scored = ScoreSheet.Judge(plan, results);
            return new Judgement(scored.Verdict, compilation.Output, scored.Message, scored.Cases) { Score = scored.Score, Groups = scored.Groups };
        }

        var first = cases.Find(c => c.Verdict != Verdict.Accepted) ?? cases[^1];
        return new Judgement(first.Verdict, compilation.Output, first.Message, cases);
    }

    /// <summary>What is compiled: the user's source, and for a function problem what is generated around it; null: the language knows no such.</summary>
    private static FunctionProgram? Program(Language language, ProblemPackage package, string source) => package.Signature is { } signature
        ? language.Functions?.Wrap(signature, source)
        : new FunctionProgram(language.SourceFile, new Dictionary<string, string>(StringComparer.Ordinal) { [language.SourceFile] = source });

    /// <returns>Up to the first case that failed, or of all; null: it was not needed.</returns>
    private async Task<IReadOnlyList<CaseResult?>> RunCasesAsync(
        Toolchain toolchain, IBox box, ProblemPackage package, ValidatorBox? validator, Action<int> progress, CancellationToken cancellationToken)
    {
        var results = new CaseResult?[package.Cases.Count];
        var running = new CancellationTokenSource?[results.Length];
        int next = -1, done = 0, stop = results.Length - 1;
        var gate = new Lock();

        async Task LaneAsync()
        {
            for (var i = Interlocked.Increment(ref next); i <= Volatile.Read(ref stop); i = Interlocked.Increment(ref next))
            {
                if (package.Scoring is { } plan && !ScoreSheet.Needs(plan, results, i)) continue;
                using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                lock (gate) running[i] = cancellation;
                try
                {
                    results[i] = await RunCaseAsync(toolchain, box, package, validator, package.Cases[i], cancellation.Token);
                }
                catch (Exception e) when (e is OperationCanceledException or SandboxException && i > Volatile.Read(ref stop))
                {
                    // An earlier case has failed: nothing depends on this one.
                    return;
                }
                finally
                {
                    lock (gate) running[i] = null;
                }

                if (results[i]!.Verdict != Verdict.Accepted && !package.RunsAll) StopAfter(i);
                progress(Interlocked.Increment(ref done));
            }
        }

        // Cases before the first failure still have to finish: one of them may fail as well, and the first one counts.
        void StopAfter(int failed)
        {
            lock (gate)
            {
                if (failed > stop) return;
                Volatile.Write(ref stop, failed);
                for (var i = failed + 1; i < running.Length; i++) running[i]?.Cancel();
            }
        }

        await Task.WhenAll(Enumerable.Range(0, pool.CaseParallelism).Select(_ => LaneAsync()));
        return [.. results.Take(stop + 1)];
    }

    /// <summary>A program is stopped at 1.1 times the time limit. One that ends by itself between the limit and that is run once more, and
    /// the better time counts: noise of the machine, which is of a few per cent, fails no right program. Nor does a worker that stood still while
    /// the wall's time went on: the run says nothing then and is made again.</summary>
    private static async Task<CaseResult> RunCaseAsync(
        Toolchain toolchain, IBox box, ProblemPackage package, ValidatorBox? validator, ProblemCase problemCase, CancellationToken cancellationToken)
    {
        using var activity = Tracing.Source.StartActivity("case")?.SetTag("judge.case", problemCase.Name);
        var language = toolchain.Language;
        var limits = LimitsOf(package, language);
        var input = await problemCase.Input.ReadAsync(cancellationToken);
        var answer = problemCase.Answer is null ? null : await problemCase.Answer.ReadAsync(cancellationToken);
        Interacted? interacted = null;
        // The same in every pool: what is shown of a program does not depend on who judged it.
        var beginsAt = package.Cases.Count >= FewestBegunAlike ? language.BeginsAt : null;
        async Task<RunResult> OnceAsync()
        {
            var bounds = limits with { Cpu = limits.Cpu * Tolerance };
            interacted = validator?.Validator.Interactive != true ? null : await Interaction.RunAsync(
                box, Request(toolchain, language.Run, package.MemoryMb, bounds), validator, problemCase, input, answer, cancellationToken);
            return interacted?.Program ?? await RunInBoxAsync(toolchain, language.Run, box, package.MemoryMb, bounds, input, cancellationToken, beginsAt);
        }

        Task<RunResult> RunAsync() => StandstillWatch.RunAsync(OnceAsync, run => run.End == RunEnd.WallLimit || interacted?.InteractorEnd == RunEnd.WallLimit);

        var run = await RunAsync();
        if (run.End == RunEnd.Finished && run.Cpu > limits.Cpu)
        {
            var before = interacted;
            var again = await RunAsync();
            if (again.Cpu < run.Cpu) run = again;
            else interacted = before;
        }

        if (problemCase.KeepOutputAt is { } path && run.Succeeded) await File.WriteAllBytesAsync(path, run.Stdout, cancellationToken);
        if (interacted is not null) return VerdictRules.Told(problemCase, run, new CaseTexts(input, answer, run.Stdout), interacted.Judge(limits, language));
        var check = validator is null || answer is null || VerdictRules.Failure(limits, language, run) is not null
            ? default(CheckResult?)
            : await validator.CheckAsync(problemCase, input, answer, run.Stdout, cancellationToken);
        return VerdictRules.Judge(problemCase, limits, language, run, input, answer, check);
    }

    /// <summary>What a case may take in that language.</summary>
    public static RunLimits LimitsOf(ProblemPackage package, Language language)
    {
        var cpu = package.TimeLimit * language.TimeFactor + language.ExtraTime;
        var memory = (package.MemoryMb + language.ExtraMemoryMb) * 1024L * 1024;
        return new RunLimits(cpu, cpu * 2 + TimeSpan.FromSeconds(1), memory, package.OutputMb * 1024L * 1024, StderrBytes, language.Processes, memory);
    }

    private static async Task<RunResult> RunInBoxAsync(
        Toolchain toolchain, string[] command, IBox box, int memoryMb, RunLimits limits, ReadOnlyMemory<byte> stdin,
        CancellationToken cancellationToken, string? beginsAt = null)
    {
        var request = Request(toolchain, command, memoryMb, limits) with { Stdin = stdin, BeginsAt = beginsAt };
        var run = await box.RunAsync(request, cancellationToken);
        // What cannot be executed in the box is the program's fault, what cannot be executed outside is this host's.
        return run.NotExecuted is { } why && !request.Arguments[0].StartsWith("/box/", StringComparison.Ordinal)
            ? throw new SandboxException($"cannot execute {request.Arguments[0]}: {why}")
            : run;
    }

    private static RunRequest Request(Toolchain toolchain, string[] command, int memoryMb, RunLimits limits) => new()
    {
        Arguments = toolchain.Arguments(command, memoryMb),
        Environment = toolchain.Environment(memoryMb),
        Limits = limits,
    };
}
