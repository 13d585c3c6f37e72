namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>No usable cgroup: rlimits bound every single process, rusage measures afterwards.</summary>
internal sealed class NoCgroup : CgroupDriver
{
    public override string Description => "no cgroup (rlimits)";

    public override string Weakness =>
        "memory and CPU are bounded per process, not per run; CPU time is counted when the run has ended";

    public override RunCgroup CreateRun(RunLimits limits) => Run.Instance;

    public override void Dispose() { }

    private sealed class Run : RunCgroup
    {
        public static readonly Run Instance = new();

        public override TimeSpan? Cpu => null;

        public override long? PeakBytes => null;

        public override bool OomKilled => false;

        public override void Add(int pid) { }

        public override void Dispose() { }
    }
}
