using System.Globalization;

namespace Judge.Benchmarks.Push;

/// <summary>What a process uses, by proc(5).</summary>
internal static class ProcessUsage
{
    /// <summary>USER_HZ, which is 100 on every architecture that .NET runs on; ticks per second.</summary>
    private const double Hertz = 100;

    private const int SteadySamples = 6;
    private static readonly TimeSpan SampleEvery = TimeSpan.FromMilliseconds(500), Patience = TimeSpan.FromSeconds(20);

    /// <summary>User and system time of all threads so far, in seconds, to 10 ms.</summary>
    public static double CpuSeconds(int pid)
    {
        var stat = File.ReadAllText($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/stat");
        // The second field, the name, may hold spaces; fields 14 and 15 are utime and stime.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (Ticks(fields[11]) + Ticks(fields[12])) / Hertz;

        static long Ticks(string field) => long.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>VmRSS in KiB.</summary>
    public static long ResidentKb(int pid) => Status(pid, "VmRSS:");

    /// <summary>The most that VmRSS ever was, in KiB.</summary>
    public static long PeakKb(int pid) => Status(pid, "VmHWM:");

    /// <summary>VmRSS in KiB, once it has stayed within 1 % for three seconds, or after twenty.</summary>
    public static async Task<long> SettledKbAsync(int pid, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var last = new Queue<long>();
        while (true)
        {
            last.Enqueue(ResidentKb(pid));
            if (last.Count > SteadySamples) last.Dequeue();
            var steady = last.Count == SteadySamples && last.Max() - last.Min() <= last.Max() / 100;
            if (steady || TimeProvider.System.GetElapsedTime(started) > Patience) return last.Last();
            await Task.Delay(SampleEvery, cancellationToken);
        }
    }

    /// <summary>
    /// The resident part of the garbage-collected heap, in KiB, dead objects included. The runtime reserves one range of twice the machine's
    /// memory for it or more (GCRegionRange) and commits parts of that; nothing else of a process comes near that size.
    /// </summary>
    public static long HeapKb(int pid)
    {
        var (mappings, start, end) = (new List<(ulong Start, ulong End, long Resident)>(), 0UL, 0UL);
        foreach (var line in File.ReadLines($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/smaps"))
        {
            if (line.StartsWith("Rss:", StringComparison.Ordinal))
            {
                if (mappings.Count > 0 && mappings[^1].End == start) mappings[^1] = (mappings[^1].Start, end, mappings[^1].Resident + Kilobytes(line));
                else mappings.Add((start, end, Kilobytes(line)));
            }
            else if (line.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash && line.IndexOf(' ', StringComparison.Ordinal) is var space && space > dash
                && ulong.TryParse(line.AsSpan(0, dash), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var from))
            {
                (start, end) = (from, ulong.Parse(line.AsSpan(dash + 1, space - dash - 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            }
        }

        return mappings.MaxBy(m => m.End - m.Start).Resident;
    }

    private static long Status(int pid, string field)
    {
        foreach (var line in File.ReadLines($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/status"))
        {
            if (line.StartsWith(field, StringComparison.Ordinal)) return Kilobytes(line);
        }

        throw new InvalidOperationException($"process {pid.ToString(CultureInfo.InvariantCulture)} has no memory: it has ended");
    }

    private static long Kilobytes(string line) =>
        long.Parse(line.AsSpan(line.IndexOf(':', StringComparison.Ordinal) + 1).Trim()[..^3], NumberStyles.None, CultureInfo.InvariantCulture);
}
