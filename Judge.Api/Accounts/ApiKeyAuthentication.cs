using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Judge.Api.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Judge.Api.Accounts;

/// <summary><c>Authorization: Bearer &lt;api key&gt;</c>, or without that header the session cookie, from a page of this host only.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountStore accounts, Sessions sessions, JudgeSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey", AdminPolicy = "admin", WorkerPolicy = "worker";
    private const string WorkerClaim = "judge-worker", Prefix = "Bearer ";
    public const int LongestKey = 256;
    private static readonly object AccountKey = new();
    private bool _foreign;

    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthentication(SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(SchemeName, null);
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder().RequireClaim(ClaimTypes.NameIdentifier).Build())
            .AddPolicy(AdminPolicy, p => p.RequireRole(nameof(Role.Admin)))
            .AddPolicy(WorkerPolicy, p => p.RequireClaim(WorkerClaim));
    }

    /// <summary>The account of an authorized request.</summary>
    public static Account Caller(HttpContext context) => (Account)context.Items[AccountKey]!;

    /// <summary>Whether a page of this host sent the request, or no page at all. Host and port decide: behind a proxy that ends TLS the scheme
    /// differs.</summary>
    public static bool IsOwnOrigin(HttpRequest request)
    {
        if (request.Headers.Origin.Count == 0) return true;
        if (!Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)) return false;
        // A proxy that goes on under another Host (Next.js' rewrites do) tells the page's in this header, the outermost first. No page can set it: a
        // WebSocket has no headers of a page's choice, and a fetch from another origin is preflighted.
        var forwarded = request.Headers["X-Forwarded-Host"].ToString().Split(',')[0].Trim();
        var own = forwarded.Length > 0 ? new HostString(forwarded) : request.Host;
        return string.Equals(origin.Host, own.Host, StringComparison.OrdinalIgnoreCase) && (own.Port is { } port ? port == origin.Port : origin.IsDefaultPort);
    }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.Length == 0 && Request.Cookies[Sessions.Cookie] is { Length: > 0 and <= LongestKey } token) return await FromSessionAsync(token);
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var key = header[Prefix.Length..].Trim();
        if (key.Length is 0 or > LongestKey) return AuthenticateResult.Fail("no such key");
        if (settings.WorkerKey is { } workerKey && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(workerKey)))
            return Success([new Claim(WorkerClaim, "")]);
        if (await accounts.FindByKeyAsync(key, Context.RequestAborted) is not { } account) return AuthenticateResult.Fail("no such key");
        return Success(account);
    }

    private async Task<AuthenticateResult> FromSessionAsync(string token)
    {
        _foreign = !IsOwnOrigin(Request);
        if (_foreign) return AuthenticateResult.Fail("foreign origin");
        if (await sessions.FindAsync(token, Context.RequestAborted) is not { } session) return AuthenticateResult.Fail("no such session");
        Sessions.Set(Context, session);
        return Success(session.Account);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_foreign) return HttpProblems.Forbidden($"The session cookie is for pages of this host; the Origin {Request.Headers.Origin} is another.").ExecuteAsync(Context);
        Response.Headers.WWWAuthenticate = "Bearer";
        var sent = Request.Headers.Authorization.Count > 0;
        return HttpProblems.Unauthorized(
            sent ? "The API key in the Authorization header is not known."
            : Request.Cookies.ContainsKey(Sessions.Cookie) ? "The session has expired; sign in again: POST /api/session."
            : "Send an API key: Authorization: Bearer <key>.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        HttpProblems.Forbidden("This key is known, but may not do that.").ExecuteAsync(Context);

    private AuthenticateResult Success(Account account)
    {
        Context.Items[AccountKey] = account;
        return Success([new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(ClaimTypes.Role, account.Role.ToString())]);
    }

    private static AuthenticateResult Success(Claim[] claims) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
}
