using System.Text;
using Judge.Worker.Judging;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>The real sandbox, put together as a pool does it, and what tests need to run things in it and to look for what is left.</summary>
internal sealed class SandboxBench : IDisposable
{
    public static readonly RunLimits Roomy = new(
        TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60), 512L << 20, 4 << 20, 64 << 10, 64, 512L << 20);

    private readonly CgroupDriver _cgroups;
    private readonly BubblewrapSandbox _sandbox;

    public SandboxBench(int concurrentRuns = 2, CgroupDriver? cgroups = null)
    {
        _cgroups = cgroups ?? CgroupDriver.Detect("test", 100);
        _sandbox = new BubblewrapSandbox(_cgroups, new BubblewrapCommand(), concurrentRuns);
        Boxes = new BoxRoot();
    }

    public ISandbox Sandbox => _sandbox;

    public BoxRoot Boxes { get; }

    /// <summary>Whether the kernel counts for a whole run, so that limits hold for all its processes together.</summary>
    public bool Exact => _cgroups.Weakness is null;

    public Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken = default) => _sandbox.RunAsync(request, cancellationToken);

    public Task<RunResult> ShellAsync(string script, RunLimits? limits = null) =>
        RunAsync(new RunRequest { Arguments = ["/bin/sh", "-c", script], Limits = limits ?? Roomy, Environment = Path() });

    public Task<RunResult> PythonAsync(string script, RunLimits? limits = null, byte[]? stdin = null, CancellationToken cancellationToken = default) => RunAsync(
        new RunRequest { Arguments = ["/usr/bin/python3", "-S", "-c", script], Limits = limits ?? Roomy, Environment = Path(), Stdin = stdin ?? [] }, cancellationToken);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Standard output of a run that has to have gone well.</summary>
    public static string Said(RunResult run)
    {
        Assert.True(run.Succeeded, $"{run.End}, exit code {run.ExitCode}, signal {run.Signal}, {Text(run.Stdout)}{Text(run.Stderr)}");
        return Text(run.Stdout);
    }

    /// <summary>A number of seconds that no other process sleeps.</summary>
    public static string Marker() => $"8{Random.Shared.Next(100_000, 999_999)}.{Random.Shared.Next(100_000, 999_999)}";

    /// <summary>Host processes in whose command line the marker stands.</summary>
    public static List<int> Processes(string marker) => [.. Pids().Where(pid => Contains($"/proc/{pid}/cmdline", marker))];

    /// <summary>Children of this process, zombies too.</summary>
    public static List<int> Children() => [.. Pids().Where(pid => Contains($"/proc/{pid}/status", $"\nPPid:\t{Environment.ProcessId}\n"))];

    /// <summary>The cgroups of this process's pools and, below them, of its runs.</summary>
    public static List<string> Cgroups() => [.. Directory
        .EnumerateDirectories("/sys/fs/cgroup", "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true })
        .Where(d => d.Contains($"/{Environment.ProcessId}-test-", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal)];

    public void Dispose()
    {
        _sandbox.Dispose();
        Boxes.Dispose();
        _cgroups.Dispose();
    }

    private static Dictionary<string, string> Path() => new(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin" };

    private static IEnumerable<int> Pids() => Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(d["/proc/".Length..], out var pid) ? pid : 0).Where(p => p > 0);

    private static bool Contains(string file, string marker)
    {
        try
        {
            return File.ReadAllText(file).Contains(marker, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It has just ended.
        }
    }
}
