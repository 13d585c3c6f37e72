using System.Globalization;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>Turns a request into a bwrap command line. What the program sees: /usr and what the loader needs, read-only; its box at
/// /box; empty size-limited /tmp and /dev/shm; a /proc and /dev of its own; no network, no capabilities, no further namespaces.</summary>
internal sealed class BubblewrapCommand
{
    /// <summary>Descriptors the run gives to bwrap, beside 0, 1 and 2: where it reports, and the file that it copies last of all.</summary>
    public const int StatusFd = 3, LastFileFd = 4;

    /// <summary>What that file holds: the sandbox's /etc/passwd.</summary>
    public static readonly byte[] LastFile = "judge:x:1000:1000::/tmp:/bin/sh\n"u8.ToArray();

    private const string Bwrap = "/usr/bin/bwrap", SetPriv = "/usr/bin/setpriv", PrLimit = "/usr/bin/prlimit";

    /// <summary>As root the runs belong to this host user, which owns nothing; it needs no entry in /etc/passwd.</summary>
    public const uint RunUser = 61000;

    private readonly string[] _demote, _bwrap;

    public BubblewrapCommand()
    {
        if (!File.Exists(Bwrap)) throw new SandboxException($"{Bwrap} is missing; install it: apt-get install bubblewrap");
        AsRoot = Libc.geteuid() == 0;
        _demote = AsRoot ? Demote() : [];
        _bwrap = [.. FixedArguments()];
    }

    /// <summary>Whether the worker is root and so hands its boxes over to <see cref="RunUser"/>.</summary>
    public bool AsRoot { get; }

    /// <param name="request">What to run.</param>
    /// <param name="inCgroup">False: an rlimit is all there is to bound the number of processes.</param>
    public List<string> For(RunRequest request, bool inCgroup)
    {
        var size = Invariant(request.Limits.MemoryBytes);
        List<string> command =
        [
            // Limits are inherited by what is executed next. prlimit(2) on the held sandbox would need CAP_SYS_RESOURCE, which
            // root in a container seldom has.
            .. RLimits(request.Limits), .. _demote, .. _bwrap,
            "--size", size, "--tmpfs", "/tmp",
            "--size", size, "--tmpfs", "/dev/shm",
            "--remount-ro", "/dev",
        ];
        foreach (var mount in request.Mounts) command.AddRange(["--ro-bind", mount, mount]);
        if (request.BoxDirectory is { } box) command.AddRange([request.BoxWritable ? "--bind" : "--ro-bind", box, "/box"]);
        foreach (var (name, value) in request.Environment) command.AddRange(["--setenv", name, value]);
        // The copy of the last file is where bwrap is held: it waits for the file's end with all mounts done.
        command.AddRange(["--chdir", request.BoxDirectory is null ? "/tmp" : "/box", "--file", Invariant(LastFileFd), "/etc/passwd", "--remount-ro", "/", "--"]);
        // Inside, where the user namespace counts its own processes only and not those of all runs of that user.
        if (!inCgroup) command.AddRange([PrLimit, $"--nproc={Invariant(request.Limits.Processes)}"]);
        command.AddRange(request.Arguments);
        return command;
    }

    private static string[] RLimits(RunLimits limits) =>
    [
        PrLimit, $"--cpu={Invariant((long)Math.Ceiling(limits.Cpu.TotalSeconds) + 1)}", $"--fsize={Invariant(limits.FileBytes)}",
        $"--stack={Invariant(limits.MemoryBytes)}", "--nofile=1024",
        // 1, not 0: with a pipe in core_pattern 0 still starts the host's handler, 1 does not (core(5), fs/coredump.c).
        "--core=1",
    ];

    private static string Invariant(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string[] Demote()
    {
        var user = Invariant(RunUser);
        return [SetPriv, "--reuid", user, "--regid", user, "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--"];
    }

    private static List<string> FixedArguments()
    {
        List<string> arguments =
        [
            Bwrap, "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
            "--uid", "1000", "--gid", "1000", "--hostname", "box", "--clearenv",
            "--json-status-fd", Invariant(StatusFd),
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
        arguments.AddRange(["--proc", "/proc", "--dev", "/dev"]);
        return arguments;
    }
}
