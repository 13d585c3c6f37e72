using System.Diagnostics;
using Judge.Contracts;

namespace Judge.Worker.Problems;

/// <summary>Packages from the API, with the worker key.</summary>
internal sealed class HttpPackageSource(HttpClient http) : IPackageSource
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromSeconds(1);

    public async Task<Stream> OpenAsync(string hash, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                // A zip is read from its end: it has to be seekable, and the API bounds its size.
                using var response = await http.GetAsync(Routes.Package.Replace("{hash}", hash, StringComparison.Ordinal), cancellationToken);
                if (response.IsSuccessStatusCode)
                    return new MemoryStream(await response.Content.ReadAsByteArrayAsync(cancellationToken), writable: false);
                if ((int)response.StatusCode < 500 || Stopwatch.GetElapsedTime(started) >= Patience) throw new PackageException($"the API answered {(int)response.StatusCode} for package {hash}");
            }
            catch (HttpRequestException) when (Stopwatch.GetElapsedTime(started) < Patience)
            {
                // The API is being restarted: this is no reason to fail a submission.
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }
}
