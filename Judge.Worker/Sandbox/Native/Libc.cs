using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Judge.Worker.Sandbox.Native;

/// <summary>The few libc calls that .NET's Process has no words for: file actions, rusage, pidfds, sealed memory files.</summary>
internal static unsafe partial class Libc
{
    public const int O_CLOEXEC = 0x80000, O_RDONLY = 0, O_RDWR = 2, O_NONBLOCK = 0x800;
    public const int SIGKILL = 9;
    public const short POLLIN = 1, POLLOUT = 4;
    public const int EINTR = 4, EAGAIN = 11, EPIPE = 32, ECONNRESET = 104;
    public const int F_ADD_SEALS = 1033, F_SETFL = 4, F_DUPFD_CLOEXEC = 1030, F_SETPIPE_SZ = 1031;
    public const int F_SEAL_ALL = 0x1 | 0x2 | 0x4 | 0x8; // seal, shrink, grow, write
    public const uint MFD_CLOEXEC = 1, MFD_ALLOW_SEALING = 2;
    public const short POSIX_SPAWN_SETSIGDEF = 0x04, POSIX_SPAWN_SETSIGMASK = 0x08;
    private const int SysPidfdSendSignal = 424, SysPidfdOpen = 434; // the same on every architecture, see pidfd_open(2)

    [StructLayout(LayoutKind.Sequential)]
    public struct PollFd
    {
        public int Fd;
        public short Events, Returned;
    }

    /// <summary>struct iovec.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct IoVector
    {
        public byte* Base;
        public nuint Length;
    }

    /// <summary>struct msghdr of sendmsg(2), as glibc lays it out on 64-bit machines.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct MessageHeader
    {
        public void* Name;
        public uint NameLength;
        public IoVector* Parts;
        public nuint PartCount;
        public void* Control;
        public nuint ControlLength;
        public int Flags;
    }

    /// <summary>struct cmsghdr of cmsg(3); the data follow.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ControlHeader
    {
        public nuint Length;
        public int Level, Type;
    }

    [LibraryImport("libc", SetLastError = true)]
    public static partial int pipe2(int* fds, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int socketpair(int domain, int type, int protocol, int* fds);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint sendmsg(int socket, MessageHeader* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint recvmsg(int socket, MessageHeader* message, int flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int close(int fd);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint pread(int fd, byte* buffer, nint count, long offset);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint read(int fd, byte* buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    public static partial nint write(int fd, byte* buffer, nint count);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fcntl(int fd, int command, int argument);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int open(string path, int flags, int mode);

    [LibraryImport("libc", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int memfd_create(string name, uint flags);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int poll(PollFd* fds, nuint count, int timeoutMs);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int waitpid(int pid, int* status, int options);

    [LibraryImport("libc", SetLastError = true)]
    public static partial int fchown(int fd, uint user, uint group);

    [LibraryImport("libc", SetLastError = true)]
    public static partial uint geteuid();

    [LibraryImport("libc")]
    public static partial int posix_spawn(int* pid, byte* path, void* fileActions, void* attributes, byte** argv, byte** envp);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_init(void* actions);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_adddup2(void* actions, int fd, int newFd);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_addclosefrom_np(void* actions, int from);

    [LibraryImport("libc")]
    public static partial int posix_spawn_file_actions_destroy(void* actions);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_init(void* attributes);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setflags(void* attributes, short flags);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigdefault(void* attributes, void* set);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_setsigmask(void* attributes, void* set);

    [LibraryImport("libc")]
    public static partial int posix_spawnattr_destroy(void* attributes);

    [LibraryImport("libc")]
    public static partial int sigfillset(void* set);

    [LibraryImport("libc")]
    public static partial int sigemptyset(void* set);

    [LibraryImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static partial nint Syscall(nint number, nint a, nint b, nint c, nint d);

    public static int PidfdOpen(int pid) => (int)Syscall(SysPidfdOpen, pid, 0, 0, 0);

    public static int PidfdKill(int pidfd) => (int)Syscall(SysPidfdSendSignal, pidfd, SIGKILL, 0, 0);

    /// <summary>Waits until there is something to read, or the other end is gone.</summary>
    /// <returns>False when <paramref name="timeout"/> has passed.</returns>
    public static bool Poll(int descriptor, TimeSpan timeout)
    {
        var fd = new PollFd { Fd = descriptor, Events = POLLIN };
        return Poll(new Span<PollFd>(ref fd), timeout) > 0;
    }

    /// <summary>poll(2), rounded up to the next millisecond, again when interrupted (the runtime handles SIGCHLD).</summary>
    /// <returns>How many are ready; 0 when <paramref name="timeout"/> has passed.</returns>
    public static int Poll(Span<PollFd> descriptors, TimeSpan timeout)
    {
        var started = Stopwatch.GetTimestamp();
        fixed (PollFd* fds = descriptors)
        {
            while (true)
            {
                var left = timeout - Stopwatch.GetElapsedTime(started);
                var n = poll(fds, (nuint)descriptors.Length, (int)Math.Clamp(Math.Ceiling(left.TotalMilliseconds), 0, int.MaxValue));
                if (n >= 0) return n;
                if (Marshal.GetLastPInvokeError() != EINTR) throw Failed("poll");
            }
        }
    }

    public static SandboxException Failed(string call) =>
        new($"{call} failed: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
}
