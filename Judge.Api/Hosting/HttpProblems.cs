using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Judge.Api.Hosting;

/// <summary>The errors clients see: RFC 9457 problem+json, by validation with the fields named.</summary>
internal static class HttpProblems
{
    public static ProblemHttpResult Invalid(string field, params string[] messages) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = messages });

    public static ProblemHttpResult Invalid(IReadOnlyDictionary<string, string[]> errors, int status = StatusCodes.Status400BadRequest)
    {
        var first = errors.First();
        return TypedResults.Problem(new ProblemDetails
        {
            Status = status,
            Title = status == StatusCodes.Status400BadRequest ? "The request is not valid." : null,
            Detail = $"{first.Key}: {first.Value[0]}",
            Extensions = { ["errors"] = errors },
        });
    }

    public static ProblemHttpResult Invalid(string field, string message, int status) =>
        Invalid(new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }, status);

    public static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult Unauthorized(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status401Unauthorized);

    public static ProblemHttpResult Forbidden(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status403Forbidden);

    public static ProblemHttpResult Conflict(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status409Conflict);
}
