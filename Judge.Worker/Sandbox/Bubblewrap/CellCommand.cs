using System.Globalization;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>The bwrap command line of a cell. What is to be seen in there: /usr and what the loader needs, read-only; a few
/// harmless devices; no network; no host user. Capabilities are held by the cell's own process only, to mount what each run gets.</summary>
internal sealed class CellCommand
{
    /// <summary>Descriptors beside 0, 1 and 2: the control socket, the content of /etc/passwd, and judge-cell, which is executed by its
    /// descriptor so that no mount tells where it is on the host.</summary>
    public const int ControlFd = 3, PasswdFd = 4, ProgramFd = 5;

    /// <summary>The sandbox's /etc/passwd: one user, so that runtimes find a home.</summary>
    public static readonly byte[] Passwd = "judge:x:1000:1000::/tmp:/bin/sh\n"u8.ToArray();

    /// <summary>As root the runs belong to this host user, which owns nothing; it needs no entry in /etc/passwd.</summary>
    public const uint RunUser = 61000;

    /// <summary>The first process of a cell.</summary>
    public static readonly string Cell = Path.Combine(AppContext.BaseDirectory, "judge-cell");

    /// <summary>Where compilers see what was prepared for them; programs do not, nor do they learn where it is on the host.</summary>
    public const string Prepared = "/etc/judge";

    private const string Bwrap = "/usr/bin/bwrap", SetPriv = "/usr/bin/setpriv";
    private const long BoxBytes = 256L << 20, BoxFiles = 16_384, TmpBytes = 256L << 20, UncountedTmpBytes = 64L << 20, TmpFiles = 65_536;

    /// <param name="mounts">Host directories outside /usr that toolchains need, read-only at the same path.</param>
    /// <param name="prepared">Host directory mounted at <see cref="Prepared"/>, or null.</param>
    /// <param name="countsMemoryFiles">Whether files in memory count as memory of the run; else there is less room for them, and no memfd.</param>
    public CellCommand(IEnumerable<string> mounts, string? prepared, bool countsMemoryFiles)
    {
        foreach (var (file, fix) in (ReadOnlySpan<(string, string)>)[(Bwrap, "apt-get install bubblewrap"), (Cell, "build Judge.Worker again"), (WarmStarts.Library, "build Judge.Worker again")])
        {
            if (!File.Exists(file)) throw new SandboxException($"{file} is missing: {fix}");
        }

        Arguments = [.. Libc.geteuid() == 0 ? Demote() : [], .. Sandbox(mounts, prepared), .. Inside(countsMemoryFiles)];
    }

    public IReadOnlyList<string> Arguments { get; }

    private static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string[] Demote()
    {
        var user = Invariant(RunUser);
        return [SetPriv, "--reuid", user, "--regid", user, "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--"];
    }

    private static List<string> Sandbox(IEnumerable<string> mounts, string? prepared)
    {
        List<string> arguments =
        [
            Bwrap, "--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--as-pid-1",
            // Held by judge-cell, never by a program: mounts, the bounding set, /proc/sys/user.
            "--cap-drop", "ALL", "--cap-add", "CAP_SYS_ADMIN", "--cap-add", "CAP_SETPCAP", "--cap-add", "CAP_SYS_RESOURCE",
            "--uid", "1000", "--gid", "1000", "--hostname", "box", "--clearenv",
            // Of judge-cell: the kernel would write to a page of every process whenever it moves to another processor, and so copy it.
            "--setenv", "GLIBC_TUNABLES", "glibc.pthread.rseq=0",
            "--ro-bind", "/usr", "/usr",
        ];
        foreach (var directory in (string[])["/bin", "/lib", "/lib64", "/sbin"])
        {
            // Merged-/usr distributions have links here, others have directories.
            if (new DirectoryInfo(directory) is not { Exists: true } info) continue;
            arguments.AddRange(info.LinkTarget is { } target ? ["--symlink", target, directory] : ["--ro-bind", directory, directory]);
        }

        foreach (var path in (string[])["/etc/ld.so.cache", "/etc/alternatives", .. Directory.GetDirectories("/etc", "java-*")])
            arguments.AddRange(["--ro-bind-try", path, path]);
        foreach (var mount in mounts.Distinct(StringComparer.Ordinal)) arguments.AddRange(["--ro-bind", mount, mount]);
        if (prepared is not null) arguments.AddRange(["--ro-bind", prepared, Prepared]);
        arguments.AddRange(["--file", Invariant(PasswdFd), "/etc/passwd", "--proc", "/proc"]);
        // Not --dev: it brings devpts, for which bwrap nests user namespaces, and in the inner one no proc can be mounted.
        foreach (var device in (string[])["null", "zero", "full", "random", "urandom"])
            arguments.AddRange(["--dev-bind", "/dev/" + device, "/dev/" + device]);
        foreach (var (name, target) in (ReadOnlySpan<(string, string)>)[("fd", "fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")])
            arguments.AddRange(["--symlink", $"/proc/self/{target}", $"/dev/{name}"]);
        arguments.AddRange(["--dir", "/dev/shm", "--dir", "/tmp", "--dir", "/box", "--remount-ro", "/", "--"]);
        return arguments;
    }

    private static string[] Inside(bool countsMemoryFiles) =>
    [
        $"/proc/self/fd/{Invariant(ProgramFd)}", Tmpfs(BoxBytes, BoxFiles, "0755"), Tmpfs(countsMemoryFiles ? TmpBytes : UncountedTmpBytes, TmpFiles, "1777"),
        countsMemoryFiles ? "1" : "0",
    ];

    /// <summary>Options of a mount, as mount(2) takes them.</summary>
    private static string Tmpfs(long bytes, long files, string mode) => $"size={Invariant(bytes)},nr_inodes={Invariant(files)},mode={mode}";
}
