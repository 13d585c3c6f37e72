using System.Diagnostics;
using Judge.Testing;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>Bubblewrap with the best accounting that this host has.</summary>
public sealed class BubblewrapCgroupTests : SandboxContract
{
    private protected override SandboxBench Open(int concurrentRuns = 2) => SandboxBench.Bubblewrap(concurrentRuns);

    [Fact]
    public void The_sandbox_says_what_is_in_force()
    {
        using var cgroups = Cgroups();
        Assert.Equal($"bubblewrap, {cgroups.Description}", Bench.Sandbox.Description);
        Assert.Equal(cgroups.Weakness, Bench.Sandbox.Weakness);
    }

    [Fact]
    public async Task Memory_files_are_counted_or_cannot_be_made()
    {
        using var cgroups = Cgroups();
        var run = await Bench.PythonAsync("""
            import os
            fd = os.memfd_create('x')
            for i in range(200): os.write(fd, b'x' * (1 << 20))
            print('survived')
            """, Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal("", Text(run.Stdout));
        if (cgroups.CountsMemoryFiles) Assert.Equal(RunEnd.MemoryLimit, run.End);
        else Assert.Contains("Operation not permitted", Text(run.Stderr), StringComparison.Ordinal);
    }

    /// <summary>A runtime's files that the host has to read from disk are charged to whom it reads them for. A program that fits
    /// without them must not fail for them, and one that does not fit must not live on by having them read again and again.</summary>
    [Fact]
    public async Task Files_that_the_host_had_not_in_memory_make_no_difference()
    {
        using var cgroups = Cgroups();
        if (cgroups.Weakness is not null) return; // nothing is charged there
        using var directory = TemporaryDirectory.OnDisk();
        var file = Path.Combine(directory.Path, "library");
        await File.WriteAllBytesAsync(file, new byte[24 << 20]);
        using var sandbox = new BubblewrapSandbox(cgroups, [directory.Path], new BubblewrapOptions(1, 1, 1, Pinned: false));
        await using var box = await sandbox.OpenBoxAsync(image: null, CancellationToken.None);
        foreach (var (megabytes, end) in ((int, RunEnd)[])[(40, RunEnd.Finished), (52, RunEnd.Finished), (80, RunEnd.MemoryLimit)])
        {
            using var forget = Process.Start("/usr/bin/dd", $"of={file} oflag=nocache conv=notrunc,fdatasync count=0 status=none");
            await forget.WaitForExitAsync();
            var run = await box.RunAsync(
                Python(
                    $"""
                    import mmap
                    file = open('{file}', 'rb'); library = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
                    own = []
                    for i in range(100):
                        if i < {megabytes}: own.append(bytearray(b'x') * (1 << 20))
                        for page in range(0, len(library), 4096): library[page]
                    """,
                    Roomy with { MemoryBytes = 64 << 20 }),
                CancellationToken.None);
            Assert.True(end == run.End && run.Stderr.IsEmpty, $"{run.End}: {Text(run.Stderr)}");
            Assert.InRange(run.MemoryBytes >> 20, 40, 64);
        }
    }
}
