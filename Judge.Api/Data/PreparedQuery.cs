using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Judge.Api.Data;

/// <summary>
/// A query that runs at every poll: its statement is compiled once per connection and not each time, which for a row by its key costs
/// several times what finding the row does. Safe for any number of threads; each takes a connection that is free, or opens one.
/// </summary>
/// <typeparam name="T">What a row becomes.</typeparam>
internal sealed class PreparedQuery<T>(string connectionString, string sql, IReadOnlyList<string> parameters, Func<SqliteDataReader, T> map) : IDisposable
    where T : struct
{
    private readonly ConcurrentBag<SqliteCommand> _free = [];

    /// <returns>The first row; null when there is none.</returns>
    public T? FirstOrNull(params ReadOnlySpan<object?> values)
    {
        var command = _free.TryTake(out var free) ? free : Open();
        try
        {
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
            T? row;
            using (var reader = command.ExecuteReader()) row = reader.Read() ? map(reader) : null;
            _free.Add(command);
            return row;
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
