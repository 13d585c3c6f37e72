using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>cgroup v1: one hierarchy per controller, below <c>judge</c> in each. Kernel: Documentation/admin-guide/cgroup-v1.</summary>
internal sealed class CgroupV1 : CgroupDriver
{
    private readonly string _memory, _cpuAccounting, _pids;
    private readonly string[] _groups;

    private CgroupV1(string memory, string cpuAccounting, string pids, string? cpu)
    {
        (_memory, _cpuAccounting, _pids) = (memory, cpuAccounting, pids);
        // Controllers may be mounted together (cpu,cpuacct): one directory then.
        _groups = [.. new[] { memory, cpuAccounting, pids, cpu }.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    public override string Description => "cgroup v1";

    public static CgroupV1? TryCreate(CgroupMounts mounts, string name, int cpuWeight)
    {
        if (!mounts.V1.TryGetValue("memory", out var memory) || !mounts.V1.TryGetValue("cpuacct", out var cpuacct)
            || !mounts.V1.TryGetValue("pids", out var pids))
        {
            return null;
        }

        mounts.V1.TryGetValue("cpu", out var cpu);
        string Group(string mount) => Path.Combine(mount, "judge", name);
        var driver = new CgroupV1(Group(memory), Group(cpuacct), Group(pids), cpu is null ? null : Group(cpu));
        try
        {
            foreach (var group in driver._groups)
            {
                Directory.CreateDirectory(group);
                Sweep(Path.GetDirectoryName(group)!);
            }

            if (cpu is not null)
            {
                CgroupFile.Write(Path.GetDirectoryName(Group(cpu))!, "cpu.shares", Shares(AllWeight));
                CgroupFile.Write(Group(cpu), "cpu.shares", Shares(cpuWeight));
            }

            return driver;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SandboxException)
        {
            driver.Dispose();
            return null;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        foreach (var group in _groups) CgroupFile.TryRemove(group);
    }

    protected override RunCgroup Create(string name) => new Run(this, name);

    /// <summary>The lane sits in the group for good, so no process is moved from run to run: a move is a wait for a grace period of
    /// the kernel, during which nothing on the whole host can fork. Counters are set back (the peak) or read before and after.</summary>
    private sealed class Run : RunCgroup
    {
        /// <summary>The lane and the run's init.</summary>
        private const int OwnProcesses = 2;

        /// <summary>Limits are rounded up to this, so that they need to be written seldom.</summary>
        private const long Rounding = 1 << 20;

        /// <summary>A lane and an init that wait keep less than this charged, beside what a warm lane holds.</summary>
        private const long Residue = 4 << 20;

        private readonly string[] _directories;
        private readonly string _memory;
        private readonly CgroupFile _cpu, _usage, _peak, _oom, _stat, _memoryLimit, _processes;
        private readonly CgroupFile? _swapLimit;
        private long _cpuBefore, _usageBefore, _oomBefore, _allowed, _held, _limit = long.MaxValue;
        private int _processLimit;

        public Run(CgroupV1 driver, string name)
        {
            _memory = Path.Combine(driver._memory, name);
            var (cpu, pids) = (Path.Combine(driver._cpuAccounting, name), Path.Combine(driver._pids, name));
            _directories = [.. driver._groups.Select(g => Path.Combine(g, name))];
            foreach (var directory in _directories) Directory.CreateDirectory(directory);
            CgroupFile.TryWrite(_memory, "memory.swappiness", "0");
            _cpu = new CgroupFile(cpu, "cpuacct.usage");
            _usage = new CgroupFile(_memory, "memory.usage_in_bytes");
            _peak = new CgroupFile(_memory, "memory.max_usage_in_bytes", writable: true);
            _oom = new CgroupFile(_memory, "memory.oom_control");
            _stat = new CgroupFile(_memory, "memory.stat");
            _memoryLimit = new CgroupFile(_memory, "memory.limit_in_bytes", writable: true);
            _processes = new CgroupFile(pids, "pids.max", writable: true);
            // Only with swap accounting.
            if (File.Exists(Path.Combine(_memory, "memory.memsw.limit_in_bytes"))) _swapLimit = new CgroupFile(_memory, "memory.memsw.limit_in_bytes", writable: true);
        }

        public override bool IsClean
        {
            get
            {
                try
                {
                    return _usage.Number < Residue + _held;
                }
                catch (SandboxException)
                {
                    return false; // Somebody else has removed it.
                }
            }
        }

        public override TimeSpan Cpu => TimeSpan.FromTicks((_cpu.Number - _cpuBefore) / 100);

        public override long PeakBytes => Math.Max(0, Math.Min(_peak.Number, _allowed) - _usageBefore);

        public override bool OomKilled => Exceeded || _oom.Key("oom_kill"u8) > _oomBefore;

        public override TimeSpan LookEvery => TimeSpan.FromMilliseconds(20);

        public override void HostLane(Descriptor process)
        {
            foreach (var directory in _directories) CgroupFile.Write(directory, "cgroup.procs", process.LivingPid);
        }

        public override void LaneIsWarm() => _held = _usage.Number;

        public override void LaneHasEnded() => _held = 0;

        public override void HostRun(Descriptor process) { }

        public override void Begin(RunLimits limits)
        {
            base.Begin(limits);
            if (limits.Processes != _processLimit) _processes.Number = (_processLimit = limits.Processes) + OwnProcesses;
            _usageBefore = _usage.Number;
            _allowed = (limits.MemoryBytes + _usageBefore + Rounding - 1) / Rounding * Rounding;
            Limit(_allowed);
            _oomBefore = _oom.Key("oom_kill"u8);
            _peak.Number = 0;
            _cpuBefore = _cpu.Number;
        }

        public override void BeginTurn() => _peak.Number = 0;

        public override void Look() => Limit(Math.Max(_limit, LimitWithFiles(_stat, _usage.Number, _allowed)));

        public override void Dispose()
        {
            foreach (var file in (CgroupFile?[])[_cpu, _usage, _peak, _oom, _stat, _memoryLimit, _processes, _swapLimit]) file?.Dispose();
            foreach (var directory in _directories) CgroupFile.TryRemove(directory);
        }

        /// <summary>Memory and memory with swap, of which the first may at no time be above the second.</summary>
        private void Limit(long bytes)
        {
            if (bytes == _limit) return;
            if (bytes > _limit && _swapLimit is not null) _swapLimit.Number = bytes;
            _memoryLimit.Number = bytes;
            if (bytes < _limit && _swapLimit is not null) _swapLimit.Number = bytes;
            _limit = bytes;
        }
    }
}
