using System.Runtime.InteropServices;

namespace Judge.Benchmarks.Push;

/// <summary>Runs a benchmark that starts processes: Ctrl-C and a signal end it the way a failure does, with everything disposed of.</summary>
internal static class Run
{
    /// <returns>The exit code: 0 when the targets are met, 1 when not or when it was cut off, 2 when an option is wrong.</returns>
    public static async Task<int> AsCommandAsync(IEnumerable<string> arguments, Func<CommandLine, CancellationToken, Task<bool>> benchmark)
    {
        using var cancellation = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            return await benchmark(new CommandLine(arguments), cancellation.Token) ? 0 : 1;
        }
        catch (UsageException e)
        {
            await Console.Error.WriteLineAsync($"bench: {e.Message}");
            return 2;
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Of whatever kind: Ctrl-C reaches the processes that were started, too.
            await Console.Error.WriteLineAsync("bench: stopped");
            return 1;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            cancellation.Cancel();
        }
    }

    /// <summary>A line on standard error, so that standard output stays the result.</summary>
    public static void Progress(FormattableString line) => Console.Error.WriteLine($"  {FormattableString.Invariant(line)}");
}
