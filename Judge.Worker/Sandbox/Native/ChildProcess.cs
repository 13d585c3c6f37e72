using System.Runtime.InteropServices;
using System.Text;
using static Judge.Worker.Sandbox.Native.Libc;

namespace Judge.Worker.Sandbox.Native;

/// <summary>
/// A child started by posix_spawn(3) with exactly the descriptors given, default signal dispositions (.NET ignores SIGPIPE, a
/// program must not inherit that) and an empty environment. Bound to the thread that starts it: bubblewrap's
/// --die-with-parent is PR_SET_PDEATHSIG, which fires when that thread ends, so the thread has to outlive the child.
/// </summary>
internal sealed unsafe class ChildProcess : IDisposable
{
    private readonly int _pid;
    private readonly Descriptor _pidfd;
    private bool _reaped;

    private ChildProcess(int pid)
    {
        _pid = pid;
        _pidfd = Descriptor.Own(PidfdOpen(pid), "pidfd_open");
    }

    /// <summary>Starts <c>arguments[0]</c>; <paramref name="descriptors"/>[i] becomes descriptor i, all others are closed.</summary>
    public static ChildProcess Start(IReadOnlyList<string> arguments, ReadOnlySpan<int> descriptors)
    {
        var actions = stackalloc byte[256];
        var attributes = stackalloc byte[512];
        var signals = stackalloc byte[128];
        using var argv = new CStrings(arguments);
        using var envp = new CStrings([]);
        Check(posix_spawn_file_actions_init(actions), "posix_spawn_file_actions_init");
        Check(posix_spawnattr_init(attributes), "posix_spawnattr_init");
        try
        {
            for (var i = 0; i < descriptors.Length; i++) Check(posix_spawn_file_actions_adddup2(actions, descriptors[i], i), "adddup2");
            Check(posix_spawn_file_actions_addclosefrom_np(actions, descriptors.Length), "addclosefrom_np");
            _ = sigfillset(signals);
            Check(posix_spawnattr_setsigdefault(attributes, signals), "posix_spawnattr_setsigdefault");
            _ = sigemptyset(signals);
            Check(posix_spawnattr_setsigmask(attributes, signals), "posix_spawnattr_setsigmask");
            Check(posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK), "posix_spawnattr_setflags");
            int pid;
            Check(posix_spawn(&pid, argv[0], actions, attributes, argv.Pointer, envp.Pointer), $"posix_spawn {arguments[0]}");
            return new ChildProcess(pid);
        }
        finally
        {
            _ = posix_spawn_file_actions_destroy(actions);
            _ = posix_spawnattr_destroy(attributes);
        }
    }

    public void Kill() => _ = PidfdKill(_pidfd.Fd);

    /// <summary>Waits for the end and returns the status of wait(2).</summary>
    public int Wait()
    {
        int status;
        while (waitpid(_pid, &status, 0) < 0)
        {
            if (Marshal.GetLastPInvokeError() != EINTR) throw Failed("waitpid");
        }

        _reaped = true;
        return status;
    }

    /// <summary>Waits up to that long for the end; does not collect it.</summary>
    public bool HasEnded(TimeSpan patience) => Poll(_pidfd.Fd, patience);

    public void Dispose()
    {
        if (!_reaped)
        {
            Kill();
            _ = Wait();
        }

        _pidfd.Dispose();
    }

    private static void Check(int error, string call)
    {
        if (error != 0) throw new SandboxException($"{call} failed: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    /// <summary>A null-terminated array of C strings.</summary>
    private sealed class CStrings : IDisposable
    {
        private readonly int _count;

        public CStrings(IReadOnlyList<string> strings)
        {
            _count = strings.Count;
            Pointer = (byte**)NativeMemory.AllocZeroed((nuint)(_count + 1), (nuint)sizeof(byte*));
            for (var i = 0; i < _count; i++)
            {
                var bytes = Encoding.UTF8.GetBytes(strings[i]);
                Pointer[i] = (byte*)NativeMemory.AllocZeroed((nuint)bytes.Length + 1);
                bytes.CopyTo(new Span<byte>(Pointer[i], bytes.Length));
            }
        }

        public byte** Pointer { get; }

        public byte* this[int index] => Pointer[index];

        public void Dispose()
        {
            for (var i = 0; i < _count; i++) NativeMemory.Free(Pointer[i]);
            NativeMemory.Free(Pointer);
        }
    }
}
