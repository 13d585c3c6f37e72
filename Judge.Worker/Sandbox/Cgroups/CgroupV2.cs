using System.Globalization;
using Judge.Worker.Sandbox.Native;

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
            CgroupFile.Write(root, "cpu.weight", AllWeight);
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

    public override void Dispose()
    {
        base.Dispose();
        CgroupFile.TryRemove(_group);
    }

    protected override RunCgroup Create(string name) => new Run(Path.Combine(_group, name));

    /// <summary>memory.peak cannot be set back before Linux 6.12, so every run gets a group of its own, made and entered while the run
    /// is being prepared; the lane stays outside.</summary>
    private sealed class Run(string prefix) : RunCgroup
    {
        private string? _directory;
        private CgroupFile? _cpu, _events, _stat, _current, _peak;
        private long _cpuBefore, _memoryBefore, _sampledPeak, _allowed, _limit;
        private int _runs;

        /// <summary>The next run has a new group.</summary>
        public override bool IsClean => true;

        public override TimeSpan Cpu => TimeSpan.FromMicroseconds(_cpu!.Key("usage_usec"u8) - _cpuBefore);

        public override long PeakBytes => Math.Max(0, Math.Min(_peak?.Number ?? _sampledPeak, _allowed) - _memoryBefore);

        /// <summary>Without memory.peak (before Linux 5.19) the peak is that of samples; the limit is the kernel's all the same.</summary>
        public override TimeSpan LookEvery => TimeSpan.FromMilliseconds(_peak is null ? 10 : 20);

        public override bool OomKilled => Exceeded || _events!.Key("oom_kill"u8) > 0;

        public override bool PerRun => true;

        public override void HostLane(Descriptor process) { }

        public override void HostRun(Descriptor process)
        {
            Remove();
            _directory = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{++_runs}");
            Directory.CreateDirectory(_directory);
            CgroupFile.TryWrite(_directory, "memory.swap.max", "0");
            _cpu = new CgroupFile(_directory, "cpu.stat");
            _events = new CgroupFile(_directory, "memory.events");
            _stat = new CgroupFile(_directory, "memory.stat");
            _current = new CgroupFile(_directory, "memory.current");
            if (File.Exists(Path.Combine(_directory, "memory.peak"))) _peak = new CgroupFile(_directory, "memory.peak");
            CgroupFile.Write(_directory, "cgroup.procs", process.LivingPid);
        }

        public override void Begin(RunLimits limits)
        {
            base.Begin(limits);
            _memoryBefore = _sampledPeak = _current!.Number;
            Limit(_allowed = limits.MemoryBytes + _memoryBefore);
            CgroupFile.Write(_directory!, "pids.max", limits.Processes + 1); // and the init
            _cpuBefore = _cpu!.Key("usage_usec"u8);
        }

        public override void Look()
        {
            var usage = _current!.Number;
            if (_peak is null) _sampledPeak = Math.Max(_sampledPeak, usage);
            Limit(Math.Max(_limit, LimitWithFiles(_stat!, usage, _allowed)));
        }

        public override void Dispose() => Remove();

        private void Limit(long bytes)
        {
            if (bytes == _limit) return;
            CgroupFile.Write(_directory!, "memory.max", bytes);
            _limit = bytes;
        }

        private void Remove()
        {
            foreach (var file in (CgroupFile?[])[_cpu, _events, _stat, _current, _peak]) file?.Dispose();
            if (_directory is not null) CgroupFile.TryRemove(_directory);
            (_directory, _cpu, _events, _stat, _current, _peak) = (null, null, null, null, null, null);
            _limit = long.MaxValue;
        }
    }
}
