using Judge.Testing;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.Host;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>What every sandbox owes its callers, whatever it is made of. Here: what a run gives back, and that nothing of it stays.</summary>
public abstract partial class SandboxContract : IDisposable
{
    private readonly Lazy<SandboxBench> _bench;

    protected SandboxContract()
    {
        _bench = new(() => Open());
    }

    /// <summary>Whether the kernel counts for a whole run, so that limits hold exactly and for all its processes together.</summary>
    protected virtual bool Exact => Bench.Sandbox.Weakness is null;

    private protected SandboxBench Bench => _bench.Value;

    private protected abstract SandboxBench Open(int concurrentRuns = 2);

    public void Dispose()
    {
        if (_bench.IsValueCreated) _bench.Value.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Every_exit_code_is_the_programs()
    {
        for (var code = 0; code < 256; code++)
        {
            var run = await Bench.ShellAsync($"exit {code}");
            Assert.Equal((RunEnd.Finished, code, null), (run.End, run.ExitCode, run.Signal));
            Assert.Equal(code == 0, run.Succeeded);
        }
    }

    [Fact]
    public async Task Every_signal_is_told_from_an_exit_code()
    {
        // Not those that end nothing: CHLD, CONT, STOP, TSTP, TTIN, TTOU, URG, WINCH; and 32 and 33, which are the C library's.
        foreach (var number in Enumerable.Range(1, 31).Except([17, 18, 19, 20, 21, 22, 23, 28]).Concat([34, 50, 64]))
        {
            var run = await Bench.ShellAsync($"kill -{number} $$; exit 0");
            Assert.Equal((RunEnd.Finished, null, number), (run.End, run.ExitCode, run.Signal));
            Assert.False(run.Succeeded);
        }
    }

    [Theory]
    [InlineData("/usr/bin/no-such-program", "No such file")]
    [InlineData("/usr", "Permission denied")]
    [InlineData("/etc/passwd", "Permission denied")]
    public async Task What_cannot_be_executed_is_127_and_says_why(string program, string why)
    {
        var run = await Bench.RunAsync(new RunRequest { Arguments = [program], Limits = Roomy });
        Assert.Equal((RunEnd.Finished, 127, null), (run.End, run.ExitCode, run.Signal));
        Assert.Contains(why, run.NotExecuted, StringComparison.Ordinal);
        Assert.Null((await Bench.ShellAsync("exit 127")).NotExecuted);
    }

    [Fact]
    public async Task Standard_output_and_standard_error_are_kept_apart()
    {
        var run = await Bench.ShellAsync("echo out; echo err >&2; echo out again");
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
            var run = await Bench.RunAsync(new RunRequest { Arguments = ["/usr/bin/cat"], Limits = Roomy, Stdin = input.AsMemory(0, size) });
            Assert.True(run.Succeeded && run.Stdout.Span.SequenceEqual(input.AsSpan(0, size)), $"{size} bytes in, {run.Stdout.Length} out");
        }
    }

    [Fact]
    public async Task Standard_input_can_be_read_twice_by_seeking()
    {
        var run = await Bench.PythonAsync("""
            import os
            print(os.lseek(0, 0, os.SEEK_END), os.lseek(0, 2, os.SEEK_SET), os.read(0, 3), os.lseek(0, 0, os.SEEK_SET), os.read(0, 100))
            """, stdin: "abcdef"u8.ToArray());
        Assert.Equal("6 2 b'cde' 0 b'abcdef'\n", Said(run));
    }

    [Fact]
    public async Task Arguments_and_environment_are_what_was_given()
    {
        var run = await Bench.RunAsync(new RunRequest
        {
            Arguments = ["/usr/bin/python3", "-c", "import os, sys; print(sys.argv[1:], os.environ['A'], os.environ['B'])", "", "a b", "é\n", new string('x', 50_000)],
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["A"] = "1=2", ["B"] = "" },
            Limits = Roomy,
        });
        Assert.Equal($"['', 'a b', 'é\\n', '{new string('x', 50_000)}'] 1=2 \n", Said(run));
    }

    [Fact]
    public async Task More_arguments_than_can_be_passed_are_refused_and_the_box_serves_on()
    {
        var request = new RunRequest { Arguments = ["/usr/bin/true", .. Enumerable.Repeat("x", 5000)], Limits = Roomy };
        await Assert.ThrowsAsync<SandboxException>(() => Bench.RunAsync(request));
        await Assert.ThrowsAsync<SandboxException>(() => Bench.RunAsync(request with { Arguments = ["/usr/bin/true", new string('x', 1 << 20)] }));
        for (var i = 0; i < 5; i++) Assert.Equal("still here\n", Said(await Bench.ShellAsync("echo still here")));
    }

    [Fact]
    public async Task Cancelling_ends_a_run_at_once_and_the_next_one_is_served()
    {
        using var bench = Open(concurrentRuns: 1);
        using var cancellation = new CancellationTokenSource();
        var marker = Marker();
        var run = bench.PythonAsync($"import os; os.execv('/usr/bin/sleep', ['sleep', '{marker}'])", cancellationToken: cancellation.Token);
        await Repository.UntilAsync(() => Task.FromResult(Processes(marker).Count > 0), TimeSpan.FromSeconds(20), "the sleeper did not start");
        var waiting = bench.PythonAsync("print('never')", cancellationToken: cancellation.Token);

        var clock = TimeProvider.System.GetTimestamp();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.InRange((TimeProvider.System.GetElapsedTime(clock) / Pace.Scale).TotalSeconds, 0, 10);
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
        var clock = TimeProvider.System.GetTimestamp();
        var run = await Bench.PythonAsync($"""
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
        Assert.InRange((TimeProvider.System.GetElapsedTime(clock) / Pace.Scale).TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task Nothing_passes_from_one_run_to_the_next()
    {
        const string Script = """
            import os
            print(os.listdir('/tmp'), os.listdir('/dev/shm'), os.getcwd(), len([p for p in os.listdir('/proc') if p.isdigit()]) <= 3)
            for d in '/tmp', '/dev/shm': open(d + '/left', 'w').close()
            for variable in 'HOME', 'LEFT': os.environ[variable] = 'x'
            if os.fork() == 0: os.setsid(); os.execv('/usr/bin/sleep', ['sleep', '78'])
            """;
        for (var i = 0; i < 6; i++) Assert.Equal("[] [] /box True\n", Said(await Bench.PythonAsync(Script)));
    }

    [Fact]
    public async Task What_outlives_its_maker_in_the_kernel_cannot_be_made()
    {
        var run = await Bench.PythonAsync("""
            import ctypes, errno
            libc = ctypes.CDLL('libc.so.6', use_errno=True)
            for name, *arguments in ('shmget', 77, 4096, 0o1666), ('semget', 77, 1, 0o1666), ('msgget', 77, 0o1666), ('mq_open', b'/queue', 0o102, 0o666, None):
                print(name, getattr(libc, name)(*arguments), errno.errorcode[ctypes.get_errno()])
            """);
        Assert.Equal("shmget -1 EPERM\nsemget -1 EPERM\nmsgget -1 EPERM\nmq_open -1 EPERM\n", Said(run));
    }

    [Fact]
    public async Task A_program_stays_on_its_processors_and_leaves_the_hosts_files_in_memory()
    {
        var run = await Bench.PythonAsync("""
            import os
            given = os.sched_getaffinity(0)
            os.sched_setaffinity(0, {min(given)})
            print(os.sched_getaffinity(0) == given)
            try: os.posix_fadvise(os.open('/usr/bin/python3', os.O_RDONLY), 0, 0, os.POSIX_FADV_DONTNEED)
            except PermissionError as e: print(e.strerror)
            """);
        Assert.Equal("True\nOperation not permitted\n", Said(run));
    }

    [Fact]
    public async Task Many_runs_at_once_each_get_their_own_result()
    {
        using var bench = Open(concurrentRuns: 3);
        var runs = await Task.WhenAll(Enumerable.Range(0, 30).Select(i =>
            bench.RunAsync(Shell($"cat; exit {i}") with { Stdin = System.Text.Encoding.ASCII.GetBytes($"input {i}"), BoxWritable = i % 3 == 0 })));
        Assert.All(runs.Index(), r => Assert.Equal((r.Index, $"input {r.Index}"), (r.Item.ExitCode, Text(r.Item.Stdout))));
    }
}
