using Judge.Api.Accounts;
using Judge.Api.Hosting;
using Judge.Api.Problems;
using Judge.Worker.Languages;

namespace Judge.Api.Distributions;

/// <summary>How the programs that solve a problem in a language compare.</summary>
/// <param name="Problem">The problem.</param>
/// <param name="Language">The language.</param>
/// <param name="Accounts">How many accounts have solved it in that language. Each counts once in each measure, with its best accepted submission.</param>
/// <param name="TimeMs">CPU time of the slowest case, ms.</param>
/// <param name="MemoryKb">The largest peak, KiB.</param>
internal sealed record DistributionView(string Problem, string Language, long Accounts, HistogramView TimeMs, HistogramView MemoryKb);

internal static class DistributionsApi
{
    public static void MapDistributions(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/problems/{slug}/distribution", GetAsync).WithTags("Problems").WithName("GetDistribution").RequireAuthorization()
            .WithSummary("Time and memory of the accepted submissions in a language, and where the caller's best stands")
            .TakesQuery("language", "A language's id").Produces<DistributionView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404);

    private static async Task<IResult> GetAsync(string slug, HttpContext context, ProblemStore problems, DistributionStore store, CancellationToken cancellationToken)
    {
        var language = context.Request.Query["language"].ToString();
        if (language.Length == 0) return HttpProblems.Invalid("language", "is required; GET /api/languages lists them");
        if (LanguageCatalog.Find(language) is null) return HttpProblems.Invalid("language", $"'{(language.Length > 60 ? language[..60] + "…" : language)}' is not a language; GET /api/languages lists them");
        if (await problems.FindAsync(slug, cancellationToken) is null) return HttpProblems.NotFound($"There is no problem '{slug}'.");
        var (buckets, mine) = await store.ReadAsync(slug, language, ApiKeyAuthentication.Caller(context).Id, cancellationToken);
        var times = buckets.Where(b => b.Measure == Measure.Time).ToList();
        return TypedResults.Ok(new DistributionView(
            slug, language, times.Sum(b => b.Accounts), Histogram.Of(times, mine?.TimeMs),
            Histogram.Of([.. buckets.Where(b => b.Measure == Measure.Memory)], mine?.MemoryKb)));
    }
}
