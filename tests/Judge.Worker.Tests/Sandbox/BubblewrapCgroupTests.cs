using Judge.Worker.Sandbox.Cgroups;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>Bubblewrap with the best accounting that this host has.</summary>
public sealed class BubblewrapCgroupTests : SandboxContract
{
    private protected override SandboxBench Open(int concurrentRuns = 2) => SandboxBench.Bubblewrap(concurrentRuns);

    [Fact]
    public void The_sandbox_says_what_is_in_force()
    {
        using var cgroups = CgroupDriver.Detect("test", 100);
        Assert.Equal($"bubblewrap, {cgroups.Description}", Bench.Sandbox.Description);
        Assert.Equal(cgroups.Weakness, Bench.Sandbox.Weakness);
    }

    [Fact]
    public async Task Memory_files_are_counted_or_cannot_be_made()
    {
        using var cgroups = CgroupDriver.Detect("test", 100);
        var run = await Bench.PythonAsync("""
            import os
            fd = os.memfd_create('x')
            for i in range(200): os.write(fd, b'x' * (1 << 20))
            print('survived')
            """, Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal("", Text(run.Stdout));
        if (cgroups.CountsMemoryFiles) Assert.Equal(Judge.Worker.Sandbox.RunEnd.MemoryLimit, run.End);
        else Assert.Contains("Operation not permitted", Text(run.Stderr), StringComparison.Ordinal);
    }
}
