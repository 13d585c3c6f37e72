using Judge.Testing;

namespace Judge.Api.Tests;

public enum Engine
{
    Sqlite,
    Postgres,
}

/// <summary>The databases that tests run on: files, and databases of one PostgreSQL server that all tests of this process share.</summary>
internal static class TestDatabase
{
    private static readonly Lazy<Task<PostgresServer>> Server = new(async () =>
    {
        var server = await PostgresServer.StartNewAsync();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait();
        return server;
    });

    /// <param name="engine">Which.</param>
    /// <param name="directory">Where a file would be.</param>
    /// <returns>The connection string of a database that is new.</returns>
    public static async Task<string> CreateAsync(Engine engine, string directory) => engine switch
    {
        Engine.Postgres => await (await Server.Value).CreateDatabaseAsync(),
        _ => $"Data Source={Path.Combine(directory, "judge.db")}",
    };
}
