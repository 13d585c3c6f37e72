using System.Globalization;
using System.Runtime.InteropServices;

namespace Judge.Worker.Tests.Attacks;

/// <summary>What .NET does not tell of a file: whose it is.</summary>
internal static unsafe partial class HostFile
{
    /// <summary>The owner of a path, not following a link; null when it cannot be told. Offsets of struct statx are the same everywhere.</summary>
    public static uint? OwnerOf(string path)
    {
        const int AtFdCwd = -100, AtSymlinkNoFollow = 0x100, StatxUid = 0x8, UidOffset = 20;
        var buffer = stackalloc byte[256];
        return statx(AtFdCwd, path, AtSymlinkNoFollow, StatxUid, buffer) == 0 ? *(uint*)(buffer + UidOffset) : null;
    }

    /// <summary>Everything by which a change of a file would show, its times too.</summary>
    public static string Describe(string path) => string.Create(
        CultureInfo.InvariantCulture,
        $"{path} of {OwnerOf(path)}, {File.GetUnixFileMode(path)}, {File.GetLastWriteTimeUtc(path):O}, {(Directory.Exists(path) ? string.Join(' ', Directory.GetFileSystemEntries(path)) : File.ReadAllText(path))}");

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int directory, string path, int flags, uint mask, byte* buffer);
}
