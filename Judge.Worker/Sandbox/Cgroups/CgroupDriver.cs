using System.Collections.Concurrent;
using System.Globalization;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>
/// Where runs are confined and accounted: one group per pool of one worker (which carries the pool's CPU weight), below it one
/// group per run that may go on at a time, made ahead and used again. Three drivers: <see cref="CgroupV1"/>,
/// <see cref="CgroupV2"/> and <see cref="NoCgroup"/>, whose runs are watched through /proc.
/// </summary>
internal abstract class CgroupDriver : IDisposable
{
    /// <summary>Of all sandboxes together, as cgroup v2's cpu.weight: 25 on each processor (a group's weight is divided among those it runs on)
    /// beside 100 of what else the host runs there: API, broker and database, which may be there too, take little and must not wait for programs.</summary>
    protected static readonly int AllWeight = Math.Min(25 * Environment.ProcessorCount, 10_000);

    private readonly ConcurrentBag<RunCgroup> _free = [];
    private int _runs;

    /// <summary>What is in force, such as <c>cgroup v1</c>.</summary>
    public abstract string Description { get; }

    /// <summary>What cannot be exact on this host; null when everything can.</summary>
    public virtual string? Weakness => null;

    /// <summary>Whether files in memory without a file system (memfd_create) count as memory of the run.</summary>
    public virtual bool CountsMemoryFiles => true;

    /// <summary>Takes the best driver this host allows.</summary>
    /// <param name="pool">Names the pool's group.</param>
    /// <param name="cpuWeight">As cgroup v2's cpu.weight: 1 to 10000, 100 being the kernel's default.</param>
    public static CgroupDriver Detect(string pool, int cpuWeight)
    {
        var mounts = CgroupMounts.Read();
        var name = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{pool}-{Guid.NewGuid().ToString("N")[..6]}");
        return CgroupV1.TryCreate(mounts, name, cpuWeight) ?? CgroupV2.TryCreate(mounts, name, cpuWeight)
            ?? (CgroupDriver)new NoCgroup();
    }

    /// <summary>A group without processes.</summary>
    /// <exception cref="SandboxException">The kernel refused.</exception>
    public RunCgroup Rent() => _free.TryTake(out var group) ? group : Create(string.Create(CultureInfo.InvariantCulture, $"run-{Interlocked.Increment(ref _runs)}"));

    /// <summary>Takes a group back whose processes have all ended.</summary>
    public void Return(RunCgroup group)
    {
        group.LaneHasEnded();
        if (group.IsClean) _free.Add(group);
        else group.Dispose();
    }

    public virtual void Dispose()
    {
        while (_free.TryTake(out var group)) group.Dispose();
    }

    protected abstract RunCgroup Create(string name);

    /// <summary>cgroup v1's cpu.shares for a cpu.weight: 1024 is what 100 is.</summary>
    protected static long Shares(int weight) => Math.Max(2, weight * 1024L / 100);

    /// <summary>Removes what workers that are no more left below <paramref name="root"/>; a group's name starts with its worker's pid.</summary>
    protected static void Sweep(string root)
    {
        foreach (var group in Directory.EnumerateDirectories(root))
        {
            var pid = Path.GetFileName(group).Split('-')[0];
            if (!int.TryParse(pid, out _) || Directory.Exists($"/proc/{pid}")) continue;
            foreach (var run in Directory.EnumerateDirectories(group)) CgroupFile.TryRemove(run);
            CgroupFile.TryRemove(group);
        }
    }
}

/// <summary>The group of one run at a time. What a sandbox needs to stand ready is in it too and is not charged to the run.</summary>
internal abstract class RunCgroup : IDisposable
{
    private const long NearlyFull = 2 << 20, MostFiles = 512L << 20;

    /// <summary>Nothing a former run left is still charged to the group.</summary>
    public abstract bool IsClean { get; }

    /// <summary>Whether every run's init is moved, so that the program must not be forked before.</summary>
    public virtual bool PerRun => false;

    /// <summary>A lane has been started, from which the inits of all its runs will be forked.</summary>
    public abstract void HostLane(Descriptor process);

    /// <summary>The lane has become an interpreter that all its runs begin as copies of: what it holds is no run's.</summary>
    public virtual void LaneIsWarm() { }

    /// <summary>The lane is no more, nor what it held.</summary>
    public virtual void LaneHasEnded() { }

    /// <summary>The init of the next run has been forked; the program will be its child.</summary>
    public abstract void HostRun(Descriptor process);

    /// <summary>The run is about to be released: its limits hold and its counters start now.</summary>
    public virtual void Begin(RunLimits limits) => Exceeded = false;

    /// <summary>From now on the peak is that of what follows, where the kernel can set it back.</summary>
    public virtual void BeginTurn() { }

    /// <summary>CPU time of all processes since <see cref="Begin"/>.</summary>
    public abstract TimeSpan Cpu { get; }

    /// <summary>Peak memory of all processes together since <see cref="Begin"/>, bytes.</summary>
    public abstract long PeakBytes { get; }

    /// <summary>Whether the run, or one process of it, was or has to be ended for want of memory.</summary>
    public abstract bool OomKilled { get; }

    /// <summary>How often somebody has to <see cref="Look"/>.</summary>
    public abstract TimeSpan LookEvery { get; }

    /// <summary>Takes a sample of what the kernel does not act upon by itself.</summary>
    public abstract void Look();

    /// <summary>Whether more was taken than the run may have, while the kernel let it have more for the sake of its files.</summary>
    protected bool Exceeded { get; private set; }

    /// <summary>
    /// The kernel charges pages of files to whom it reads them from disk for, throws them out again when the group is full, and sees
    /// no want of memory as long as there are some: a program at its limit then does nothing but have its own code read in, for ever.
    /// So there is room for its files on top of what it may have, which is then looked after here.
    /// </summary>
    /// <param name="memoryStat">The group's memory.stat.</param>
    /// <param name="usage">All that is charged to the group, bytes.</param>
    /// <param name="allowed">What it may have beside files, bytes.</param>
    /// <returns>The limit that the group has to have, bytes.</returns>
    protected long LimitWithFiles(CgroupFile memoryStat, long usage, long allowed)
    {
        if (usage < allowed - NearlyFull) return allowed;
        var files = memoryStat.Key("inactive_file"u8) + memoryStat.Key("active_file"u8);
        Exceeded |= usage - files > allowed;
        return allowed + Math.Min(files + NearlyFull, MostFiles);
    }

    /// <summary>All processes of the run have ended.</summary>
    /// <param name="cpu">CPU time of the init and all that it or the kernel waited for, without what went before <see cref="Begin"/>.</param>
    /// <param name="maxRssBytes">Largest resident set of any single one of them.</param>
    public virtual void Ended(TimeSpan cpu, long maxRssBytes) { }

    public abstract void Dispose();
}
