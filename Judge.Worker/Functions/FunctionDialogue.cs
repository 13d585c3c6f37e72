using System.Globalization;
using System.Text;
using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Functions;

/// <summary>Asks a driver case after case, up to the first that fails; a turn is a case, and the first one the start.</summary>
/// <param name="package">The problem.</param>
/// <param name="language">The program's.</param>
/// <param name="first">The case to begin with.</param>
/// <param name="limits">Of a case.</param>
/// <param name="files">The content of each file that the cases are in.</param>
/// <param name="progress">Gets the number of finished cases.</param>
internal sealed class FunctionDialogue(
    ProblemPackage package, int first, Language language, RunLimits limits, IReadOnlyDictionary<string, byte[]> files, Action<int> progress) : IDialogue
{
    /// <summary>Of all answers together that wait for a checker.</summary>
    private const long MostKept = 64L << 20;

    private const string NoAnswer = "what was returned cannot be an answer";
    private readonly Signature _signature = package.Signature!;
    private readonly List<CaseResult> _results = [];
    private readonly List<byte[]> _answers = [];
    private readonly List<byte[]> _outputs = [];
    private IReadOnlyList<FunctionCall> _calls = [];
    private TimeSpan _start;
    private long _kept;
    private bool _ready, _over;

    /// <summary>Of the cases that are over, in order.</summary>
    public IReadOnlyList<CaseResult> Results => _results;

    /// <summary>What was answered in each of them, where a checker wants it.</summary>
    public IReadOnlyList<byte[]> Outputs => _outputs;

    public ReadOnlyMemory<byte>? Next(ReadOnlyMemory<byte> answer, Func<RunResult> endTurn)
    {
        if (!_ready)
        {
            var start = endTurn();
            if (start.End != RunEnd.Finished) return Ended(start);
            if (!answer.Span.SequenceEqual("ready"u8)) return Failed(start, "something was written to descriptor 4 before the program was asked");
            // What its runtime needs to start is nobody's time; what the user's code does before it is asked, the first case's.
            (_ready, _start) = (true, start.Cpu > language.ExtraTime ? start.Cpu - language.ExtraTime : TimeSpan.Zero);
            return Begin();
        }

        if (answer.Span.Contains((byte)'\n')) return Failed(endTurn(), "more than one answer, or one before the question was read");
        if (answer.Span.StartsWith("!"u8)) return Failed(endTurn(), VerdictRules.Shown(answer.Span[1..], 500), NoAnswer);
        // Parts of values are no answers: what comes next would be known before it is complete.
        if (_signature.IsClass && !FunctionValue.IsValue(answer)) return Failed(endTurn(), $"{_calls[_answers.Count].Function.Name}: {NoAnswer}");
        _answers.Add(answer.ToArray());
        if (_answers.Count < _calls.Count) return _calls[_answers.Count].Question;

        var turn = endTurn();
        turn = turn with { Cpu = turn.Cpu + _start };
        _start = TimeSpan.Zero;
        return Ended(turn with { ExitCode = turn.End == RunEnd.Finished ? 0 : null });
    }

    /// <summary>The program ended, or was ended, in the middle of a case.</summary>
    public void Broken(RunResult run)
    {
        if (!_over) _ = run is { End: RunEnd.Finished, ExitCode: 0 } ? Failed(run, "the program ended (exit code 0) before it answered") : Ended(run);
    }

    /// <summary>The time for all cases is over.</summary>
    public void OutOfTime(TimeSpan patience)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"all cases together took longer than {patience.TotalSeconds:0} s");
        if (!_over) Add(Told(new RunResult(RunEnd.WallLimit, null, null, TimeSpan.Zero, patience, 0, default, default), new CheckResult(Verdict.TimeLimitExceeded, message, message)));
    }

    private ReadOnlyMemory<byte>? Begin()
    {
        _answers.Clear();
        _calls = FunctionCall.Read(_signature, Lines(package.Cases[first + _results.Count].Input));
        return _calls[0].Question;
    }

    /// <param name="run">What it took.</param>
    /// <param name="message">Why.</param>
    /// <param name="place">The same without what the program may have put into it; null: there is nothing of that in it.</param>
    private ReadOnlyMemory<byte>? Failed(RunResult run, string message, string? place = null) =>
        Add(Told(run with { ExitCode = 0 }, new CheckResult(Verdict.RuntimeError, message, place ?? message)));

    /// <summary>The turn is over, with all answers if it was not cut short.</summary>
    private ReadOnlyMemory<byte>? Ended(RunResult run) => Add(Told(run, VerdictRules.Failure(limits, language, run) ?? Check()));

    private CaseResult Told(RunResult run, CheckResult found)
    {
        var problemCase = package.Cases[first + _results.Count];
        return VerdictRules.Told(problemCase, run, new CaseTexts(Read(problemCase.Input), problemCase.Answer is { } part ? Read(part) : null, Output(), run.Stdout), found);
    }

    /// <summary>Compares a complete answer; where the problem has a checker of its own, only looks whether it is one.</summary>
    private CheckResult Check()
    {
        var problemCase = package.Cases[first + _results.Count];
        var output = Output();
        if (problemCase.KeepOutputAt is { } path) File.WriteAllBytes(path, output);
        if (problemCase.Answer is null) return CheckResult.Accepted;
        if (package.Validator is null) return AnswerComparer.Check(_signature, _calls, Read(problemCase.Answer), output);
        if ((_kept += output.Length) > MostKept) return new CheckResult(Verdict.OutputLimitExceeded, "the answers to all cases are too long", "the answers to all cases are too long");
        return FunctionInput.AnswerFault(_signature, Lines(problemCase.Input), Encoding.UTF8.GetString(output)) is { } fault ? new CheckResult(Verdict.WrongAnswer, fault, NoAnswer) : CheckResult.Accepted;
    }

    private ReadOnlyMemory<byte>? Add(CaseResult result)
    {
        _results.Add(result);
        _outputs.Add(package.Validator is null ? [] : Output());
        progress(first + _results.Count);
        // A wrong answer is all that a program can be asked on after.
        _over = first + _results.Count == package.Cases.Count || result.Verdict != Verdict.Accepted && (!package.RunsAll || result.Verdict != Verdict.WrongAnswer);
        return _over ? null : Begin();
    }

    /// <summary>What it answered; of a class, the array of its calls' results.</summary>
    private byte[] Output()
    {
        if (!_signature.IsClass) return _answers.Count == 0 ? [] : _answers[0];
        return [.. "["u8, .. _answers.SelectMany((a, i) => i == 0 ? a : [(byte)',', .. a]), .. "]"u8];
    }

    private List<string> Lines(FilePart input) => FunctionInput.Lines(Encoding.UTF8.GetString(Read(input)));

    private byte[] Read(FilePart part)
    {
        var file = files[part.Path].AsSpan((int)part.Offset);
        return file[..(int)(part.Length ?? file.Length)].ToArray();
    }
}
