using System.Globalization;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>What sandboxes leave on the host, if they leave anything: processes, cgroups, threads, descriptors.</summary>
internal static class Host
{
    /// <summary>A number of seconds that no other process sleeps.</summary>
    public static string Marker() => $"8{Random.Shared.Next(100_000, 999_999)}.{Random.Shared.Next(100_000, 999_999)}";

    /// <summary>Processes in whose command line the marker stands.</summary>
    public static List<int> Processes(string marker) => [.. Pids().Where(pid => Read(pid, "cmdline").Contains(marker, StringComparison.Ordinal))];

    /// <summary>Children of a process, zombies too.</summary>
    public static List<int> Children(int parent) => [.. Pids().Where(pid => Parent(pid) == parent)];

    /// <summary>Children of this process, zombies too.</summary>
    public static List<int> Children() => Children(Environment.ProcessId);

    /// <summary>Children, their children, and so on.</summary>
    public static List<int> Descendants(int ancestor)
    {
        var parents = Pids().Select(pid => (Pid: pid, Parent: Parent(pid))).ToLookup(p => p.Parent, p => p.Pid);
        var found = new List<int>();
        var pending = new Stack<int>(parents[ancestor]);
        while (pending.TryPop(out var pid))
        {
            found.Add(pid);
            foreach (var child in parents[pid]) pending.Push(child);
        }

        return found;
    }

    /// <summary>The parent's pid; 0 when there is no such process.</summary>
    public static int Parent(int pid)
    {
        // proc_pid_stat(5), counted from behind the command's name.
        var stat = Read(pid, "stat");
        return stat.Length == 0 ? 0 : int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>The cgroups of a process's pools and, below them, of its runs.</summary>
    public static List<string> Cgroups(int pid) => [.. Directory
        .EnumerateDirectories("/sys/fs/cgroup", "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Where(d => d.Contains(string.Create(CultureInfo.InvariantCulture, $"/{pid}-"), StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)];

    /// <summary>Open pipes, sockets, pidfds and memory files of this process; files proper are the runtime's, or those of groups that are kept.</summary>
    public static int Descriptors() => Directory.EnumerateFileSystemEntries("/proc/self/fd").Count(fd =>
        new FileInfo(fd).LinkTarget is { } target && (target.StartsWith("/memfd:", StringComparison.Ordinal) || !target.StartsWith('/')));

    /// <summary>Threads of this process of that name, of which the kernel keeps 15 characters.</summary>
    public static int Threads(string name) => Directory.EnumerateDirectories("/proc/self/task").Count(task => Read(task + "/comm").TrimEnd() == name);

    private static IEnumerable<int> Pids() =>
        Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(d["/proc/".Length..], CultureInfo.InvariantCulture, out var pid) ? pid : 0).Where(p => p > 0);

    private static string Read(int pid, string file) => Read(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/{file}"));

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ""; // It has just ended.
        }
    }
}
