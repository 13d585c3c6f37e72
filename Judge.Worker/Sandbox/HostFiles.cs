using System.IO.Enumeration;

namespace Judge.Worker.Sandbox;

/// <summary>Files of this host, for sandboxes that show it to programs.</summary>
internal static class HostFiles
{
    /// <summary>See <see cref="ISandbox.FindAsync"/>.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<string> patterns) =>
        [.. patterns.SelectMany(Match).Distinct(StringComparer.Ordinal).Where(IsThere).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Match(string pattern)
    {
        IEnumerable<string> paths = ["/"];
        foreach (var name in pattern.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            paths = name.Contains('*', StringComparison.Ordinal)
                ? paths.Where(Directory.Exists).SelectMany(Directory.EnumerateFileSystemEntries).Where(p => FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(p), ignoreCase: false))
                : paths.Select(p => Path.Combine(p, name));
        }

        return paths;
    }

    /// <summary>A link left behind by a removed package is not there.</summary>
    private static bool IsThere(string path) =>
        Path.Exists(path) && (Directory.Exists(path) || new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is null or { Exists: true });
}
