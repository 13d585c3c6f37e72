namespace Judge.Testing;

/// <summary>The environment of the processes of a grown system: RabbitMQ, the demo accounts, no limits.</summary>
public static class GrownSettings
{
    private const string WorkerKey = "a-worker-key-for-tests";

    /// <param name="url">Where it listens.</param>
    /// <param name="dataPath">Its folder.</param>
    /// <param name="bus">The broker.</param>
    /// <param name="database">The database's connection string; null: a file in its folder.</param>
    public static Dictionary<string, string> Api(string url, string dataPath, string bus, string? database = null)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = url,
            ["ConnectionStrings__Bus"] = bus,
            ["Judge__DataPath"] = dataPath,
            ["Judge__DemoAccounts"] = "true",
            ["Judge__WorkerKey"] = WorkerKey,
        };
        if (database is not null) settings["ConnectionStrings__Database"] = database;
        foreach (var tier in (string[])["Free", "Premium"])
        {
            foreach (var limit in (string[])["SubmissionsPerMinute", "InFlight", "Connections", "Subscriptions"]) settings[$"Judge__Limits__{tier}__{limit}"] = "0";
        }

        return settings;
    }

    /// <param name="pool"><c>big</c> or <c>small</c>.</param>
    /// <param name="apiUrl">Where it fetches packages.</param>
    /// <param name="dataPath">Its folder.</param>
    /// <param name="bus">The broker.</param>
    public static Dictionary<string, string> Worker(string pool, string apiUrl, string dataPath, string bus) => new(StringComparer.Ordinal)
    {
        ["ConnectionStrings__Bus"] = bus,
        ["Worker__Pool"] = pool,
        ["Worker__ApiUrl"] = apiUrl,
        ["Worker__Key"] = WorkerKey,
        ["Judge__DataPath"] = dataPath,
        // Many workers start in these tests, and each asks every toolchain for its version.
        ["Worker__Languages"] = "c cpp python javascript java csharp",
        // Shared and kept: making it takes a minute of both processors. Not under a temporary directory, which the sandbox's user may not enter.
        ["Worker__PreparedPath"] = Environment.GetEnvironmentVariable("Worker__PreparedPath") ?? Directory.CreateDirectory(Path.Combine(Repository.Root, "data", "prepared")).FullName,
    };
}
