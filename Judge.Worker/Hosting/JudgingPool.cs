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

    private JudgingPool(PoolProfile profile, CgroupDriver cgroups, BubblewrapSandbox sandbox, IReadOnlyDictionary<string, Toolchain> toolchains)
    {
        (Profile, _cgroups, _sandbox, Toolchains) = (profile, cgroups, sandbox, toolchains);
        WorkerId = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{profile.Name}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        Judge = new SubmissionJudge(sandbox, toolchains, profile);
    }

    public PoolProfile Profile { get; }

    public string WorkerId { get; }

    public ISandbox Sandbox => _sandbox;

    /// <summary>What this host's sandbox cannot be exact about; null when nothing.</summary>
    public string? Weakness => _sandbox.Weakness;

    public IReadOnlyDictionary<string, Toolchain> Toolchains { get; }

    public SubmissionJudge Judge { get; }

    /// <exception cref="SandboxException">There is no working sandbox here; the message says what to do.</exception>
    public static async Task<JudgingPool> StartAsync(PoolProfile profile, CancellationToken cancellationToken)
    {
        var cgroups = profile.Cgroups ? CgroupDriver.Detect(profile.Name, profile.CpuWeight) : new NoCgroup();
        BubblewrapSandbox? sandbox = null;
        try
        {
            sandbox = new BubblewrapSandbox(
                cgroups, LanguageCatalog.Mounts, new BubblewrapOptions(profile.ConcurrentRuns, profile.CaseParallelism, profile.Slots + 1, Pinned: profile.CaseParallelism > 1));
            await ProbeAsync(sandbox, cancellationToken);
            return new JudgingPool(profile, cgroups, sandbox, await Toolchain.ProbeAllAsync(sandbox, cancellationToken));
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
        _sandbox.Dispose();
        _cgroups.Dispose();
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
