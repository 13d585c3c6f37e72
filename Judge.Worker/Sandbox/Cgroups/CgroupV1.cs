using System.Globalization;

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

            // cpu.shares 1024 is what cpu.weight 100 is in v2.
            if (cpu is not null) CgroupFile.Write(Group(cpu), "cpu.shares", Math.Max(2, cpuWeight * 1024L / 100));
            return driver;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SandboxException)
        {
            driver.Dispose();
            return null;
        }
    }

    public override RunCgroup CreateRun(RunLimits limits)
    {
        var run = new Run(this, NextRunName());
        try
        {
            CgroupFile.Write(run.Memory, "memory.limit_in_bytes", limits.MemoryBytes);
            CgroupFile.TryWrite(run.Memory, "memory.memsw.limit_in_bytes", limits.MemoryBytes.ToString(CultureInfo.InvariantCulture));
            CgroupFile.TryWrite(run.Memory, "memory.swappiness", "0");
            CgroupFile.Write(run.Pids, "pids.max", limits.Processes);
            return run;
        }
        catch
        {
            run.Dispose();
            throw;
        }
    }

    public override void Dispose()
    {
        foreach (var group in _groups) CgroupFile.TryRemove(group);
    }

    private sealed class Run : RunCgroup
    {
        private readonly string[] _directories;
        private readonly string _cpuAccounting;
        private TimeSpan _before;

        public Run(CgroupV1 driver, string name)
        {
            Memory = Path.Combine(driver._memory, name);
            Pids = Path.Combine(driver._pids, name);
            _cpuAccounting = Path.Combine(driver._cpuAccounting, name);
            _directories = [.. driver._groups.Select(g => Path.Combine(g, name))];
            foreach (var directory in _directories) Directory.CreateDirectory(directory);
        }

        public string Memory { get; }

        public string Pids { get; }

        private TimeSpan Usage => TimeSpan.FromTicks(CgroupFile.ReadNumber(_cpuAccounting, "cpuacct.usage") / 100);

        public override TimeSpan Cpu => Usage - _before;

        public override long PeakBytes => CgroupFile.ReadNumber(Memory, "memory.max_usage_in_bytes");

        public override bool OomKilled => CgroupFile.ReadKey(Memory, "memory.oom_control", "oom_kill") > 0;

        public override void Add(int pid)
        {
            foreach (var directory in _directories) CgroupFile.Write(directory, "cgroup.procs", pid);
            _before = Usage;
        }

        public override void Dispose()
        {
            foreach (var directory in _directories) CgroupFile.TryRemove(directory);
        }
    }
}
