using System.Globalization;

namespace Judge.Worker.Tests.Attacks;

/// <summary>
/// The host's processes that are this judge's: descendants of this process, and orphans of the sandbox user. Runs of another judge
/// on the same host are its descendants and not looked at.
/// </summary>
internal static class HostProcesses
{
    /// <summary>Whose the runs are when the worker is root.</summary>
    public const uint SandboxUser = 61000;

    /// <summary>The commands a run consists of; what else belongs to the judge is its own, waiting for the next run.</summary>
    private static readonly string[] Commands =
    [
        "main", "python3", "java", "javac", "node", "dotnet", "MainThread", ".NET", "gcc", "g++", "cc1", "cc1plus", "as", "ld", "collect2", "sh", "dash", "sleep", "cat", "evil",
    ];

    public static bool AsRoot { get; } = Environment.IsPrivilegedProcess;

    /// <summary>Processes of the judge in which no program runs: a warm pool may keep some.</summary>
    public static IReadOnlyList<string> AtRest() => [.. Ours().Where(p => !IsProgram(p.Name)).Select(p => p.Name)];

    /// <summary>Processes of programs.</summary>
    public static IReadOnlyList<string> Programs() => [.. Ours().Where(p => IsProgram(p.Name)).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name} ({p.Pid})"))];

    private static bool IsProgram(string name) => Commands.Any(c => name == c || name.StartsWith(c + "-", StringComparison.Ordinal) || name.StartsWith(c + " ", StringComparison.Ordinal));

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
            return new Entry(pid, int.Parse(status["PPid"], CultureInfo.InvariantCulture), uint.Parse(status["Uid"].Split('\t')[0], CultureInfo.InvariantCulture), status["Name"]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or KeyNotFoundException)
        {
            return null; // It has just ended.
        }
    }

    private sealed record Entry(int Pid, int Parent, uint User, string Name);
}
