using Judge.Api.Hosting;

namespace Judge.Api.Accounts;

/// <summary>What POST takes.</summary>
internal sealed record SessionRequest(string Key);

/// <summary>Signing in for browsers, which cannot set headers on a WebSocket or an EventSource.</summary>
internal static class SessionApi
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/session").WithTags("Accounts");
        group.MapPost("/", SignInAsync).WithName("SignIn").WithSummary("Exchange an API key for a session cookie")
            .TakesJson<SessionRequest>().Produces(StatusCodes.Status204NoContent).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403);
        group.MapDelete("/", SignOutAsync).WithName("SignOut").WithSummary("End the session").Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> SignInAsync(HttpContext context, AccountStore accounts, Sessions sessions, CancellationToken cancellationToken)
    {
        if (!ApiKeyAuthentication.IsOwnOrigin(context.Request)) return HttpProblems.Forbidden("Sign in from a page of this host.");
        var (body, unreadable) = await JsonBody.ReadAsync(context.Request, "key");
        if (body is null) return unreadable!;
        using (body)
        {
            var key = body.Text("key", ApiKeyAuthentication.LongestKey);
            if (body.Problem is { } invalid) return invalid;
            if (await accounts.FindByKeyAsync(key, cancellationToken) is null) return HttpProblems.Unauthorized("This API key is not known.");
            context.Response.Cookies.Append(Sessions.Cookie, await sessions.CreateAsync(key, cancellationToken), Options(context));
            return TypedResults.NoContent();
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, Sessions sessions, CancellationToken cancellationToken)
    {
        if (context.Request.Cookies[Sessions.Cookie] is { Length: > 0 } token) await sessions.RemoveAsync(token, cancellationToken);
        context.Response.Cookies.Delete(Sessions.Cookie, Options(context));
        return TypedResults.NoContent();
    }

    private static CookieOptions Options(HttpContext context) => new()
    {
        // Behind a proxy that ends TLS only the page's origin tells of it.
        Secure = context.Request.IsHttps || context.Request.Headers.Origin.ToString().StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = Sessions.Lifetime,
    };
}
