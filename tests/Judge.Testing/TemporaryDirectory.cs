namespace Judge.Testing;

/// <summary>A folder that goes with the test.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private TemporaryDirectory(string path) => Path = path;

    public TemporaryDirectory() : this(Directory.CreateTempSubdirectory("judge-test-").FullName) { }

    public string Path { get; }

    /// <summary>One that every user may read, on a disk, and where no sandbox has something else.</summary>
    public static TemporaryDirectory OnDisk()
    {
        var path = $"/var/tmp/judge-test-{Guid.NewGuid():N}";
        Directory.CreateDirectory(path);
        return new TemporaryDirectory(path);
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that was killed a moment ago may still hold something; the folder is under /tmp.
        }
    }
}
