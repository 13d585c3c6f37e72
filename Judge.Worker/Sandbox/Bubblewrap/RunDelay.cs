using System.Globalization;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>How long the programs of a run could have run and had no processor.</summary>
internal static class RunDelay
{
    /// <param name="init">The run's init.</param>
    /// <returns>That of the thread that had to wait longest, without a wait that is not over; zero where the kernel does not tell (no
    /// CONFIG_SCHED_INFO) or none is left. And whether a thread runs or waits for a processor or a disk now, if only to tell of an end.</returns>
    public static (TimeSpan Longest, bool Runnable) Of(Descriptor init)
    {
        var (longest, _, runnable) = Look(init);
        // One may have ended while it was looked for, after whom that wakes had been looked at.
        if (!runnable) (longest, _, runnable) = Look(init);
        return (longest, runnable);
    }

    /// <summary>The same of a run that another thread follows, and that may end meanwhile.</summary>
    public static RunActivity ActivityOf(Descriptor init)
    {
        try
        {
            var (_, busiest, runnable) = Look(init);
            return new RunActivity(busiest, runnable);
        }
        catch (IOException)
        {
            // It has.
            return default;
        }
    }

    /// <summary>How long the calling thread has waited for a processor in all; zero where the kernel does not tell.</summary>
    public static TimeSpan OfThisThread()
    {
        try
        {
            return TimeSpan.FromTicks(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[1], CultureInfo.InvariantCulture) / 100);
        }
        catch (IOException)
        {
            return TimeSpan.Zero;
        }
    }

    private static (TimeSpan LongestDelay, TimeSpan Busiest, bool Runnable) Look(Descriptor init)
    {
        // It has ended, and whoever waits for that has not said so yet.
        if (Libc.Poll(init.Fd, TimeSpan.Zero) || init.Pid is not int first) return (TimeSpan.Zero, TimeSpan.Zero, true);
        var (longest, busiest, runnable) = (0L, 0L, false);
        ProcFiles.ForEach(first, (process, threads) =>
        {
            foreach (var thread in threads) _ = ProcFiles.StillThere(() =>
            {
                var state = ProcFiles.Stat(thread)(3);
                runnable |= state == "R" || state == "D" && !ProcFiles.WaitsForChild(thread);
                // The kernel's Documentation/scheduler/sched-stats.rst: time on the processor, time waiting on a runqueue, ns; timeslices.
                var times = File.ReadAllText($"{thread}/schedstat").Split(' ');
                var delay = long.Parse(times[1], CultureInfo.InvariantCulture);
                longest = Math.Max(longest, delay);
                busiest = Math.Max(busiest, delay + long.Parse(times[0], CultureInfo.InvariantCulture));
            });
        });
        return (TimeSpan.FromTicks(longest / 100), TimeSpan.FromTicks(busiest / 100), runnable);
    }
}
