using System.Globalization;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>
/// Where runs are confined and accounted: one group per pool of one worker (which carries the pool's CPU weight), below it one
/// group per run, made before the run and removed after it. Three drivers: <see cref="CgroupV1"/>, <see cref="CgroupV2"/> and
/// <see cref="NoCgroup"/>, whose runs are watched through /proc.
/// </summary>
internal abstract class CgroupDriver : IDisposable
{
    private int _runs;

    /// <summary>What is in force, such as <c>cgroup v1</c>.</summary>
    public abstract string Description { get; }

    /// <summary>What cannot be exact on this host; null when everything can.</summary>
    public virtual string? Weakness => null;

    /// <summary>Takes the best driver this host allows.</summary>
    /// <param name="pool">Names the pool's group.</param>
    /// <param name="cpuWeight">As cgroup v2's cpu.weight: 1 to 10000, 100 being the kernel's default.</param>
    public static CgroupDriver Detect(string pool, int cpuWeight)
    {
        var mounts = CgroupMounts.Read();
        var name = string.Create(CultureInfo.InvariantCulture, $"{System.Environment.ProcessId}-{pool}-{Guid.NewGuid().ToString("N")[..6]}");
        return CgroupV1.TryCreate(mounts, name, cpuWeight) ?? CgroupV2.TryCreate(mounts, name, cpuWeight)
            ?? (CgroupDriver)new NoCgroup();
    }

    /// <summary>A fresh group for one run.</summary>
    /// <exception cref="SandboxException">The kernel refused.</exception>
    public abstract RunCgroup CreateRun(RunLimits limits);

    public abstract void Dispose();

    protected string NextRunName() => string.Create(CultureInfo.InvariantCulture, $"run-{Interlocked.Increment(ref _runs)}");

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

/// <summary>The group of one run.</summary>
internal abstract class RunCgroup : IDisposable
{
    /// <summary>Moves the (still held) sandbox in; what it forks from now on is born inside.</summary>
    public abstract void Add(int pid);

    /// <summary>CPU time of all processes since <see cref="Add"/>.</summary>
    public abstract TimeSpan Cpu { get; }

    /// <summary>Peak memory of all processes together, bytes.</summary>
    public abstract long PeakBytes { get; }

    /// <summary>Whether the run, or one process of it, was or has to be ended for want of memory.</summary>
    public abstract bool OomKilled { get; }

    /// <summary>How often somebody has to <see cref="Look"/>; null where the kernel does.</summary>
    public virtual TimeSpan? LookEvery => null;

    /// <summary>Takes a sample, where the kernel does not count by itself.</summary>
    public virtual void Look() { }

    /// <summary>All processes have ended.</summary>
    /// <param name="outer">What wait4(2) said of the process outside the sandbox.</param>
    public virtual void Ended(Libc.RUsage outer) { }

    public abstract void Dispose();
}
