using System.Globalization;
using System.Runtime.InteropServices;

namespace Judge.Worker.Sandbox;

/// <summary>What proc(5) tells of a process (<c>/proc/7</c>) or a thread (<c>/proc/7/task/8</c>). Throws <see cref="IOException"/> once it has ended.</summary>
internal static class ProcFiles
{
    /// <summary>clone, vfork and clone3, by their numbers; of x86-64 in its 32-bit mode too, whose other meanings never sleep uninterruptibly.</summary>
    private static readonly string[] Clones = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? ["56", "58", "120", "190", "435"] : ["220", "435"];

    /// <summary>A field of proc_pid_stat(5), by the number it has there: 3 and more, for what comes before is the command's name, which may hold any character.</summary>
    public static Func<int, string> Stat(string path)
    {
        var stat = File.ReadAllText($"{path}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return number => fields[number - 3];
    }

    /// <summary>Looks at a process and all below it; one that ends meanwhile, or of which the kernel does not tell, is left out.</summary>
    /// <param name="first">The process.</param>
    /// <param name="look">Gets its id and its threads, such as <c>/proc/7/task/8</c>.</param>
    public static void ForEach(int first, Action<int, string[]> look)
    {
        var pending = new Stack<int>([first]);
        while (pending.TryPop(out var pid))
        {
            _ = StillThere(() =>
            {
                var threads = Directory.GetDirectories(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/task"));
                foreach (var thread in threads)
                {
                    _ = StillThere(() =>
                    {
                        foreach (var child in File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)) pending.Push(int.Parse(child, CultureInfo.InvariantCulture));
                    });
                }

                look(pid, threads);
            });
        }
    }

    /// <summary>Reads something of a thread or a process.</summary>
    /// <returns>Whether it had not ended, and the kernel has such a file.</returns>
    public static bool StillThere(Action read)
    {
        try
        {
            read();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>The bytes that a process and all below it have written by write(2) and its like, those included that were waited for (proc_pid_io(5)).</summary>
    public static long Written(int first)
    {
        var bytes = 0L;
        ForEach(first, (pid, _) =>
        {
            const string Key = "wchar: ";
            var line = File.ReadLines(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/io")).FirstOrDefault(l => l.StartsWith(Key, StringComparison.Ordinal));
            if (line is not null) bytes += long.Parse(line.AsSpan(Key.Length), CultureInfo.InvariantCulture);
        });
        return bytes;
    }

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
