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
    private readonly BoxRoot _boxes;

    private JudgingPool(PoolProfile profile, CgroupDriver cgroups, BubblewrapSandbox sandbox, IReadOnlyDictionary<string, Toolchain> toolchains)
    {
        (Profile, _cgroups, _sandbox, Toolchains) = (profile, cgroups, sandbox, toolchains);
        _boxes = new BoxRoot();
        WorkerId = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{profile.Name}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        Judge = new SubmissionJudge(sandbox, toolchains, _boxes, profile);
    }

    public PoolProfile Profile { get; }

    public string WorkerId { get; }

    public ISandbox Sandbox => _sandbox;

    /// <summary>What this host's sandbox cannot be exact about; null when nothing.</summary>
    public string? Weakness => _cgroups.Weakness;

    public IReadOnlyDictionary<string, Toolchain> Toolchains { get; }

    public SubmissionJudge Judge { get; }

    /// <exception cref="SandboxException">There is no working sandbox here; the message says what to do.</exception>
    public static async Task<JudgingPool> StartAsync(PoolProfile profile, CancellationToken cancellationToken)
    {
        var command = new BubblewrapCommand();
        var cgroups = CgroupDriver.Detect(profile.Name, profile.CpuWeight);
        var sandbox = new BubblewrapSandbox(cgroups, command, profile.ConcurrentRuns);
        try
        {
            await ProbeAsync(sandbox, cancellationToken);
            return new JudgingPool(profile, cgroups, sandbox, await Toolchain.ProbeAllAsync(sandbox, cancellationToken));
        }
        catch
        {
            sandbox.Dispose();
            cgroups.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _sandbox.Dispose();
        _boxes.Dispose();
        _cgroups.Dispose();
    }

    private static async Task ProbeAsync(BubblewrapSandbox sandbox, CancellationToken cancellationToken)
    {
        using var boxes = new BoxRoot();
        using var box = boxes.Create([("probe", "in the box")]);
        var request = new RunRequest
        {
            Arguments = ["/usr/bin/cat", "probe"],
            BoxDirectory = box.Path,
            Limits = new RunLimits(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 64 << 20, 4096, 4096, 16, 4096),
        };
        const string Fix = "unprivileged user namespaces must be allowed (see './judge doctor' and README, \"What the sandbox needs\")";
        try
        {
            var run = await sandbox.RunAsync(request, cancellationToken);
            if (!run.Succeeded || VerdictRules.Shown(run.Stdout.Span) != "in the box")
                throw new SandboxException($"no working sandbox: a trial run ended with {run.End}, exit code {run.ExitCode}: {VerdictRules.Shown(run.Stderr.Span)}; {Fix}");
        }
        catch (SandboxException e) when (!e.Message.StartsWith("no working", StringComparison.Ordinal))
        {
            throw new SandboxException($"no working sandbox: {e.Message}; {Fix}", e);
        }
    }
}
