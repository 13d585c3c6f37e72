using System.Diagnostics;
using System.Globalization;
using Judge.Api.Accounts;
using Judge.Api.Hosting;
using Judge.Api.Languages;
using Judge.Api.Problems;
using Judge.Api.Push;
using Judge.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Submissions;

/// <summary>What POST takes.</summary>
/// <param name="Problem">A problem's slug.</param>
/// <param name="Language">A language's id.</param>
/// <param name="Source">The program, at most 64 KiB of UTF-8.</param>
internal sealed record SubmissionRequest(string Problem, string Language, string Source);

internal static class SubmissionsApi
{
    private const int LongestWaitSeconds = 60;

    public static void MapSubmissions(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/submissions").WithTags("Submissions").RequireAuthorization();
        group.MapPost("/", CreateAsync).WithName("CreateSubmission").WithSummary("Submit a program to a problem")
            .TakesJson<SubmissionRequest>().TakesHeader("Idempotency-Key", "A repeat with the same key returns the first submission")
            .Produces<SubmissionView>(StatusCodes.Status202Accepted)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(422).ProducesProblem(429);
        group.MapGet("/", ListAsync).WithName("ListSubmissions").WithSummary("The caller's submissions, newest first; an admin's view is everyone's")
            .TakesQuery("kind", "submit (default), run or all").TakesQuery("problem", "A problem's slug").TakesQuery("state", "queued, judging or judged")
            .TakesQuery("limit", PageQuery.LimitWords).TakesQuery("before", "The id that a page's next named").TakesQuery("mine", "true: an admin's own only")
            .Produces<Page<SubmissionView>>().ProducesProblem(400).ProducesProblem(401);
        group.MapGet("/{id}", GetAsync).WithName("GetSubmission").WithSummary("A submission's state; If-None-Match and ?wait= save polls")
            .TakesQuery("wait", $"Seconds to hold the answer, at most {LongestWaitSeconds}").TakesHeader("If-None-Match", "The version that is known, as an ETag")
            .Produces<SubmissionView>().Produces(StatusCodes.Status304NotModified).ProducesProblem(400).ProducesProblem(401).ProducesProblem(404);
        group.MapDelete("/{id}", CancelAsync).WithName("CancelSubmission").WithSummary("Withdraw a submission that is still queued")
            .Produces<SubmissionView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> CreateAsync(
        HttpContext context, ProblemStore problems, WorkerStore workers, Intake intake, CancellationToken cancellationToken)
    {
        if (Intake.ReadKey(context.Request, out var key) is { } badKey) return badKey;
        var (body, unreadable) = await JsonBody.ReadAsync(context.Request, "problem", "language", "source");
        if (body is null) return unreadable!;
        using (body)
        {
            var slug = body.Text("problem", 100);
            var language = body.Text("language", 100);
            var source = body.Text("source", SubmissionLimits.SourceBytes);
            var problem = body.IsWrong("problem") ? null : await problems.FindAsync(slug, cancellationToken);
            if (problem is null) body.Wrong("problem", $"'{slug}' is not a problem; GET /api/problems lists them");
            if (!body.IsWrong("language") && (problem?.WhyNot(language) ?? await workers.WhyNotAsync(language, cancellationToken)) is { } reason) body.Wrong("language", reason);
            return body.Problem ?? await intake.TakeAsync(
                context, new NewSubmission(slug, problem!.PackageHash, problem.CaseCount, language, source, key), cancellationToken);
        }
    }

    private static async Task<IResult> GetAsync(
        string id, HttpContext context, SubmissionStore store, ChangeHub hub, Connections connections, SnapshotReader reader, IHostApplicationLifetime lifetime,
        CancellationToken cancellationToken)
    {
        var account = ApiKeyAuthentication.Caller(context);
        if (!TryParseId(id, out var submission)) return BadId("id", id);
        if (BadWait(context.Request, out var wait) is { } bad) return bad;
        var owner = account.SeesOnly;
        var known = KnownVersions(context.Request);
        context.Response.Headers.CacheControl = "private, no-cache";
        if (wait == TimeSpan.Zero)
        {
            if (known is not null && await store.FindVersionAsync(submission, owner, cancellationToken) is var (version, state) && known.Contains(version))
            {
                Describe(context.Response, version, state);
                return TypedResults.StatusCode(StatusCodes.Status304NotModified);
            }

            return await store.FindAsync(submission, owner, cancellationToken) is { } row
                ? Answer(context.Response, await reader.TakeAsync(row, cancellationToken))
                : HttpProblems.NotFound($"There is no submission {id}.");
        }

        using var connection = connections.TryOpen(account);
        if (connection is null) return PushApi.TooMany(context);
        using var waiter = new Waiter(hub, submission);
        if (await store.FindAsync(submission, owner, cancellationToken) is not { } present) return HttpProblems.NotFound($"There is no submission {id}.");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping, cancellationToken);
        var snapshot = await WaitAsync(waiter, await reader.TakeAsync(present, cancellationToken), known, wait, end.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return Answer(context.Response, snapshot);
    }

    /// <summary>Waits until the submission is no longer what the caller knows, or judged when the caller said nothing, or time is up.</summary>
    private static async Task<Snapshot> WaitAsync(Waiter waiter, Snapshot present, IReadOnlyList<int>? known, TimeSpan wait, CancellationToken end)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            while (present.State != SubmissionState.Judged && (known is null || known.Contains(present.Version)) && Stopwatch.GetElapsedTime(started) is var waited && waited < wait)
            {
                if (await waiter.NextAsync(wait - waited, end) is { } next && Told.Of(present).IsBefore(next)) present = next;
            }
        }
        catch (OperationCanceledException)
        {
            // The instance stops: the caller asks another one.
        }

        return present;
    }

    private static JsonBytes Answer(HttpResponse response, Snapshot snapshot)
    {
        Describe(response, snapshot.Version, snapshot.State);
        return new JsonBytes(snapshot.Json, StatusCodes.Status200OK);
    }

    private static void Describe(HttpResponse response, int version, SubmissionState state)
    {
        response.Headers.ETag = ETag(version);
        if (state != SubmissionState.Judged) response.Headers.RetryAfter = "1";
    }

    private static async Task<IResult> ListAsync(HttpContext context, SubmissionStore store, CancellationToken cancellationToken)
    {
        var account = ApiKeyAuthentication.Caller(context);
        var query = context.Request.Query;
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var page = PageQuery.Read(query, "before", errors);
        var kind = query["kind"].ToString();
        if (kind is not ("" or "submit" or "run" or "all")) errors["kind"] = ["must be submit, run or all"];
        SubmissionState? state = null;
        if (query["state"].ToString() is { Length: > 0 } stateText)
        {
            state = stateText switch { "queued" => SubmissionState.Queued, "judging" => SubmissionState.Judging, "judged" => SubmissionState.Judged, _ => null };
            if (state is null) errors["state"] = ["must be queued, judging or judged"];
        }

        var problem = query["problem"].ToString() is { Length: > 0 } slug ? slug : null;
        if (problem?.Contains('\0', StringComparison.Ordinal) == true) errors["problem"] = ["must not contain NUL characters"];
        if (errors.Count > 0) return HttpProblems.Invalid(errors);
        var owner = query["mine"] == "true" ? account.Id : account.SeesOnly;
        var rows = await store.ListAsync(owner, kind switch { "run" => SubmissionKind.Run, "all" => null, _ => SubmissionKind.Submit }, problem, state, page.From, page.Limit + 1, cancellationToken);
        return TypedResults.Ok(Page<SubmissionView>.Of(rows, page, r => r.Id, r => SubmissionView.From(r, queue: null)));
    }

    private static async Task<IResult> CancelAsync(
        string id, HttpContext context, SubmissionStore store, ChangeFeed changes, CancellationToken cancellationToken)
    {
        var account = ApiKeyAuthentication.Caller(context);
        if (!TryParseId(id, out var submission)) return BadId("id", id);
        var owner = account.SeesOnly;
        var cancelled = await store.CancelAsync(submission, owner, cancellationToken);
        if (await store.FindAsync(submission, owner, cancellationToken) is not { } row) return HttpProblems.NotFound($"There is no submission {id}.");
        if (!cancelled) return HttpProblems.Conflict($"The submission is {(row.State == SubmissionState.Judged ? "judged" : "being judged")} and can no longer be cancelled.");
        changes.Publish(row.ToChange());
        return TypedResults.Ok(SubmissionView.From(row, queue: null));
    }

    private static ProblemHttpResult? BadWait(HttpRequest request, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (!request.Query.TryGetValue("wait", out var text)) return null;
        if (!double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) || !(seconds <= LongestWaitSeconds)) // NaN too
            return HttpProblems.Invalid("wait", $"must be seconds from 0 to {LongestWaitSeconds}");
        wait = TimeSpan.FromSeconds(seconds);
        return null;
    }

    /// <summary>The versions in If-None-Match (RFC 9110, 13.1.2); null when there is no such header.</summary>
    private static IReadOnlyList<int>? KnownVersions(HttpRequest request)
    {
        if (request.Headers.IfNoneMatch.Count == 0) return null;
        // Nearly always it is the one ETag that was sent last.
        return TryParseETag(request.Headers.IfNoneMatch.ToString(), out var only) ? [only]
            : [.. request.GetTypedHeaders().IfNoneMatch.Select(tag => TryParseETag(tag.Tag.AsSpan(), out var version) ? version : -1)];
    }

    private static bool TryParseETag(ReadOnlySpan<char> text, out int version)
    {
        version = 0;
        return text is ['"', .. var digits, '"'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out version);
    }

    public static string ETag(int version) => $"\"{version.ToString(CultureInfo.InvariantCulture)}\"";

    public static bool TryParseId(string text, out Guid id) => Guid.TryParseExact(text, "D", out id);

    public static ProblemHttpResult BadId(string field, string id, string whose = "a submission") =>
        HttpProblems.Invalid(field, $"'{(id.Length > 60 ? id[..60] + "…" : id)}' is not {whose} id (a UUID)");
}
