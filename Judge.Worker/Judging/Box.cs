using System.Globalization;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Judging;

/// <summary>Where this process's boxes live: a folder of its own below /tmp, which the sandbox user can pass but not list.</summary>
internal sealed class BoxRoot : IDisposable
{
    private const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private readonly string _path;

    public BoxRoot()
    {
        SweepAbandoned();
        _path = Path.Combine("/tmp", string.Create(CultureInfo.InvariantCulture, $"judge-boxes-{Environment.ProcessId}-{Guid.NewGuid():N}"));
        Directory.CreateDirectory(_path, Passable);
    }

    /// <summary>A fresh box with these files, owned by the sandbox user. Written before any hostile code has seen the folder.</summary>
    public Box Create(IReadOnlyList<(string Name, string Content)> files)
    {
        var path = Path.Combine(_path, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(path, Passable);
        foreach (var (name, content) in files) File.WriteAllText(Path.Combine(path, name), content);
        if (Libc.geteuid() == 0 && Libc.chown(path, BubblewrapCommand.RunUser, BubblewrapCommand.RunUser) != 0)
            throw new SandboxException($"cannot hand {path} to the sandbox user: run as a user that is not root, or give root CHOWN, SETUID, SETGID and SETPCAP");
        return new Box(path);
    }

    public void Dispose() => Box.Remove(_path);

    /// <summary>Removes the boxes of workers that were killed. Only folders of our own: /tmp is everybody's, and what another user put
    /// there under such a name could be exchanged for a link while it is being removed.</summary>
    private static void SweepAbandoned()
    {
        foreach (var path in Directory.GetDirectories("/tmp", "judge-boxes-*"))
        {
            var pid = Path.GetFileName(path).Split('-')[2];
            if (!Directory.Exists($"/proc/{pid}") && Libc.OwnerOf(path) == Libc.geteuid()) Box.Remove(path);
        }
    }
}

/// <summary>One program's folder: source and what the compiler made of it. Removed with everything in it when disposed.</summary>
internal sealed class Box(string path) : IDisposable
{
    public string Path { get; } = path;

    /// <summary>Whether the compiler left a file of that name. Looks at the name only and follows nothing.</summary>
    public bool Has(string file) => new FileInfo(System.IO.Path.Combine(Path, file)) is { Exists: true, LinkTarget: null };

    public void Dispose() => Remove(Path);

    /// <summary>Links inside are removed, never followed; what resists is left for the sweep at the next start.</summary>
    public static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's folder of the same name, or one being filled: not worth failing a verdict for.
        }
    }
}
