using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>A file of cgroupfs, kept open: reading and writing one costs a system call, opening it many.</summary>
internal sealed class CgroupFile : IDisposable
{
    private const int WriteOnly = 1, ReadWrite = 2;
    private readonly Descriptor _file;

    public CgroupFile(string directory, string file, bool writable = false)
    {
        _file = Descriptor.Own(Libc.open(Path.Combine(directory, file), (writable ? ReadWrite : Libc.O_RDONLY) | Libc.O_CLOEXEC, 0), $"open {directory}/{file}");
    }

    /// <summary>The number that the file holds.</summary>
    public long Number
    {
        get
        {
            Span<byte> text = stackalloc byte[32];
            text = text[.._file.ReadAt(text, 0)];
            return Utf8Parser.TryParse(text, out long number, out _) ? number : throw new SandboxException($"a cgroup file holds '{Encoding.ASCII.GetString(text)}' instead of a number");
        }

        set
        {
            Span<byte> text = stackalloc byte[32];
            _ = Utf8Formatter.TryFormat(value, text, out var length);
            _ = _file.Write(text[..length]);
        }
    }

    /// <summary>The number behind <paramref name="key"/> in a file of <c>key number</c> lines; 0 when it is not there.</summary>
    public long Key(ReadOnlySpan<byte> key)
    {
        Span<byte> buffer = stackalloc byte[4096];
        foreach (var range in ((ReadOnlySpan<byte>)buffer[.._file.ReadAt(buffer, 0)]).Split((byte)'\n'))
        {
            ReadOnlySpan<byte> line = buffer[range];
            if (line.Length > key.Length && line[key.Length] == ' ' && line.StartsWith(key))
                return Utf8Parser.TryParse(line[(key.Length + 1)..], out long number, out _) ? number : 0;
        }

        return 0;
    }

    public void Dispose() => _file.Dispose();

    public static void Write(string directory, string file, string value)
    {
        using var descriptor = Descriptor.Own(
            Libc.open(Path.Combine(directory, file), WriteOnly | Libc.O_CLOEXEC, 0), $"open {directory}/{file}");
        _ = descriptor.Write(Encoding.ASCII.GetBytes(value));
    }

    public static void Write(string directory, string file, long value) => Write(directory, file, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a file that not every kernel has.</summary>
    public static void TryWrite(string directory, string file, string value)
    {
        if (!File.Exists(Path.Combine(directory, file))) return;
        try
        {
            Write(directory, file, value);
        }
        catch (SandboxException)
        {
            // An accounting refinement the kernel will not grant; the limits that matter are written by Write.
        }
    }

    /// <summary>rmdir(2); a group whose last process is still being torn down answers EBUSY for a moment.</summary>
    public static bool TryRemove(string directory)
    {
        for (var tries = 0; tries < 50; tries++)
        {
            try
            {
                Directory.Delete(directory);
                return true;
            }
            catch (DirectoryNotFoundException)
            {
                return true;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Thread.Sleep(1);
            }
        }

        return false;
    }
}
