using Judge.Contracts;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Judging;

/// <summary>
/// A program and an interactor, each in its own sandbox, joined by two pipes with nobody in between. This process keeps the other ends of each one's pipes open
/// until it has seen its partner end; then it lets it read the end of file, and throws away what it still says. So neither can know that the other has ended
/// before this process does, which of them ended first is no matter of chance, and nobody is ended by a broken pipe, which few programs reckon with.
/// </summary>
internal static class Interaction
{
    /// <summary>What an interactor may take beyond the program's wall time and its own: it starts after it, and has to say what it found.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), DrainPause = TimeSpan.FromMilliseconds(5);

    /// <param name="programBox">Where the program is.</param>
    /// <param name="program">Its run, but for the pipes.</param>
    /// <param name="validator">The interactor.</param>
    /// <param name="problemCase">The case.</param>
    /// <param name="input">Its input.</param>
    /// <param name="answer">Its answer.</param>
    /// <param name="cancellationToken">Ends both.</param>
    public static async Task<Interacted> RunAsync(
        IBox programBox, RunRequest program, ValidatorBox validator, ProblemCase problemCase, ReadOnlyMemory<byte> input, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        var (programReads, interactorWrites) = Descriptor.PipeBetweenPrograms(Lane.Owner);
        var (interactorReads, programWrites) = Descriptor.PipeBetweenPrograms(Lane.Owner);
        List<Descriptor> held = [programReads.Duplicate(), programWrites.Duplicate(), interactorReads.Duplicate(), interactorWrites.Duplicate()];
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var began = new TaskCompletionSource<Func<RunActivity>>(TaskCreationOptions.RunContinuationsAsynchronously);
        Func<RunActivity>? interactor = null;
        Task<RunResult>? programRuns = null;
        Task<(RunEnd End, CheckResult Found)>? interactorRuns = null;
        try
        {
            // The interactor begins when the program has its turn, so that no waiting for one is taken for silence.
            programRuns = programBox.RunAsync(
                program with { StdinPipe = programReads, StdoutPipe = programWrites, Began = began.SetResult, Partner = () => interactorRuns?.IsCompleted == true ? default : Volatile.Read(ref interactor)?.Invoke() ?? default },
                cancellation.Token);
            await Task.WhenAny(began.Task, programRuns);
            if (!began.Task.IsCompleted) await programRuns;
            interactorRuns = validator.TalkAsync(
                problemCase, input, answer,
                request => request with
                {
                    StdinPipe = interactorReads,
                    StdoutPipe = interactorWrites,
                    IsCompanion = true,
                    Began = activity => Volatile.Write(ref interactor, activity),
                    Partner = () => programRuns.IsCompleted ? default : began.Task.Result(),
                    Limits = request.Limits with { Wall = program.Limits.Wall + request.Limits.Cpu + Patience },
                },
                cancellation.Token);
            var programFirst = await Task.WhenAny(programRuns, interactorRuns) == programRuns;
            // Where one could not be run at all, nobody waits for the other.
            await (programFirst ? (Task)programRuns : interactorRuns);
            held[programFirst ? 1 : 3].Dispose();
            // The program's own output limit ends it; an interactor's is here.
            if (programFirst) await DrainAsync(held[0], validator.Validator.Limits.OutputMb * 1024L * 1024, until: interactorRuns);
            else await DrainAsync(held[2], long.MaxValue, until: programRuns);
            var (interactorEnd, found) = await interactorRuns;
            return new Interacted(programFirst, await programRuns, interactorEnd, found);
        }
        finally
        {
            await cancellation.CancelAsync();
            foreach (var end in held) end.Dispose();
            await Task.WhenAll(programRuns ?? Task.CompletedTask, interactorRuns ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var end in (Descriptor[])[programReads, programWrites, interactorReads, interactorWrites]) end.Dispose();
        }
    }

    /// <summary>Throws away what is written to one that has ended, and closes the pipe after so many bytes.</summary>
    private static async Task DrainAsync(Descriptor pipe, long most, Task until)
    {
        pipe.DoNotWait();
        var buffer = new byte[64 * 1024];
        while (!until.IsCompleted && most > 0)
        {
            var read = pipe.ReadNow(buffer);
            most -= Math.Max(read, 0);
            if (read > 0) await Task.Yield();
            else await Task.WhenAny(until, Task.Delay(DrainPause));
        }

        pipe.Dispose();
    }

    /// <summary>Whose word counts; docs/packages.md has this as a table.</summary>
    /// <param name="failure">What was wrong with the program's run by itself; null: nothing.</param>
    /// <param name="programFirst">Whether it ended before the interactor did.</param>
    /// <param name="found">What the interactor says.</param>
    public static CheckResult Decide(CheckResult? failure, bool programFirst, CheckResult found)
    {
        if (failure is not { } failed) return found;
        // A program that crashes is not right by having crashed late: so have problemtools (judge/execute.py), DOMjudge and DMOJ it.
        if (found.Verdict == Verdict.Accepted) return failed;
        // What the interactor says after the program has failed, or that it fails itself over that, is because of it; what happens to a program that the
        // interactor has left is because of that.
        return programFirst ? failed : found;
    }
}

/// <summary>What came of it.</summary>
/// <param name="ProgramFirst">Whether the program ended before the interactor.</param>
/// <param name="Program">The program's run.</param>
/// <param name="InteractorEnd">How the interactor's run ended.</param>
/// <param name="Found">What the interactor says.</param>
internal sealed record Interacted(bool ProgramFirst, RunResult Program, RunEnd InteractorEnd, CheckResult Found)
{
    /// <param name="limits">The program's.</param>
    /// <param name="language">The program's.</param>
    public CheckResult Judge(RunLimits limits, Language language) => Interaction.Decide(VerdictRules.Failure(limits, language, Program), ProgramFirst, Found);
}
