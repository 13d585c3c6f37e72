using System.Text.RegularExpressions;
using Judge.Contracts;
using Judge.Worker.Functions;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Judging.Checkers;

/// <summary>
/// A package's own validator, compiled, in a box of its own for one submission. It sees a case's input, its answer and what the program printed,
/// and nothing of other cases; programs see nothing of it. Whatever it does other than judge is the judge's fault and not the program's.
/// </summary>
internal sealed partial class ValidatorBox : IAsyncDisposable
{
    private const int MostProcesses = 32, StderrBytes = 64 * 1024;
    private readonly Toolchain _toolchain;
    private readonly IBox _box;
    private string? _fault;

    private ValidatorBox(OutputValidator validator, Toolchain toolchain, IBox box)
    {
        (Validator, _toolchain, _box) = (validator, toolchain, box);
    }

    public OutputValidator Validator { get; }

    /// <summary>For the operator: the first failure of it, with what it said; null when there was none.</summary>
    public string? Fault => Volatile.Read(ref _fault);

    /// <exception cref="ValidatorException">It does not compile, or something it needs is not there.</exception>
    /// <exception cref="SandboxException">The sandbox failed.</exception>
    public static async Task<ValidatorBox> OpenAsync(
        OutputValidator validator, ISandbox sandbox, Compiler compiler, IReadOnlyDictionary<string, Toolchain> toolchains, string? testlib, CancellationToken cancellationToken)
    {
        if (!toolchains.TryGetValue(validator.Language, out var known) || !known.Status.Available)
            throw new SandboxException($"this worker cannot run {validator.Name}: {known?.Status.Reason ?? "it does not know its language"}");
        if (validator.Interactive && known.Image is not null) throw new ValidatorException(validator, "interactive problems need a worker with bubblewrap; this one has containers");
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, path) in validator.Files) files.Add(name, await File.ReadAllTextAsync(path, cancellationToken));
        if (!files.Keys.Any(f => Path.GetFileName(f) == "testlib.h") && files.Values.Any(t => IncludesTestlib().IsMatch(t)))
        {
            files["testlib.h"] = testlib is not null
                ? await File.ReadAllTextAsync(testlib, cancellationToken)
                : throw new ValidatorException(validator, "testlib.h is missing: put it beside the checker, or set Worker__TestlibPath to one");
        }

        var toolchain = known.With(CommandsOf(known.Language, validator));
        var box = await sandbox.OpenBoxAsync(toolchain.Image, cancellationToken);
        try
        {
            var compilation = await compiler.CompileAsync(toolchain, new FunctionProgram(validator.Sources[0], files), box, cancellationToken);
            if (compilation.Failure is { } failure) throw new ValidatorException(validator, $"{failure}: {compilation.Output}");
            return new ValidatorBox(validator, toolchain, box);
        }
        catch
        {
            await box.DisposeAsync();
            throw;
        }
    }

    /// <summary>Judges an output.</summary>
    public async Task<CheckResult> CheckAsync(ProblemCase problemCase, ReadOnlyMemory<byte> input, ReadOnlyMemory<byte> answer, ReadOnlyMemory<byte> output, CancellationToken cancellationToken)
    {
        var testlib = Validator.Style == ValidatorStyle.Testlib;
        var request = testlib
            ? Request(["{file:0}", "{file:2}", "{file:1}", .. problemCase.ValidatorFlags]) with { Files = [input, answer, output] }
            : Request(["{file:0}", "{file:1}", Feedback.Directory, .. problemCase.ValidatorFlags]) with { Files = [input, answer], Stdin = output };
        return Read(problemCase, await StandstillWatch.RunAsync(() => _box.RunAsync(request, cancellationToken), run => run.End == RunEnd.WallLimit));
    }

    /// <summary>Talks with a program.</summary>
    /// <param name="problemCase">The case.</param>
    /// <param name="input">Its input.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="connect">Puts the pipes in, and how long the conversation may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How it ended, and what it found.</returns>
    public async Task<(RunEnd End, CheckResult Found)> TalkAsync(
        ProblemCase problemCase, ReadOnlyMemory<byte> input, ReadOnlyMemory<byte> answer, Func<RunRequest, RunRequest> connect, CancellationToken cancellationToken)
    {
        string[] arguments = Validator.Style == ValidatorStyle.Testlib
            ? ["{file:0}", $"{Feedback.Directory}output", "{file:1}", .. problemCase.ValidatorFlags]
            : ["{file:0}", "{file:1}", Feedback.Directory, .. problemCase.ValidatorFlags];
        var run = await _box.RunAsync(connect(Request(arguments) with { Files = [input, answer] }), cancellationToken);
        return (run.End, Read(problemCase, run));
    }

    public ValueTask DisposeAsync() => _box.DisposeAsync();

    /// <summary>The case could not be judged.</summary>
    /// <param name="problemCase">The case.</param>
    /// <param name="why">What users may know.</param>
    /// <param name="said">What it said itself.</param>
    private CheckResult Failed(ProblemCase problemCase, string why, string? said)
    {
        var message = $"{Validator.Name} failed: {why}";
        Interlocked.CompareExchange(ref _fault, said is null ? $"{problemCase.Name}: {message}" : $"{problemCase.Name}: {message}: {said}", null);
        return new CheckResult(Verdict.InternalError, message, message);
    }

    private RunRequest Request(IEnumerable<string> arguments)
    {
        var (language, limits) = (_toolchain.Language, Validator.Limits);
        var memory = (limits.MemoryMb + language.ExtraMemoryMb) * 1024L * 1024;
        return new RunRequest
        {
            Arguments = Feedback.Around([.. _toolchain.Arguments(language.Run, limits.MemoryMb), .. arguments]),
            Environment = _toolchain.Environment(limits.MemoryMb),
            Limits = new RunLimits(limits.Cpu, limits.Cpu * 2 + TimeSpan.FromSeconds(1), memory, limits.OutputMb * 1024L * 1024, StderrBytes, MostProcesses, memory),
        };
    }

    private CheckResult Read(ProblemCase problemCase, RunResult run)
    {
        var feedback = Feedback.Read(run.Stderr.Span);
        var limits = Validator.Limits;
        var (found, fault) = run.End switch
        {
            RunEnd.CpuLimit or RunEnd.WallLimit => (null, $"it was stopped after {limits.Cpu.TotalSeconds:0.##} s of CPU time or twice that in all"),
            RunEnd.MemoryLimit => (null, $"it used more than {limits.MemoryMb} MiB"),
            RunEnd.OutputLimit => (null, $"it wrote more than {limits.OutputMb} MiB"),
            _ when run.ExitCode is not { } => (null, $"it was ended by signal {run.Signal}"),
            _ => ExitCodes.Read(Validator.Style, run.ExitCode.Value, feedback, problemCase.Scores),
        };
        return found ?? Failed(problemCase, fault!, feedback.Stderr ?? feedback.JudgeMessage);
    }

    private static Language CommandsOf(Language language, OutputValidator validator)
    {
        // testlib.h says 'partially' from 0 on, where its other exit codes are too, unless it is told otherwise.
        string[] told = validator.Style == ValidatorStyle.Testlib && language.Id == "cpp" ? ["-DPC_BASE_EXIT_CODE=16"] : [];
        language = language.WithSource(validator.Sources[0], [.. told, .. validator.Sources]);
        return language.Preparation is { } preparation ? language with { Preparation = preparation with { SameWords = true } } : language;
    }

    [GeneratedRegex("""^\s*#\s*include\s*["<]testlib\.h[">]""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IncludesTestlib();
}

/// <summary>The package's validator is of no use, whatever the program is.</summary>
internal sealed class ValidatorException(OutputValidator validator, string why) : Exception($"{validator.Name}: {why}")
{
    /// <summary>What users may know.</summary>
    public string Shown => $"the problem's checker {validator.Name} does not work";
}
