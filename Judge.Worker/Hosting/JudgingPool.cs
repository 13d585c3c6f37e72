using System.Globalization;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Cgroups;

namespace Judge.Worker.Hosting;

/// <summary>One pool of this process, ready to judge: its sandbox works (else it would not have started) and its toolchains are known.</summary>
internal sealed class JudgingPool : IDisposable
{
    private readonly CgroupDriver _cgroups;
    private readonly BubblewrapSandbox _sandbox;

    private readonly CancellationTokenSource _stopping = new();

    private JudgingPool(
        PoolProfile profile, CgroupDriver cgroups, BubblewrapSandbox sandbox, IReadOnlyDictionary<string, Toolchain> toolchains, CompileCache? cache)
    {
        (Profile, _cgroups, _sandbox, Toolchains) = (profile, cgroups, sandbox, toolchains);
        WorkerId = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{profile.Name}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        Judge = new SubmissionJudge(sandbox, toolchains, profile, cache);
    }

    public PoolProfile Profile { get; }

    public string WorkerId { get; }

    public ISandbox Sandbox => _sandbox;

    /// <summary>What this host's sandbox cannot be exact about; null when nothing.</summary>
    public string? Weakness => _sandbox.Weakness;

    public IReadOnlyDictionary<string, Toolchain> Toolchains { get; }

    public SubmissionJudge Judge { get; }

    /// <summary>Ends when everything that makes compiling faster is there; says in a line each what could not be made. Judging goes
    /// on meanwhile, only slower.</summary>
    public Task<IReadOnlyList<string>> Preparing { get; private set; } = Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>A pool that keeps nothing: no compile cache, no precompiled headers.</summary>
    /// <exception cref="SandboxException">There is no working sandbox here; the message says what to do.</exception>
    public static Task<JudgingPool> StartAsync(PoolProfile profile, CancellationToken cancellationToken) =>
        StartAsync(profile, CompileOptions.None, cancellationToken);

    /// <exception cref="SandboxException">There is no working sandbox here; the message says what to do.</exception>
    public static async Task<JudgingPool> StartAsync(PoolProfile profile, CompileOptions compiling, CancellationToken cancellationToken)
    {
        var obstacle = compiling.PreparedPath is { } path ? Preparer.Obstacle(path) : null;
        var options = new BubblewrapOptions(
            profile.ConcurrentRuns, profile.CaseParallelism, profile.Slots + 1, Pinned: profile.CaseParallelism > 1, obstacle is null ? compiling.PreparedPath : null);
        var cgroups = profile.Cgroups ? CgroupDriver.Detect(profile.Name, profile.CpuWeight) : new NoCgroup();
        BubblewrapSandbox? sandbox = null;
        try
        {
            sandbox = new BubblewrapSandbox(cgroups, LanguageCatalog.Mounts, options);
            await ProbeAsync(sandbox, cancellationToken);
            var pool = new JudgingPool(profile, cgroups, sandbox, await Toolchain.ProbeAllAsync(sandbox, cancellationToken), compiling.Cache);
            if (obstacle is not null) pool.Preparing = Task.FromResult<IReadOnlyList<string>>([$"nothing can be prepared: {obstacle}"]);
            else if (options.Prepared is { } prepared) pool.Preparing = Task.Run(() => pool.PrepareAsync(prepared), CancellationToken.None);
            return pool;
        }
        catch
        {
            sandbox?.Dispose();
            cgroups.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        Preparing.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _stopping.Dispose();
        _sandbox.Dispose();
        _cgroups.Dispose();
    }

    /// <summary>In a sandbox of its own, so that no submission waits for a slot because of it.</summary>
    private async Task<IReadOnlyList<string>> PrepareAsync(string directory)
    {
        var preparer = new Preparer(directory, CellCommand.Prepared);
        using var sandbox = new BubblewrapSandbox(_cgroups, LanguageCatalog.Mounts, new BubblewrapOptions(1, 1, 1, Pinned: false));
        var problems = new List<string>();
        foreach (var toolchain in Toolchains.Values.Where(t => t.Status.Available))
        {
            try
            {
                problems.AddRange((await preparer.PrepareAsync(toolchain, sandbox, _stopping.Token)).Select(p => $"{toolchain.Language.Id}: {p}"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SandboxException)
            {
                problems.Add($"{toolchain.Language.Id}: {e.Message}");
            }
        }

        return problems;
    }

    private static async Task ProbeAsync(BubblewrapSandbox sandbox, CancellationToken cancellationToken)
    {
        var request = new RunRequest
        {
            Arguments = ["/usr/bin/cat", "probe"],
            Limits = new RunLimits(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 64 << 20, 4096, 4096, 16, 4096),
        };
        const string Fix = "unprivileged user namespaces must be allowed (see './judge doctor' and README, \"What the sandbox needs\")";
        try
        {
            await using var box = await sandbox.OpenBoxAsync(cancellationToken);
            await box.PutAsync("probe", "in the box"u8.ToArray(), executable: false, cancellationToken);
            var run = await box.RunAsync(request, cancellationToken);
            if (!run.Succeeded || VerdictRules.Shown(run.Stdout.Span) != "in the box")
                throw new SandboxException($"no working sandbox: a trial run ended with {run.End}, exit code {run.ExitCode}: {VerdictRules.Shown(run.Stderr.Span)}; {Fix}");
        }
        catch (SandboxException e) when (!e.Message.StartsWith("no working", StringComparison.Ordinal))
        {
            throw new SandboxException($"no working sandbox: {e.Message}; {Fix}", e);
        }
    }
}
