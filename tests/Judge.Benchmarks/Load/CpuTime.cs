using System.Globalization;
using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Benchmarks.Load;

/// <summary>CPU seconds by who used them, up to a moment or between two.</summary>
/// <param name="Api">The API's process.</param>
/// <param name="Workers">The workers' processes.</param>
/// <param name="Sandboxes">All that the workers have started: compilers, programs, and the sandboxes around them.</param>
/// <param name="Broker">RabbitMQ.</param>
/// <param name="Database">PostgreSQL.</param>
/// <param name="Bench">This process: the clients.</param>
/// <param name="Bare">What this process has run with no judge.</param>
/// <param name="Busy">All processors, whoever used them.</param>
/// <param name="Idle">All processors, nobody.</param>
internal sealed record CpuTime(double Api, double Workers, double Sandboxes, double Broker, double Database, double Bench, double Bare, double Busy, double Idle)
{
    /// <summary>Who it is, in the order of <see cref="PerSubmission"/>.</summary>
    public static IReadOnlyList<string> Heads { get; } = ["API", "workers", "sandboxes", "RabbitMQ", "PostgreSQL", "sum", "clients", "idle %", "others %"];

    /// <summary>bubblewrap and the cell's first process; below them are lanes, which sit in cgroups.</summary>
    private const int Cell = 2;

    /// <summary>The whole system.</summary>
    public double Sum => Api + Workers + Sandboxes + Broker + Database;

    public static CpuTime Now(GrownSystem system)
    {
        var tree = ProcessTree.Read();
        var workers = system.WorkerIds.ToList();
        var own = workers.Sum(tree.Own);
        var sandboxes = workers.Sum(w => Grouped(w) is { } grouped ? grouped + tree.Whole(w, Cell) : tree.Whole(w)) - own;
        var cpu = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..].Select(f => double.Parse(f, CultureInfo.InvariantCulture) / 100).ToList();
        // user, nice, system, idle, iowait, irq, softirq, steal
        var idle = cpu[3] + cpu[4];
        return new CpuTime(
            tree.Whole(system.ApiId), own, sandboxes, Whole("beam.smp"), Whole("postgres"), tree.Own(Environment.ProcessId),
            tree.Reaped(Environment.ProcessId), cpu.Take(8).Sum() - idle, idle);

        double Whole(string name) => tree.Below(Environment.ProcessId, name).Sum(pid => tree.Whole(pid));
    }

    /// <summary>Of the cgroups of a worker's lanes, of those too that are gone, s; null without cgroups.</summary>
    private static double? Grouped(int worker)
    {
        var mounts = CgroupMounts.Read();
        var own = $"{mounts.V2}{mounts.OwnV2.TrimEnd('/')}";
        (string? Parent, string File, string Key, double Second)[] places =
        [
            (mounts.V1.TryGetValue("cpuacct", out var v1) ? $"{v1}/judge" : null, "cpuacct.usage", "", 1e9),
            (mounts.V2 is null ? null : $"{Path.GetDirectoryName(own)}/judge-pools", "cpu.stat", "usage_usec ", 1e6),
            (mounts.V2 is null ? null : $"{mounts.V2}/judge-pools", "cpu.stat", "usage_usec ", 1e6),
        ];
        foreach (var (parent, file, key, second) in places)
        {
            if (!Directory.Exists(parent) || Directory.GetDirectories(parent, $"{worker.ToString(CultureInfo.InvariantCulture)}-*") is not [var group, ..]) continue;
            return double.Parse(File.ReadLines($"{group}/{file}").First(l => l.StartsWith(key, StringComparison.Ordinal))[key.Length..], CultureInfo.InvariantCulture) / second;
        }

        return null;
    }

    public static CpuTime operator -(CpuTime a, CpuTime b) => new(
        a.Api - b.Api, a.Workers - b.Workers, a.Sandboxes - b.Sandboxes, a.Broker - b.Broker, a.Database - b.Database, a.Bench - b.Bench, a.Bare - b.Bare, a.Busy - b.Busy, a.Idle - b.Idle);

    public static CpuTime operator +(CpuTime a, CpuTime b) => new(
        a.Api + b.Api, a.Workers + b.Workers, a.Sandboxes + b.Sandboxes, a.Broker + b.Broker, a.Database + b.Database, a.Bench + b.Bench, a.Bare + b.Bare, a.Busy + b.Busy, a.Idle + b.Idle);

    /// <summary>What neither the system, the bench nor nobody used; of all.</summary>
    public double OthersShare => Math.Max(0, Busy - Sum - Bench - Bare) / (Busy + Idle);

    /// <summary>Cells of a table: ms per submission, and of the processors' time what nobody and what others used.</summary>
    public string[] PerSubmission(int submissions)
    {
        return [.. new[] { Api, Workers, Sandboxes, Broker, Database, Sum, Bench }.Select(s => Text(1000 * s / submissions, "0.0")), Text(100 * Idle / (Busy + Idle), "0"), Text(100 * OthersShare, "0")];
    }

    /// <summary>The same for what was run with no judge: its own time stands under the sandboxes.</summary>
    public string[] PerBareSubmission(int submissions)
    {
        var bare = this with { Api = 0, Workers = 0, Broker = 0, Database = 0, Sandboxes = Bare, Bare = 0 };
        // The system, which waits meanwhile, is among the others.
        var cells = bare.PerSubmission(submissions);
        return [.. cells.Select((cell, i) => i is 0 or 1 or 3 or 4 ? "" : cell)];
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
