using System.Globalization;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Cgroups;

/// <summary>Reads and writes the one-line files of cgroupfs.</summary>
internal static class CgroupFile
{
    private const int WriteOnly = 1;

    public static void Write(string directory, string file, string value)
    {
        using var descriptor = Descriptor.Own(
            Libc.open(Path.Combine(directory, file), WriteOnly | Libc.O_CLOEXEC, 0), $"open {directory}/{file}");
        _ = descriptor.Write(System.Text.Encoding.ASCII.GetBytes(value));
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

    public static long ReadNumber(string directory, string file) =>
        long.Parse(File.ReadAllText(Path.Combine(directory, file)).AsSpan().Trim(), CultureInfo.InvariantCulture);

    /// <summary>The number behind <paramref name="key"/> in a file of <c>key number</c> lines; 0 when it is not there.</summary>
    public static long ReadKey(string directory, string file, string key)
    {
        foreach (var line in File.ReadLines(Path.Combine(directory, file)))
        {
            if (line.Length > key.Length && line[key.Length] == ' ' && line.StartsWith(key, StringComparison.Ordinal))
                return long.Parse(line.AsSpan(key.Length + 1), CultureInfo.InvariantCulture);
        }

        return 0;
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
