namespace Judge.Worker.Problems.Import;

/// <summary>A package as somebody has it on disk, a directory or a zip of any format, ready to be read. What was unpacked and converted goes with it.</summary>
internal sealed class LocalPackage : IDisposable
{
    private readonly string _workspace = System.IO.Directory.CreateTempSubdirectory("judge-package-").FullName;

    private LocalPackage(string path)
    {
        Slug = PackageImport.Slug(System.IO.Directory.Exists(path) ? Path.GetFileName(Path.GetFullPath(path).TrimEnd('/')) : Path.GetFileNameWithoutExtension(path));
        if (Slug.Length == 0) Slug = "problem";
    }

    /// <summary>What the problem is called: by the package itself, or by its file's name.</summary>
    public string Slug { get; private set; }

    public ImportedPackage Imported { get; private set; } = null!;

    public string Directory => Imported.Directory;

    /// <exception cref="PackageException">With every fault found in it so far; it has not been read yet.</exception>
    /// <exception cref="IOException">There is nothing of that name.</exception>
    public static LocalPackage Open(string path)
    {
        var package = new LocalPackage(path);
        try
        {
            package.Read(path);
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    public void Dispose() => System.IO.Directory.Delete(_workspace, recursive: true);

    private void Read(string path)
    {
        var source = path;
        if (File.Exists(path))
        {
            source = System.IO.Directory.CreateDirectory(Path.Combine(_workspace, "package")).FullName;
            using var zip = File.OpenRead(path);
            PackageArchive.Extract(zip, source);
        }
        else if (!System.IO.Directory.Exists(path))
        {
            throw new FileNotFoundException($"there is no file or directory {path}");
        }

        Imported = PackageImport.Open(source, Path.Combine(_workspace, "converted"), Slug);
        if (Imported.Directory == source) PackageLinks.Refuse(source);
        if (Imported.Slug is { } own) Slug = own;
    }
}
