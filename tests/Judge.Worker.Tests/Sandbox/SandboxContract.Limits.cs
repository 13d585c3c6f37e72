using System.Diagnostics;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>Where a run is stopped, and what it is told to have used.</summary>
public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_busy_loop_is_stopped_at_the_cpu_limit()
    {
        var run = await Bench.PythonAsync("while True: pass", Roomy with { Cpu = TimeSpan.FromSeconds(0.4) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
        Assert.InRange(run.Cpu.TotalSeconds, 0.4, Exact ? 1.2 : 4);
        Assert.False(run.Succeeded);
    }

    [Fact]
    public async Task Time_spent_in_the_kernel_counts()
    {
        var run = await Bench.PythonAsync("import os\nwhile True: os.stat('/usr')", Roomy with { Cpu = TimeSpan.FromSeconds(0.4) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
    }

    [Fact]
    public async Task The_cpu_time_of_all_processes_counts_together()
    {
        // Four processes with 0.5 s each would stay below the limit if each were looked at alone.
        var run = await Bench.PythonAsync("""
            import os, time
            for i in range(4):
                if os.fork() == 0:
                    while time.process_time() < 0.5: pass
                    os._exit(0)
            for i in range(4): os.wait()
            """, Roomy with { Cpu = TimeSpan.FromSeconds(1) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
        Assert.InRange(run.Cpu.TotalSeconds, 1, 3);
    }

    [Fact]
    public async Task Children_are_stopped_while_their_parent_sleeps()
    {
        var clock = Stopwatch.StartNew();
        var run = await Bench.PythonAsync("""
            import os, time
            if os.fork() == 0:
                while True: pass
            time.sleep(60)
            """, Roomy with { Cpu = TimeSpan.FromSeconds(0.4) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0.4, 20);
    }

    [Fact]
    public async Task The_cpu_time_told_is_what_was_used_and_not_the_time_that_passed()
    {
        var run = await Bench.PythonAsync("""
            import time
            while time.process_time() < 0.5: pass
            time.sleep(1)
            """);
        Said(run);
        Assert.InRange(run.Cpu.TotalSeconds, 0.5, 1.0);
        Assert.InRange(run.Wall.TotalSeconds, 1.5, 30);
    }

    [Fact]
    public async Task A_run_is_not_charged_for_what_the_last_one_used()
    {
        Said(await Bench.PythonAsync("import time\nx = bytearray(b'x') * (100 << 20)\nwhile time.process_time() < 0.5: pass"));
        for (var i = 0; i < 8; i++)
        {
            var run = await Bench.ShellAsync("true");
            Said(run);
            Assert.InRange(run.Cpu.TotalSeconds, 0, 0.3);
            Assert.InRange(run.MemoryBytes, 0, 30 << 20);
        }
    }

    [Fact]
    public async Task A_program_too_short_to_be_looked_at_is_measured_too()
    {
        var run = await Bench.PythonAsync("x = bytearray(b'x') * (20 << 20)");
        Said(run);
        Assert.InRange(run.Cpu.TotalMilliseconds, 1, 1000);
        Assert.InRange(run.MemoryBytes, 20 << 20, 80 << 20);
    }

    [Fact]
    public async Task A_sleeper_is_stopped_at_the_wall_limit()
    {
        var run = await Bench.ShellAsync("echo begun; sleep 60", Roomy with { Wall = TimeSpan.FromSeconds(1) });
        Assert.Equal(RunEnd.WallLimit, run.End);
        Assert.InRange(run.Wall.TotalSeconds, 1, 5);
        Assert.InRange(run.Cpu.TotalSeconds, 0, 0.9);
        Assert.Equal("begun\n", Text(run.Stdout));
    }

    [Fact]
    public async Task A_program_that_waits_for_nothing_is_stopped_at_the_wall_limit_with_its_output_closed()
    {
        var run = await Bench.PythonAsync("import os, time\nos.close(1); os.close(2)\ntime.sleep(60)", Roomy with { Wall = TimeSpan.FromSeconds(1) });
        Assert.Equal(RunEnd.WallLimit, run.End);
        // Closed pipes are always ready: the watcher must not spin on them. Its own CPU time is not the run's.
        Assert.InRange(run.Cpu.TotalSeconds, 0, 0.9);
    }

    [Fact]
    public async Task The_heap_ends_at_the_memory_limit()
    {
        var run = await Bench.PythonAsync("import time\nx = bytearray(b'x') * (200 << 20)\ntime.sleep(30)\nprint('survived')", Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(RunEnd.MemoryLimit, run.End);
        Assert.Equal("", Text(run.Stdout));
        Assert.InRange(run.MemoryBytes, 32 << 20, Exact ? 65 << 20 : 256 << 20);
    }

    [Theory]
    [InlineData("os.wait()")]
    [InlineData("os.wait(); os._exit(0)")]
    [InlineData("os.wait(); print('survived', flush=True); os.wait()")]
    public async Task A_child_that_takes_too_much_is_the_runs_memory_even_when_the_parent_survives(string parent)
    {
        var run = await Bench.PythonAsync($"""
            import os
            if os.fork() == 0:
                x = bytearray(b'x') * (200 << 20)
                os._exit(0)
            {parent}
            """, Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(RunEnd.MemoryLimit, run.End);
        Assert.False(run.Succeeded);
    }

    [Fact]
    public async Task The_memory_of_all_processes_counts_together()
    {
        var run = await Bench.PythonAsync("""
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
    public async Task Files_in_memory_count_as_memory_where_the_kernel_counts()
    {
        var run = await Bench.PythonAsync("""
            for path in '/tmp/a', '/dev/shm/a':
                with open(path, 'wb') as f:
                    for i in range(40): f.write(b'x' * (1 << 20))
            print('survived')
            """, Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(Exact ? (RunEnd.MemoryLimit, "") : (RunEnd.Finished, "survived\n"), (run.End, Text(run.Stdout)));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(40)]
    public async Task Memory_that_runs_out_process_by_process_is_never_the_sandboxs_failure(int megabytes)
    {
        var limits = Roomy with { MemoryBytes = megabytes << 20, Processes = 2000, Cpu = TimeSpan.FromSeconds(2), Wall = TimeSpan.FromSeconds(4) };
        for (var i = 0; i < 3; i++)
        {
            var run = await Bench.ShellAsync("while :; do sleep 30 & done", limits);
            Assert.True(run.End is not RunEnd.Finished || run.Signal is not null || run.ExitCode is not 0, $"{run.End} {run.ExitCode} {run.Signal} {Text(run.Stderr)}");
            if (Exact) Assert.NotEqual(RunEnd.Finished, run.End);
            Assert.Equal("still here\n", Said(await Bench.ShellAsync("echo still here")));
        }
    }

    [Fact]
    public async Task The_peak_is_what_was_touched()
    {
        var small = await Bench.PythonAsync("pass");
        var large = await Bench.PythonAsync("x = bytearray(b'x') * (100 << 20)\ndel x");
        Said(small);
        Said(large);
        Assert.InRange(small.MemoryBytes, 1 << 20, 60 << 20);
        Assert.InRange(large.MemoryBytes - small.MemoryBytes, 90 << 20, 130 << 20);
    }

    [Fact]
    public async Task Output_without_end_is_stopped_and_kept_up_to_the_limit()
    {
        var run = await Bench.ShellAsync("yes", Roomy with { OutputBytes = 100_000 });
        Assert.Equal((RunEnd.OutputLimit, 100_000), (run.End, run.Stdout.Length));
    }

    [Fact]
    public async Task Output_of_exactly_the_limit_is_allowed_and_one_byte_more_is_not()
    {
        var limits = Roomy with { OutputBytes = 100_000 };
        var exact = await Bench.ShellAsync("head -c 100000 /dev/zero", limits);
        Assert.Equal((RunEnd.Finished, 100_000), (exact.End, exact.Stdout.Length));
        var more = await Bench.ShellAsync("head -c 100001 /dev/zero", limits);
        Assert.Equal((RunEnd.OutputLimit, 100_000), (more.End, more.Stdout.Length));
    }

    [Fact]
    public async Task Standard_error_is_cut_and_only_a_flood_of_it_ends_the_run()
    {
        var limits = Roomy with { OutputBytes = 100_000, StderrBytes = 1000 };
        var chatty = await Bench.ShellAsync("head -c 50000 /dev/zero >&2; echo done", limits);
        Assert.Equal("done\n", Said(chatty));
        Assert.Equal(1000, chatty.Stderr.Length);
        var flood = await Bench.ShellAsync("yes >&2", limits);
        Assert.Equal((RunEnd.OutputLimit, 1000), (flood.End, flood.Stderr.Length));
    }

    [Theory]
    [InlineData("if os.fork() == 0: time.sleep(60)")]
    [InlineData("threading.Thread(target=lambda: time.sleep(60), daemon=True).start()")]
    public async Task Not_more_processes_and_threads_run_than_allowed(string another)
    {
        var run = await Bench.PythonAsync($"""
            import os, threading, time
            n = 0
            try:
                while n < 200:
                    {another}
                    n += 1
            except (BlockingIOError, RuntimeError): pass
            print(n, flush=True)
            os._exit(0)
            """, Roomy with { Processes = 16 });
        // What stands ready beside the run may count, too, where the kernel counts by user.
        Assert.InRange(int.Parse(Said(run)), 8, Exact ? 15 : 30);
    }

    [Fact]
    public async Task A_fork_bomb_ends_and_the_sandbox_serves_on()
    {
        var limits = Roomy with { Processes = 32, Cpu = TimeSpan.FromSeconds(1), Wall = TimeSpan.FromSeconds(5) };
        var bomb = await Bench.PythonAsync("""
            import os
            while True:
                try: os.fork()
                except OSError: pass
            """, limits);
        Assert.True(bomb.End is RunEnd.CpuLimit or RunEnd.WallLimit, bomb.End.ToString());
        Assert.Equal("still here\n", Said(await Bench.ShellAsync("echo still here")));
    }

    [Fact]
    public async Task A_file_ends_at_its_size_limit()
    {
        var limits = Roomy with { FileBytes = 1 << 20 };
        var within = await Bench.ShellAsync("head -c 1048576 /dev/zero > /tmp/x && wc -c < /tmp/x", limits);
        Assert.Equal("1048576\n", Said(within));
        var beyond = await Bench.ShellAsync("head -c 1048577 /dev/zero > /tmp/x; echo $?; wc -c < /tmp/x", limits);
        // 128 + SIGXFSZ.
        Assert.Equal("153\n1048576\n", Said(beyond));
    }
}
