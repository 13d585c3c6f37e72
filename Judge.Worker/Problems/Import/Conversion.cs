using System.Globalization;
using System.Text;

namespace Judge.Worker.Problems.Import;

/// <summary>The package that a converter writes, and what it finds wrong on the way. No name in the source leads out of it.</summary>
internal sealed class Conversion(string source, string target)
{
    private const int MostFaults = 100;
    private readonly List<string> _faults = [], _notes = [];
    private long _bytes;
    private int _files;

    public string Source => source;

    public string Target => target;

    public bool HasFaults => _faults.Count > 0;

    /// <summary>Bytes of the largest answer that was written: correct output may be as long.</summary>
    public long LargestAnswer { get; set; }

    /// <summary>Further directories in which <see cref="Find"/> looks.</summary>
    public List<string> Roots { get; } = [source];

    public void Fault(string place, string what)
    {
        if (_faults.Count < MostFaults) _faults.Add($"{place}: {what}");
    }

    public void Note(string what) => _notes.Add(what);

    /// <summary>The file of that name, wherever it is; null, after a fault at <paramref name="place"/>, when there is none.</summary>
    public string? Find(string name, string place)
    {
        if (!IsPlain(name))
        {
            Fault(place, $"'{Shown(name)}' must be a plain relative path without '..'");
            return null;
        }

        if (TryFind(name) is { } path) return path;
        Fault(place, $"'{Shown(name)}' is not in the package");
        return null;
    }

    /// <summary>The same without a fault.</summary>
    public string? TryFind(string name) => !IsPlain(name) ? null : Roots.Select(root => Inside(root, name)).FirstOrDefault(p => p is not null);

    public void Write(string name, string content)
    {
        using var file = Create(name);
        var bytes = Encoding.UTF8.GetBytes(content);
        Spend(bytes.Length);
        file.Write(bytes);
    }

    public void Copy(string path, string name)
    {
        using var from = File.OpenRead(path);
        Spend(from.Length);
        using var to = Create(name);
        from.CopyTo(to);
    }

    /// <summary>Test data with its line ends made line feeds, as both formats do when they judge on Linux.</summary>
    /// <param name="path">What is copied.</param>
    /// <param name="name">What it becomes.</param>
    /// <param name="ended">Whether the last line gets a line feed if it has none.</param>
    public void CopyText(string path, string name, bool ended = false)
    {
        using var from = File.OpenRead(path);
        Spend(from.Length);
        using var to = Create(name);
        var (buffer, returned, last) = (new byte[81920], false, (byte)'\n');
        for (int n; (n = from.Read(buffer)) > 0;)
        {
            var length = 0;
            for (var i = 0; i < n; i++)
            {
                // The second byte of a \r\n may be the next buffer's first.
                var (b, after) = (buffer[i], returned);
                returned = b == '\r';
                if (b == '\n' && after) continue;
                buffer[length++] = returned ? (byte)'\n' : b;
            }

            to.Write(buffer, 0, length);
            if (length > 0) last = buffer[length - 1];
        }

        if (ended && last != '\n') to.WriteByte((byte)'\n');
    }

    /// <exception cref="PackageException">There were faults.</exception>
    public ImportedPackage Finish(PackageFormat format, string? slug) =>
        _faults.Count > 0 ? throw new PackageException(_faults) : new ImportedPackage(format, target, slug is { Length: > 0 } ? slug : null, _notes);

    public static string At(string file, long line) => $"{file}:{line.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>What is named many times is written many times: that has the limits of any package.</summary>
    private void Spend(long bytes)
    {
        if ((_bytes += bytes) > PackageArchive.LargestContent) throw new PackageException($"the package is larger than {PackageArchive.LargestContent >> 20} MiB in our layout");
    }

    private FileStream Create(string name)
    {
        if (++_files > PackageArchive.MostEntries) throw new PackageException($"the package has more than {PackageArchive.MostEntries} files in our layout");
        var path = Path.Combine(target, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.Create(path);
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 200 && !name.Contains('\\', StringComparison.Ordinal) && !name.Any(char.IsControl)
        && name.Split('/').All(part => part is not ("" or "." or ".."));

    /// <summary>A regular file below the root, on the way to which there is no link.</summary>
    private static string? Inside(string root, string name)
    {
        var path = root;
        foreach (var part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (!Path.Exists(path) || File.GetAttributes(path).HasFlag(FileAttributes.ReparsePoint)) return null;
        }

        return File.Exists(path) ? path : null;
    }

    private static string Shown(string name) => new([.. name.Take(80).Select(c => char.IsControl(c) ? '?' : c)]);
}
