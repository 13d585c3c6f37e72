using Dapper;
using Judge.Api.Data;

namespace Judge.Api.Accounts;

/// <summary>A browser's sign-in.</summary>
/// <param name="Hash">Of its cookie.</param>
/// <param name="Account">Whose.</param>
/// <param name="Expires">When it ends.</param>
internal sealed record Session(string Hash, Account Account, DateTimeOffset Expires);

/// <summary>Sessions: 256 random bits in a cookie, a SHA-256 of them in the database, so that any instance knows them. They end with the key
/// by which they were made.</summary>
internal sealed class Sessions(Database database, TimeProvider clock)
{
    public const string Cookie = "judge_session";
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private const int MostOfKey = 100;
    private static readonly object Key = new();

    /// <summary>The session by which the request is authorized; null when it is by an API key.</summary>
    public static Session? Of(HttpContext context) => context.Items[Key] as Session;

    public static void Set(HttpContext context, Session session) => context.Items[Key] = session;

    /// <summary>A new one by a key that is known; of a key's sessions the newest hundred stay.</summary>
    /// <returns>The cookie's value.</returns>
    public async Task<string> CreateAsync(string key, CancellationToken cancellationToken)
    {
        var token = ApiKeys.Generate();
        var now = clock.GetUtcNow();
        await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                var keyHash = ApiKeys.Hash(key);
                await connection.ExecuteAsync(
                    """
                    delete from sessions where expires_at < @now or hash in (
                        select hash from sessions where key_hash = @keyHash order by expires_at desc limit @most offset @others)
                    """,
                    new { now = now.ToUnixTimeMilliseconds(), keyHash, others = MostOfKey - 1, most = int.MaxValue },
                    transaction);
                return await connection.ExecuteAsync(
                    "insert into sessions (hash, key_hash, expires_at) values (@hash, @keyHash, @expires)",
                    new { hash = ApiKeys.Hash(token), keyHash, expires = (now + Lifetime).ToUnixTimeMilliseconds() },
                    transaction);
            },
            cancellationToken);
        return token;
    }

    public async Task<Session?> FindAsync(string token, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var hash = ApiKeys.Hash(token);
        var found = await connection.QueryAsync<Account, long, Session>(
            """
            select a.id, a.name, a.tier, a.role, s.expires_at as Expires
            from sessions s join api_keys k on k.hash = s.key_hash join accounts a on a.id = k.account_id
            where s.hash = @hash and s.expires_at > @now
            """,
            (account, expires) => new Session(hash, account, DateTimeOffset.FromUnixTimeMilliseconds(expires)),
            new { hash, now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
            splitOn: "Expires");
        return found.SingleOrDefault();
    }

    /// <summary>Which of them have not ended.</summary>
    public async Task<IReadOnlySet<string>> LivingAsync(string[] hashes, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var living = await connection.QueryAsync<string>(
            $"select hash from sessions where hash {database.In("hashes")} and expires_at > @now", new { hashes, now = clock.GetUtcNow().ToUnixTimeMilliseconds() });
        return living.ToHashSet(StringComparer.Ordinal);
    }

    public Task RemoveAsync(string token, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        (connection, transaction) => connection.ExecuteAsync("delete from sessions where hash = @hash", new { hash = ApiKeys.Hash(token) }, transaction),
        cancellationToken);
}
