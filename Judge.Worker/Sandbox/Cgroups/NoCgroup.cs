using System.Globalization;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>
/// No usable cgroup, as in most containers: the processes of a run are found through /proc every few milliseconds, their CPU time
/// and resident memory added up, and the run is ended when the sum is over the limit. What the last look missed is in the rusage
/// of the run's init, which the lane reports.
/// </summary>
internal sealed class NoCgroup : CgroupDriver
{
    public override string Description => "no cgroup (rlimits and /proc)";

    public override string Weakness =>
        "resident memory is looked at every 10 ms instead of being bounded by the kernel; files in /tmp and /dev/shm (64 MiB each) are not counted, "
        + "nor is the CPU time of children that nobody waits for after the last look at them; memfd_create is refused; "
        + "processes are counted for all runs of a submission together; pools have no CPU weight";

    public override bool CountsMemoryFiles => false;

    protected override RunCgroup Create(string name) => new Run();

    private sealed class Run : RunCgroup
    {
        private static readonly long PageSize = Environment.SystemPageSize;
        private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10); // USER_HZ is 100 on every Linux
        private readonly Dictionary<(int Pid, string Started), TimeSpan> _own = [];
        private int _init;
        private TimeSpan _cpu, _before;
        private long _peak, _memoryLimit;

        public override bool IsClean => true;

        public override TimeSpan LookEvery => Tick;

        public override TimeSpan Cpu => _cpu - _before;

        public override long PeakBytes => _peak;

        public override bool OomKilled => _peak > _memoryLimit;

        public override void HostLane(Descriptor process) { }

        public override void HostRun(Descriptor process) => _init = process.LivingPid;

        public override void Begin(RunLimits limits)
        {
            base.Begin(limits);
            (_memoryLimit, _cpu) = (limits.MemoryBytes, TimeSpan.Zero);
            _own.Clear();
            Look();
            (_before, _peak) = (_cpu, 0);
        }

        public override void Look()
        {
            var (ticks, pages) = (0L, 0L);
            // One that has ended since is left out; its parent has its CPU time.
            ProcFiles.ForEach(_init, (pid, threads) =>
            {
                var onProcessor = 0L;
                foreach (var thread in threads) _ = ProcFiles.StillThere(() => onProcessor += long.Parse(File.ReadAllText($"{thread}/schedstat").Split(' ')[0], CultureInfo.InvariantCulture));
                // utime, stime, cutime, cstime are 14 to 17, the beginning is 22, rss is 24.
                var stat = ProcFiles.Stat(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}"));
                for (var field = 14; field <= 17; field++) ticks += long.Parse(stat(field), CultureInfo.InvariantCulture);
                // A child that is waited for is in its parent's cutime; one that nobody waits for (SIGCHLD ignored) only here.
                _own[(pid, stat(22))] = TimeSpan.FromTicks(onProcessor / 100);
                // The init is the judge's own.
                if (pid != _init) pages += long.Parse(stat(24), CultureInfo.InvariantCulture);
            });
            _cpu = Max(_cpu, Max(ticks * Tick, _own.Values.Aggregate(TimeSpan.Zero, static (sum, own) => sum + own)));
            _peak = Math.Max(_peak, pages * PageSize);
        }

        public override void Ended(TimeSpan cpu, long maxRssBytes)
        {
            // A run that was killed may leave less behind than was seen of it.
            if (cpu > Cpu) _cpu = _before + cpu;
            _peak = Math.Max(_peak, maxRssBytes);
        }

        public override void Dispose() { }

        private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
    }
}
