namespace Judge.Worker.Problems.Import;

/// <summary>Whose layout a package has.</summary>
internal enum PackageFormat
{
    Kattis,
    Polygon,
    Dmoj,
}

/// <summary>A package of any format, as a directory in ours.</summary>
/// <param name="Format">What it came in.</param>
/// <param name="Directory">What <see cref="PackageReader"/> reads: the package itself, or what was made of it.</param>
/// <param name="Slug">What it calls itself; null when it does not say.</param>
/// <param name="Notes">What was left out or is not the same here, a line each.</param>
internal sealed record ImportedPackage(PackageFormat Format, string Directory, string? Slug, IReadOnlyList<string> Notes);

/// <summary>
/// Recognises a package's format and writes what is not in ours as an equivalent package that is: everything after this knows one format.
/// </summary>
internal static class PackageImport
{
    /// <param name="source">An unpacked package.</param>
    /// <param name="target">Where a converted one goes, a directory that need not be there; left alone when there is nothing to convert.</param>
    /// <param name="slug">What the problem will be called, for formats that do not know its name.</param>
    /// <exception cref="PackageException">With every fault found on the way.</exception>
    public static ImportedPackage Open(string source, string target, string slug)
    {
        bool Has(string file) => File.Exists(Path.Combine(source, file));
        if (Has("problem.yaml")) return new ImportedPackage(PackageFormat.Kattis, source, null, []);
        if (Has("problem.xml")) return Polygon.PolygonConverter.Convert(new Conversion(source, target), slug);
        if (Has("init.yml")) return Dmoj.DmojConverter.Convert(new Conversion(source, target), slug);
        throw new PackageException("problem.yaml: is missing, and there is no problem.xml (Polygon) or init.yml (DMOJ) either");
    }

    /// <summary>What a name comes to as a slug; empty when nothing is left of it.</summary>
    public static string Slug(string name)
    {
        var letters = name.ToLowerInvariant().Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-').ToArray();
        var slug = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length <= 100 ? slug : slug[..100].TrimEnd('-');
    }
}
