using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Judge.Api.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace Judge.Api.Accounts;

/// <summary><c>Authorization: Bearer &lt;api key&gt;</c>. The account is looked up at every request: a removed key is dead at once.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccountStore accounts, JudgeSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey", AdminPolicy = "admin", WorkerPolicy = "worker";
    private const string WorkerClaim = "judge-worker", Prefix = "Bearer ";
    private const int LongestKey = 256;
    private static readonly object AccountKey = new();

    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthentication(SchemeName).AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(SchemeName, null);
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(new AuthorizationPolicyBuilder(SchemeName).RequireClaim(ClaimTypes.NameIdentifier).Build())
            .AddPolicy(AdminPolicy, p => p.RequireRole(nameof(Role.Admin)))
            .AddPolicy(WorkerPolicy, p => p.RequireClaim(WorkerClaim));
    }

    /// <summary>The account of an authorized request.</summary>
    public static Account Caller(HttpContext context) => (Account)context.Items[AccountKey]!;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var key = header[Prefix.Length..].Trim();
        if (key.Length is 0 or > LongestKey) return AuthenticateResult.Fail("no such key");
        if (settings.WorkerKey is { } workerKey && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(workerKey)))
            return Success([new Claim(WorkerClaim, "")]);
        if (await accounts.FindByKeyAsync(key, Context.RequestAborted) is not { } account) return AuthenticateResult.Fail("no such key");
        Context.Items[AccountKey] = account;
        return Success([new Claim(ClaimTypes.NameIdentifier, account.Id), new Claim(ClaimTypes.Role, account.Role.ToString())]);
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var sent = Request.Headers.Authorization.Count > 0;
        return HttpProblems.Unauthorized(sent
            ? "The API key in the Authorization header is not known."
            : "Send an API key: Authorization: Bearer <key>.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        HttpProblems.Forbidden("This key is known, but may not do that.").ExecuteAsync(Context);

    private static AuthenticateResult Success(Claim[] claims) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, SchemeName)), SchemeName));
}
