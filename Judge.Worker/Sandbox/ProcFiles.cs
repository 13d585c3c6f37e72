using System.Globalization;

namespace Judge.Worker.Sandbox;

/// <summary>What proc(5) tells of a process (<c>/proc/7</c>) or a thread (<c>/proc/7/task/8</c>). Throws <see cref="IOException"/> once it has ended.</summary>
internal static class ProcFiles
{
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
}
