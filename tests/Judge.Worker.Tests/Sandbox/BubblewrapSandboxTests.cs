using System.Diagnostics;
using Judge.Testing;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>What a run gives back and where it is stopped. Isolation: <see cref="IsolationTests"/>.</summary>
public sealed class BubblewrapSandboxTests : IDisposable
{
    private readonly SandboxBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(42)]
    [InlineData(127)]
    [InlineData(255)]
    public async Task The_exit_code_is_the_programs(int code)
    {
        var run = await _bench.ShellAsync($"exit {code}");
        Assert.Equal((RunEnd.Finished, code, null), (run.End, run.ExitCode, run.Signal));
        Assert.Equal(code == 0, run.Succeeded);
    }

    [Theory]
    [InlineData("SEGV", 11)]
    [InlineData("ABRT", 6)]
    [InlineData("FPE", 8)]
    [InlineData("KILL", 9)]
    [InlineData("TERM", 15)]
    [InlineData("PIPE", 13)]
    public async Task A_signal_is_told_from_an_exit_code(string name, int number)
    {
        var run = await _bench.ShellAsync($"kill -{name} $$; exit 0");
        Assert.Equal((RunEnd.Finished, null, number), (run.End, run.ExitCode, run.Signal));
        Assert.False(run.Succeeded);
    }

    [Fact]
    public async Task Standard_output_and_standard_error_are_kept_apart()
    {
        var run = await _bench.ShellAsync("echo out; echo err >&2; echo out again");
        Assert.Equal("out\nout again\n", Text(run.Stdout));
        Assert.Equal("err\n", Text(run.Stderr));
    }

    [Fact]
    public async Task Standard_input_is_read_to_its_end_whatever_its_size()
    {
        var input = new byte[3_000_001];
        new Random(1).NextBytes(input);
        foreach (var size in (int[])[0, 1, 65_536, input.Length])
        {
            var run = await _bench.RunAsync(new RunRequest { Arguments = ["/usr/bin/cat"], Limits = Roomy, Stdin = input.AsMemory(0, size) });
            Assert.True(run.Succeeded && run.Stdout.Span.SequenceEqual(input.AsSpan(0, size)), $"{size} bytes in, {run.Stdout.Length} out");
        }
    }

    [Fact]
    public async Task Standard_input_can_be_read_twice_by_seeking()
    {
        var run = await _bench.PythonAsync("""
            import os
            print(os.lseek(0, 0, os.SEEK_END), os.lseek(0, 2, os.SEEK_SET), os.read(0, 3), os.lseek(0, 0, os.SEEK_SET), os.read(0, 100))
            """, stdin: "abcdef"u8.ToArray());
        Assert.Equal("6 2 b'cde' 0 b'abcdef'\n", Said(run));
    }

    [Fact]
    public async Task A_busy_loop_is_stopped_at_the_cpu_limit()
    {
        var run = await _bench.PythonAsync("while True: pass", Roomy with { Cpu = TimeSpan.FromSeconds(0.4) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
        Assert.InRange(run.Cpu.TotalSeconds, _bench.Exact ? 0.4 : 0, _bench.Exact ? 1.2 : 4);
        Assert.False(run.Succeeded);
    }

    [Fact]
    public async Task Time_spent_in_the_kernel_counts()
    {
        var run = await _bench.PythonAsync("import os\nwhile True: os.stat('/usr')", Roomy with { Cpu = TimeSpan.FromSeconds(0.4) });
        Assert.Equal(RunEnd.CpuLimit, run.End);
    }

    [Fact]
    public async Task The_cpu_time_of_all_processes_counts_together()
    {
        // Four processes with 0.5 s each would stay below the limit if each were looked at alone.
        var run = await _bench.PythonAsync("""
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
        var run = await _bench.PythonAsync("""
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
        var run = await _bench.PythonAsync("""
            import time
            while time.process_time() < 0.5: pass
            time.sleep(1)
            """);
        Said(run);
        Assert.InRange(run.Cpu.TotalSeconds, 0.5, 1.0);
        Assert.InRange(run.Wall.TotalSeconds, 1.5, 30);
    }

    [Fact]
    public async Task A_sleeper_is_stopped_at_the_wall_limit()
    {
        var run = await _bench.ShellAsync("echo begun; sleep 60", Roomy with { Wall = TimeSpan.FromSeconds(1) });
        Assert.Equal(RunEnd.WallLimit, run.End);
        Assert.InRange(run.Wall.TotalSeconds, 1, 5);
        Assert.InRange(run.Cpu.TotalSeconds, 0, 0.9);
        Assert.Equal("begun\n", Text(run.Stdout));
    }

    [Fact]
    public async Task A_program_that_waits_for_nothing_is_stopped_at_the_wall_limit_with_its_output_closed()
    {
        var run = await _bench.PythonAsync("import os, time\nos.close(1); os.close(2)\ntime.sleep(60)", Roomy with { Wall = TimeSpan.FromSeconds(1) });
        Assert.Equal(RunEnd.WallLimit, run.End);
        // Closed pipes are always ready: the watcher must not spin on them. Its own CPU time is not the run's.
        Assert.InRange(run.Cpu.TotalSeconds, 0, 0.9);
    }

    [Fact]
    public async Task The_heap_ends_at_the_memory_limit()
    {
        var run = await _bench.PythonAsync("x = bytearray(b'x') * (200 << 20)\nprint('survived')", Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(RunEnd.MemoryLimit, run.End);
        Assert.Equal("", Text(run.Stdout));
        Assert.InRange(run.MemoryBytes, 32 << 20, 65 << 20);
    }

    [Fact]
    public async Task A_child_that_takes_too_much_is_the_runs_memory_even_when_the_parent_survives()
    {
        var run = await _bench.PythonAsync("""
            import os
            if os.fork() == 0:
                x = bytearray(b'x') * (200 << 20)
                os._exit(0)
            os.wait()
            """, Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(RunEnd.MemoryLimit, run.End);
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
    public async Task Files_in_memory_count_as_memory()
    {
        var run = await _bench.PythonAsync("""
            for path in '/tmp/a', '/dev/shm/a':
                with open(path, 'wb') as f:
                    for i in range(40): f.write(b'x' * (1 << 20))
            print('survived')
            """, Roomy with { MemoryBytes = 64 << 20 });
        Assert.Equal(RunEnd.MemoryLimit, run.End);
        Assert.Equal("", Text(run.Stdout));
    }

    [Fact]
    public async Task The_peak_is_what_was_touched()
    {
        var small = await _bench.PythonAsync("pass");
        var large = await _bench.PythonAsync("x = bytearray(b'x') * (100 << 20)\ndel x");
        Said(small);
        Said(large);
        Assert.InRange(small.MemoryBytes, 1 << 20, 60 << 20);
        Assert.InRange(large.MemoryBytes - small.MemoryBytes, 90 << 20, 130 << 20);
    }

    [Fact]
    public async Task Output_without_end_is_stopped_and_kept_up_to_the_limit()
    {
        var run = await _bench.ShellAsync("yes", Roomy with { OutputBytes = 100_000 });
        Assert.Equal((RunEnd.OutputLimit, 100_000), (run.End, run.Stdout.Length));
    }

    [Fact]
    public async Task Output_of_exactly_the_limit_is_allowed_and_one_byte_more_is_not()
    {
        var limits = Roomy with { OutputBytes = 100_000 };
        var exact = await _bench.ShellAsync("head -c 100000 /dev/zero", limits);
        Assert.Equal((RunEnd.Finished, 100_000), (exact.End, exact.Stdout.Length));
        var more = await _bench.ShellAsync("head -c 100001 /dev/zero", limits);
        Assert.Equal((RunEnd.OutputLimit, 100_000), (more.End, more.Stdout.Length));
    }

    [Fact]
    public async Task Standard_error_is_cut_and_only_a_flood_of_it_ends_the_run()
    {
        var limits = Roomy with { OutputBytes = 100_000, StderrBytes = 1000 };
        var chatty = await _bench.ShellAsync("head -c 50000 /dev/zero >&2; echo done", limits);
        Assert.Equal("done\n", Said(chatty));
        Assert.Equal(1000, chatty.Stderr.Length);
        var flood = await _bench.ShellAsync("yes >&2", limits);
        Assert.Equal((RunEnd.OutputLimit, 1000), (flood.End, flood.Stderr.Length));
    }

    [Fact]
    public async Task Not_more_processes_run_than_allowed()
    {
        var run = await _bench.PythonAsync("""
            import os, time
            n = 0
            try:
                while True:
                    if os.fork() == 0:
                        time.sleep(60)
                    n += 1
            except BlockingIOError:
                print(n)
            """, Roomy with { Processes = 16 });
        Assert.InRange(int.Parse(Said(run)), 8, 15);
    }

    [Fact]
    public async Task Threads_count_as_processes()
    {
        var run = await _bench.PythonAsync("""
            import threading, time
            n = 0
            try:
                while True:
                    threading.Thread(target=lambda: time.sleep(60), daemon=True).start()
                    n += 1
            except RuntimeError:
                print(n, flush=True)
            import os
            os._exit(0)
            """, Roomy with { Processes = 16 });
        Assert.InRange(int.Parse(Said(run)), 8, 15);
    }

    [Fact]
    public async Task A_fork_bomb_ends_and_the_sandbox_serves_on()
    {
        var limits = Roomy with { Processes = 32, Cpu = TimeSpan.FromSeconds(1), Wall = TimeSpan.FromSeconds(5) };
        var bomb = await _bench.PythonAsync("""
            import os
            while True:
                try: os.fork()
                except OSError: pass
            """, limits);
        Assert.True(bomb.End is RunEnd.CpuLimit or RunEnd.WallLimit, bomb.End.ToString());
        Assert.Equal("still here\n", Said(await _bench.ShellAsync("echo still here")));
    }

    [Fact]
    public async Task A_file_ends_at_its_size_limit()
    {
        var limits = Roomy with { FileBytes = 1 << 20 };
        var within = await _bench.ShellAsync("head -c 1048576 /dev/zero > /tmp/x && wc -c < /tmp/x", limits);
        Assert.Equal("1048576\n", Said(within));
        var beyond = await _bench.ShellAsync("head -c 1048577 /dev/zero > /tmp/x; echo $?; wc -c < /tmp/x", limits);
        // 128 + SIGXFSZ.
        Assert.Equal("153\n1048576\n", Said(beyond));
    }

    [Fact]
    public async Task A_compiler_writes_its_box_and_a_program_does_not()
    {
        using var box = _bench.Boxes.Create([("source", "text")]);
        var request = new RunRequest
        {
            Arguments = ["/bin/sh", "-c", "pwd; cat source; echo made > made"], Limits = Roomy, BoxDirectory = box.Path, BoxWritable = true,
        };
        Assert.Equal("/box\ntext", Said(await _bench.RunAsync(request)));
        Assert.True(box.Has("made"));
        var refused = await _bench.RunAsync(request with { BoxWritable = false });
        Assert.False(refused.Succeeded);
        Assert.Contains("Read-only", Text(refused.Stderr), StringComparison.Ordinal);
        var sees = await _bench.RunAsync(request with { Arguments = ["/usr/bin/cat", "made"], BoxWritable = false });
        Assert.Equal("made\n", Said(sees));
    }

    [Fact]
    public async Task A_sandbox_that_cannot_be_set_up_is_an_exception_and_not_the_programs_fault()
    {
        var request = new RunRequest { Arguments = ["/usr/bin/true"], Limits = Roomy, BoxDirectory = "/nonexistent/box" };
        // More than once: bwrap 0.8 tells its pid before it mounts, so what cannot be mounted shows at one or another later step.
        for (var i = 0; i < 20; i++)
        {
            var e = await Assert.ThrowsAsync<SandboxException>(() => _bench.RunAsync(request));
            Assert.Contains("/nonexistent/box", e.Message, StringComparison.Ordinal);
        }

        Assert.Equal("", Said(await _bench.ShellAsync("true")));
    }

    [Fact]
    public async Task Cancelling_ends_a_run_at_once_and_the_thread_serves_the_next()
    {
        using var bench = new SandboxBench(concurrentRuns: 1);
        using var cancellation = new CancellationTokenSource();
        var marker = Marker();
        var run = bench.PythonAsync($"import os; os.execv('/usr/bin/sleep', ['sleep', '{marker}'])", cancellationToken: cancellation.Token);
        await Repository.UntilAsync(() => Task.FromResult(Processes(marker).Count > 0), TimeSpan.FromSeconds(20), "the sleeper did not start");
        var waiting = bench.PythonAsync("print('never')", cancellationToken: cancellation.Token);

        var clock = Stopwatch.StartNew();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 10);
        Assert.Empty(Processes(marker));
        Assert.Equal("next\n", Said(await bench.ShellAsync("echo next")));
    }

    [Fact]
    public async Task A_daemon_is_dead_when_its_run_has_ended()
    {
        // More than once: it is about what may still be there at the moment the result is.
        for (var i = 0; i < 10; i++) await DaemonAsync(Marker());
    }

    private async Task DaemonAsync(string marker)
    {
        var clock = Stopwatch.StartNew();
        var run = await _bench.PythonAsync($"""
            import os
            r, w = os.pipe()
            if os.fork() == 0:
                os.setsid()
                if os.fork() == 0:
                    os.write(w, b'x')
                    # Keeps standard output open, too: the run must not wait for it.
                    os.execv('/usr/bin/sleep', ['sleep', '{marker}'])
                os._exit(0)
            os.read(r, 1)
            print('daemon begun')
            """);
        Assert.Equal("daemon begun\n", Said(run));
        Assert.Empty(Processes(marker));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task Thirty_runs_of_every_kind_leave_nothing_behind()
    {
        var cgroupsBefore = Cgroups();
        var bench = new SandboxBench();
        try
        {
            async Task RunsAsync(int count)
            {
                var limits = Roomy with { Cpu = TimeSpan.FromSeconds(0.1), MemoryBytes = 48 << 20, OutputBytes = 1000, Wall = TimeSpan.FromSeconds(10) };
                for (var i = 0; i < count; i++)
                {
                    using var box = bench.Boxes.Create([("main.py", "print(1)")]);
                    using var cancellation = new CancellationTokenSource();
                    if (i % 6 == 5) cancellation.CancelAfter(TimeSpan.FromMilliseconds(50));
                    var script = (i % 6) switch
                    {
                        0 => "print(1)",
                        1 => "while True: pass",
                        2 => "x = bytearray(b'x') * (90 << 20)",
                        3 => "while True: print('x' * 1000)",
                        4 => "import os; os.fork() or os.execv('/usr/bin/sleep', ['sleep', '77'])",
                        _ => "import time; time.sleep(60)",
                    };
                    var request = new RunRequest { Arguments = ["/usr/bin/python3", "-S", "-c", script], Limits = limits, BoxDirectory = box.Path };
                    try
                    {
                        await bench.RunAsync(request, cancellation.Token);
                    }
                    catch (OperationCanceledException)
                    {
                        // One kind of end.
                    }
                }
            }

            await RunsAsync(6);
            var (children, descriptors) = (Children().Count, Descriptors());
            var boxes = Directory.GetDirectories("/tmp", $"judge-boxes-{Environment.ProcessId}-*").Sum(d => Directory.GetFileSystemEntries(d).Length);
            await RunsAsync(30);
            // The last run may be on its way out still; what is leaked stays.
            await GoneAsync(() => Children().Count - children, "children");
            await GoneAsync(() => Cgroups().Count(d => Path.GetFileName(d).StartsWith("run-", StringComparison.Ordinal)), "cgroups");
            Assert.InRange(Descriptors(), 0, descriptors + 10);
            Assert.Equal(boxes, Directory.GetDirectories("/tmp", $"judge-boxes-{Environment.ProcessId}-*").Sum(d => Directory.GetFileSystemEntries(d).Length));
        }
        finally
        {
            bench.Dispose();
        }

        Assert.Equal(cgroupsBefore, Cgroups(), StringComparer.Ordinal);
    }

    private static Task GoneAsync(Func<int> left, string what) =>
        Repository.UntilAsync(() => Task.FromResult(left() <= 0), TimeSpan.FromSeconds(10), $"{left()} {what} are left");

    private static int Descriptors() => Directory.GetFileSystemEntries("/proc/self/fd").Length;
}
