using Judge.Testing;

namespace Judge.Worker.Tests.Attacks;

/// <summary>What a program could leave on the host. Everything the programs plant has "evil" in its name, or the same as a System V key;
/// what it is not named after is known by its owner.</summary>
internal static class HostLeavings
{
    private const string EvilKeys = "1702259"; // 0x6576696c and the keys after it, as /proc/sysvipc prints them
    private static readonly string[] Folders =
    [
        "/", "/tmp", "/var/tmp", "/dev", "/dev/shm", "/dev/mqueue", "/run", "/etc", "/etc/cron.d", "/usr", "/usr/bin", "/usr/lib", "/usr/local", "/root", "/var/crash",
        "/var/lib/systemd/coredump",
    ];

    public static IEnumerable<string> All() => Planted().Concat(CoreFiles()).Concat(SystemV()).Concat(Keys());

    /// <summary>Control groups of judges.</summary>
    public static int ControlGroups() => !Directory.Exists("/sys/fs/cgroup") ? 0 : Directory
        .EnumerateDirectories("/sys/fs/cgroup", "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Count(d => d.Contains($"/{Environment.ProcessId}-", StringComparison.Ordinal));

    private static IEnumerable<string> Planted()
    {
        foreach (var path in Folders.Append(Environment.CurrentDirectory).Append(Repository.Root).SelectMany(Entries))
        {
            var name = Path.GetFileName(path);
            if (name.Contains("evil", StringComparison.Ordinal)) yield return path;
            // The judge's own folders may belong to the sandbox user, nothing else does.
            else if (HostProcesses.AsRoot && !name.StartsWith("judge-", StringComparison.Ordinal) && HostFile.OwnerOf(path) == HostProcesses.SandboxUser) yield return path;
        }
    }

    private static IEnumerable<string> CoreFiles() => ((string[])["/", "/tmp", "/var/crash", "/var/lib/systemd/coredump", Environment.CurrentDirectory, Repository.Root])
        .SelectMany(Entries)
        .Where(p => Path.GetFileName(p) is var n && (n == "core" || n.StartsWith("core.", StringComparison.Ordinal) || n.StartsWith("hs_err", StringComparison.Ordinal)));

    private static IEnumerable<string> SystemV()
    {
        foreach (var kind in (string[])["shm", "sem", "msg"])
        {
            var file = $"/proc/sysvipc/{kind}";
            if (!File.Exists(file)) continue;
            var lines = File.ReadLines(file).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
            var owner = Array.IndexOf(lines[0], "uid");
            foreach (var fields in lines.Skip(1))
            {
                if (fields[0].StartsWith(EvilKeys, StringComparison.Ordinal) || (HostProcesses.AsRoot && fields[owner] == $"{HostProcesses.SandboxUser}"))
                    yield return $"System V {kind} {fields[0]} {fields[1]}";
            }
        }
    }

    private static IEnumerable<string> Keys() => !File.Exists("/proc/keys") ? [] : File.ReadLines("/proc/keys").Where(l => l.Contains("evil", StringComparison.Ordinal));

    private static string[] Entries(string directory)
    {
        try
        {
            return Directory.GetFileSystemEntries(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
