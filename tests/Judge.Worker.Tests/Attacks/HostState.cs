using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Judge.Worker.Tests.Attacks;

/// <summary>
/// The host as far as an attack could change it. Three kinds of things: those that must stay the same, leavings of which there must
/// be no new ones, and counts that may waver (a warm pool, the runtime's own descriptors) but not grow.
/// </summary>
internal sealed class HostState
{
    private static readonly string[] Settings =
    [
        "kernel/hostname", "kernel/domainname", "kernel/core_pattern", "kernel/core_uses_pid", "kernel/modprobe", "kernel/randomize_va_space", "kernel/sysrq",
        "kernel/ctrl-alt-del", "vm/overcommit_memory", "vm/panic_on_oom", "vm/swappiness", "fs/suid_dumpable", "net/ipv4/ip_forward", "user/max_user_namespaces",
    ];

    private static readonly string[] Files =
        ["/etc/passwd", "/etc/shadow", "/etc/group", "/etc/hosts", "/etc/resolv.conf", "/etc/ld.so.preload", "/etc/crontab", "/usr/bin/gcc", "/usr/bin/env", "/usr/bin/bwrap"];

    private readonly Dictionary<string, string> _same = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts;
    private readonly HashSet<string> _leavings;
    private readonly TimeSpan _clock = ClockOffset();

    private HostState()
    {
        foreach (var setting in Settings) _same[setting] = TextOf($"/proc/sys/{setting}");
        foreach (var file in Files) _same[file] = HashOf(file);
        foreach (var file in (string[])["swaps", "modules"]) _same[file] = FirstWords(TextOf($"/proc/{file}"));
        _same["mounts of this process"] = string.Join('\n', File.ReadLines("/proc/self/mountinfo").Where(m => !IsOfContainers(m)));
        _same["network interfaces"] = string.Join(' ', Names("/sys/class/net").Where(n => !Path.GetFileName(n).StartsWith("veth", StringComparison.Ordinal)));
        _same["tracer of this process"] = File.ReadLines("/proc/self/status").First(l => l.StartsWith("TracerPid", StringComparison.Ordinal));
        _leavings = [.. HostLeavings.All()];
        _counts = new(StringComparer.Ordinal)
        {
            ["descriptors of this process"] = Names("/proc/self/fd").Count,
            ["control groups"] = HostLeavings.ControlGroups(),
            ["sandbox processes at rest"] = HostProcesses.AtRest(),
        };
    }

    /// <summary>How much a count may waver.</summary>
    private static int Slack => 24 + 4 * Environment.ProcessorCount;

    public static HostState Take() => new();

    /// <summary>What is different now; looks again for as long, because dying takes a moment.</summary>
    public async Task<IReadOnlyList<string>> ChangesAsync(TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        while (true)
        {
            IReadOnlyList<string> changes = [.. ChangesTo(Take())];
            if (changes.Count == 0 || clock.Elapsed >= patience) return changes;
            await Task.Delay(50);
        }
    }

    private IEnumerable<string> ChangesTo(HostState now)
    {
        foreach (var (name, before) in _same)
        {
            if (now._same[name] != before) yield return $"{name} was [{before}] and is [{now._same[name]}]";
        }

        foreach (var left in now._leavings.Except(_leavings, StringComparer.Ordinal)) yield return $"left behind: {left}";
        foreach (var (name, before) in _counts)
        {
            if (now._counts[name] > before + Slack) yield return $"{name}: {before} before, {now._counts[name]} now";
        }

        if ((now._clock - _clock).Duration() > TimeSpan.FromSeconds(1)) yield return $"the clock was set by {now._clock - _clock}";
        foreach (var process in HostProcesses.Programs()) yield return $"still running: {process}";
    }

    /// <summary>What an engine on this host mounts for containers, which come and go: overlays, shared memory, namespaces, its folder onto itself.</summary>
    private static bool IsOfContainers(string mount)
    {
        // proc_pid_mountinfo(5): the root within the file system and the mount point are the fields 4 and 5; the type follows a dash.
        var fields = mount.Split(' ');
        return fields[Array.IndexOf(fields, "-") + 1] is "overlay" or "nsfs" || fields[4].Contains("/containers/", StringComparison.Ordinal)
            || (fields[3] == fields[4] && fields[3] != "/");
    }

    /// <summary>Wall clock less the clock that nobody can set; of several readings the one with the least between the two.</summary>
    private static TimeSpan ClockOffset()
    {
        var best = (Between: long.MaxValue, Offset: TimeSpan.Zero);
        for (var i = 0; i < 5; i++)
        {
            var before = Stopwatch.GetTimestamp();
            var wall = DateTime.UtcNow;
            var after = Stopwatch.GetTimestamp();
            if (after - before < best.Between) best = (after - before, wall - DateTime.UnixEpoch - Stopwatch.GetElapsedTime(0, before));
        }

        return best.Offset;
    }

    /// <summary>What is there, without how often it is used.</summary>
    private static string FirstWords(string text) =>
        string.Join(' ', text.Split('\n').Select(l => l.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault()).Order(StringComparer.Ordinal));

    private static string TextOf(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "not there";
        }
    }

    private static string HashOf(string file)
    {
        try
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))} {File.GetUnixFileMode(file)}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "not there";
        }
    }

    private static IReadOnlyList<string> Names(string directory) => [.. Directory.GetFileSystemEntries(directory).Order(StringComparer.Ordinal)];
}
