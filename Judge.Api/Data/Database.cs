using System.Data.Common;
using Dapper;
using Judge.Worker.Hosting;

namespace Judge.Api.Data;

/// <summary>
/// The one way to the database, which is SQLite or PostgreSQL by the connection string. The statements are the same for both; where they
/// cannot be, <see cref="Choose"/> stands beside them.
/// </summary>
internal abstract class Database : IDisposable
{
    protected const string Key = "ConnectionStrings:Database";

    static Database()
    {
        // "in @ids" becomes one statement for 10, one for 20, one for 50 … instead of one for every length.
        SqlMapper.Settings.PadListExpansions = true;
    }

    /// <summary>Which and where, for people; no password.</summary>
    public abstract string Description { get; }

    /// <summary>The database that the settings name: <c>ConnectionStrings__Database</c>, else a file under the data path.</summary>
    /// <exception cref="SettingException">It is no connection string.</exception>
    public static Database From(IConfiguration settings)
    {
        var text = settings.Text(Key) ?? $"Data Source={Path.Combine(settings.DataPath(), "judge.db")}";
        try
        {
            return new DbConnectionStringBuilder { ConnectionString = text }.ContainsKey("Host") ? new PostgresDatabase(text) : new SqliteDatabase(text);
        }
        catch (ArgumentException e)
        {
            throw new SettingException(Key, $"is no connection string: {e.Message}");
        }
    }

    /// <summary>A connection for reading, on which nobody waits for a writer; dispose it.</summary>
    public abstract Task<DbConnection> OpenAsync(CancellationToken cancellationToken);

    /// <summary>A query for what is asked at every poll; it lives as long as this does.</summary>
    /// <param name="sql">Finds one row.</param>
    /// <param name="parameters">Its parameters, all of them texts.</param>
    /// <param name="map">What becomes of the row.</param>
    public abstract PreparedQuery<T> Prepare<T>(string sql, IReadOnlyList<string> parameters, Func<DbDataReader, T> map)
        where T : struct;

    /// <summary>A write that may be lost when the machine (not the process) dies at once; what was lost is done again.</summary>
    /// <param name="work">A transaction, all of it; it may be run again when it has come to nothing.</param>
    /// <param name="cancellationToken">Takes it back while it has not begun.</param>
    public abstract Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>A write that is on the disk when this returns: what a client was promised.</summary>
    public abstract Task<T> WriteDurablyAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>In a write: waits until nobody else is in one that has asked for the same lock.</summary>
    public abstract Task LockAsync(DbConnection connection, DbTransaction transaction, string name);

    /// <summary>A part of a statement for which there is no common way to say it.</summary>
    public abstract string Choose(string sqlite, string postgres);

    /// <summary>For a where clause: is one of the texts of a parameter that is an array.</summary>
    public string In(string parameter) => Choose(sqlite: $"in @{parameter}", postgres: $"= any(@{parameter})");

    /// <summary>Whether a write failed because a key was there already.</summary>
    public abstract bool IsUniqueViolation(DbException exception);

    /// <summary>Whether a statement failed because of what was to be stored, so that it will fail again; anything else may pass.</summary>
    public abstract bool IsRefusal(DbException exception);

    /// <summary>What has to be so before the first migration.</summary>
    public abstract Task InitializeAsync(CancellationToken cancellationToken);

    /// <summary>A migration in this database's words for the types.</summary>
    public abstract string Migration(string sql);

    public abstract void Dispose();
}
