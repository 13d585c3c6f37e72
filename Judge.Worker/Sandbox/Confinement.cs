using System.Text;

namespace Judge.Worker.Sandbox;

/// <summary>What a program in a sandbox is kept by, as a trial run of it sees it.</summary>
/// <param name="Own">The namespaces that it does not share with this process, as in /proc/self/ns.</param>
/// <param name="Shared">Those that it shares.</param>
/// <param name="Filtered">Whether a seccomp filter is on.</param>
/// <param name="Powerless">Whether it has no capability and can gain none.</param>
internal sealed record Confinement(IReadOnlyList<string> Own, IReadOnlyList<string> Shared, bool Filtered, bool Powerless)
{
    private static readonly string[] Needed = ["mnt", "pid", "net", "ipc"];

    /// <summary>What must be there and is not, a line each.</summary>
    public IEnumerable<string> Faults =>
    [
        .. Shared.Intersect(Needed, StringComparer.Ordinal).Select(n => $"its {n} namespace is this process's"),
        .. Filtered ? (string[])[] : ["it runs without a seccomp filter"],
        .. Powerless ? (string[])[] : ["it has capabilities or can gain some"],
    ];

    /// <exception cref="SandboxException">The run failed.</exception>
    public static async Task<Confinement> ProbeAsync(ISandbox sandbox, CancellationToken cancellationToken)
    {
        await using var box = await sandbox.OpenBoxAsync(cancellationToken);
        var run = await box.RunAsync(
            new RunRequest
            {
                Arguments = ["/bin/sh", "-c", "cat /proc/self/status; readlink /proc/self/ns/*"],
                Limits = new RunLimits(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 64 << 20, 64 << 10, 4096, 16, 4096),
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin" },
            },
            cancellationToken);
        if (!run.Succeeded) throw new SandboxException($"a look at the sandbox from inside failed: {run.End}: {Encoding.UTF8.GetString(run.Stderr.Span)}");
        var lines = Encoding.UTF8.GetString(run.Stdout.Span).Split('\n').ToHashSet(StringComparer.Ordinal);
        // Links such as pid:[4026531836]; pid_for_children is that of children.
        var namespaces = new DirectoryInfo("/proc/self/ns").GetFileSystemInfos()
            .Where(n => !n.Name.EndsWith("_for_children", StringComparison.Ordinal) && n.LinkTarget is not null).ToLookup(n => lines.Contains(n.LinkTarget!), n => n.Name);
        string[] none = ["CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"];
        return new Confinement(
            [.. namespaces[false]], [.. namespaces[true]], lines.Contains("Seccomp:\t2"),
            lines.Contains("NoNewPrivs:\t1") && none.All(c => lines.Contains($"{c}:\t0000000000000000")));
    }
}
