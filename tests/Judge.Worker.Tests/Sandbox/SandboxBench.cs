using System.Text;
using Judge.Testing;
using Judge.Worker.Languages;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Cgroups;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>A sandbox, one box of it, and what tests need to run things in there.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="owned">What goes with the bench, in this order.</param>
internal sealed class SandboxBench(ISandbox sandbox, params IDisposable[] owned) : IDisposable
{
    public static readonly RunLimits Roomy = new(
        Pace.Seconds(20), Pace.Seconds(60), 512L << 20, 4 << 20, 64 << 10, 64, 512L << 20);

    private readonly Lazy<Task<IBox>> _box = new(() => sandbox.OpenBoxAsync(CancellationToken.None));

    public ISandbox Sandbox => sandbox;

    /// <summary>The box that the bench's own runs are in.</summary>
    public Task<IBox> Box => _box.Value;

    /// <summary>Bubblewrap, put together as a pool does it.</summary>
    public static SandboxBench Bubblewrap(int concurrentRuns = 2, CgroupDriver? cgroups = null)
    {
        cgroups ??= Cgroups();
        var sandbox = new BubblewrapSandbox(cgroups, LanguageCatalog.Mounts, new BubblewrapOptions(concurrentRuns, concurrentRuns, WarmBoxes: 1, Pinned: false));
        return new SandboxBench(sandbox, sandbox, cgroups);
    }

    /// <summary>The best accounting that this host has and <c>Worker__Cgroups</c> allows.</summary>
    public static CgroupDriver Cgroups(string pool = "test") => PoolFixture.Profile.Cgroups ? CgroupDriver.Detect(pool, 100) : new NoCgroup();

    public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken = default) => await (await Box).RunAsync(request, cancellationToken);

    public Task<RunResult> ShellAsync(string script, RunLimits? limits = null, bool writable = false) => RunAsync(Shell(script, limits) with { BoxWritable = writable });

    public Task<RunResult> PythonAsync(string script, RunLimits? limits = null, byte[]? stdin = null, CancellationToken cancellationToken = default) =>
        RunAsync(Python(script, limits) with { Stdin = stdin ?? [] }, cancellationToken);

    public static RunRequest Shell(string script, RunLimits? limits = null) =>
        new() { Arguments = ["/bin/sh", "-c", script], Limits = limits ?? Roomy, Environment = Path() };

    public static RunRequest Python(string script, RunLimits? limits = null) =>
        new() { Arguments = ["/usr/bin/python3", "-S", "-c", script], Limits = limits ?? Roomy, Environment = Path() };

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>Standard output of a run that has to have gone well.</summary>
    public static string Said(RunResult run)
    {
        Assert.True(run.Succeeded, $"{run.End}, exit code {run.ExitCode}, signal {run.Signal}, {run.NotExecuted}{Text(run.Stdout)}{Text(run.Stderr)}");
        return Text(run.Stdout);
    }

    public void Dispose()
    {
        if (_box.IsValueCreated) _box.Value.Result.DisposeAsync().AsTask().Wait();
        foreach (var disposable in owned) disposable.Dispose();
    }

    private static Dictionary<string, string> Path() => new(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin" };
}
