using System.Globalization;

namespace Judge.Worker.Tests.Attacks;

/// <summary>
/// The host's processes that are this judge's: descendants of this process, and orphans of the sandbox user. Runs of another judge
/// on the same host are its descendants and not looked at. A process is known by its executable, which no program can rename as it
/// can its command.
/// </summary>
internal static class HostProcesses
{
    /// <summary>Whose the runs are when the worker is root.</summary>
    public const uint SandboxUser = 61000;

    private static readonly HashSet<string> Judges = new(StringComparer.Ordinal);

    public static bool AsRoot { get; } = Environment.IsPrivilegedProcess;

    /// <summary>Learns which executables a judge without anything to judge keeps running: a warm pool's.</summary>
    public static async Task LearnAsync()
    {
        // What still ends of the run before is gone by the middle of this, what waits for the next is not.
        for (var i = 0; i < 20; i++, await Task.Delay(50))
        {
            if (i >= 10) Judges.UnionWith(Ours().Select(p => p.Executable));
        }
    }

    /// <summary>How many processes of the judge there are in which no program runs.</summary>
    public static int AtRest() => Ours().Count(p => Judges.Contains(p.Executable));

    /// <summary>All others: programs.</summary>
    public static IReadOnlyList<string> Programs() =>
        [.. Ours().Where(p => !Judges.Contains(p.Executable)).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Executable} ({p.Pid})"))];

    private static List<Entry> Ours()
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Read).OfType<Entry>().ToDictionary(p => p.Pid);
        return [.. all.Values.Where(p => p.Pid != Environment.ProcessId && BelongsHere(p, all))];
    }

    private static bool BelongsHere(Entry process, Dictionary<int, Entry> all)
    {
        var (at, orphan) = (process, AsRoot && process.User == SandboxUser);
        while (all.TryGetValue(at.Parent, out var parent))
        {
            if (parent.Pid == Environment.ProcessId) return true;
            orphan &= parent.Pid == 1 || parent.User == SandboxUser;
            at = parent;
        }

        return orphan;
    }

    private static Entry? Read(string directory)
    {
        if (!int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out var pid)) return null;
        try
        {
            var status = File.ReadLines($"{directory}/status").Select(l => l.Split(":\t", 2)).Where(l => l.Length == 2).ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
            return new Entry(
                pid, int.Parse(status["PPid"], CultureInfo.InvariantCulture), uint.Parse(status["Uid"].Split('\t')[0], CultureInfo.InvariantCulture),
                new FileInfo($"{directory}/exe").LinkTarget ?? status["Name"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KeyNotFoundException)
        {
            return null; // It has just ended.
        }
    }

    private sealed record Entry(int Pid, int Parent, uint User, string Executable);
}
