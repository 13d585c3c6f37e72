using Judge.Api.Hosting;
using Judge.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Accounts;

/// <summary>The caller.</summary>
internal sealed record MeView(string Name, Tier Tier, Role Role);

/// <summary>A new account; the key is shown this once.</summary>
internal sealed record NewAccountView(string Name, Tier Tier, Role Role, string Key);

/// <summary>What POST takes.</summary>
internal sealed record AccountRequest(string Name, Tier Tier, Role Role);

internal static class AccountsApi
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/me", Me).WithTags("Accounts").WithName("GetMe").WithSummary("Who the key belongs to").RequireAuthorization().ProducesProblem(401);
        app.MapPost("/api/accounts", CreateAsync).WithTags("Accounts").WithName("CreateAccount").WithSummary("A new account and its key, shown once")
            .RequireAuthorization(ApiKeyAuthentication.AdminPolicy).TakesJson<AccountRequest>()
            .Produces<NewAccountView>(StatusCodes.Status201Created).ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(409);
    }

    private static Ok<MeView> Me(HttpContext context)
    {
        var account = ApiKeyAuthentication.Caller(context);
        return TypedResults.Ok(new MeView(account.Name, account.Tier, account.Role));
    }

    private static async Task<IResult> CreateAsync(HttpContext context, AccountStore store, CancellationToken cancellationToken)
    {
        var (body, unreadable) = await JsonBody.ReadAsync(context.Request, "name", "tier", "role");
        if (body is null) return unreadable!;
        using (body)
        {
            var name = body.Text("name", 100);
            var tier = body.Choice<Tier>("tier");
            var role = body.Choice<Role>("role");
            if (StartAccounts.IsReserved(name)) body.Wrong("name", $"'{name}' is reserved");
            if (body.Problem is { } invalid) return invalid;
            var key = ApiKeys.Generate();
            return await store.CreateAsync(name, tier, role, key, cancellationToken) is { } account
                ? TypedResults.Json(new NewAccountView(account.Name, account.Tier, account.Role, key), statusCode: StatusCodes.Status201Created)
                : HttpProblems.Conflict($"There is an account named '{name}' already.");
        }
    }
}
