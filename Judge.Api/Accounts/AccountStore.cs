using System.Data.Common;
using Dapper;
using Judge.Api.Data;
using Judge.Contracts;
using Microsoft.Extensions.Caching.Memory;

namespace Judge.Api.Accounts;

internal sealed class AccountStore(Database database, TimeProvider clock) : IDisposable
{
    private const int MostRemembered = 10_000;

    /// <summary>How long a key goes on working, and a tier on counting, after it was changed.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private readonly MemoryCache _accounts = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <summary>Who a key belongs to, as it is or was a second ago: a client polls more often than keys change.</summary>
    public async ValueTask<Account?> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        if (_accounts.TryGetValue(key, out Account? remembered)) return remembered;
        var account = await ReadByKeyAsync(key, cancellationToken);
        if (account is not null) _accounts.Set(key, account, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Remembered });
        return account;
    }

    private async Task<Account?> ReadByKeyAsync(string key, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.QuerySingleOrDefaultAsync<Account>(
            """
            select a.id, a.name, a.tier, a.role
            from api_keys k join accounts a on a.id = k.account_id
            where k.hash = @hash
            """,
            new { hash = ApiKeys.Hash(key) });
    }

    /// <returns>The new account; null when the name is taken.</returns>
    public async Task<Account?> CreateAsync(string name, Tier tier, Role role, string key, CancellationToken cancellationToken)
    {
        var account = new Account { Id = Guid.CreateVersion7().ToString(), Name = name, Tier = tier, Role = role };
        try
        {
            return await database.WriteDurablyAsync(
                async (connection, transaction) =>
                {
                    var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
                    await connection.ExecuteAsync(
                        "insert into accounts (id, name, tier, role, created_at) values (@Id, @Name, @Tier, @Role, @now)",
                        new { account.Id, account.Name, account.Tier, account.Role, now },
                        transaction);
                    await connection.ExecuteAsync(
                        "insert into api_keys (hash, account_id, created_at) values (@hash, @Id, @now)",
                        new { hash = ApiKeys.Hash(key), account.Id, now },
                        transaction);
                    return account;
                },
                cancellationToken);
        }
        catch (DbException e) when (database.IsUniqueViolation(e))
        {
            return null;
        }
    }

    /// <summary>Makes sure that exactly this key opens the account of that name, which is made when it is not there.</summary>
    public async Task EnsureKeyAsync(string name, Tier tier, Role role, string key, CancellationToken cancellationToken)
    {
        if (await ReadByKeyAsync(key, cancellationToken) is not null) return;
        if (await CreateAsync(name, tier, role, key, cancellationToken) is not null) return;
        var hash = ApiKeys.Hash(key);
        await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await connection.ExecuteAsync(
                    "delete from api_keys where account_id = (select id from accounts where name = @name) and hash <> @hash", new { name, hash }, transaction);
                return await connection.ExecuteAsync(
                    "insert into api_keys (hash, account_id, created_at) select @hash, id, @now from accounts where name = @name on conflict (hash) do nothing",
                    new { hash, name, now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
                    transaction);
            },
            cancellationToken);
    }

    public Task RemoveKeyAsync(string key, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        (connection, transaction) => connection.ExecuteAsync("delete from api_keys where hash = @hash", new { hash = ApiKeys.Hash(key) }, transaction),
        cancellationToken);

    public void Dispose() => _accounts.Dispose();
}
