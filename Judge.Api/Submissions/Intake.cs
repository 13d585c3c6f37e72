using System.Globalization;
using Judge.Api.Accounts;
using Judge.Api.Hosting;
using Judge.Api.Push;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Submissions;

/// <summary>Stores what was posted and tells those who wait for it; the same for submissions and for runs.</summary>
internal sealed class Intake(
    SubmissionStore store, JudgeSettings settings, Dispatcher dispatcher, JudgeMetrics metrics, ChangeFeed changes, SnapshotReader reader)
{
    private const int LongestKey = 200;

    /// <summary>The Idempotency-Key of a request.</summary>
    /// <returns>What is wrong with it; null when nothing is.</returns>
    public static ProblemHttpResult? ReadKey(HttpRequest request, out string? key)
    {
        key = request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } text ? text : null;
        return key?.Length > LongestKey ? HttpProblems.Invalid("Idempotency-Key", $"is longer than {LongestKey} characters") : null;
    }

    public async Task<IResult> TakeAsync(HttpContext context, NewSubmission submission, CancellationToken cancellationToken)
    {
        var account = ApiKeyAuthentication.Caller(context);
        switch (await store.CreateAsync(account, settings.LimitsOf(account.Tier), submission, cancellationToken))
        {
            case CreateOutcome.Stored(var row, var isNew):
                if (isNew)
                {
                    metrics.Created(row.Tier);
                    changes.Publish(row.ToChange());
                    dispatcher.Wake();
                }

                context.Response.Headers.ETag = SubmissionsApi.ETag(row.Version);
                context.Response.Headers.Location = $"/api/submissions/{row.Id}";
                return new JsonBytes((await reader.TakeAsync(row, cancellationToken)).Json, StatusCodes.Status202Accepted);
            case CreateOutcome.TooMany(var detail, var seconds):
                context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
                return TypedResults.Problem(detail, statusCode: StatusCodes.Status429TooManyRequests);
            default:
                return HttpProblems.Invalid("Idempotency-Key", "was used before with another body", StatusCodes.Status422UnprocessableEntity);
        }
    }
}
