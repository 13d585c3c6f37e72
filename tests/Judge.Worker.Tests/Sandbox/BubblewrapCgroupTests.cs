using System.Diagnostics;
using System.Globalization;
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

    /// <summary>What hashes begin from is drawn by lot for whatever is executed, and the same for copies.</summary>
    [Fact]
    public async Task Runs_that_begin_alike_are_copies()
    {
        await (await Bench.Box).PutAsync("main.py", "print(hash('judge'))"u8.ToArray(), executable: false, CancellationToken.None);
        var program = Program() with { Environment = new Dictionary<string, string>(Program().Environment, StringComparer.Ordinal) { ["PYTHONHASHSEED"] = "random" } };
        var warm = new HashSet<string>(StringComparer.Ordinal);
        var cold = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 6; i++)
        {
            warm.Add(Said(await Bench.RunAsync(program)));
            cold.Add(Said(await Bench.RunAsync(program with { BeginsAt = null })));
        }

        // One for each lane that has turned warm.
        Assert.InRange(warm.Count, 1, 2);
        Assert.InRange(cold.Count, 5, 6);
        Assert.Null(((BubblewrapSandbox)Bench.Sandbox).WarmStarts.GivenUp);
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

    /// <summary>A container with a CPU limit stands still for most of every period; a wait that is not over is in no statistics yet.</summary>
    [Fact]
    public async Task A_program_that_is_waiting_for_a_processor_now_is_not_ended_for_it()
    {
        using var bench = SandboxBench.Bubblewrap(1, Cgroups("throttled"));
        Said(await bench.ShellAsync("exit 0"));
        var groups = Directory.EnumerateDirectories(
            "/sys/fs/cgroup", $"{Environment.ProcessId}-throttled-*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).ToList();
        if (groups.Count == 0 && bench.Sandbox.Weakness is not null) return; // nothing to throttle there
        // On an emulated machine everything takes longer but a period.
        var quota = string.Create(CultureInfo.InvariantCulture, $"{50_000 * Pace.Scale}");
        foreach (var (file, text) in ((string, string)[])[("cpu.cfs_period_us", "1000000"), ("cpu.cfs_quota_us", quota), ("cpu.max", $"{quota} 1000000")])
            foreach (var group in groups.Where(g => File.Exists($"{g}/{file}"))) await File.WriteAllTextAsync($"{group}/{file}", text);
        var limits = Roomy with { Wall = TimeSpan.FromSeconds(0.5 + 0.15 * Pace.Scale) };
        var run = await bench.PythonAsync($"import time\nwhile time.process_time() < {0.1 * Pace.Scale}: pass\nprint('through')", limits);
        Assert.Equal((RunEnd.Finished, "through\n"), (run.End, Text(run.Stdout)));
        Assert.True(run.Wall > limits.Wall, "it was not kept waiting");
        var asleep = await bench.ShellAsync("sleep 600", limits);
        Assert.Equal(RunEnd.WallLimit, asleep.End);
        Assert.True(asleep.Wall < 5 * limits.Wall, asleep.Wall.ToString());
    }

    /// <summary>How busy the machine is decides about no verdict.</summary>
    [Fact]
    public async Task Time_without_a_processor_is_none_of_the_wall_limit_and_time_asleep_is()
    {
        // Sandboxes weigh half as much as one of these here, so a third of a processor is left; and there is an end to the patience.
        var busy = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => Process.Start("/bin/sh", ["-c", "while :; do :; done"])).ToList();
        try
        {
            // Alone it would be through in time.
            var limits = Roomy with { Wall = Pace.Seconds(1) };
            var run = await Bench.PythonAsync($"import time\nwhile time.process_time() < {0.9 * Pace.Scale}: pass\nprint('through')", limits);
            Assert.Equal((RunEnd.Finished, "through\n"), (run.End, Text(run.Stdout)));
            Assert.True(run.Wall > limits.Wall, "the machine was not busy enough to tell");
            var asleep = await Bench.ShellAsync("sleep 600", limits);
            Assert.Equal(RunEnd.WallLimit, asleep.End);
            Assert.InRange((asleep.Wall / Pace.Scale).TotalSeconds, 1, 5);
        }
        finally
        {
            foreach (var process in busy)
            {
                process.Kill();
                process.Dispose();
            }
        }
    }

    /// <summary>How slow its disk is neither, as long as the program does nothing but wait for it; a program that makes itself uninterruptible waits for none.</summary>
    [Fact]
    public async Task Time_of_the_disk_is_none_of_the_wall_limit_and_time_behind_a_vforked_child_is()
    {
        using var cgroups = Cgroups();
        using var directory = TemporaryDirectory.OnDisk();
        var file = Path.Combine(directory.Path, "data");
        await File.WriteAllBytesAsync(file, new byte[16 << 20]);
        using var sandbox = new BubblewrapSandbox(cgroups, [directory.Path], new BubblewrapOptions(1, 1, 1, Pinned: false));
        await using var box = await sandbox.OpenBoxAsync(image: null, CancellationToken.None);
        var limits = Roomy with { Wall = Pace.Seconds(1) };
        var run = await box.RunAsync(
            Python(
                $"""
                import mmap, os, time
                file, page = os.open('{file}', os.O_RDONLY | os.O_DIRECT), mmap.mmap(-1, 4 << 20)
                end = time.monotonic() + {2 * Pace.Scale}
                while time.monotonic() < end: os.preadv(file, [page], 0)
                print('through')
                """,
                limits),
            CancellationToken.None);
        Assert.Equal((RunEnd.Finished, "through\n", ""), (run.End, Text(run.Stdout), Text(run.Stderr)));
        Assert.True(run.Wall > limits.Wall, "it was through too soon to tell");
        // clone(CLONE_VFORK | SIGCHLD): the parent is in state D until the child has ended.
        var asleep = await box.RunAsync(
            Python("import ctypes, time\nif ctypes.CDLL(None).syscall(56, 0x4000 | 17, 0, 0, 0, 0) == 0: time.sleep(600)", limits), CancellationToken.None);
        Assert.Equal(RunEnd.WallLimit, asleep.End);
        Assert.InRange((asleep.Wall / Pace.Scale).TotalSeconds, 1, 5);
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
