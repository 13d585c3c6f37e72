using System.Data.Common;
using Dapper;
using Judge.Worker.Hosting;
using Microsoft.Data.Sqlite;

namespace Judge.Api.Data;

/// <summary>The one way to the database. Reads open a pooled connection each; writes are transactions, one at a time, by <see cref="SqliteWriter"/>.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _readers;
    private readonly SqliteWriter _writer;
    private readonly List<IDisposable> _prepared = [];

    static Database()
    {
        // "in @ids" becomes one statement for 10, one for 20, one for 50 … instead of one for every length.
        SqlMapper.Settings.PadListExpansions = true;
    }

    public Database(string connectionString)
    {
        // Foreign keys are watched by writers only; the provider would say so to SQLite at every opening.
        _readers = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = null }.ConnectionString;
        _writer = new SqliteWriter(connectionString);
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

    /// <summary>A connection for reading, on which SQLite's snapshot isolation lets nobody wait for a writer; dispose it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(_readers);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    /// <summary>A query for what is asked at every poll; it lives as long as this does.</summary>
    public PreparedQuery<T> Prepare<T>(string sql, IReadOnlyList<string> parameters, Func<SqliteDataReader, T> map)
        where T : struct
    {
        var query = new PreparedQuery<T>(_readers, sql, parameters, map);
        _prepared.Add(query);
        return query;
    }

    /// <summary>A write that may be lost when the machine (not the process) dies at once; what was lost is done again.</summary>
    public Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, durable: false, cancellationToken);

    /// <summary>A write that is on the disk when this returns: what a client was promised.</summary>
    public Task<T> WriteDurablyAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken) =>
        _writer.WriteAsync(work, durable: true, cancellationToken);

    public void Dispose()
    {
        _writer.Dispose();
        foreach (var query in _prepared) query.Dispose();
        using var connection = new SqliteConnection(_readers);
        SqliteConnection.ClearPool(connection);
    }
}
