using System.Collections.Concurrent;

namespace Judge.Worker.Problems;

/// <summary>Where a package's zip comes from: the database of this process, or the API over HTTP.</summary>
internal interface IPackageSource
{
    /// <summary>The zip of the package with that content hash.</summary>
    Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken);
}

/// <summary>Packages unpacked on disk by content hash: fetched once, checked, kept.</summary>
internal sealed class PackageCache(IPackageSource source, string directory)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ProblemPackage>>> _packages = new(StringComparer.Ordinal);

    /// <summary>Where a package is that has been got.</summary>
    public string PathOf(string hash) => Path.Combine(directory, hash);

    public async Task<ProblemPackage> GetAsync(string hash, CancellationToken cancellationToken)
    {
        var package = _packages.GetOrAdd(hash, h => new Lazy<Task<ProblemPackage>>(() => LoadAsync(h)));
        try
        {
            return await package.Value.WaitAsync(cancellationToken);
        }
        catch when (package.Value.IsFaulted)
        {
            // The next submission tries again.
            _packages.TryRemove(KeyValuePair.Create(hash, package));
            throw;
        }
    }

    private async Task<ProblemPackage> LoadAsync(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) throw new PackageException($"'{hash}' is no package hash");
        var target = PathOf(hash);
        if (!Directory.Exists(target)) await FetchAsync(hash, target);
        return PackageReader.Read(target);
    }

    private async Task FetchAsync(string hash, string target)
    {
        Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var temporary = Path.Combine(directory, $"{hash}.{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(temporary);
            await using (var zip = await source.OpenAsync(hash, CancellationToken.None)) PackageArchive.ExtractStored(zip, temporary);
            if (PackageArchive.Hash(temporary) is var actual && actual != hash)
                throw new PackageException($"the package fetched as {hash} has the content hash {actual}");
            // Atomic, so that a crash never leaves half a package under its hash; another process may have been first.
            if (!Directory.Exists(target)) Directory.Move(temporary, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // It has been.
        }
        finally
        {
            if (Directory.Exists(temporary)) Directory.Delete(temporary, recursive: true);
        }
    }
}
