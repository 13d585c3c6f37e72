using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Judge.Api.Accounts;
using Judge.Api.Hosting;
using Judge.Contracts;
using Judge.Worker.Functions;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Problems.Import;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Judge.Api.Problems;

/// <summary>A line of the list.</summary>
internal sealed record ProblemSummary(string Slug, string Title, string? Difficulty, IReadOnlyList<string> Tags, string Kind)
{
    public static ProblemSummary From(ProblemRow row) =>
        new(row.Slug, row.Title, row.Difficulty, JsonSerializer.Deserialize<string[]>(row.Tags)!, row.Signature is null ? "program" : "function");
}

/// <summary>All a solver sees.</summary>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Title">Its name.</param>
/// <param name="Difficulty">easy, medium or hard; null when nobody has said.</param>
/// <param name="Tags">What it is about.</param>
/// <param name="Kind">program: input and output; function: what the signature says is written.</param>
/// <param name="Statement">Markdown.</param>
/// <param name="TimeLimitMs">CPU time per case, before a language's allowance.</param>
/// <param name="MemoryLimitKb">Memory per case, before a language's allowance.</param>
/// <param name="Cases">How many there are.</param>
/// <param name="Samples">Those that are shown.</param>
/// <param name="Signature">Of a function problem, its signature.json; else null.</param>
/// <param name="Templates">Of a function problem: language → starter code; else null.</param>
internal sealed record ProblemView(
    string Slug, string Title, string? Difficulty, IReadOnlyList<string> Tags, string Kind, string Statement, int TimeLimitMs, int MemoryLimitKb,
    int Cases, IReadOnlyList<SampleView> Samples, JsonElement? Signature, IReadOnlyDictionary<string, string>? Templates)
{
    /// <summary>Only in the answer to a PUT: what the package says that is not done here, a line each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Warnings { get; init; }
}

internal static partial class ProblemsApi
{
    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/problems").WithTags("Problems").RequireAuthorization();
        group.MapGet("/", ListAsync).WithName("ListProblems").WithSummary("All problems").ProducesProblem(401);
        group.MapGet("/{slug}", GetAsync).WithName("GetProblem").WithSummary("Statement, limits and samples of a problem; of a function problem, its signature and starter code").ProducesProblem(401);
        group.MapPut("/{slug}", PutAsync).WithName("PutProblem").WithSummary("Create or replace a problem from a Kattis/ICPC, Polygon or DMOJ package (zip)")
            .RequireAuthorization(ApiKeyAuthentication.AdminPolicy)
            .WithMetadata(new RequestSizeLimitAttribute(PackageArchive.LargestArchive))
            .Produces<ProblemView>(StatusCodes.Status201Created).Produces<ProblemView>()
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(413).ProducesProblem(415);
        app.MapGet(Routes.Package, PackageAsync).WithTags("Workers").WithName("GetPackage").WithSummary("A package by content hash, for workers")
            .RequireAuthorization(ApiKeyAuthentication.WorkerPolicy).ProducesProblem(401).ProducesProblem(404);
    }

    private static async Task<Ok<ProblemSummary[]>> ListAsync(ProblemStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok((await store.ListAsync(cancellationToken)).Select(ProblemSummary.From).ToArray());

    private static async Task<Results<Ok<ProblemView>, ProblemHttpResult>> GetAsync(string slug, ProblemStore store, CancellationToken cancellationToken) =>
        await store.ReadAsync(slug, cancellationToken) is { } row ? TypedResults.Ok(View(row)) : HttpProblems.NotFound($"There is no problem '{slug}'.");

    private static async Task<IResult> PutAsync(string slug, HttpRequest request, ProblemStore store, JudgeSettings settings, CancellationToken cancellationToken)
    {
        if (!SlugPattern().IsMatch(slug)) return HttpProblems.Invalid("slug", "must be 1 to 100 lower-case letters, digits and hyphens");
        if (request.ContentType?.Split(';')[0].Trim() is not ("application/zip" or "application/x-zip-compressed" or "application/octet-stream"))
            return HttpProblems.Invalid("Content-Type", "must be application/zip", StatusCodes.Status415UnsupportedMediaType);
        var workspace = Directory.CreateDirectory(Path.Combine(settings.DataPath, "uploads", Guid.NewGuid().ToString("N"))).FullName;
        try
        {
            var directory = Directory.CreateDirectory(Path.Combine(workspace, "package")).FullName;
            await using (var archive = new FileStream(Path.Combine(workspace, "upload.zip"), FileMode.CreateNew, FileAccess.ReadWrite))
            {
                await request.Body.CopyToAsync(archive, cancellationToken);
                archive.Position = 0;
                PackageArchive.Extract(archive, directory);
            }

            var imported = PackageImport.Open(directory, Path.Combine(workspace, "converted"), slug);
            var read = PackageReader.Read(imported.Directory, slug);
            var isNew = await store.PutAsync(slug, imported.Directory, read, shipped: false, cancellationToken);
            var view = View((await store.ReadAsync(slug, cancellationToken))!) with { Warnings = [.. imported.Notes, .. read.Warnings] };
            return isNew ? TypedResults.Created($"/api/problems/{slug}", view) : TypedResults.Ok(view);
        }
        catch (PackageException e)
        {
            return HttpProblems.Invalid("package", [.. e.Faults]);
        }
        finally
        {
            Directory.Delete(workspace, recursive: true);
        }
    }

    private static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> PackageAsync(string hash, ProblemStore store, CancellationToken cancellationToken)
    {
        try
        {
            return TypedResults.Stream(await store.OpenAsync(hash, cancellationToken), "application/zip");
        }
        catch (PackageException e)
        {
            return HttpProblems.NotFound(e.Message);
        }
    }

    private static ProblemView View(ProblemRow row)
    {
        var summary = ProblemSummary.From(row);
        return new ProblemView(
            row.Slug, row.Title, row.Difficulty, summary.Tags, summary.Kind, row.Statement, row.TimeLimitMs, row.MemoryLimitKb, row.CaseCount,
            JsonSerializer.Deserialize<SampleView[]>(row.Samples, JsonSerializerOptions.Web)!,
            row.Signature is null ? null : JsonSerializer.Deserialize<JsonElement>(row.Signature), row.ReadSignature() is { } signature ? Templates(signature) : null);
    }

    private static Dictionary<string, string> Templates(Signature signature) =>
        LanguageCatalog.All.Where(l => l.Functions is not null).ToDictionary(l => l.Id, l => l.Functions!.Template(signature), StringComparer.Ordinal);

    [GeneratedRegex("^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern();
}
