using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Judge.Benchmarks.Rows;

/// <summary>A database that is written to by SQL, past the judge.</summary>
internal abstract class RowsEngine(string connectionString)
{
    public string ConnectionString => connectionString;

    /// <summary>Puts the rows in, as quickly as it can, and leaves the database as its server would have it after a quiet night.</summary>
    public abstract Task FillAsync(IEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>Runs statements that have no parameters.</summary>
    public abstract Task ExecuteAsync(string sql);

    /// <summary>The one value that a query is for.</summary>
    public abstract Task<string> TextAsync(string sql);
}

internal sealed class SqliteRows(string connectionString) : RowsEngine(connectionString)
{
    private const int Together = 20_000;

    public override async Task FillAsync(IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync();
        await RunAsync(connection, "pragma synchronous = off");
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"insert into submissions ({string.Join(", ", OldRows.Columns)}) values ({string.Join(", ", OldRows.Columns.Select(c => $"@{c}"))})";
        foreach (var column in OldRows.Columns) insert.Parameters.Add(new SqliteParameter { ParameterName = $"@{column}" });
        foreach (var chunk in rows.Chunk(Together))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in chunk)
            {
                for (var i = 0; i < row.Length; i++) insert.Parameters[i].Value = row[i] ?? DBNull.Value;
                await insert.ExecuteNonQueryAsync(cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await RunAsync(connection, "pragma wal_checkpoint(truncate)");
    }

    public override async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await RunAsync(connection, sql);
    }

    public override async Task<string> TextAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}

internal sealed class PostgresRows(string connectionString) : RowsEngine(connectionString)
{
    public override async Task FillAsync(IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using (var copy = await connection.BeginBinaryImportAsync($"copy submissions ({string.Join(", ", OldRows.Columns)}) from stdin (format binary)", cancellationToken))
        {
            copy.Timeout = TimeSpan.FromMinutes(20);
            foreach (var row in rows)
            {
                await copy.StartRowAsync(cancellationToken);
                foreach (var value in row) await WriteAsync(copy, value, cancellationToken);
            }

            await copy.CompleteAsync(cancellationToken);
        }

        // What autovacuum does when it finds the time.
        await using var vacuum = new NpgsqlCommand { Connection = connection, CommandTimeout = 1200 };
        foreach (var statement in (string[])["vacuum analyze", "checkpoint"])
        {
            vacuum.CommandText = statement;
            await vacuum.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public override async Task<string> TextAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, CancellationToken cancellationToken) => value switch
    {
        null => copy.WriteNullAsync(cancellationToken),
        int number => copy.WriteAsync(number, NpgsqlDbType.Integer, cancellationToken),
        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken),
        _ => copy.WriteAsync((string)value, NpgsqlDbType.Text, cancellationToken),
    };
}
