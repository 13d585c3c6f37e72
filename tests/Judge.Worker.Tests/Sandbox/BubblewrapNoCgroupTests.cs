using Judge.Worker.Sandbox.Cgroups;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>Bubblewrap on a host without cgroups: the same limits, watched through /proc, as exact as the driver's weakness says.</summary>
public sealed class BubblewrapNoCgroupTests : SandboxContract
{
    private protected override SandboxBench Open(int concurrentRuns = 2) => SandboxBench.Bubblewrap(concurrentRuns, new NoCgroup());

    [Fact]
    public void The_driver_says_what_it_cannot_do() => Assert.NotEmpty(Bench.Sandbox.Weakness!);

    [Fact]
    public async Task There_are_no_memory_files_since_nobody_counts_them()
    {
        var run = await Bench.PythonAsync("import os\ntry: os.memfd_create('x')\nexcept PermissionError: print('refused')");
        Assert.Equal("refused\n", Said(run));
    }
}
