using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Judge.Worker.Problems.Import;

/// <summary><c>import FILE|DIR…</c>: reads packages of any format, tells every fault, and puts those without one on a server.</summary>
internal static class ImportCommand
{
    /// <returns>0 when all are there, 1 when one is not, 2 when it was called wrongly.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellationToken)
    {
        var (options, fault) = ImportOptions.Parse(arguments, Environment.GetEnvironmentVariable);
        if (options is null)
        {
            await Console.Error.WriteLineAsync($"import: {fault}");
            return 2;
        }

        using var http = new HttpClient { BaseAddress = options.Url, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.Key);
        var failed = 0;
        foreach (var path in options.Paths)
        {
            try
            {
                using var package = LocalPackage.Open(path);
                var slug = options.Slug ?? package.Slug;
                var read = PackageReader.Read(package.Directory, slug);
                var done = options.ConvertOnly is { } folder
                    ? Keep(package, options.Paths.Count == 1 ? folder : Path.Combine(folder, slug))
                    : await PutAsync(http, slug, package.Directory, cancellationToken);
                var cases = read.Cases.Count.ToString(CultureInfo.InvariantCulture);
                await output.WriteLineAsync($"{slug,-24} {package.Imported.Format,-8} {done}, {cases} cases, \"{read.Title}\"");
                foreach (var note in package.Imported.Notes) await output.WriteLineAsync($"    note: {note}");
                foreach (var warning in read.Warnings) await output.WriteLineAsync($"    warning: {warning}");
            }
            catch (Exception e) when (e is PackageException or IOException or HttpRequestException or UnauthorizedAccessException || e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                failed++;
                var faults = e switch
                {
                    PackageException p => p.Faults,
                    OperationCanceledException => [$"{options.Url} did not answer for {http.Timeout.TotalMinutes:0} minutes; whether it took the package is not known"],
                    _ => [e.Message],
                };
                await output.WriteLineAsync($"{path}: not imported, {faults.Count.ToString(CultureInfo.InvariantCulture)} fault{(faults.Count == 1 ? "" : "s")}");
                foreach (var one in faults) await output.WriteLineAsync($"    {one}");
            }
        }

        return failed > 0 ? 1 : 0;
    }

    private static string Keep(LocalPackage package, string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) throw new IOException($"{folder} is not empty");
        foreach (var (name, path) in PackageArchive.Files(package.Directory))
        {
            var to = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(path, to);
        }

        return $"converted into {folder}";
    }

    private static async Task<string> PutAsync(HttpClient http, string slug, string directory, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(PackageArchive.Create(directory));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        using var response = await http.PutAsync($"/api/problems/{Uri.EscapeDataString(slug)}", content, cancellationToken);
        if (response.IsSuccessStatusCode) return response.StatusCode == System.Net.HttpStatusCode.Created ? "created" : "replaced";
        throw new PackageException(Faults((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken)));
    }

    /// <summary>What the server found, which looks once more.</summary>
    private static List<string> Faults(int status, string body)
    {
        var faults = new List<string>();
        try
        {
            using var problem = JsonDocument.Parse(body);
            if (problem.RootElement.TryGetProperty("errors", out var errors))
                faults.AddRange(errors.EnumerateObject().SelectMany(e => e.Value.EnumerateArray().Select(m => e.Name == "package" ? m.GetString()! : $"{e.Name}: {m.GetString()}")));
            else if (problem.RootElement.TryGetProperty("detail", out var detail) && detail.GetString() is { } text) faults.Add(text);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not our API: its status is all there is to tell.
        }

        return faults.Count > 0 ? faults : [$"the server answered {status.ToString(CultureInfo.InvariantCulture)}"];
    }
}
