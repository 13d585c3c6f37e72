using System.Globalization;
using System.Text;
using Judge.Contracts;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Judging;

/// <summary>The texts of a case.</summary>
/// <param name="Input">What it was given.</param>
/// <param name="Answer">What was expected; null: nothing in particular.</param>
/// <param name="Output">What is compared: what was printed, or returned.</param>
/// <param name="Stdout">What was printed beside that; null: nothing can be.</param>
internal sealed record CaseTexts(byte[] Input, byte[]? Answer, ReadOnlyMemory<byte> Output, ReadOnlyMemory<byte>? Stdout = null);

/// <summary>Pure functions from what a run measured to what the user is told.</summary>
internal static class VerdictRules
{
    private const int ShownBytes = 4096;

    /// <summary>A program that fails with this share of its memory in use has failed for want of it.</summary>
    private const double AtLimit = 0.97;

    /// <summary>A program's run, whose output is compared token by token, unless the problem's own checker has been asked.</summary>
    public static CaseResult Judge(ProblemCase problemCase, RunLimits limits, Language language, RunResult run, byte[] input, byte[]? answer, CheckResult? check = null) => Judge(
        problemCase, limits, language, run, new CaseTexts(input, answer, run.Stdout),
        () => check ?? (answer is null ? CheckResult.Accepted : TokenChecker.Check(answer, run.Stdout.Span, problemCase.Checker)));

    /// <param name="problemCase">The case.</param>
    /// <param name="limits">What it had.</param>
    /// <param name="language">Its language.</param>
    /// <param name="run">What it took.</param>
    /// <param name="texts">What is shown, where that may be.</param>
    /// <param name="check">Compares, when all else is well.</param>
    public static CaseResult Judge(ProblemCase problemCase, RunLimits limits, Language language, RunResult run, CaseTexts texts, Func<CheckResult> check) =>
        Told(problemCase, run, texts, Failure(limits, language, run) ?? check());

    /// <summary>What is told of a case in which that was found.</summary>
    public static CaseResult Told(ProblemCase problemCase, RunResult run, CaseTexts texts, CheckResult found)
    {
        double? score = problemCase.Scores is { } scores ? found.Score ?? (found.Verdict == Verdict.Accepted ? scores.Accepted : scores.Rejected) : null;
        var result = new CaseResult(
            problemCase.Name, found.Verdict, Milliseconds(run.Cpu), Milliseconds(run.Wall), (int)(run.MemoryBytes / 1024), run.ExitCode, run.Signal,
            problemCase.MayBeSeen ? found.Difference : found.Place, Score: score);
        if (!problemCase.MayBeSeen) return result;
        var longest = ((int[])[texts.Input.Length, texts.Answer?.Length ?? 0, texts.Output.Length, texts.Stdout?.Length ?? 0, run.Stderr.Length]).Max();
        return result with
        {
            Input = problemCase.ShowsData ? Shown(texts.Input) : null,
            Expected = texts.Answer is null || !problemCase.ShowsData ? null : Shown(texts.Answer),
            Output = Shown(texts.Output.Span),
            Stdout = texts.Stdout is { } stdout ? Shown(stdout.Span) : null,
            Stderr = Shown(run.Stderr.Span),
            Truncated = longest > ShownBytes ? true : null,
        };
    }

    /// <summary>What was wrong with a run, whatever it printed; null: nothing.</summary>
    public static CheckResult? Failure(RunLimits limits, Language language, RunResult run)
    {
        static CheckResult? Failed(Verdict verdict, string message) => new CheckResult(verdict, message, message);
        switch (run.End)
        {
            case RunEnd.MemoryLimit:
                return Failed(Verdict.MemoryLimitExceeded, $"memory limit of {Text(limits.MemoryBytes / 1024)} KiB exceeded");
            case RunEnd.CpuLimit:
            case RunEnd.Finished when run.Cpu > limits.Cpu:
                return Failed(Verdict.TimeLimitExceeded,
                    $"CPU time limit of {Text(Milliseconds(limits.Cpu))} ms exceeded: {Text(Milliseconds(run.Cpu))} ms used");
            case RunEnd.WallLimit:
                return Failed(Verdict.TimeLimitExceeded,
                    $"wall time limit of {Text(Milliseconds(limits.Wall))} ms exceeded, with {Text(Milliseconds(run.Cpu))} ms of CPU time used");
            case RunEnd.OutputLimit:
                return Failed(Verdict.OutputLimitExceeded, $"output limit of {Text(limits.OutputBytes / 1024)} KiB exceeded");
            case RunEnd.Finished when run.ExitCode != 0:
                if (SaysOutOfMemory(language, run) || run.MemoryBytes >= limits.MemoryBytes * AtLimit)
                    return Failed(Verdict.MemoryLimitExceeded, $"the program ran out of memory within the limit of {Text(limits.MemoryBytes / 1024)} KiB: {Text(run.MemoryBytes / 1024)} KiB used");
                if (run.NotExecuted is { } why) return Failed(Verdict.RuntimeError, $"the program could not be executed: {why}");
                return Failed(Verdict.RuntimeError, run.Signal is { } signal ? $"ended by {SignalName(signal)}" : $"exit code {Text(run.ExitCode ?? 0)}");
            default:
                return null;
        }
    }

    private static bool SaysOutOfMemory(Language language, RunResult run)
    {
        foreach (var marker in language.OutOfMemoryMarkers)
        {
            if (run.Stderr.Span.IndexOf(Encoding.ASCII.GetBytes(marker)) >= 0) return true;
        }

        return false;
    }

    /// <summary>At most <paramref name="limit"/> bytes of a text, never half a character.</summary>
    public static string Shown(ReadOnlySpan<byte> bytes, int limit = ShownBytes)
    {
        if (bytes.Length > limit)
        {
            // Back to a character's first byte, which is at most three away in UTF-8.
            var end = limit;
            while (end > limit - 4 && (bytes[end] & 0xC0) == 0x80) end--;
            bytes = bytes[..((bytes[end] & 0xC0) == 0x80 ? limit : end)];
        }

        return Encoding.UTF8.GetString(bytes);
    }

    private static int Milliseconds(TimeSpan time) => (int)Math.Ceiling(time.TotalMilliseconds);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>signal(7), x86 and ARM numbering.</summary>
    private static string SignalName(int signal) => signal switch
    {
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        24 => "SIGXCPU",
        25 => "SIGXFSZ",
        31 => "SIGSYS",
        _ => $"signal {Text(signal)}",
    };
}
