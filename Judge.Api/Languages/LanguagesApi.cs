using Judge.Worker.Languages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Languages;

/// <summary>A language as clients see it.</summary>
internal sealed record LanguageView(string Id, string Name, string? Version, bool Available, string? Reason, string SourceFile);

internal static class LanguagesApi
{
    public static void MapLanguages(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/languages", ListAsync).WithTags("Languages").WithName("ListLanguages")
            .WithSummary("The languages, and which of them the workers can judge").RequireAuthorization().ProducesProblem(401);

    private static async Task<Ok<LanguageView[]>> ListAsync(WorkerStore workers, CancellationToken cancellationToken)
    {
        var reports = await workers.LanguagesAsync(cancellationToken);
        return TypedResults.Ok(LanguageCatalog.All
            .Select(l => reports?.GetValueOrDefault(l.Id) is { } status
                ? new LanguageView(l.Id, l.Name, status.Version, status.Available, status.Reason, l.SourceFile)
                : new LanguageView(l.Id, l.Name, null, Available: false, "no worker has reported yet", l.SourceFile))
            .ToArray());
    }
}
