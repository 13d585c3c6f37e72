using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Judge.Worker.Hosting;
using Microsoft.Data.Sqlite;

namespace Judge.Api.Data;

/// <summary>A SQLite file. Reads open a pooled connection each; writes are transactions, one at a time, by <see cref="SqliteWriter"/>.</summary>
internal sealed class SqliteDatabase : Database
{
    private const int Constraint = 19;
    private readonly string _readers;
    private readonly SqliteWriter _writer;
    private readonly ConcurrentBag<IDisposable> _prepared = [];

    /// <exception cref="ArgumentException">It is no connection string.</exception>
    /// <exception cref="SettingException">It names no file.</exception>
    public SqliteDatabase(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, Pooling = true };
        if (string.IsNullOrEmpty(builder.DataSource) || builder.DataSource == ":memory:")
            throw new SettingException(Key, "must name a file, Data Source=/path/judge.db, or a PostgreSQL server, Host=…;Database=…;Username=…;Password=…");
        Description = $"SQLite, {builder.DataSource}";
        _writer = new SqliteWriter(builder.ConnectionString);
        // Foreign keys are watched by writers only; the provider would say so to SQLite at every opening.
        builder.ForeignKeys = null;
        _readers = builder.ConnectionString;
    }

    public override string Description { get; }

    /// <summary>SQLite's snapshot isolation lets readers and the writer be.</summary>
    public override async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_readers);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    public override PreparedQuery<T> Prepare<T>(string sql, IReadOnlyList<string> parameters, Func<DbDataReader, T> map)
    {
        var query = new SqliteQuery<T>(_readers, sql, parameters, map);
        _prepared.Add(query);
        return query;
    }

    public override Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, durable: false, cancellationToken);

    public override Task<T> WriteDurablyAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, durable: true, cancellationToken);

    /// <summary>There is but one writer.</summary>
    public override Task LockAsync(DbConnection connection, DbTransaction transaction, string name) => Task.CompletedTask;

    public override string Choose(string sqlite, string postgres) => sqlite;

    public override bool IsUniqueViolation(DbException exception) => exception is SqliteException { SqliteErrorCode: Constraint };

    /// <summary>SQLITE_TOOBIG, SQLITE_CONSTRAINT, SQLITE_MISMATCH.</summary>
    public override bool IsRefusal(DbException exception) => exception is SqliteException { SqliteErrorCode: 18 or Constraint or 20 };

    public override async Task InitializeAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await connection.ExecuteAsync("pragma journal_mode = wal");
    }

    public override string Migration(string sql) => sql;

    public override void Dispose()
    {
        _writer.Dispose();
        foreach (var query in _prepared) query.Dispose();
        using var connection = new SqliteConnection(_readers);
        SqliteConnection.ClearPool(connection);
    }
}
