using System.Net;
using System.Net.Sockets;
using Judge.Testing;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Native;
using static Judge.Worker.Tests.Sandbox.Host;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>What a program can reach from inside. Where a thing must be out of reach, the test first shows that the host has it.</summary>
public sealed class IsolationTests : IDisposable
{
    private readonly SandboxBench _bench = SandboxBench.Bubblewrap();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task There_is_no_network()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        using (var client = new TcpClient()) await client.ConnectAsync(IPAddress.Loopback, port);
        var run = await _bench.PythonAsync($"""
            import socket
            families = [getattr(socket, name) for name in dir(socket) if name.startswith('AF_') and getattr(socket, name) >= 0]
            for family in families:
                for kind in socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW, socket.SOCK_SEQPACKET:
                    try:
                        s = socket.socket(family, kind)
                        print('a socket', family, kind)
                        s.connect(('127.0.0.1', {port}))
                        print('connected')
                    except PermissionError: pass
            print(len(families) > 10, open('/proc/net/dev').read().count(':'), 'lo:' in open('/proc/net/dev').read())
            """);
        // A loopback of its own, which is down.
        Assert.Equal("True 1 True\n", Said(run));
    }

    [Fact]
    public async Task A_pair_of_sockets_can_be_made_and_leads_nowhere()
    {
        var name = $"judge-test-{Guid.NewGuid():N}";
        using var listener = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint("\0" + name));
        using (var client = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified)) await client.ConnectAsync(new UnixDomainSocketEndPoint("\0" + name));
        var run = await _bench.PythonAsync($"""
            import asyncio, socket
            a, b = socket.socketpair()
            a.send(b'through')
            print(b.recv(100))
            a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
            for attempt in (lambda: a.connect('\0{name}'), lambda: a.sendto(b'x', '\0{name}'), lambda: a.bind('\0x'), lambda: a.listen()):
                try:
                    attempt()
                    print('went well')
                except OSError: pass
            async def main(): return 'event loops work'
            print(asyncio.run(main()))
            """);
        Assert.Equal("b'through'\nevent loops work\n", Said(run));
        Assert.Equal(0, listener.Available);
    }

    [Fact]
    public async Task The_hosts_files_are_not_there()
    {
        using var secret = new TemporaryDirectory();
        string[] paths =
        [
            "/etc/shadow", "/etc/group", "/etc/hosts", "/root", "/home", "/var", "/run", "/sys", "/boot", "/opt", "/srv", "/mnt", "/media",
            Repository.Root, AppContext.BaseDirectory, secret.Path, $"/proc/{Environment.ProcessId}/cmdline",
        ];
        Assert.Contains(paths, p => p == "/etc/shadow" && Path.Exists(p));
        var run = await _bench.PythonAsync($"import os\nfor p in {List(paths.Where(Path.Exists))}:\n    if os.path.lexists(p): print(p)\nprint(open('/etc/passwd').read())");
        // One user of its own, so that runtimes find a home; nobody of the host's.
        Assert.Equal("judge:x:1000:1000::/tmp:/bin/sh", Said(run).Trim());
    }

    [Fact]
    public async Task The_root_holds_the_system_and_nothing_else()
    {
        Assert.Empty(Said(await _bench.ShellAsync("ls -A /")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Except(["bin", "box", "dev", "etc", "lib", "lib32", "lib64", "libx32", "proc", "sbin", "tmp", "usr"], StringComparer.Ordinal));
    }

    [Fact]
    public async Task Only_the_runs_own_processes_are_visible()
    {
        var run = await _bench.PythonAsync("import os; print(len([p for p in os.listdir('/proc') if p.isdigit()]), os.getpid())");
        var numbers = Said(run).Split(' ').Select(int.Parse).ToArray();
        Assert.InRange(numbers[0], 1, 3);
        Assert.InRange(numbers[1], 1, 10);
    }

    [Fact]
    public async Task Nothing_but_its_tmp_can_be_written()
    {
        await (await _bench.Box).PutAsync("main.py", default, executable: true, CancellationToken.None);
        const string Script = """
            import os
            for directory in '/', '/usr', '/usr/bin', '/usr/lib', '/bin/', '/etc', '/dev', '/box', '/proc', '/proc/sys', '/proc/sys/kernel':
                try:
                    with open(directory + '/new', 'w'): print('wrote', directory)
                except OSError: pass
                try:
                    os.mkdir(directory + '/folder')
                    print('made a folder in', directory)
                except OSError: pass
            for file in '/usr/bin/python3', '/box/main.py', '/proc/sys/kernel/hostname', '/proc/sys/user/max_user_namespaces', '/proc/sysrq-trigger', '/proc/1/oom_score_adj':
                try:
                    with open(file, 'r+'): print('opened', file)
                except OSError: pass
            for directory in '/tmp', '/dev/shm':
                with open(directory + '/new', 'w') as f: f.write('x')
            """;
        Assert.Equal("", Said(await _bench.PythonAsync(Script)));
        Assert.Equal(["main.py"], await (await _bench.Box).ListAsync(CancellationToken.None), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_environment_is_what_was_given()
    {
        Environment.SetEnvironmentVariable("JUDGE_TEST_SECRET", "secret");
        try
        {
            var run = await _bench.RunAsync(new RunRequest
            {
                Arguments = ["/usr/bin/env"], Limits = Roomy,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ONE"] = "1", ["TWO"] = "a b=c" },
            });
            Assert.Equal(["ONE=1", "TWO=a b=c"], Said(run).Trim().Split('\n').Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("JUDGE_TEST_SECRET", null);
        }
    }

    [Fact]
    public async Task No_process_in_sight_has_the_workers_environment()
    {
        Environment.SetEnvironmentVariable("JUDGE_TEST_SECRET", "secret");
        try
        {
            var run = await _bench.PythonAsync("""
                import os
                for pid in filter(str.isdigit, os.listdir('/proc')):
                    try: print(pid, open(f'/proc/{pid}/environ', 'rb').read())
                    except OSError: print(pid, 'closed')
                """);
            var said = Said(run);
            Assert.Contains("PATH=/usr/bin:/bin", said, StringComparison.Ordinal);
            Assert.DoesNotContain("JUDGE_TEST_SECRET", said, StringComparison.Ordinal);
            Assert.DoesNotContain("HOME", said, StringComparison.Ordinal);
            Assert.DoesNotContain("DOTNET", said, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("JUDGE_TEST_SECRET", null);
        }
    }

    [Fact]
    public async Task A_program_is_nobody_special_and_cannot_become_root()
    {
        var run = await _bench.PythonAsync("""
            import os
            print(os.getresuid(), os.getresgid())
            for become in os.setuid, os.setgid:
                try:
                    become(0)
                    print('became 0')
                except OSError: pass
            status = dict(line.split(':\t', 1) for line in open('/proc/self/status').read().splitlines())
            print([status[key] for key in ('CapInh', 'CapPrm', 'CapEff', 'CapBnd', 'CapAmb', 'NoNewPrivs')])
            """);
        var lines = Said(run).Trim().Split('\n');
        Assert.Equal("(1000, 1000, 1000) (1000, 1000, 1000)", lines[0]);
        Assert.Equal("['0000000000000000', '0000000000000000', '0000000000000000', '0000000000000000', '0000000000000000', '1']", lines[1]);
        Assert.Equal(2, lines.Length);
    }

    [Fact]
    public async Task On_the_host_a_program_is_not_root_either()
    {
        using var cancellation = new CancellationTokenSource();
        var marker = Marker();
        var run = _bench.PythonAsync($"import os; os.execv('/usr/bin/sleep', ['sleep', '{marker}'])", cancellationToken: cancellation.Token);
        var status = "";
        await Repository.UntilAsync(() =>
        {
            // The sleeper's own command line: Python's holds the marker inside a longer argument.
            foreach (var pid in Processes($"sleep\0{marker}\0")) status = File.ReadAllText($"/proc/{pid}/status");
            return Task.FromResult(status.Length > 0);
        }, TimeSpan.FromSeconds(20), "the sleeper did not start");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        var user = Libc.geteuid() == 0 ? CellCommand.RunUser : Libc.geteuid();
        Assert.NotEqual(0u, user);
        Assert.Contains($"\nUid:\t{user}\t{user}\t{user}\t{user}\n", status, StringComparison.Ordinal);
        Assert.Contains("\nCapEff:\t0000000000000000\n", status, StringComparison.Ordinal);
        if (Libc.geteuid() == 0) Assert.Matches(@"\nGroups:\s*\n", status);
    }

    [Fact]
    public async Task No_descriptor_but_the_three_is_inherited()
    {
        using var open = File.OpenRead("/etc/passwd");
        var run = await _bench.PythonAsync("""
            import os
            for fd in range(0, 4096):
                try: print(fd, os.fstat(fd).st_size)
                except OSError: pass
            """, stdin: "12345"u8.ToArray());
        Assert.Equal(["0 5", "1 0", "2 0"], Said(run).Trim().Split('\n'), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Standard_input_cannot_be_changed()
    {
        var run = await _bench.PythonAsync("""
            import mmap, os
            def attempt(name, action):
                try:
                    action()
                    print(name)
                except (OSError, ValueError): pass
            attempt('wrote', lambda: os.write(0, b'evil'))
            attempt('truncated', lambda: os.ftruncate(0, 0))
            attempt('mapped', lambda: mmap.mmap(0, 5).__setitem__(0, 120))
            for path in '/proc/self/fd/0', '/dev/stdin':
                attempt('wrote ' + path, lambda: os.write(os.open(path, os.O_RDWR), b'evil'))
                attempt('truncated ' + path, lambda: os.truncate(path, 0))
                attempt('opened to truncate ' + path, lambda: os.open(path, os.O_RDWR | os.O_TRUNC))
            os.lseek(0, 0, os.SEEK_SET)
            print(os.read(0, 100))
            """, stdin: "input"u8.ToArray());
        Assert.Equal("b'input'\n", Said(run));
    }

    [Fact]
    public async Task No_further_namespace_can_be_made()
    {
        var run = await _bench.PythonAsync("""
            import ctypes
            libc = ctypes.CDLL(None, use_errno=True)
            for name, flag in dict(user=0x10000000, mount=0x20000, net=0x40000000, pid=0x20000000, ipc=0x8000000, uts=0x4000000, cgroup=0x2000000).items():
                if libc.unshare(flag) == 0: print('a', name, 'namespace')
                if libc.unshare(flag | 0x10000000) == 0: print('a user and', name, 'namespace')
            if libc.mount(b'none', b'/tmp', b'tmpfs', 0, None) == 0: print('mounted')
            if libc.chroot(b'/tmp') == 0: print('chroot')
            """);
        Assert.Equal("", Said(run));
    }

    [Fact]
    public async Task Signals_and_traces_do_not_reach_out()
    {
        var run = await _bench.PythonAsync($"""
            import ctypes, os
            libc = ctypes.CDLL(None, use_errno=True)
            if libc.ptrace(16, {Environment.ProcessId}, 0, 0) == 0: print('traced the worker')
            try:
                os.kill({Environment.ProcessId}, 0)
                print('could signal the worker')
            except ProcessLookupError: pass
            try: os.kill(-1, 15)
            except OSError: pass
            """);
        // kill(-1) reaches no further than the run itself, whichever way that ends it; this process is still here to say so.
        Assert.Equal("", Text(run.Stdout));
        Assert.Equal("alive\n", Said(await _bench.ShellAsync("echo alive")));
    }

    private static string List(IEnumerable<string> words) => $"[{string.Join(", ", words.Select(w => $"'{w}'"))}]";
}
