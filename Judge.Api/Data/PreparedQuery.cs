using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Judge.Api.Data;

/// <summary>A query that runs at every poll. Safe for any number of threads.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
internal abstract class PreparedQuery<T>
    where T : struct
{
    /// <returns>The first row; null when there is none.</returns>
    public abstract ValueTask<T?> FirstOrNullAsync(string?[] values, CancellationToken cancellationToken);
}

/// <summary>
/// The statement is compiled once per connection and not each time, which for a row by its key costs several times what finding the row
/// does. Each call takes a connection that is free, or opens one. Nothing in it waits.
/// </summary>
internal sealed class SqliteQuery<T>(string connectionString, string sql, IReadOnlyList<string> parameters, Func<DbDataReader, T> map) : PreparedQuery<T>, IDisposable
    where T : struct
{
    private readonly ConcurrentBag<SqliteCommand> _free = [];

    public override ValueTask<T?> FirstOrNullAsync(string?[] values, CancellationToken cancellationToken)
    {
        var command = _free.TryTake(out var free) ? free : Open();
        try
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? (object)DBNull.Value;
            T? row;
            using (var reader = command.ExecuteReader()) row = reader.Read() ? map(reader) : null;
            _free.Add(command);
            return new ValueTask<T?>(row);
        }
        catch
        {
            Close(command);
            throw;
        }
    }

    public void Dispose()
    {
        while (_free.TryTake(out var command)) Close(command);
    }

    private static void Close(SqliteCommand command)
    {
        var connection = command.Connection!;
        command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters) command.Parameters.Add(new SqliteParameter($"@{parameter}", SqliteType.Text));
        command.Prepare();
        return command;
    }
}

internal sealed class PostgresQuery<T>(NpgsqlDataSource source, string sql, IReadOnlyList<string> parameters, Func<DbDataReader, T> map) : PreparedQuery<T>
    where T : struct
{
    public override async ValueTask<T?> FirstOrNullAsync(string?[] values, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        for (var i = 0; i < values.Length; i++)
            command.Parameters.Add(new NpgsqlParameter(parameters[i], NpgsqlDbType.Text) { Value = values[i] ?? (object)DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? map(reader) : null;
    }
}
