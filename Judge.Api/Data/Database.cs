using System.Data.Common;
using Dapper;
using Judge.Worker.Hosting;
using Microsoft.Data.Sqlite;

namespace Judge.Api.Data;

/// <summary>
/// The one way to the database. Reads open a pooled connection each; writes are transactions that take SQLite's write lock at
/// once (BEGIN IMMEDIATE), one at a time in this process so that they queue here in order instead of colliding there.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly SemaphoreSlim _writer = new(1);

    public Database(string connectionString)
    {
        _connectionString = connectionString;
    }

    /// <summary>The database that the settings name: <c>ConnectionStrings__Database</c>, else a file under the data path.</summary>
    public static Database From(IConfiguration settings)
    {
        const string Key = "ConnectionStrings:Database";
        var text = settings.Text(Key) ?? $"Data Source={Path.Combine(settings.DataPath(), "judge.db")}";
        if (text.Contains("Host=", StringComparison.OrdinalIgnoreCase))
            throw new SettingException(Key, "PostgreSQL is not supported by this build; use SQLite, Data Source=/path/judge.db");
        try
        {
            var builder = new SqliteConnectionStringBuilder(text) { ForeignKeys = true, Pooling = true };
            if (string.IsNullOrEmpty(builder.DataSource) || builder.DataSource == ":memory:")
                throw new SettingException(Key, "must name a file: Data Source=/path/judge.db");
            return new Database(builder.ConnectionString);
        }
        catch (ArgumentException e)
        {
            throw new SettingException(Key, $"is no connection string: {e.Message}");
        }
    }

    /// <summary>A connection for reading; dispose it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => await OpenAsync(durable: false, cancellationToken);

    /// <summary>A write that may be lost when the machine (not the process) dies at once; what was lost is done again.</summary>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        WriteAsync(work, durable: false, cancellationToken);

    /// <summary>A write that is on the disk when this returns: what a client was promised.</summary>
    public Task<T> WriteDurablyAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        WriteAsync(work, durable: true, cancellationToken);

    public void Dispose()
    {
        _writer.Dispose();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, bool durable, CancellationToken cancellationToken)
    {
        await _writer.WaitAsync(cancellationToken);
        try
        {
            await using var connection = await OpenAsync(durable, cancellationToken);
            await using var transaction = connection.BeginTransaction(deferred: false);
            var result = await work(connection, transaction);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            _writer.Release();
        }
    }

    private async Task<SqliteConnection> OpenAsync(bool durable, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_connectionString);
        await connection.OpenAsync(cancellationToken);
        // Other processes may hold the write lock: let SQLite wait for it (the provider would sleep 150 ms a try).
        // WAL with synchronous=NORMAL keeps the file consistent but syncs at checkpoints only; FULL syncs at every commit.
        await connection.ExecuteAsync($"pragma busy_timeout = 10000; pragma synchronous = {(durable ? "full" : "normal")}");
        return connection;
    }
}
