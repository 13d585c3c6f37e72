using System.Globalization;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>Whose a container is: by its worker's pid, when that began, and in which pid namespace that is so. A killed worker's
/// containers end by themselves, because their standard input does; the next worker to start removes what is left of them.</summary>
internal sealed class ContainerLabels
{
    public const string Pid = "judge.worker.pid";
    private const string Namespace = "judge.worker.pidns", Begin = "judge.worker.begin", Pool = "judge.worker.pool";

    public ContainerLabels(string pool)
    {
        var pid = Environment.ProcessId;
        All = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Pid] = pid.ToString(CultureInfo.InvariantCulture),
            [Namespace] = OwnNamespace(),
            [Begin] = BeginOf(pid) ?? "",
            [Pool] = pool,
        };
    }

    public IReadOnlyDictionary<string, string> All { get; }

    /// <summary>Whether nobody can want that container any more.</summary>
    public static bool IsOrphan(ContainerListResponse container)
    {
        // Every container of ours that runs has a worker at its standard input. This is for all pid namespaces.
        if (container.State is "exited" or "dead") return true;
        return container.Labels.GetValueOrDefault(Namespace) == OwnNamespace()
            && int.TryParse(container.Labels.GetValueOrDefault(Pid), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
            && BeginOf(pid) != container.Labels.GetValueOrDefault(Begin);
    }

    private static string OwnNamespace() => new FileInfo("/proc/self/ns/pid").LinkTarget ?? "";

    /// <summary>When a process began, in clock ticks since the host did: field 22 of proc_pid_stat(5). Null: there is none.</summary>
    private static string? BeginOf(int pid)
    {
        try
        {
            return ProcFiles.Stat(string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}"))(22);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
