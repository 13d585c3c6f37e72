using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Judge.Api.Data;

/// <summary>
/// A PostgreSQL server. Transactions are READ COMMITTED, and every statement that changes a row says in its where clause what must still be so;
/// what has to be counted and then changed by one at a time is behind <see cref="LockAsync"/>. Every commit is on the disk: the server collects
/// those that wait at the same moment (group commit), and a version that a client has seen must not be gone after the server's crash.
/// </summary>
internal sealed partial class PostgresDatabase : Database
{
    /// <summary>For a server of 100 connections, which is its default, and three instances.</summary>
    private const int MostConnections = 30;

    private const int PreparedStatements = 60, PatienceSeconds = 10, MostTries = 8;
    private readonly NpgsqlDataSource _source;

    /// <exception cref="ArgumentException">It is no connection string.</exception>
    public PostgresDatabase(string connectionString)
    {
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        SetUnlessGiven("Maximum Pool Size", MostConnections);
        SetUnlessGiven("Max Auto Prepare", PreparedStatements);
        SetUnlessGiven("Timeout", PatienceSeconds);
        SetUnlessGiven("Command Timeout", PatienceSeconds);
        SetUnlessGiven("Application Name", "judge-api");
        Description = $"PostgreSQL, {builder.Host}:{builder.Port}/{builder.Database}";
        _source = NpgsqlDataSource.Create(builder);

        void SetUnlessGiven(string key, object value)
        {
            if (!given.ContainsKey(key)) builder[key] = value;
        }
    }

    public override string Description { get; }

    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await _source.OpenConnectionAsync(cancellationToken);

    /// <summary>Npgsql itself prepares what is asked often.</summary>
    public override PreparedQuery<T> Prepare<T>(string sql, IReadOnlyList<string> parameters, Func<DbDataReader, T> map) =>
        new PostgresQuery<T>(_source, sql, parameters, map);

    public override async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var connection = await _source.OpenConnectionAsync(cancellationToken);
                await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
                var result = await work(connection, transaction);
                await transaction.CommitAsync(CancellationToken.None);
                return result;
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure && tries < MostTries)
            {
                await Task.Delay(Random.Shared.Next(1, 10 * tries), cancellationToken);
            }
        }
    }

    public override Task<T> WriteDurablyAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        WriteAsync(work, cancellationToken);

    public override Task LockAsync(DbConnection connection, DbTransaction transaction, string name) =>
        connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@name, 0))", new { name }, transaction);

    public override string Choose(string sqlite, string postgres) => postgres;

    public override bool IsUniqueViolation(DbException exception) => exception.SqlState == PostgresErrorCodes.UniqueViolation;

    /// <summary>Data exceptions and broken constraints (PostgreSQL's manual, appendix A: classes 22 and 23).</summary>
    public override bool IsRefusal(DbException exception) => exception is PostgresException { SqlState: ['2', '2' or '3', ..] };

    public override Task InitializeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Texts are keys and are compared as bytes, as SQLite does it, whatever language the server speaks.</summary>
    public override string Migration(string sql) => Types().Replace(sql, type => type.Value == "blob" ? "bytea" : """text collate "C" """);

    public override void Dispose() => _source.Dispose();

    [GeneratedRegex(@"(?<=^ +\w+ +|\bcolumn \w+ )(?:text|blob)\b", RegexOptions.Multiline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Types();
}
