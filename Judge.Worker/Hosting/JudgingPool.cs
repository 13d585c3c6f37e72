using System.Globalization;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Hosting;

/// <summary>One pool of this process, ready to judge: its sandbox works (else it would not have started) and its toolchains are known.</summary>
internal sealed class JudgingPool : IDisposable
{
    private readonly PoolSandbox _sandbox;

    private JudgingPool(PoolProfile profile, PoolSandbox sandbox, IReadOnlyDictionary<string, Toolchain> toolchains)
    {
        (Profile, _sandbox, Toolchains) = (profile, sandbox, toolchains);
        WorkerId = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}-{profile.Name}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..6]}");
        Judge = new SubmissionJudge(sandbox.Sandbox, toolchains, profile);
    }

    public PoolProfile Profile { get; }

    public string WorkerId { get; }

    public ISandbox Sandbox => _sandbox.Sandbox;

    /// <summary>What this host's sandbox cannot be exact about; null when nothing.</summary>
    public string? Weakness => Sandbox.Weakness;

    public IReadOnlyDictionary<string, Toolchain> Toolchains { get; }

    public SubmissionJudge Judge { get; }

    /// <exception cref="SandboxException">There is no working sandbox here; the message says what to do.</exception>
    public static async Task<JudgingPool> StartAsync(PoolProfile profile, CancellationToken cancellationToken)
    {
        var sandbox = await PoolSandbox.StartAsync(profile, cancellationToken);
        try
        {
            await ProbeAsync(sandbox, cancellationToken);
            Func<Language, string?> imageOf = profile.Docker is { } docker ? docker.ImageOf : static _ => null;
            return new JudgingPool(profile, sandbox, await Toolchain.ProbeAllAsync(sandbox.Sandbox, imageOf, cancellationToken));
        }
        catch
        {
            sandbox.Dispose();
            throw;
        }
    }

    public void Dispose() => _sandbox.Dispose();

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
