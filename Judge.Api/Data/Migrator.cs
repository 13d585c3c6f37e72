using System.Reflection;
using Dapper;

namespace Judge.Api.Data;

/// <summary>Applies Migrations/NNN_name.sql in order, each once, under a lock: any number of instances may start together.</summary>
internal sealed class Migrator(Database database, TimeProvider clock)
{
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await database.InitializeAsync(cancellationToken);
        await database.WriteDurablyAsync(
            async (connection, transaction) =>
            {
                await database.LockAsync(connection, transaction, "migrations");
                await connection.ExecuteAsync(
                    "create table if not exists schema_migrations (version integer not null primary key, applied_at bigint not null)",
                    transaction: transaction);
                var applied = (await connection.QueryAsync<int>("select version from schema_migrations", transaction: transaction)).ToHashSet();
                foreach (var (version, sql) in Scripts().Where(s => !applied.Contains(s.Version)))
                {
                    await connection.ExecuteAsync(database.Migration(sql), transaction: transaction);
                    await connection.ExecuteAsync(
                        "insert into schema_migrations (version, applied_at) values (@version, @now)",
                        new { version, now = clock.GetUtcNow().ToUnixTimeMilliseconds() },
                        transaction);
                }

                return true;
            },
            cancellationToken);
    }

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
