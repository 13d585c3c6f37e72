using System.Reflection;
using Dapper;

namespace Judge.Api.Data;

/// <summary>Applies Migrations/NNN_name.sql in order, each once, under a lock: any number of instances may start together.</summary>
internal sealed class Migrator(Database database, TimeProvider clock)
{
    private const string Lock = "migrations";

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await database.InitializeAsync(cancellationToken);
        await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await database.LockAsync(connection, transaction, Lock);
                return await connection.ExecuteAsync(
                    "create table if not exists schema_migrations (version integer not null primary key, applied_at bigint not null)", transaction: transaction);
            },
            cancellationToken);
        HashSet<int> applied;
        await using (var connection = await database.OpenAsync(cancellationToken))
            applied = (await connection.QueryAsync<int>("select version from schema_migrations")).ToHashSet();
        // One transaction each: what locks a table for a moment does not hold it while another builds an index.
        foreach (var (version, sql) in Scripts().Where(s => !applied.Contains(s.Version))) await ApplyAsync(version, database.Migration(sql), cancellationToken);
    }

    private Task<bool> ApplyAsync(int version, string sql, CancellationToken cancellationToken) => database.WriteDurablyAsync(
        async (connection, transaction) =>
        {
            await database.LockAsync(connection, transaction, Lock);
            // Another instance may have been quicker.
            if (await connection.ExecuteScalarAsync<bool>("select exists (select 1 from schema_migrations where version = @version)", new { version }, transaction)) return false;
            // An index over millions of rows takes as long as it takes.
            await connection.ExecuteAsync(sql, transaction: transaction, commandTimeout: 0);
            await connection.ExecuteAsync(
                "insert into schema_migrations (version, applied_at) values (@version, @now)", new { version, now = clock.GetUtcNow().ToUnixTimeMilliseconds() }, transaction);
            return true;
        },
        cancellationToken);

    private static IEnumerable<(int Version, string Sql)> Scripts()
    {
        const string Prefix = "Judge.Api.Data.Migrations.";
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (int.Parse(name.AsSpan(Prefix.Length, 3)), reader.ReadToEnd());
        }
    }
}
