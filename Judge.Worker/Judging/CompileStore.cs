namespace Judge.Worker.Judging;

/// <summary>
/// Bytes on disk under keys, at most so many in all: what was not asked for longest goes. Several processes may share the directory:
/// a file is there as a whole or not at all, and a missing one is only a miss. What is in the files is for the caller to trust or not.
/// </summary>
internal sealed class CompileStore
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string Unfinished = ".new";
    private static readonly TimeSpan Abandoned = TimeSpan.FromHours(1);

    private readonly string _directory;
    private readonly long _bound;
    private readonly Lock _eviction = new();
    private long _written;

    /// <param name="directory">Made when it is not there.</param>
    /// <param name="bound">Bytes of all files together. Where n processes share the directory it may be n sixteenths more for a while.</param>
    public CompileStore(string directory, long bound)
    {
        (_directory, _bound) = (directory, bound);
        Directory.CreateDirectory(directory, Private);
        Evict();
    }

    public async Task<byte[]?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_directory, key);
        if (!File.Exists(path)) return null;
        try
        {
            var content = await File.ReadAllBytesAsync(path, cancellationToken);
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A disk that is full or broken makes the next one compile, no more.</summary>
    public async Task WriteAsync(string key, byte[] content, CancellationToken cancellationToken)
    {
        if (content.Length > _bound / 2) return;
        var temporary = Path.Combine(_directory, $"{key}.{Guid.NewGuid():N}{Unfinished}");
        try
        {
            Directory.CreateDirectory(_directory);
            await File.WriteAllBytesAsync(temporary, content, cancellationToken);
            File.Move(temporary, Path.Combine(_directory, key), overwrite: true);
            if (Interlocked.Add(ref _written, content.Length) > _bound / 16) Evict();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What was left half done is removed by a later eviction.
        }
    }

    /// <summary>Removes what is over the bound, oldest use first, and what writers that are no more left half done.</summary>
    private void Evict()
    {
        lock (_eviction)
        {
            Interlocked.Exchange(ref _written, 0);
            // A sixteenth may be written until the next time.
            var (total, room) = (0L, _bound - _bound / 16);
            foreach (var file in new DirectoryInfo(_directory).GetFiles().OrderByDescending(f => f.LastWriteTimeUtc))
            {
                total += file.Exists ? file.Length : 0;
                var abandoned = file.Name.EndsWith(Unfinished, StringComparison.Ordinal) && DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned;
                if (total > room || abandoned) file.Delete();
            }
        }
    }
}
