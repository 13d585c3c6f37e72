using System.Diagnostics;

namespace Judge.Worker.Judging;

/// <summary>
/// Notices when this process has stood still: it was stopped, its machine suspended, its processors given to others for long. What it has
/// measured of wall time meanwhile says nothing of the program that ran.
/// </summary>
internal static class StandstillWatch
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100), Standstill = TimeSpan.FromMilliseconds(700);
    private static long _lastTick = Stopwatch.GetTimestamp(), _lastStandstill = long.MinValue;

    static StandstillWatch()
    {
        new Thread(Watch) { IsBackground = true, Name = "standstill watch" }.Start();
    }

    /// <summary>Begins watching, if nobody has before: it has to be before what is asked about.</summary>
    /// <returns>Now, for <see cref="HasStoodStill"/>.</returns>
    public static long Begin() => Stopwatch.GetTimestamp();

    /// <param name="since">What <see cref="Begin"/> returned.</param>
    public static bool HasStoodStill(long since)
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
