using Judge.Worker.Languages;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Cgroups;
using Judge.Worker.Sandbox.Docker;

namespace Judge.Worker.Hosting;

/// <summary>The sandbox that a pool's profile asks for, in the pool's size.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="fix">What to do where it does not work.</param>
/// <param name="owned">What goes with the pool, in this order.</param>
internal sealed class PoolSandbox(ISandbox sandbox, string fix, params IDisposable[] owned) : IDisposable
{
    private const string DockerFix = "see './judge doctor' and docs/containers.md, \"Containers as sandboxes\"";

    public ISandbox Sandbox => sandbox;

    public string Fix => fix;

    /// <summary>How things are made that compilers are helped with; null where they are not.</summary>
    public PoolPreparation? Preparation { get; private init; }

    /// <param name="profile">The pool.</param>
    /// <param name="prepared">Host directory for what compilers are helped with, or null. In images nothing is prepared.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SandboxException">There is none to be had.</exception>
    public static async Task<PoolSandbox> StartAsync(PoolProfile profile, string? prepared, CancellationToken cancellationToken)
    {
        var (warm, pinned) = (profile.Slots + 1, profile.CaseParallelism > 1);
        if (profile.Docker is { } options)
        {
            // Cases that run at the same time take a container each.
            var capacity = new DockerCapacity(profile.ConcurrentRuns, profile.CaseParallelism, warm + profile.CaseParallelism - 1, pinned);
            try
            {
                var docker = await DockerSandbox.StartAsync(options, profile.Name, profile.CpuWeight, capacity, cancellationToken);
                return new PoolSandbox(docker, DockerFix, docker);
            }
            catch (SandboxException e)
            {
                throw new SandboxException($"no working sandbox: {e.Message}; {DockerFix}", e);
            }
        }

        var cgroups = profile.Cgroups ? CgroupDriver.Detect(profile.Name, profile.CpuWeight) : new NoCgroup();
        try
        {
            var bubblewrap = new BubblewrapSandbox(
                cgroups, LanguageCatalog.Mounts, new BubblewrapOptions(profile.ConcurrentRuns, profile.CaseParallelism, warm, pinned, prepared));
            return new PoolSandbox(
                bubblewrap, "unprivileged user namespaces must be allowed (see './judge doctor' and README, \"What the sandbox needs\")", bubblewrap, cgroups)
            {
                Preparation = prepared is null ? null : new PoolPreparation(
                    new Preparer(prepared, CellCommand.Prepared), () => new BubblewrapSandbox(cgroups, LanguageCatalog.Mounts, new BubblewrapOptions(1, 1, 1, Pinned: false))),
            };
        }
        catch
        {
            cgroups.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var part in owned) part.Dispose();
    }
}

/// <summary>How things are made that compilers are helped with.</summary>
/// <param name="Preparer">Makes and keeps them.</param>
/// <param name="OpenSandbox">A sandbox to make them in, which is not the pool's.</param>
internal sealed record PoolPreparation(Preparer Preparer, Func<BubblewrapSandbox> OpenSandbox);
