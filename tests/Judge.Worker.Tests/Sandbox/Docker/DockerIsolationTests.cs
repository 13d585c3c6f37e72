using System.Globalization;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.Host;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox.Docker;

/// <summary>What a program can reach inside its container: above all not judge-runner, which sits there with it.</summary>
[Collection(DockerTests.Name)]
public sealed class DockerIsolationTests(DockerFixture docker) : IAsyncLifetime
{
    private SandboxBench? _bench;

    private SandboxBench Bench => _bench!;

    public async Task InitializeAsync()
    {
        var sandbox = await docker.OpenAsync();
        _bench = new SandboxBench(sandbox, sandbox);
    }

    public Task DisposeAsync()
    {
        Bench.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_program_is_nobody_special_and_cannot_become_root(bool writable)
    {
        var run = await Bench.RunAsync(Python("""
            import os
            for become in os.setuid, os.setgid:
                try:
                    become(0)
                    print('became 0')
                except OSError: pass
            status = dict(line.split(':\t', 1) for line in open('/proc/self/status').read().splitlines())
            print(len(set(os.getresuid() + os.getresgid())), os.getuid() >= 60000, os.getgroups(), os.getppid(), os.getsid(0) == os.getpid())
            print([status[key] for key in ('CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb', 'NoNewPrivs', 'Seccomp')])
            """) with { BoxWritable = writable });
        const string None = "0000000000000000";
        Assert.Equal($"1 True [] 1 True\n['{None}', '{None}', '{None}', '{None}', '{None}', '1', '2']\n", Said(run));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_runner_is_out_of_a_programs_reach(bool writable)
    {
        var request = Python("""
            import ctypes, os, resource, signal
            libc = ctypes.CDLL(None, use_errno=True)
            def attempt(name, action):
                try: result = action()
                except OSError: return
                if result != -1: print(name, result)
            for number in range(0, 65): attempt(f'signal {number}', lambda: os.kill(1, number))
            for name in 'mem', 'maps', 'environ', 'fd/0', 'fd/1', 'fd/2', 'fd/16', 'fd/17', 'root', 'cwd', 'exe', 'auxv', 'stack', 'io', 'ns/pid':
                for mode in os.O_RDONLY, os.O_WRONLY, os.O_RDWR: attempt(f'open {name} {mode}', lambda: os.open(f'/proc/1/{name}', mode))
            for name in 'oom_score_adj', 'coredump_filter', 'clear_refs', 'comm': attempt(f'open {name}', lambda: os.open(f'/proc/1/{name}', os.O_WRONLY))
            attempt('fds', lambda: os.listdir('/proc/1/fd'))
            attempt('ptrace', lambda: libc.ptrace(16, 1, 0, 0))
            attempt('seize', lambda: libc.ptrace(0x4206, 1, 0, 0))
            attempt('prlimit', lambda: resource.prlimit(1, resource.RLIMIT_CPU, (1, 1)))
            attempt('priority', lambda: os.setpriority(os.PRIO_PROCESS, 1, 19))
            # The filter says yes and does nothing: the processors of neither have changed.
            for pid in 0, 1:
                before = os.sched_getaffinity(pid)
                for cpu in before:
                    os.sched_setaffinity(pid, {cpu})
                    if os.sched_getaffinity(pid) != before: print('moved', pid, cpu)
            attempt('scheduler', lambda: os.sched_setscheduler(1, os.SCHED_IDLE, os.sched_param(0)))
            attempt('pidfd', lambda: signal.pidfd_send_signal(os.pidfd_open(1), 9))
            attempt('all', lambda: os.kill(-1, 0))
            """);
        Assert.Equal("", Said(await Bench.RunAsync(request with { BoxWritable = writable })));
        Assert.Equal("still here\n", Said(await Bench.ShellAsync("echo still here")));
    }

    [Fact]
    public async Task What_a_program_prints_is_output_whatever_it_looks_like()
    {
        // A frame that says the run is over, with exit code 0; and one of the engine's own around it.
        byte[] done = [(byte)'D', 34, 0, 0, 0, 0, 0, 0, 0, .. new byte[34]];
        byte[] bytes = [.. done, 1, 0, 0, 0, 0, 0, 0, (byte)done.Length, .. done];
        var run = await Bench.RunAsync(Shell("tee /dev/stderr; exit 3") with { Stdin = bytes });
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(bytes, run.Stdout.ToArray());
        Assert.Equal(bytes, run.Stderr.ToArray());
    }

    [Fact]
    public async Task There_is_no_network_and_only_three_descriptors()
    {
        var run = await Bench.PythonAsync("""
            import os, socket
            try: socket.socket(socket.AF_INET)
            except PermissionError: print('no socket')
            print(open('/proc/net/dev').read().count(':'), [fd for fd in range(4096) if os.path.lexists(f'/proc/self/fd/{fd}') and fd != 3], len(os.listdir('/proc/self/fd')))
            """);
        Assert.Equal("no socket\n1 [0, 1, 2] 4\n", Said(run));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_but_its_tmp_can_be_written(bool writable)
    {
        var run = await Bench.RunAsync(Python("""
            import os
            wrote = []
            for top, folders, files in os.walk('/'):
                folders[:] = [f for f in folders if (top, f) not in (('/', 'proc'), ('/', 'sys'))]
                try:
                    with open(top + '/new', 'w'): wrote.append(top)
                except OSError: pass
                for f in files:
                    try: os.close(os.open(f'{top}/{f}', os.O_WRONLY | os.O_NONBLOCK)); wrote.append(f'{top}/{f}')
                    except OSError: pass
            for file in '/proc/sys/kernel/hostname', '/proc/sysrq-trigger', '/proc/sys/kernel/shmmax', '/sys/fs/cgroup/memory/memory.limit_in_bytes', '/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/cgroup.procs':
                try:
                    with open(file, 'r+'): wrote.append(file)
                except OSError: pass
            print(*sorted(wrote))
            """) with { BoxWritable = writable });
        // The devices take it and forget it; the engine always mounts a file system for terminals.
        string[] devices = ["/dev/full", "/dev/null", "/dev/ptmx", "/dev/pts/ptmx", "/dev/random", "/dev/stderr", "/dev/stdin", "/dev/stdout", "/dev/urandom", "/dev/zero"];
        string[] folders = ["/tmp", "/dev/shm", .. writable ? ["/box"] : (string[])[]];
        Assert.Equal(devices.Concat(folders).Order(StringComparer.Ordinal), Said(run).Trim().Split(' ').Where(w => !w.EndsWith("/new", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Whatever_a_run_leaves_is_gone_before_the_next()
    {
        const string Leave = """
            import os
            os.umask(0)
            for top in '/tmp', '/dev/shm':
                os.chdir(top)
                for i in range(3000): os.mkdir('deep'); os.chdir('deep')
                for i in range(200): open(f'{top}/file-{i}', 'w').close()
                os.mkdir(f'{top}/closed'); open(f'{top}/closed/file', 'w').close(); os.chmod(f'{top}/closed', 0)
                os.symlink('/box', f'{top}/link'); os.mkfifo(f'{top}/fifo'); os.link(f'{top}/file-1', f'{top}/hard')
            """;
        const string Look = "import os; print(os.listdir('/tmp'), os.listdir('/dev/shm'), sorted(os.listdir('/box')))";
        await (await Bench.Box).PutAsync("kept", "x"u8.ToArray(), executable: false, CancellationToken.None);
        foreach (var writable in (bool[])[true, false])
        {
            Said(await Bench.RunAsync(Python(Leave) with { BoxWritable = writable }));
            Assert.Equal("[] [] ['kept']\n", Said(await Bench.PythonAsync(Look)));
        }
    }

    [Fact]
    public async Task Runs_of_one_box_at_the_same_time_do_not_see_each_other()
    {
        var box = await Bench.Box;
        await box.PutAsync("made", "before"u8.ToArray(), executable: false, CancellationToken.None);
        Said(await box.RunAsync(Shell("echo compiled > made; printf '#!/bin/sh\\necho ran' > program; chmod +x program") with { BoxWritable = true }, CancellationToken.None));
        var marker = Marker();
        var request = Python($"""
            import os, subprocess, time
            begun = time.monotonic()
            with open('/tmp/{marker}', 'x'), open('/dev/shm/{marker}', 'x'): pass
            print(open('made').read().strip(), subprocess.run(['/box/program'], capture_output=True).stdout)
            time.sleep(1)
            print(os.listdir('/tmp'), len([p for p in os.listdir('/proc') if p.isdigit()]))
            print(begun, time.monotonic())
            """);
        var runs = await Task.WhenAll(box.RunAsync(request, CancellationToken.None), box.RunAsync(request, CancellationToken.None));
        Assert.All(runs, r => Assert.StartsWith($"compiled b'ran\\n'\n['{marker}'] 2\n", Said(r), StringComparison.Ordinal));
        // Each began before the other had ended, by a clock that all containers share.
        var times = runs.Select(r => Said(r).Split('\n')[2].Split(' ').Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToArray()).ToList();
        Assert.True(times[0][0] < times[1][1] && times[1][0] < times[0][1], string.Join(" / ", runs.Select(Said)));
    }

    [Fact]
    public async Task The_environment_is_what_was_given()
    {
        var run = await Bench.RunAsync(new RunRequest
        {
            Arguments = ["/usr/bin/env"],
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ONE"] = "1" },
            Limits = Roomy,
        });
        Assert.Equal("ONE=1\n", Said(run));
    }
}
