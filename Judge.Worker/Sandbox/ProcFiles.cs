using System.Globalization;

namespace Judge.Worker.Sandbox;

/// <summary>What proc(5) tells of a process (<c>/proc/7</c>) or a thread (<c>/proc/7/task/8</c>). Throws <see cref="IOException"/> once it has ended.</summary>
internal static class ProcFiles
{
    /// <summary>clone, vfork and clone3 of x86-64, its 32-bit mode and arm64. What else has one of these numbers there never sleeps uninterruptibly.</summary>
    private static readonly string[] Clones = ["56", "58", "120", "190", "220", "435"];

    /// <summary>A field of proc_pid_stat(5), by the number it has there: 3 and more, for what comes before is the command's name, which may hold any character.</summary>
    public static Func<int, string> Stat(string path)
    {
        var stat = File.ReadAllText($"{path}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return number => fields[number - 3];
    }

    /// <summary>The processes that a thread has started and that have not been waited for.</summary>
    public static IEnumerable<int> Children(string thread) =>
        File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(child => int.Parse(child, CultureInfo.InvariantCulture));

    /// <summary>Whether a thread that sleeps uninterruptibly (state D) waits for a child of vfork(2), for as long as that one likes, and for no disk. True too
    /// where the kernel does not tell (proc_pid_syscall(5)).</summary>
    public static bool WaitsForChild(string thread)
    {
        try
        {
            return Clones.Contains(File.ReadAllText($"{thread}/syscall").Split(' ')[0]);
        }
        catch (Exception e) when (e is FileNotFoundException or UnauthorizedAccessException)
        {
            return true;
        }
    }
}
