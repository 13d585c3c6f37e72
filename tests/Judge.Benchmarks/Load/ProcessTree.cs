using System.Globalization;

namespace Judge.Benchmarks.Load;

/// <summary>All processes of the machine at one moment with the CPU time they have used, by proc(5).</summary>
internal sealed class ProcessTree
{
    /// <summary>USER_HZ; ticks per second.</summary>
    private const double Hertz = 100;

    private readonly Dictionary<int, Node> _nodes = [];
    private readonly ILookup<int, Node> _children;

    private ProcessTree()
    {
        foreach (var directory in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) continue;
            try
            {
                var stat = File.ReadAllText($"{directory}/stat");
                // The second field, the name, may hold spaces; the fourth is the parent, 14 to 17 are utime, stime, cutime, cstime.
                var (open, close) = (stat.IndexOf('(', StringComparison.Ordinal), stat.LastIndexOf(')'));
                var fields = stat[(close + 2)..].Split(' ');
                _nodes[pid] = new Node(pid, (int)Number(fields[1]), stat[(open + 1)..close], (Number(fields[11]) + Number(fields[12])) / Hertz, (Number(fields[13]) + Number(fields[14])) / Hertz);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile; its parent has its time.
            }
        }

        _children = _nodes.Values.ToLookup(n => n.Parent);
    }

    public static ProcessTree Read() => new();

    /// <summary>Of the process alone, s.</summary>
    public double Own(int pid) => _nodes.TryGetValue(pid, out var node) ? node.Own : 0;

    /// <summary>Of all that the process has started and waited for, s.</summary>
    public double Reaped(int pid) => _nodes.TryGetValue(pid, out var node) ? node.Reaped : 0;

    /// <summary>Of the process, of so many generations below it, and of those below it that have ended and were waited for, s.</summary>
    public double Whole(int pid, int generations = int.MaxValue) => !_nodes.TryGetValue(pid, out var node) ? 0
        : node.Own + node.Reaped + (generations == 0 ? 0 : _children[pid].Sum(child => Whole(child.Pid, generations - 1)));

    /// <summary>Those below a process that have this name, and whose parents have another.</summary>
    public IEnumerable<int> Below(int pid, string name) =>
        _children[pid].SelectMany(child => child.Name == name ? [child.Pid] : Below(child.Pid, name));

    private static long Number(string field) => long.Parse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private sealed record Node(int Pid, int Parent, string Name, double Own, double Reaped);
}
