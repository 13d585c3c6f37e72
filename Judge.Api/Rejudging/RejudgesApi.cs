using System.Text.Json;
using Judge.Api.Accounts;
using Judge.Api.Data;
using Judge.Api.Hosting;
using Judge.Api.Submissions;
using Judge.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Rejudging;

/// <summary>What POST takes; at least one of these.</summary>
/// <param name="Problem">Of this problem.</param>
/// <param name="Language">In this language.</param>
/// <param name="Verdict">With this verdict now.</param>
/// <param name="Account">Of the account of this name.</param>
/// <param name="Since">Made at this time or later, RFC 3339.</param>
/// <param name="Until">Made before this time, RFC 3339.</param>
internal sealed record RejudgeRequest(string? Problem, string? Language, Verdict? Verdict, string? Account, DateTimeOffset? Since, DateTimeOffset? Until);

/// <summary>A rejudge and how far it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="By">The admin who asked for it.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="State"><c>running</c>, <c>done</c> or <c>cancelled</c> (what had been begun is still finished).</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Total">Submissions that fitted when it was asked for.</param>
/// <param name="Done">Submissions that are through with it.</param>
/// <param name="Changed">Those with another verdict than before; null in the list.</param>
/// <param name="Failed">Those that were not judged again and have their old verdict; null in the list.</param>
/// <param name="Outcomes">How many went from which verdict to which; null in the list.</param>
internal sealed record RejudgeView(
    string Id, string By, DateTime CreatedAt, string State, RejudgeFilter Filter, int Total, int Done, int? Changed, int? Failed,
    IReadOnlyList<RejudgeChangeView>? Outcomes);

/// <summary>So many went from one verdict to another, or kept it.</summary>
internal sealed record RejudgeChangeView(Verdict Before, Verdict After, int Count);

/// <summary>What a rejudge came to for one submission.</summary>
/// <param name="Submission">Which.</param>
/// <param name="Before">Its verdict before.</param>
/// <param name="After">Its verdict after; null while it is not judged again, or when it was not.</param>
/// <param name="Note">Why it was not; else null.</param>
/// <param name="EndedAt">When that was; null: not yet.</param>
internal sealed record RejudgedView(string Submission, Verdict Before, Verdict? After, string? Note, DateTime? EndedAt);

internal static class RejudgesApi
{
    public static void MapRejudges(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/submissions/{id}/rejudge", CreateOneAsync).WithTags("Rejudges").WithName("RejudgeSubmission").WithSummary("Judge a submission again, with the problem as it is now")
            .RequireAuthorization(ApiKeyAuthentication.AdminPolicy).Produces<RejudgeView>(StatusCodes.Status202Accepted)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        var group = app.MapGroup("/api/rejudges").WithTags("Rejudges").RequireAuthorization(ApiKeyAuthentication.AdminPolicy).ProducesProblem(401).ProducesProblem(403);
        group.MapPost("/", CreateAsync).WithName("CreateRejudge").WithSummary("Judge again all submissions that fit, whenever the free tier's workers have nothing else to do")
            .TakesJson<RejudgeRequest>().Produces<RejudgeView>(StatusCodes.Status202Accepted).ProducesProblem(400);
        group.MapGet("/", ListAsync).WithName("ListRejudges").WithSummary("Rejudges, newest first")
            .TakesQuery("limit", PageQuery.LimitWords).TakesQuery("before", "The id that a page's next named").Produces<Page<RejudgeView>>().ProducesProblem(400);
        group.MapGet("/{id}", GetAsync).WithName("GetRejudge").WithSummary("How far a rejudge is, and how many verdicts it has changed")
            .Produces<RejudgeView>().ProducesProblem(400).ProducesProblem(404);
        group.MapGet("/{id}/submissions", SubmissionsAsync).WithName("ListRejudgedSubmissions").WithSummary("The verdict of each submission before and after, oldest first")
            .TakesQuery("changed", "true: only those whose verdict is another one now")
            .TakesQuery("limit", PageQuery.LimitWords).TakesQuery("after", "The id that a page's next named").Produces<Page<RejudgedView>>().ProducesProblem(400).ProducesProblem(404);
        group.MapDelete("/{id}", CancelAsync).WithName("CancelRejudge").WithSummary("Judge no more of it again; what has been judged stays")
            .Produces<RejudgeView>().ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> CreateOneAsync(
        string id, HttpContext context, SubmissionStore submissions, RejudgeStore store, Rejudger rejudger, CancellationToken cancellationToken)
    {
        if (!SubmissionsApi.TryParseId(id, out var submission)) return SubmissionsApi.BadId("id", id);
        if (await submissions.FindAsync(submission, accountId: null, cancellationToken) is not { } row) return HttpProblems.NotFound($"There is no submission {id}.");
        if (row.Kind == SubmissionKind.Run) return HttpProblems.Conflict("A run cannot be judged again; run the program once more.");
        if (row.State != SubmissionState.Judged) return HttpProblems.Conflict("The submission has not been judged yet.");
        if (row.Verdict == Verdict.Cancelled) return HttpProblems.Conflict("The submission was withdrawn.");
        return await StartAsync(context, new RejudgeFilter(Submission: row.Id), store, rejudger, cancellationToken);
    }

    private static async Task<IResult> CreateAsync(HttpContext context, RejudgeStore store, Rejudger rejudger, CancellationToken cancellationToken)
    {
        var (body, unreadable) = await JsonBody.ReadAsync(context.Request, "problem", "language", "verdict", "account", "since", "until");
        if (body is null) return unreadable!;
        using (body)
        {
            var filter = new RejudgeFilter(
                Problem: body.TextIfAny("problem", 100), Language: body.TextIfAny("language", 100), Verdict: body.ChoiceIfAny<Verdict>("verdict"),
                Account: body.TextIfAny("account", 100), Since: body.TimeIfAny("since"), Until: body.TimeIfAny("until"));
            if (filter.Verdict == Verdict.Cancelled) body.Wrong("verdict", "submissions that were withdrawn are not judged");
            if (filter == new RejudgeFilter()) body.Wrong("body", "must name at least one of problem, language, verdict, account, since, until");
            return body.Problem ?? await StartAsync(context, filter, store, rejudger, cancellationToken);
        }
    }

    private static async Task<IResult> StartAsync(HttpContext context, RejudgeFilter filter, RejudgeStore store, Rejudger rejudger, CancellationToken cancellationToken)
    {
        var id = await store.CreateAsync(ApiKeyAuthentication.Caller(context).Id, filter, cancellationToken);
        rejudger.Wake();
        return TypedResults.Accepted($"/api/rejudges/{id}", View((await store.FindAsync(id, cancellationToken))!));
    }

    private static async Task<IResult> ListAsync(HttpContext context, RejudgeStore store, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var page = PageQuery.Read(context.Request.Query, "before", errors);
        if (errors.Count > 0) return HttpProblems.Invalid(errors);
        return TypedResults.Ok(Page<RejudgeView>.Of(await store.ListAsync(page.From, page.Limit + 1, cancellationToken), page, r => r.Id, View));
    }

    private static async Task<IResult> GetAsync(string id, RejudgeStore store, CancellationToken cancellationToken)
    {
        if (!SubmissionsApi.TryParseId(id, out var rejudge)) return BadId(id);
        return await store.FindAsync(rejudge, cancellationToken) is { } row ? TypedResults.Ok(View(row)) : NotFound(id);
    }

    private static async Task<IResult> SubmissionsAsync(string id, HttpContext context, RejudgeStore store, CancellationToken cancellationToken)
    {
        if (!SubmissionsApi.TryParseId(id, out var rejudge)) return BadId(id);
        var query = context.Request.Query;
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var page = PageQuery.Read(query, "after", errors);
        if (query["changed"].ToString() is not ("" or "true" or "false")) errors["changed"] = ["must be true or false"];
        if (errors.Count > 0) return HttpProblems.Invalid(errors);
        if (await store.FindAsync(rejudge, cancellationToken) is null) return NotFound(id);
        var rows = await store.SubmissionsAsync(rejudge, query["changed"] == "true", page.From, page.Limit + 1, cancellationToken);
        return TypedResults.Ok(Page<RejudgedView>.Of(
            rows, page, r => r.SubmissionId, r => new RejudgedView(r.SubmissionId, r.Before, r.After, r.Note, r.EndedAt is { } ended ? ended.ToUtc() : null)));
    }

    private static async Task<IResult> CancelAsync(string id, RejudgeStore store, CancellationToken cancellationToken)
    {
        if (!SubmissionsApi.TryParseId(id, out var rejudge)) return BadId(id);
        if (await store.FindAsync(rejudge, cancellationToken) is null) return NotFound(id);
        await store.CancelAsync(rejudge, cancellationToken);
        return TypedResults.Ok(View((await store.FindAsync(rejudge, cancellationToken))!));
    }

    private static ProblemHttpResult BadId(string id) => SubmissionsApi.BadId("id", id, "a rejudge");

    private static ProblemHttpResult NotFound(string id) => HttpProblems.NotFound($"There is no rejudge {id}.");

    private static RejudgeView View(RejudgeRow row)
    {
        var outcomes = row.Outcomes;
        return new RejudgeView(
            row.Id, row.By, row.CreatedAt.ToUtc(), row.Cancelled ? "cancelled" : row.AllPicked && row.Ended == row.Picked ? "done" : "running",
            JsonSerializer.Deserialize<RejudgeFilter>(row.Filter, JsonSerializerOptions.Web)!, row.Total, row.Ended,
            outcomes?.Where(o => o.After is not null && o.After != o.Before).Sum(o => o.Count),
            outcomes?.Where(o => o.After is null && o.Ended).Sum(o => o.Count),
            outcomes is null ? null : [.. outcomes.Where(o => o.After is not null).Select(o => new RejudgeChangeView(o.Before, o.After!.Value, o.Count))]);
    }
}
