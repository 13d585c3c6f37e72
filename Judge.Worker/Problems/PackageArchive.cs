using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Judge.Worker.Problems;

/// <summary>Packages as zip files: written from a directory, read back without trusting a single name or size in them.</summary>
internal static class PackageArchive
{
    public const long LargestArchive = 128L * 1024 * 1024, LargestContent = 512L * 1024 * 1024, LargestFile = 256L * 1024 * 1024;
    public const int MostEntries = 20_000;
    private const int LongestName = 200, LongestPart = 255;
    private const int TypeMask = 0xF000, RegularFile = 0x8000, Folder = 0x4000;

    /// <summary>The content hash of a package: SHA-256 over its sorted paths and the hashes of their contents, lower-case hex.</summary>
    public static string Hash(string directory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, path) in Files(directory))
        {
            using var file = File.OpenRead(path);
            hash.AppendData(Encoding.UTF8.GetBytes($"{name}\0{file.Length.ToString(CultureInfo.InvariantCulture)}\0"));
            hash.AppendData(SHA256.HashData(file));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public static byte[] Create(string directory)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, path) in Files(directory))
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var source = File.OpenRead(path);
                using var target = entry.Open();
                source.CopyTo(target);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Unpacks into an empty directory. A single folder around everything is taken off.</summary>
    /// <exception cref="PackageException">A name that leads out, a link, too many, overlapping or too large entries, or no zip at all.</exception>
    public static void Extract(Stream archive, string directory) => Extract(archive, directory, LargestContent, peel: true);

    /// <summary>Unpacks what was stored as it was, with what tools had left in it: it is known by the hash of all.</summary>
    /// <exception cref="PackageException">As of any other.</exception>
    public static void ExtractStored(Stream archive, string directory) => Extract(archive, directory, LargestContent, peel: true, whole: true);

    /// <summary>The same with a smaller limit for all files together; <paramref name="peel"/>: whether a single folder around everything is taken off; <paramref name="whole"/>: whether what
    /// tools leave in zips is kept.</summary>
    /// <returns>The bytes of all files.</returns>
    public static long Extract(Stream archive, string directory, long limit, bool peel, bool whole = false)
    {
        try
        {
            var count = ZipLayout.Check(archive, MostEntries);
            archive.Position = 0;
            using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count != count) throw new InvalidDataException("its directory can be read in two ways");
            var entries = zip.Entries.Where(e => !e.FullName.EndsWith('/') && (whole || Belongs(e.FullName))).ToList();
            var files = entries.Select(e => e.FullName).ToHashSet(StringComparer.Ordinal);
            var faults = zip.Entries.Select(e => Suspicion(e) ?? FileAsFolder(e.FullName, files)).OfType<string>().Take(20).ToList();
            if (faults.Count > 0) throw new PackageException(faults);
            var prefix = peel ? CommonFolder(entries) : "";
            var budget = limit;
            foreach (var entry in entries) budget -= ExtractEntry(entry, Path.Combine(directory, entry.FullName[prefix.Length..]), budget);
            return limit - budget;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new PackageException($"the package is not a zip file that can be read: {e.Message}");
        }
    }

    private static long ExtractEntry(ZipArchiveEntry entry, string path, long budget)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (Path.Exists(path)) throw new PackageException($"{entry.FullName}: stands in the zip twice");
        using var source = entry.Open();
        using var target = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var buffer = ArrayPool<byte>.Shared.Rent(81920);
        try
        {
            // Counted as it is unpacked: the size an entry claims is the attacker's word.
            long size = 0;
            for (int n; (n = source.Read(buffer)) > 0;)
            {
                size += n;
                if (size > LargestFile) throw new PackageException($"{entry.FullName}: larger than {LargestFile >> 20} MiB when unpacked");
                if (size > budget) throw new PackageException($"the zip is larger than {LargestContent >> 20} MiB when unpacked");
                target.Write(buffer, 0, n);
            }

            return size;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static string? Suspicion(ZipArchiveEntry entry)
    {
        var name = entry.FullName;
        var shown = name.Length > 80 ? name[..80] + "…" : name;
        if (name.Length > LongestName) return $"{shown}: the name is longer than {LongestName} characters";
        if (name.StartsWith('/') || name.AsSpan().ContainsAny("\\:") || name.Any(char.IsControl)) return $"{shown}: the name must be a plain relative path";
        if (name.TrimEnd('/').Split('/').Any(part => part is "" or "." or "..")) return $"{shown}: the name must not contain '.', '..' or empty parts";
        if (name.Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > LongestPart)) return $"{shown}: a part of the name is longer than {LongestPart} bytes";
        if (entry.IsEncrypted) return $"{shown}: is encrypted";
        // The upper half holds the Unix mode when the zip was made on Unix; 0 otherwise.
        var type = (entry.ExternalAttributes >> 16) & TypeMask;
        return type is 0 or RegularFile or Folder ? null : $"{shown}: links and special files are not allowed";
    }

    private static string? FileAsFolder(string name, HashSet<string> files)
    {
        for (var slash = name.IndexOf('/', StringComparison.Ordinal); slash > 0; slash = name.IndexOf('/', slash + 1))
        {
            if (files.Contains(name[..slash])) return $"{name}: {name[..slash]} is a file and a folder";
        }

        return null;
    }

    private static string CommonFolder(List<ZipArchiveEntry> entries)
    {
        if (entries.Count == 0 || entries.Exists(e => e.FullName == "problem.yaml")) return "";
        var folder = entries[0].FullName[..(entries[0].FullName.IndexOf('/', StringComparison.Ordinal) + 1)];
        return entries.TrueForAll(e => e.FullName.StartsWith(folder, StringComparison.Ordinal)) ? folder : "";
    }

    /// <summary>What belongs to a package, by name: no links, nothing that tools leave behind.</summary>
    public static IEnumerable<(string Name, string Path)> Files(string directory) => Directory
        .EnumerateFiles(directory, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Select(path => (Name: Path.GetRelativePath(directory, path), path))
        .Where(f => !f.Name.Split('/').Any(IsLeftOut))
        .OrderBy(f => f.Name, StringComparer.Ordinal);

    /// <summary>What interpreters and version control put beside the files of others, by a part of its name: it is never looked at.</summary>
    public static bool IsLeftOut(string part) => part is "__pycache__" or ".git";

    /// <summary>Not what macOS and Windows put there, either, which is no part of what is uploaded.</summary>
    public static bool Belongs(string name) =>
        !name.Split('/').Any(part => IsLeftOut(part) || part is "__MACOSX" or ".DS_Store" or "Thumbs.db" || part.StartsWith("._", StringComparison.Ordinal));
}
