using System.Data.Common;
using System.Threading.Channels;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Judge.Api.Data;

/// <summary>
/// All writes of this process, by one connection and in order. Those that wait while a transaction is being committed go into the next
/// one together, each behind a savepoint of its own: they share the commit, which with <c>synchronous = full</c> is an fsync, and a
/// failure undoes no more than the write that failed. (Group commit, as database servers do it; SQLite leaves it to the application.)
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>How long another process may hold the write lock.</summary>
    private const int PatienceSeconds = 10;

    private const int MostTogether = 256;
    private const string Savepoint = "write";
    private readonly string _connectionString;
    private readonly Channel<Write> _waiting = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _running;
    private SqliteConnection? _connection;
    private bool? _durable;

    public SqliteWriter(string connectionString)
    {
        _connectionString = new SqliteConnectionStringBuilder(connectionString) { DefaultTimeout = PatienceSeconds }.ConnectionString;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Runs <paramref name="work"/> in a transaction that holds SQLite's write lock from its beginning.</summary>
    /// <param name="work">What to do; what it throws undoes it and is thrown here.</param>
    /// <param name="durable">Whether the commit is on the disk when this returns.</param>
    /// <param name="cancellationToken">Takes it back while it has not begun.</param>
    public async Task<T> WriteAsync<T>(Func<DbConnection, DbTransaction, Task<T>> work, bool durable, CancellationToken cancellationToken)
    {
        var write = new Write<T>(work, durable, cancellationToken);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(write), this);
        return await write.Done;
    }

    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _running.Wait();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private async Task RunAsync()
    {
        var together = new List<Write>();
        while (await _waiting.Reader.WaitToReadAsync())
        {
            together.Clear();
            while (together.Count < MostTogether && _waiting.Reader.TryRead(out var write)) together.Add(write);
            try
            {
                await CommitAsync(together);
                foreach (var write in together) write.Committed();
            }
            catch (Exception e)
            {
                // Nothing of it is stored; a connection in an unknown state is not used again.
                foreach (var write in together) write.Failed(e);
                Close();
            }
        }

        Close();
    }

    private async Task CommitAsync(IReadOnlyList<Write> together)
    {
        var connection = Open(together.Any(w => w.Durable));
        await using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var write in together)
        {
            if (write.CancellationToken.IsCancellationRequested)
            {
                write.Failed(new OperationCanceledException(write.CancellationToken));
                continue;
            }

            transaction.Save(Savepoint);
            try
            {
                await write.RunAsync(connection, transaction);
            }
            catch (Exception e)
            {
                write.Failed(e);
                transaction.Rollback(Savepoint);
            }

            transaction.Release(Savepoint);
        }

        transaction.Commit();
    }

    private SqliteConnection Open(bool durable)
    {
        if (_connection is null)
        {
            _connection = new SqliteConnection(_connectionString);
            _connection.Open();
            // Other processes may hold the write lock: let SQLite wait for it (the provider would sleep 150 ms a try).
            _connection.Execute($"pragma busy_timeout = {PatienceSeconds * 1000}");
        }

        if (_durable == durable) return _connection;
        // WAL with synchronous=NORMAL keeps the file consistent but syncs at checkpoints only; FULL syncs at every commit.
        _connection.Execute(durable ? "pragma synchronous = full" : "pragma synchronous = normal");
        _durable = durable;
        return _connection;
    }

    private void Close()
    {
        _connection?.Dispose();
        (_connection, _durable) = (null, null);
    }

    private abstract class Write(bool durable, CancellationToken cancellationToken)
    {
        public bool Durable => durable;

        public CancellationToken CancellationToken => cancellationToken;

        public abstract Task RunAsync(SqliteConnection connection, SqliteTransaction transaction);

        /// <summary>Gives the result out; no effect on one that has failed.</summary>
        public abstract void Committed();

        public abstract void Failed(Exception exception);
    }

    private sealed class Write<T>(Func<DbConnection, DbTransaction, Task<T>> work, bool durable, CancellationToken cancellationToken)
        : Write(durable, cancellationToken)
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T _result = default!;

        public Task<T> Done => _done.Task;

        public override async Task RunAsync(SqliteConnection connection, SqliteTransaction transaction) => _result = await work(connection, transaction);

        public override void Committed() => _done.TrySetResult(_result);

        public override void Failed(Exception exception) => _done.TrySetException(exception);
    }
}
