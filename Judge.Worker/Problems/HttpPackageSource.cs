using Judge.Contracts;

namespace Judge.Worker.Problems;

/// <summary>Packages from the API, with the worker key.</summary>
internal sealed class HttpPackageSource(HttpClient http) : IPackageSource
{
    public async Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        // A zip is read from its end: it has to be seekable, and the API bounds its size.
        using var response = await http.GetAsync(Routes.Package.Replace("{hash}", hash, StringComparison.Ordinal), cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new PackageException($"the API answered {(int)response.StatusCode} for package {hash}");
        return new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken), writable: false);
    }
}
