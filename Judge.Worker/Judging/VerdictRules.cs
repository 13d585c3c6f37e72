using System.Globalization;
using System.Text;
using Judge.Contracts;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Judging;

/// <summary>Pure functions from what a run measured to what the user is told.</summary>
internal static class VerdictRules
{
    private const int ShownBytes = 4096;

    /// <summary>A program that fails with this share of its memory in use has failed for want of it.</summary>
    private const double AtLimit = 0.97;

    /// <param name="problemCase">The case.</param>
    /// <param name="showsFailure">Whether its data is shown when it failed, though it be secret.</param>
    /// <param name="limits">Those it was run with.</param>
    /// <param name="language">The program's.</param>
    /// <param name="run">What was measured.</param>
    /// <param name="input">Its input.</param>
    /// <param name="answer">What is right; null: whatever is printed.</param>
    public static CaseResult Judge(
        ProblemCase problemCase, bool showsFailure, RunLimits limits, Language language, RunResult run, ReadOnlySpan<byte> input, byte[]? answer)
    {
        var (verdict, message) = Verdict(problemCase.Checker, problemCase.IsSample || showsFailure, limits, language, run, answer);
        var result = new CaseResult(
            problemCase.Name, verdict, Milliseconds(run.Cpu), Milliseconds(run.Wall), (int)(run.MemoryBytes / 1024), run.ExitCode, run.Signal, message);
        if (!problemCase.IsSample && !(showsFailure && verdict != Contracts.Verdict.Accepted)) return result;
        var truncated = input.Length > ShownBytes || answer?.Length > ShownBytes || run.Stdout.Length > ShownBytes || run.Stderr.Length > ShownBytes;
        return result with
        {
            Input = Shown(input),
            Expected = answer is null ? null : Shown(answer),
            Output = Shown(run.Stdout.Span),
            Stderr = Shown(run.Stderr.Span),
            Truncated = truncated ? true : null,
        };
    }

    private static (Verdict Verdict, string? Message) Verdict(
        CheckerOptions checker, bool quotes, RunLimits limits, Language language, RunResult run, byte[]? answer)
    {
        switch (run.End)
        {
            case RunEnd.MemoryLimit:
                return (Contracts.Verdict.MemoryLimitExceeded, $"memory limit of {Text(limits.MemoryBytes / 1024)} KiB exceeded");
            case RunEnd.CpuLimit:
            case RunEnd.Finished when run.Cpu > limits.Cpu:
                return (Contracts.Verdict.TimeLimitExceeded,
                    $"CPU time limit of {Text(Milliseconds(limits.Cpu))} ms exceeded: {Text(Milliseconds(run.Cpu))} ms used");
            case RunEnd.WallLimit:
                return (Contracts.Verdict.TimeLimitExceeded,
                    $"wall time limit of {Text(Milliseconds(limits.Wall))} ms exceeded, with {Text(Milliseconds(run.Cpu))} ms of CPU time used");
            case RunEnd.OutputLimit:
                return (Contracts.Verdict.OutputLimitExceeded, $"output limit of {Text(limits.OutputBytes / 1024)} KiB exceeded");
            case RunEnd.Finished when run.ExitCode != 0:
                if (SaysOutOfMemory(language, run) || run.MemoryBytes >= limits.MemoryBytes * AtLimit)
                    return (Contracts.Verdict.MemoryLimitExceeded, $"the program ran out of memory within the limit of {Text(limits.MemoryBytes / 1024)} KiB: {Text(run.MemoryBytes / 1024)} KiB used");
                if (run.NotExecuted is { } why) return (Contracts.Verdict.RuntimeError, $"the program could not be executed: {why}");
                return (Contracts.Verdict.RuntimeError, run.Signal is { } signal ? $"ended by {SignalName(signal)}" : $"exit code {Text(run.ExitCode ?? 0)}");
            default:
                if (answer is null) return (Contracts.Verdict.Accepted, null);
                var check = TokenChecker.Check(answer, run.Stdout.Span, checker);
                return (check.Verdict, quotes ? check.Difference : check.Place);
        }
    }

    private static bool SaysOutOfMemory(Language language, RunResult run)
    {
        foreach (var marker in language.OutOfMemoryMarkers)
        {
            if (run.Stderr.Span.IndexOf(Encoding.ASCII.GetBytes(marker)) >= 0 || run.Stdout.Span.IndexOf(Encoding.ASCII.GetBytes("Terminating due to " + marker)) >= 0) return true;
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
