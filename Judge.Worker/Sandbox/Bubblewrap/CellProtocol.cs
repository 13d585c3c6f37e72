using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>The messages between this process and a cell; Cell/cell.h says what each means and is the other half.</summary>
internal static class CellProtocol
{
    public const byte Lane = (byte)'L', Put = (byte)'P', Get = (byte)'G', List = (byte)'T', Ready = (byte)'H';
    public const byte Warm = (byte)'W', Arm = (byte)'A', Init = (byte)'I', Go = (byte)'O', Armed = (byte)'R', Run = (byte)'E', Done = (byte)'D';

    /// <summary>A message is no longer than this, and one that makes a lane warm no longer than that.</summary>
    public const int MaxMessage = 128 * 1024, MaxWarmMessage = 8 * 1024;

    /// <summary>More than any judging takes.</summary>
    private static readonly TimeSpan LongestDialogue = TimeSpan.FromMinutes(10);

    /// <summary>The descriptor that the first of <see cref="RunRequest.Files"/> becomes.</summary>
    private const int FirstFile = 3;

    /// <summary>No bound, or no processor.</summary>
    public const int None = -1;

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct RunHeader
    {
        public byte Op;
        public int CpuSeconds, OpenFiles, Processes, Processor;
        public long FileBytes, StackBytes;
        public uint Arguments, Environment;
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private struct WarmHeader
    {
        public byte Op;
        public long StackBytes;
        public uint Arguments, Environment;
    }

    /// <summary>struct done.</summary>
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct DoneMessage
    {
        public byte Op, Ended;
        public int Status, ExecErrno;
        public long CpuMicroseconds, MaxRssKb;
    }

    /// <param name="request">What to run.</param>
    /// <param name="processes">RLIMIT_NPROC, or <see cref="None"/> where a cgroup counts.</param>
    /// <param name="processor">The only processor it may run on, or <see cref="None"/>.</param>
    public static byte[] RunMessage(RunRequest request, int processes, int processor)
    {
        var header = new RunHeader
        {
            Op = Run,
            // In whole seconds: only what stops a run when this process no longer can.
            CpuSeconds = (int)Math.Ceiling((request.Dialogue is null ? request.Limits.Cpu : LongestDialogue).TotalSeconds) + 1,
            OpenFiles = 1024,
            Processes = processes,
            Processor = processor,
            FileBytes = request.Limits.FileBytes,
            StackBytes = request.Limits.MemoryBytes,
            Arguments = (uint)request.Arguments.Count,
            Environment = (uint)request.Environment.Count,
        };
        return Message(header, Command(request), MaxMessage);
    }

    /// <param name="request">What the interpreter is started with, and by opening which file its program begins.</param>
    public static byte[] WarmMessage(RunRequest request)
    {
        var header = new WarmHeader
        {
            Op = Warm,
            StackBytes = request.Limits.MemoryBytes,
            Arguments = (uint)request.Arguments.Count,
            Environment = (uint)request.Environment.Count,
        };
        return Message(header, Command(request).Prepend(request.BeginsAt!), MaxWarmMessage);
    }

    private static IEnumerable<string> Command(RunRequest request) => request.Arguments.Select(a => WithPaths(a, request.Files.Count)).Concat(request.Environment.Select(v => $"{v.Key}={v.Value}"));

    private static string WithPaths(string argument, int files)
    {
        for (var i = 0; i < files; i++)
            argument = argument.Replace(string.Create(CultureInfo.InvariantCulture, $"{{file:{i}}}"), string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{FirstFile + i}"), StringComparison.Ordinal);
        return argument;
    }

    private static byte[] Message<T>(T header, IEnumerable<string> strings, int limit)
        where T : unmanaged
    {
        using var message = new MemoryStream();
        message.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in header)));
        foreach (var text in strings)
        {
            message.Write(Encoding.UTF8.GetBytes(text));
            message.WriteByte(0);
        }

        return message.Length < limit ? message.ToArray() : throw new SandboxException("the command line of a run is too long");
    }
}
