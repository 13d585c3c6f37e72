using System.Text;
using Judge.Api.Accounts;
using Judge.Api.Data;
using Judge.Api.Hosting;
using Judge.Api.Rejudging;
using Judge.Api.Submissions;
using Judge.Contracts;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Failures;

/// <summary>Something that the judge could not do.</summary>
/// <param name="Id">By which it is retried or dismissed.</param>
/// <param name="Kind"><c>submission</c>: ended as internalError; <c>message</c>: nobody could handle it.</param>
/// <param name="Reason">Why, in a line.</param>
/// <param name="At">When.</param>
/// <param name="Submission">Which; null for a message.</param>
/// <param name="Queue">Where the message lay; null for a submission.</param>
/// <param name="Body">The message's beginning; null for a submission.</param>
internal sealed record FailureView(string Id, string Kind, string Reason, DateTime At, FailedSubmissionView? Submission, string? Queue, string? Body);

/// <summary>The submission of a failure.</summary>
internal sealed record FailedSubmissionView(string Id, string? Problem, string? Language, Tier? Tier, IReadOnlyList<EndedAttemptView> Attempts);

/// <summary>An attempt that came to no verdict.</summary>
internal sealed record EndedAttemptView(int Attempt, string? Worker, string Reason, DateTime At);

/// <summary>What a retry came to: the rejudge for a submission, null for a message.</summary>
internal sealed record RetriedView(string? Rejudge);

internal static class FailuresApi
{
    public static void MapFailures(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/admin/failures").WithTags("Failures").RequireAuthorization(ApiKeyAuthentication.AdminPolicy).ProducesProblem(401).ProducesProblem(403);
        group.MapGet("/", ListAsync).WithName("ListFailures").WithSummary("Submissions that ended as internalError and messages that nobody could handle, newest first")
            .TakesQuery("limit", PageQuery.LimitWords).TakesQuery("before", "The id that a page's next named")
            .Produces<Page<FailureView>>().ProducesProblem(400);
        group.MapPost("/{id}/retry", RetryAsync).WithName("RetryFailure").WithSummary("Judge the submission again; put the message back into its queue")
            .Produces<RetriedView>(StatusCodes.Status202Accepted).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapDelete("/{id}", DismissAsync).WithName("DismissFailure").WithSummary("Take it off the list; the submission stays as it is")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(HttpContext context, FailureStore store, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var page = PageQuery.Read(context.Request.Query, "before", errors);
        if (errors.Count > 0) return HttpProblems.Invalid(errors);
        var (rows, attempts) = await store.ListAsync(page.From, page.Limit + 1, cancellationToken);
        return TypedResults.Ok(Page<FailureView>.Of(rows, page, r => r.Id, r => View(r, attempts)));
    }

    private static async Task<IResult> RetryAsync(
        string id, HttpContext context, FailureStore store, RejudgeStore rejudges, Rejudger rejudger, IBus bus, CancellationToken cancellationToken)
    {
        if (!SubmissionsApi.TryParseId(id, out var failure)) return BadId(id);
        if (await store.FindAsync(failure, cancellationToken) is not { } row) return NotFound(id);
        if (row.SubmissionId is null)
        {
            // Sent and then removed: if something fails in between there are two of it, which does no harm; none would.
            await FailedMessages.SendAgainAsync(bus, row, cancellationToken);
            await store.RemoveAsync(failure, cancellationToken);
            return TypedResults.Json(new RetriedView(null), statusCode: StatusCodes.Status202Accepted);
        }

        if (row.Kind == SubmissionKind.Run) return HttpProblems.Conflict("A run cannot be judged again; its user may run the program once more.");
        // It stays on the list until there is a verdict.
        var rejudge = await rejudges.CreateAsync(ApiKeyAuthentication.Caller(context).Id, new RejudgeFilter(Submission: row.SubmissionId), cancellationToken);
        rejudger.Wake();
        return TypedResults.Accepted($"/api/rejudges/{rejudge}", new RetriedView(rejudge.ToString()));
    }

    private static async Task<IResult> DismissAsync(string id, FailureStore store, CancellationToken cancellationToken)
    {
        if (!SubmissionsApi.TryParseId(id, out var failure)) return BadId(id);
        return await store.RemoveAsync(failure, cancellationToken) ? TypedResults.NoContent() : NotFound(id);
    }

    private static ProblemHttpResult BadId(string id) => SubmissionsApi.BadId("id", id, "a failure");

    private static ProblemHttpResult NotFound(string id) => HttpProblems.NotFound($"There is no failure {id}.");

    private static FailureView View(FailureRow row, ILookup<string, EndedAttempt> attempts) => new(
        row.Id, row.SubmissionId is null ? "message" : "submission", row.Reason, row.FailedAt.ToUtc(),
        row.SubmissionId is not { } submission ? null : new FailedSubmissionView(
            submission, row.Problem, row.Language, row.Tier,
            [.. attempts[submission].Select(a => new EndedAttemptView(a.Attempt, a.Worker, a.Reason, a.EndedAt.ToUtc()))]),
        row.Queue,
        row.Body is null ? null : Encoding.UTF8.GetString(row.Body));
}
