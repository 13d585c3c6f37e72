namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>Where the cgroup file systems are mounted (proc_pid_mountinfo(5)) and which v2 group this process sits in.</summary>
/// <param name="V1">Controller → mount point.</param>
/// <param name="V2">Mount point of the unified hierarchy, if any.</param>
/// <param name="OwnV2">This process's group below it, such as <c>/judge/main</c>.</param>
internal sealed record CgroupMounts(IReadOnlyDictionary<string, string> V1, string? V2, string OwnV2)
{
    public static CgroupMounts Read()
    {
        var v1 = new Dictionary<string, string>(StringComparer.Ordinal);
        string? v2 = null;
        foreach (var line in File.ReadLines("/proc/self/mountinfo"))
        {
            var fields = line.Split(' ');
            var separator = Array.IndexOf(fields, "-");
            if (separator < 0) continue;
            var type = fields[separator + 1];
            if (type == "cgroup2") v2 ??= fields[4];
            if (type != "cgroup") continue;
            foreach (var controller in fields[separator + 3].Split(',')) v1.TryAdd(controller, fields[4]);
        }

        var own = File.ReadLines("/proc/self/cgroup").FirstOrDefault(l => l.StartsWith("0::", StringComparison.Ordinal));
        return new CgroupMounts(v1, v2, own?[3..] ?? "/");
    }
}
