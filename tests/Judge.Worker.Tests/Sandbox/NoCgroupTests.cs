using Judge.Testing;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Cgroups;
using Judge.Worker.Sandbox.Native;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>A host without cgroups: the same limits, watched through /proc, as exact as the driver's weakness says.</summary>
public sealed class NoCgroupTests : IDisposable
{
    private const int PrSetChildSubreaper = 36;
    private readonly SandboxBench _bench = new(cgroups: new NoCgroup());

    public void Dispose()
    {
        _bench.Dispose();
        // The driver makes this process the reaper of orphans, which the runs of the other test classes do not expect.
        _ = Libc.prctl(PrSetChildSubreaper, 0, 0, 0, 0);
    }

    [Fact]
    public async Task A_program_runs_and_is_measured()
    {
        var run = await _bench.PythonAsync("import time\nx = bytearray(b'x') * (60 << 20)\nwhile time.process_time() < 0.3: pass\nprint('done')");
        Assert.Equal("done\n", Said(run));
        Assert.InRange(run.Cpu.TotalSeconds, 0.3, 0.9);
        Assert.InRange(run.MemoryBytes, 60 << 20, 120 << 20);
    }

    [Fact]
    public async Task A_program_too_short_to_be_looked_at_is_measured_too()
    {
        var run = await _bench.PythonAsync("x = bytearray(b'x') * (20 << 20)");
        Said(run);
        Assert.InRange(run.Cpu.TotalMilliseconds, 1, 1000);
        Assert.InRange(run.MemoryBytes, 20 << 20, 80 << 20);
    }

    [Theory]
    [InlineData("exit 3", 3, null)]
    [InlineData("kill -SEGV $$", null, 11)]
    public async Task The_end_is_told_as_with_cgroups(string script, int? exitCode, int? signal)
    {
        var run = await _bench.ShellAsync(script);
        Assert.Equal((RunEnd.Finished, exitCode, signal), (run.End, run.ExitCode, run.Signal));
    }

    [Fact]
    public async Task A_busy_loop_is_stopped_and_is_a_cpu_limit()
    {
        var run = await _bench.PythonAsync("while True: pass", Roomy with { Cpu = TimeSpan.FromSeconds(0.5) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
        Assert.InRange(run.Cpu.TotalSeconds, 0.5, 1.5);
    }

    [Fact]
    public async Task The_cpu_time_of_all_processes_counts_together()
    {
        var run = await _bench.PythonAsync("""
            import os, time
            for i in range(4):
                if os.fork() == 0:
                    while time.process_time() < 0.5: pass
                    os._exit(0)
            for i in range(4): os.wait()
            """, Roomy with { Cpu = TimeSpan.FromSeconds(1) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
    }

    [Fact]
    public async Task The_heap_ends_near_the_memory_limit()
    {
        var run = await _bench.PythonAsync("import time\nx = bytearray(b'x') * (200 << 20)\ntime.sleep(30)\nprint('survived')", Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(RunEnd.MemoryLimit, run.End);
        Assert.Equal("", Text(run.Stdout));
    }

    [Fact]
    public async Task The_memory_of_all_processes_counts_together()
    {
        var run = await _bench.PythonAsync("""
            import os, time
            for i in range(4):
                if os.fork() == 0:
                    x = bytearray(b'x') * (25 << 20)
                    time.sleep(30)
                    os._exit(0)
            os.wait()
            """, Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(RunEnd.MemoryLimit, run.End);
    }

    [Fact]
    public async Task Not_more_processes_run_than_allowed()
    {
        var run = await _bench.PythonAsync("""
            import os, time
            n = 0
            try:
                while n < 200:
                    if os.fork() == 0:
                        time.sleep(60)
                    n += 1
            except BlockingIOError: pass
            print(n)
            """, Roomy with { Processes = 16 });
        Assert.InRange(int.Parse(Said(run)), 8, 16);
    }

    [Fact]
    public async Task Runs_of_every_end_leave_no_process_behind()
    {
        var before = Children().Count;
        var limits = Roomy with { Cpu = TimeSpan.FromSeconds(0.1), MemoryBytes = 48 << 20, Wall = TimeSpan.FromSeconds(10) };
        for (var i = 0; i < 5; i++)
        {
            await _bench.PythonAsync("print(1)");
            await _bench.PythonAsync("while True: pass", limits);
            await _bench.PythonAsync("x = bytearray(b'x') * (90 << 20)", limits);
            await _bench.PythonAsync("import os; os.fork() or os.execv('/usr/bin/sleep', ['sleep', '77'])", limits);
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.PythonAsync("import time; time.sleep(60)", cancellationToken: cancellation.Token));
        }

        await Repository.UntilAsync(() => Task.FromResult(Children().Count <= before), TimeSpan.FromSeconds(10), "processes of ended runs are left");
    }

    [Fact]
    public void The_driver_says_what_it_cannot_do() => Assert.NotEmpty(new NoCgroup().Weakness!);
}
