using Dapper;
using Judge.Api.Data;

namespace Judge.Api.Accounts;

/// <summary>A browser's sign-in.</summary>
/// <param name="Account">Whose.</param>
/// <param name="Expires">When it ends.</param>
internal sealed record Session(Account Account, DateTimeOffset Expires);

/// <summary>Sessions: 256 random bits in a cookie, a SHA-256 of them in the database, so that any instance knows them.</summary>
internal sealed class Sessions(Database database, TimeProvider clock)
{
    public const string Cookie = "judge_session";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly object Key = new();

    /// <summary>The session by which the request is authorized; null when it is by an API key.</summary>
    public static Session? Of(HttpContext context) => context.Items[Key] as Session;

    public static void Set(HttpContext context, Session session) => context.Items[Key] = session;

    /// <returns>The cookie's value.</returns>
    public async Task<string> CreateAsync(Account account, CancellationToken cancellationToken)
    {
        var token = ApiKeys.Generate();
        var now = clock.GetUtcNow();
        await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync("delete from sessions where expires_at < @now", new { now = now.ToUnixTimeMilliseconds() }, transaction);
                return await connection.ExecuteAsync(
                    "insert into sessions (hash, account_id, expires_at) values (@hash, @Id, @expires)",
                    new { hash = ApiKeys.Hash(token), account.Id, expires = (now + Lifetime).ToUnixTimeMilliseconds() },
                    transaction);
            },
            cancellationToken);
        return token;
    }

    public async Task<Session?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.QueryAsync<Account, long, Session>(
            """
            select a.id, a.name, a.tier, a.role, s.expires_at as Expires
            from sessions s join accounts a on a.id = s.account_id
            where s.hash = @hash and s.expires_at > @now
            """,
            (account, expires) => new Session(account, DateTimeOffset.FromUnixTimeMilliseconds(expires)),
            new { hash = ApiKeys.Hash(token), now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
            splitOn: "Expires");
        return found.SingleOrDefault();
    }

    public Task RemoveAsync(string token, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        (connection, transaction) => connection.ExecuteAsync("delete from sessions where hash = @hash", new { hash = ApiKeys.Hash(token) }, transaction),
        cancellationToken);
}
