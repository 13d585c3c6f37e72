using System.Globalization;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Sandbox;
using Judge.Worker.Telemetry;

namespace Judge.Worker.Hosting;

/// <summary>One pool of this process, ready to judge: its sandbox works (else it would not have started) and its toolchains are known.</summary>
internal sealed class JudgingPool : IDisposable
{
    private readonly PoolSandbox _sandbox;

    private readonly CancellationTokenSource _stopping = new();

    private JudgingPool(PoolProfile profile, PoolSandbox sandbox, IReadOnlyDictionary<string, Toolchain> toolchains, CompileOptions compiling)
    {
        (Profile, _sandbox, Toolchains) = (profile, sandbox, toolchains);
        Sandbox = new CountedSandbox(sandbox.Sandbox, Counts);
        WorkerId = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{profile.Name}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        Judge = new SubmissionJudge(Sandbox, toolchains, profile, compiling.Cache, Counts, compiling.TestlibPath);
    }

    public PoolProfile Profile { get; }

    public string WorkerId { get; }

    public ISandbox Sandbox { get; }

    public PoolCounts Counts { get; } = new();

    /// <summary>What this host's sandbox cannot be exact about; null when nothing.</summary>
    public string? Weakness => Sandbox.Weakness;

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
    public static Task<JudgingPool> StartAsync(PoolProfile profile, CompileOptions compiling, CancellationToken cancellationToken) =>
        StartAsync(profile, compiling, null, cancellationToken);

    /// <param name="profile">The pool.</param>
    /// <param name="compiling">What is kept of compiling.</param>
    /// <param name="beside">A pool of this process in the same kind of sandbox, whose toolchains are taken over; null: they are asked.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SandboxException">There is no working sandbox here; the message says what to do.</exception>
    public static async Task<JudgingPool> StartAsync(PoolProfile profile, CompileOptions compiling, JudgingPool? beside, CancellationToken cancellationToken)
    {
        var obstacle = compiling.PreparedPath is { } path ? Preparer.Obstacle(path) : null;
        var sandbox = await PoolSandbox.StartAsync(profile, obstacle is null ? compiling.PreparedPath : null, cancellationToken);
        try
        {
            await ProbeAsync(sandbox, cancellationToken);
            Func<Language, string?> imageOf = profile.Docker is { } docker ? docker.ImageOf : static _ => null;
            var toolchains = beside?.Toolchains ?? await Toolchain.ProbeAllAsync(sandbox.Sandbox, profile.Languages, imageOf, cancellationToken);
            var pool = new JudgingPool(profile, sandbox, toolchains, compiling);
            if (sandbox.Preparation is { } preparation) pool.Preparing = Task.Run(() => pool.PrepareAsync(preparation), CancellationToken.None);
            else if (obstacle is not null && profile.Docker is null) pool.Preparing = Task.FromResult<IReadOnlyList<string>>([$"nothing can be prepared: {obstacle}"]);
            return pool;
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _stopping.Cancel();
        Preparing.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _stopping.Dispose();
        _sandbox.Dispose();
    }

    /// <summary>In a sandbox of its own, so that no submission waits for a slot because of it.</summary>
    private async Task<IReadOnlyList<string>> PrepareAsync(PoolPreparation preparation)
    {
        using var sandbox = preparation.OpenSandbox();
        var problems = new List<string>();
        foreach (var toolchain in Toolchains.Values.Where(t => t.Status.Available))
        {
            try
            {
                problems.AddRange((await preparation.Preparer.PrepareAsync(toolchain, sandbox, _stopping.Token)).Select(p => $"{toolchain.Language.Id}: {p}"));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SandboxException)
            {
                problems.Add($"{toolchain.Language.Id}: {e.Message}");
            }
        }

        return problems;
    }

    private static async Task ProbeAsync(PoolSandbox sandbox, CancellationToken cancellationToken)
    {
        var request = new RunRequest
        {
            Arguments = ["/usr/bin/cat", "probe"],
            Limits = new RunLimits(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 64 << 20, 4096, 4096, 16, 4096),
        };
        try
        {
            await using var box = await sandbox.Sandbox.OpenBoxAsync(cancellationToken);
            await box.PutAsync("probe", "in the box"u8.ToArray(), executable: false, cancellationToken);
            var run = await box.RunAsync(request, cancellationToken);
            if (!run.Succeeded || VerdictRules.Shown(run.Stdout.Span) != "in the box")
                throw new SandboxException($"no working sandbox: a trial run ended with {run.End}, exit code {run.ExitCode}: {VerdictRules.Shown(run.Stderr.Span)}; {sandbox.Fix}");
        }
        catch (SandboxException e) when (!e.Message.StartsWith("no working", StringComparison.Ordinal))
        {
            throw new SandboxException($"no working sandbox: {e.Message}; {sandbox.Fix}", e);
        }
    }
}
