using System.Globalization;
using System.Security.Cryptography;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>
/// What every container of a pool is made with. Tight by itself: no network, nothing that can be written but three small file
/// systems in memory, no privilege to be gained. The four capabilities are judge-runner's, process 1, which needs them to be
/// another user than the programs; no program has any.
/// </summary>
internal sealed class ContainerRecipe(DockerOptions options, int cpuWeight, ContainerLabels labels)
{
    /// <summary>Host users that own nothing: above those of adduser, below bubblewrap's and those of systemd's DynamicUser, and inside
    /// what a rootless engine maps. Each container gets two, so that what the kernel counts by user is seldom another one's.</summary>
    private const int FirstUser = 60_600, Users = 200;
    private const long BoxBytes = 256L << 20, BoxFiles = 16_384, TmpBytes = 256L << 20, TmpFiles = 65_536;


    /// <summary>The engine's own list, and all of /sys but what the runner counts by.</summary>
    private static readonly string[] Masked =
    [
        "/proc/asound", "/proc/acpi", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats", "/proc/timer_list", "/proc/timer_stats",
        "/proc/sched_debug", "/proc/scsi", "/sys/block", "/sys/bus", "/sys/class", "/sys/dev", "/sys/devices", "/sys/firmware", "/sys/fs/bpf",
        "/sys/fs/ext4", "/sys/fs/fuse", "/sys/fs/xfs", "/sys/hypervisor", "/sys/kernel", "/sys/module", "/sys/power",
    ];

    private const string RunnerInside = "/run/judge-runner";
    private static readonly string Runner = Path.Combine(AppContext.BaseDirectory, "judge-runner");
    private int _next = RandomNumberGenerator.GetInt32(Users);

    /// <param name="image">The container's image.</param>
    /// <param name="limits">Its first limits.</param>
    public CreateContainerParameters Make(string image, ContainerUpdateParameters limits)
    {
        if (!File.Exists(Runner)) throw new SandboxException($"{Runner} is missing: build Judge.Worker again");
        var user = FirstUser + 2 * (int)((uint)Interlocked.Increment(ref _next) % Users);
        var owner = Invariant(user + 1);
        var tmp = Tmpfs(TmpBytes, TmpFiles, "1777");
        return new CreateContainerParameters
        {
            Image = image,
            Entrypoint = [RunnerInside],
            Cmd = [Invariant(user), owner],
            User = "0:0",
            WorkingDir = "/box",
            Hostname = "box",
            Labels = labels.All,
            NetworkDisabled = true,
            AttachStdin = true,
            AttachStdout = true,
            AttachStderr = true,
            OpenStdin = true,
            StdinOnce = true,
            HostConfig = new HostConfig
            {
                ReadonlyRootfs = true,
                CapDrop = ["ALL"],
                CapAdd = ["SETUID", "SETGID", "KILL", "SETPCAP"],
                SecurityOpt = ["no-new-privileges"],
                Tmpfs = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["/tmp"] = tmp,
                    ["/dev/shm"] = tmp,
                    ["/box"] = $"{Tmpfs(BoxBytes, BoxFiles, "755")},uid={owner},gid={owner}",
                },
                Mounts = [new Mount("bind", Runner, RunnerInside, ReadOnly: true)],
                Memory = limits.Memory,
                MemorySwap = limits.MemorySwap,
                PidsLimit = limits.PidsLimit,
                MaskedPaths = Masked,
                // cpu.shares 1024 is what cpu.weight 100 is in v2.
                CPUShares = Math.Max(2, cpuWeight * 1024L / 100),
                Runtime = options.Runtime,
            },
        };
    }

    private static string Tmpfs(long bytes, long files, string mode) =>
        string.Create(CultureInfo.InvariantCulture, $"rw,exec,nosuid,nodev,size={bytes},nr_inodes={files},mode={mode}");

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
