namespace Judge.Worker.Problems;

/// <summary>A package is what is in it: a link may lead out of it, and would lead elsewhere on another machine.</summary>
internal static class PackageLinks
{
    private const int MostTold = 20;

    /// <exception cref="PackageException">There are symbolic links in the directory; it names them.</exception>
    public static void Refuse(string directory)
    {
        var faults = In(new DirectoryInfo(directory), "").Take(MostTold)
            .Select(l => $"{l.Name}: is a symbolic link (to {l.To}), and packages may have none: put the file itself there").ToList();
        if (faults.Count > 0) throw new PackageException(faults);
    }

    private static IEnumerable<(string Name, string? To)> In(DirectoryInfo directory, string prefix)
    {
        foreach (var entry in directory.GetFileSystemInfos().Where(e => !PackageArchive.IsLeftOut(e.Name)).OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.LinkTarget is { } target) yield return ($"{prefix}{entry.Name}", target);
            else if (entry is DirectoryInfo inner) foreach (var link in In(inner, $"{prefix}{entry.Name}/")) yield return link;
        }
    }
}
