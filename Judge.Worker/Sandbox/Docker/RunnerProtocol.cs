using System.Runtime.InteropServices;
using System.Text;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>The frames between this process and a container's judge-runner; Runner/runner.h says what each means and is the other half.</summary>
internal static class RunnerProtocol
{
    public const byte Put = (byte)'P', Get = (byte)'G', List = (byte)'T', Run = (byte)'E', Cancel = (byte)'K';
    public const byte Stdout = (byte)'o', Stderr = (byte)'e', Done = (byte)'D', Idle = (byte)'H';

    /// <summary>No bound, or no processor.</summary>
    public const int None = Processors.None;

    /// <summary>MAX_NAME, with the NUL, MAX_STRINGS and MAX_MESSAGE of the runner.</summary>
    private const int MaxPath = 512, MaxStrings = 4096, MaxStringBytes = 128 * 1024;

    /// <summary>struct frame: the kind and the size of what follows.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct Frame
    {
        public byte Op;
        public ulong Size;
    }

    /// <summary>struct order.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct Order
    {
        public long CpuMicroseconds, WallMicroseconds, OutputBytes, StderrBytes, FileBytes, StackBytes;
        public int CpuSeconds, OpenFiles, Processes, Processor;
        public byte Writable;
        public uint Arguments, Environment, Strings;
    }

    /// <summary>struct done_frame.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct DoneFrame
    {
        public byte End, Ended;
        public int Status, ExecErrno;
        public long CpuMicroseconds, WallMicroseconds, MemoryBytes;
    }

    /// <summary>struct idle_frame.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct IdleFrame
    {
        public byte Counted, Clean;
        public long MemoryBytes;
    }

    /// <summary>A path as the runner reads it; null when there can be no such file.</summary>
    public static byte[]? Path(string path)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(path), 0];
        return bytes.Length > MaxPath || path.Contains('\0', StringComparison.Ordinal) ? null : bytes;
    }

    /// <summary>All of a run's frame but its header and the standard input at its end.</summary>
    /// <param name="request">What to run.</param>
    /// <param name="processes">RLIMIT_NPROC, or <see cref="None"/> where a cgroup counts.</param>
    /// <param name="processor">The only processor it may run on, or <see cref="None"/>.</param>
    public static byte[] RunPayload(RunRequest request, int processes, int processor)
    {
        var strings = new MemoryStream();
        foreach (var text in request.Arguments.Concat(request.Environment.Select(v => $"{v.Key}={v.Value}")))
        {
            strings.Write(Encoding.UTF8.GetBytes(text));
            strings.WriteByte(0);
        }

        if (strings.Length >= MaxStringBytes || request.Arguments.Count + request.Environment.Count > MaxStrings)
            throw new SandboxException($"the command line of {request.Arguments[0]} is too long");
        var limits = request.Limits;
        var order = new Order
        {
            CpuMicroseconds = (long)limits.Cpu.TotalMicroseconds,
            WallMicroseconds = (long)limits.Wall.TotalMicroseconds,
            OutputBytes = limits.OutputBytes,
            StderrBytes = limits.StderrBytes,
            FileBytes = limits.FileBytes,
            StackBytes = limits.MemoryBytes,
            // In whole seconds, and of each process alone: only a second line.
            CpuSeconds = (int)Math.Ceiling(limits.Cpu.TotalSeconds) + 1,
            OpenFiles = 1024,
            Processes = processes,
            Processor = processor,
            Writable = request.BoxWritable ? (byte)1 : (byte)0,
            Arguments = (uint)request.Arguments.Count,
            Environment = (uint)request.Environment.Count,
            Strings = (uint)strings.Length,
        };
        return [.. MemoryMarshal.AsBytes(new ReadOnlySpan<Order>(in order)), .. strings.ToArray()];
    }
}
