namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>
/// cgroup v2: one hierarchy. A group may hold processes or hand controllers to children, not both (the "no internal process
/// constraint", kernel: Documentation/admin-guide/cgroup-v2.rst), so the pools go beside this process's own group when the
/// parent is ours (systemd's Delegate=, a delegated container), else below the root.
/// </summary>
internal sealed class CgroupV2 : CgroupDriver
{
    private static readonly string[] Controllers = ["cpu", "memory", "pids"];
    private readonly string _group;

    private CgroupV2(string group)
    {
        _group = group;
    }

    public override string Description => "cgroup v2";

    public static CgroupV2? TryCreate(CgroupMounts mounts, string name, int cpuWeight)
    {
        if (mounts.V2 is null) return null;
        var own = mounts.V2 + mounts.OwnV2.TrimEnd('/');
        string[] parents = own.Length > mounts.V2.Length
            ? [Path.GetDirectoryName(own)!, mounts.V2]
            : [mounts.V2];
        foreach (var parent in parents)
        {
            if (TryCreateBelow(parent, name, cpuWeight) is { } driver) return driver;
        }

        return null;
    }

    private static CgroupV2? TryCreateBelow(string parent, string name, int cpuWeight)
    {
        var root = Path.Combine(parent, "judge-pools");
        var group = Path.Combine(root, name);
        try
        {
            Delegate(parent);
            Directory.CreateDirectory(root);
            Delegate(root);
            Sweep(root);
            Directory.CreateDirectory(group);
            Delegate(group);
            CgroupFile.Write(group, "cpu.weight", cpuWeight);
            return new CgroupV2(group);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SandboxException)
        {
            CgroupFile.TryRemove(group);
            return null;
        }
    }

    private static void Delegate(string group)
    {
        var given = File.ReadAllText(Path.Combine(group, "cgroup.subtree_control")).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
        foreach (var controller in Controllers.Except(given, StringComparer.Ordinal))
            CgroupFile.Write(group, "cgroup.subtree_control", "+" + controller);
    }

    public override RunCgroup CreateRun(RunLimits limits)
    {
        var directory = Path.Combine(_group, NextRunName());
        Directory.CreateDirectory(directory);
        var run = new Run(directory);
        try
        {
            CgroupFile.Write(directory, "memory.max", limits.MemoryBytes);
            CgroupFile.TryWrite(directory, "memory.swap.max", "0");
            CgroupFile.TryWrite(directory, "memory.oom.group", "1");
            CgroupFile.Write(directory, "pids.max", limits.Processes);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    public override void Dispose() => CgroupFile.TryRemove(_group);

    private sealed class Run(string directory) : RunCgroup
    {
        private TimeSpan _before;
        private long _sampledPeak;

        public override TimeSpan Cpu => Usage - _before;

        public override long PeakBytes => HasPeak ? CgroupFile.ReadNumber(directory, "memory.peak") : _sampledPeak;

        /// <summary>Without memory.peak (before Linux 5.19) the peak is that of samples; the limit is the kernel's all the same.</summary>
        public override TimeSpan? LookEvery => HasPeak ? null : TimeSpan.FromMilliseconds(10);

        public override bool OomKilled => CgroupFile.ReadKey(directory, "memory.events", "oom_kill") > 0;

        private bool HasPeak { get; } = File.Exists(Path.Combine(directory, "memory.peak"));

        private TimeSpan Usage => TimeSpan.FromMicroseconds(CgroupFile.ReadKey(directory, "cpu.stat", "usage_usec"));

        public override void Add(int pid)
        {
            CgroupFile.Write(directory, "cgroup.procs", pid);
            _before = Usage;
        }

        public override void Look()
        {
            if (!HasPeak) _sampledPeak = Math.Max(_sampledPeak, CgroupFile.ReadNumber(directory, "memory.current"));
        }

        public override void Dispose() => CgroupFile.TryRemove(directory);
    }
}
