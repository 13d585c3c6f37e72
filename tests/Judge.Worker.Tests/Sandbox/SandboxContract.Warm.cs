using Judge.Testing;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>Runs that begin where others have begun: a sandbox may start the interpreter once for all of them, and nobody may notice.</summary>
public abstract partial class SandboxContract
{
    /// <summary>All that a program can easily learn of itself.</summary>
    private const string Introspection = """
        import os, sys, signal, resource, threading, gc
        def file(path):
            try: return open(path).read()
            except OSError as e: return repr(e)
        def status(*names): return [line for line in file('/proc/self/status').split('\n') if line.split(':')[0] in names]
        print(sys.argv, sys.orig_argv, sys.path, sys.flags, sys.executable, __name__, __file__, os.getcwd(), os.listdir('.'))
        print(sorted(sys.modules), sorted(globals()), sorted(vars(__builtins__)))
        print(sorted(os.environ.items()), os.umask(0o22), os.getppid(), os.getuid(), os.getgid(), os.getsid(0) == 1)
        print(sorted(os.listdir('/proc/self/fd')), [os.fstat(f).st_mode for f in (0, 1, 2)], [os.get_blocking(f) for f in (0, 1, 2)])
        print(sys.stdin.encoding, sys.stdin.seekable(), sys.stdout.line_buffering, sys.stdout.write_through, sys.stdin.buffer.raw.mode, sys.stdout.buffer.raw._blksize)
        print([(s, signal.getsignal(s)) for s in sorted(signal.valid_signals()) if signal.getsignal(s) != signal.SIG_DFL and not callable(signal.getsignal(s))])
        print([resource.getrlimit(n) for n in range(16)])
        print(status('Name', 'Uid', 'Gid', 'Groups', 'CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb', 'NoNewPrivs', 'Seccomp', 'SigBlk', 'SigIgn', 'SigCgt', 'Threads', 'TracerPid'))
        print(file('/proc/self/cmdline'), file('/proc/self/comm'), file('/proc/self/mountinfo').count('\n'), file('/proc/1/environ'), file('/proc/self/environ').rstrip('\0').split('\0'), file('/proc/self/oom_score_adj'))
        print(hash('x'), threading.current_thread() is threading.main_thread(), threading.main_thread().native_id == os.getpid(), gc.isenabled(), gc.get_threshold())
        print(sorted(os.listdir('/proc')) == sorted(os.listdir('/proc')), len([p for p in os.listdir('/proc') if p.isdigit()]), os.listdir('/tmp'), os.listdir('/dev/shm'))
        print(input(), sys.stdin.read(), flush=True)
        import atexit
        atexit.register(print, 'at exit')
        class Last:
            def __del__(self): print('the last one')
        last, out = Last(), os.fdopen(os.dup(1), 'w')
        out.write('never flushed\n')
        raise SystemExit(int(os.environ['CODE']))
        """;

    [Fact]
    public async Task A_run_that_begins_where_others_did_sees_and_does_what_an_executed_one_does()
    {
        await (await Bench.Box).PutAsync("main.py", System.Text.Encoding.UTF8.GetBytes(Introspection), executable: false, CancellationToken.None);
        var request = Program() with { Stdin = "first\nsecond\nthird"u8.ToArray() };
        var executed = await Bench.RunAsync(request with { BeginsAt = null });
        Assert.True(executed.ExitCode == 7 && Text(executed.Stdout).Contains("first second\nthird", StringComparison.Ordinal), Text(executed.Stdout) + Text(executed.Stderr));
        for (var i = 0; i < 6; i++)
        {
            var run = await Bench.RunAsync(request);
            Assert.Equal(Text(executed.Stdout).Split('\n'), Text(run.Stdout).Split('\n'));
            Assert.Equal((RunEnd.Finished, 7, Text(executed.Stderr)), (run.End, run.ExitCode, Text(run.Stderr)));
        }
    }

    /// <summary>A program whose last words depend on what the runtime does as it ends.</summary>
    [Theory]
    [InlineData("def exists(path): return False\nos.path.exists = exists")]
    [InlineData("def join(*paths): return '/'.join(paths)\nos.path.join = join")]
    [InlineData("def get(self, key, default=None): return last\nos._Environ.get = get")]
    [InlineData("import codecs\ncodecs.open = lambda *_: last")]
    [InlineData("import builtins\nbuiltins.kept = lambda: last")]
    [InlineData("sys.kept = lambda: last")]
    [InlineData("import collections, json, re, heapq, functools\nfunctools.kept = lambda: last")]
    [InlineData("def frame(): return sys._getframe()\nkept = [frame()]\nkept.append(kept)")]
    [InlineData("import threading\nthreading.Thread(target=lambda: (time.sleep(0.05), print('later'))).start()")]
    public async Task What_is_left_to_the_end_is_done_in_a_run_that_begins_where_others_did(string patch)
    {
        var program = $"""
            import os, sys, time
            class Last:
                def __del__(self): os.write(1, b'the last one\n')
            last = Last()
            out = open(1, 'w', closefd=False)
            out.write('never flushed\n')
            {patch}
            """;
        await (await Bench.Box).PutAsync("main.py", System.Text.Encoding.UTF8.GetBytes(program), executable: false, CancellationToken.None);
        var executed = Said(await Bench.RunAsync(Program() with { BeginsAt = null }));
        Assert.Contains("never flushed", executed, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++) Assert.Equal(executed, Said(await Bench.RunAsync(Program())));
    }

    [Fact]
    public async Task Runs_that_begin_alike_have_nothing_of_each_other()
    {
        await (await Bench.Box).PutAsync("main.py", """
            import os, sys, builtins
            print(os.listdir('/tmp'), os.listdir('/dev/shm'), hasattr(builtins, 'mark'), 'mark' in os.environ, len([p for p in os.listdir('/proc') if p.isdigit()]))
            builtins.mark = os.environ['mark'] = '1'
            for path in ('/tmp/mark', '/dev/shm/mark'): open(path, 'w').close()
            if os.fork() == 0:
                os.setsid()
                while True: pass
            sys.stdin.buffer.read()
            """u8.ToArray(), executable: false, CancellationToken.None);
        for (var i = 0; i < 6; i++) Assert.Equal("[] [] False False 2\n", Said(await Bench.RunAsync(Program())));
    }

    [Fact]
    public async Task Limits_of_runs_that_begin_alike_are_each_runs_own()
    {
        await (await Bench.Box).PutAsync("main.py", """
            import sys, time
            what = input()
            if what == 'loop':
                while True: pass
            if what == 'sleep': time.sleep(600)
            if what == 'allocate': held = bytearray(400 << 20)
            if what == 'output':
                while True: sys.stdout.write('x' * 65536)
            if what == 'recurse':
                sys.setrecursionlimit(10**9)
                def depth(n): return n and 1 + depth(n - 1)
                what = depth(50_000)
            if what == 'import':
                import json, re, decimal, collections, heapq
            print(what)
            """u8.ToArray(), executable: false, CancellationToken.None);
        var limits = Roomy with { Cpu = Pace.Seconds(1), Wall = Pace.Seconds(3), MemoryBytes = 200 << 20, OutputBytes = 1 << 20 };
        foreach (var (what, end) in ((string, RunEnd)[])
                 [
                     ("well", RunEnd.Finished), ("loop", RunEnd.CpuLimit), ("well", RunEnd.Finished), ("sleep", RunEnd.WallLimit), ("allocate", Exact ? RunEnd.MemoryLimit : RunEnd.Finished),
                     ("well", RunEnd.Finished), ("output", RunEnd.OutputLimit), ("recurse", RunEnd.Finished), ("import", RunEnd.Finished), ("well", RunEnd.Finished),
                 ])
        {
            var run = await Bench.RunAsync(Program(limits) with { Stdin = System.Text.Encoding.UTF8.GetBytes(what + "\n") });
            Assert.True(end == run.End || (what == "allocate" && run.End == RunEnd.MemoryLimit), $"{what}: {run.End}, exit code {run.ExitCode}, signal {run.Signal}, {Text(run.Stderr)}");
            if (end == RunEnd.Finished && what != "allocate") Assert.StartsWith(what == "recurse" ? "50000" : what, Said(run), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_interpreter_that_does_not_begin_as_it_should_runs_nothing_and_every_run_is_executed()
    {
        await (await Bench.Box).PutAsync("main.sh", "echo \"$0\"\n"u8.ToArray(), executable: false, CancellationToken.None);
        // The shell opens its program by open(2).
        for (var i = 0; i < 8; i++) Assert.Equal("main.sh\n", Said(await Bench.RunAsync(Program() with { Arguments = ["/bin/sh", "main.sh"], BeginsAt = "main.sh" })));
    }

    private protected static RunRequest Program(RunLimits? limits = null) => new()
    {
        Arguments = ["/usr/bin/python3", "main.py"],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PYTHONHASHSEED"] = "0", ["CODE"] = "7", ["LANG"] = "C.UTF-8" },
        Limits = limits ?? Roomy,
        BeginsAt = "main.py",
    };
}
