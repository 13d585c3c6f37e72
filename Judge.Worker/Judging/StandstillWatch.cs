using System.Diagnostics;

namespace Judge.Worker.Judging;

/// <summary>
/// Notices when this process has stood still: it was stopped, its machine suspended, its processors given to others for long. What it has
/// measured of wall time meanwhile says nothing of the program that ran.
/// </summary>
internal static class StandstillWatch
{
    private const int MostTries = 3;
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100), Standstill = TimeSpan.FromMilliseconds(700);
    private static long _lastTick = Stopwatch.GetTimestamp(), _lastStandstill = long.MinValue;

    static StandstillWatch()
    {
        new Thread(Watch) { IsBackground = true, Name = "standstill watch" }.Start();
    }

    /// <summary>Runs something, and again, three times at most, if its wall time ran out while this process stood still.</summary>
    /// <param name="run">Runs it.</param>
    /// <param name="isOutOfTime">Whether its wall time ran out.</param>
    public static async Task<T> RunAsync<T>(Func<Task<T>> run, Func<T, bool> isOutOfTime)
    {
        for (var tries = 1; ; tries++)
        {
            var started = Stopwatch.GetTimestamp();
            var result = await run();
            if (!isOutOfTime(result) || tries == MostTries || !HasStoodStill(started)) return result;
        }
    }

    private static bool HasStoodStill(long since)
    {
        Look();
        return Interlocked.Read(ref _lastStandstill) >= since;
    }

    private static void Watch()
    {
        while (true)
        {
            Thread.Sleep(Tick);
            Look();
            Interlocked.Exchange(ref _lastTick, Stopwatch.GetTimestamp());
        }
    }

    /// <summary>Also by whoever asks: after a standstill it may be the first to wake.</summary>
    private static void Look()
    {
        if (Stopwatch.GetElapsedTime(Interlocked.Read(ref _lastTick)) > Standstill) Interlocked.Exchange(ref _lastStandstill, Stopwatch.GetTimestamp());
    }
}
