using System.Net;
using Judge.Contracts;
using Judge.Worker.Hosting;

namespace Judge.Api.Hosting;

/// <summary>The API's settings, read and checked once at the start.</summary>
/// <param name="DataPath">Where the default database and the package cache live.</param>
/// <param name="ProblemsPath">Packages that are offered from the start; null when there are none.</param>
/// <param name="Bus">The broker; null: in-process, and this process judges by itself.</param>
/// <param name="Pools">The pools of this process, when it judges by itself.</param>
/// <param name="DemoAccounts">Whether the keys demo-free, demo-premium and demo-admin exist.</param>
/// <param name="AdminKey">The first admin's key.</param>
/// <param name="WorkerKey">With which workers fetch packages.</param>
/// <param name="DrainSeconds">How long it serves on when it is told to stop, so that whoever routes requests to it notices.</param>
/// <param name="Free">Bounds of a free account.</param>
/// <param name="Premium">Bounds of a premium account.</param>
/// <param name="Retention">How long what came with a submission is kept.</param>
internal sealed record JudgeSettings(
    string DataPath, string? ProblemsPath, Uri? Bus, IReadOnlyList<PoolProfile> Pools, bool DemoAccounts, string? AdminKey, string? WorkerKey,
    int DrainSeconds, AccountLimits Free, AccountLimits Premium, RetentionSettings Retention)
{
    private const int ShortestKey = 16, LongestKey = 256;

    public AccountLimits LimitsOf(Tier tier) => tier == Tier.Premium ? Premium : Free;

    /// <exception cref="SettingException">Names the first setting that is wrong.</exception>
    public static JudgeSettings From(IConfiguration configuration)
    {
        var demo = configuration.Flag("Judge:DemoAccounts");
        if (demo && FirstPublicAddress(configuration) is { } address)
            throw new SettingException("Judge:DemoAccounts", $"well-known keys are for loopback only, but this would listen on {address}");
        var bus = configuration.Bus();
        var workerKey = Key("Judge:WorkerKey");
        if (bus is not null && workerKey is null)
            throw new SettingException("Judge:WorkerKey", "is missing; workers fetch problem packages with it (any long random text, the same as their Worker__Key)");
        var adminKey = Key("Judge:AdminKey");
        if (adminKey is not null && adminKey == workerKey) throw new SettingException("Judge:WorkerKey", "must not be the same as Judge__AdminKey");
        IReadOnlyList<PoolProfile> pools = bus is null ? [PoolProfile.Big().In(configuration), PoolProfile.Small().In(configuration)] : [];
        var problems = configuration.Text("Judge:ProblemsPath");
        if (problems is not null && !Directory.Exists(problems)) throw new SettingException("Judge:ProblemsPath", $"no directory {problems}");
        return new JudgeSettings(
            configuration.DataPath(), problems ?? Bundled(), bus, pools, demo, adminKey, workerKey,
            // Alone, there is nobody else to route requests to.
            configuration.Number("Judge:DrainSeconds", bus is null ? 0 : 5, 0, 600),
            Limits("Free", submissionsPerMinute: 30, inFlight: 10, connections: 20, subscriptions: 200, runsPerMinute: 30),
            Limits("Premium", submissionsPerMinute: 120, inFlight: 50, connections: 100, subscriptions: 1000, runsPerMinute: 120),
            new RetentionSettings(Days("Sources"), Days("Outputs")));

        int? Days(string what) => configuration.Number($"Judge:Retention:{what}Days", 0, 0, 36_500) is > 0 and var days ? days : null;

        string? Key(string name) => configuration.Text(name) switch
        {
            null => null,
            { Length: < ShortestKey or > LongestKey } => throw new SettingException(name, $"must be {ShortestKey} to {LongestKey} characters long"),
            var key => key,
        };

        AccountLimits Limits(string tier, int submissionsPerMinute, int inFlight, int connections, int subscriptions, int runsPerMinute) => new(
            configuration.Number($"Judge:Limits:{tier}:SubmissionsPerMinute", submissionsPerMinute, 0, 1_000_000),
            configuration.Number($"Judge:Limits:{tier}:InFlight", inFlight, 0, 1_000_000),
            configuration.Number($"Judge:Limits:{tier}:Connections", connections, 0, 1_000_000),
            configuration.Number($"Judge:Limits:{tier}:Subscriptions", subscriptions, 0, 1_000_000),
            configuration.Number($"Judge:Limits:{tier}:RunsPerMinute", runsPerMinute, 0, 1_000_000));
    }

    /// <summary>The problems that came with the program: beside it in an image, further up in a checkout.</summary>
    private static string? Bundled()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (Directory.Exists(Path.Combine(directory.FullName, "problems", "a-plus-b"))) return Path.Combine(directory.FullName, "problems");
        }

        return null;
    }

    private static string? FirstPublicAddress(IConfiguration configuration)
    {
        var urls = (configuration.Text("urls") ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "*"));
        // *_PORTS listen on every interface.
        foreach (var ports in (string[])["http_ports", "https_ports"])
        {
            if (configuration.Text("urls") is null && configuration.Text(ports) is { } port) return $"*:{port}";
        }

        return urls.FirstOrDefault(url => !IsLoopback(url));
    }

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return false;
        return uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}

/// <summary>How long something is kept after the submission was made; null: for ever.</summary>
/// <param name="SourcesDays">The programs; a submission whose program is gone cannot be judged again.</param>
/// <param name="OutputsDays">What compilers said and what is shown of sample cases: input, expected, output, stderr. Verdicts, times and memory stay.</param>
internal sealed record RetentionSettings(int? SourcesDays, int? OutputsDays);

/// <summary>An account's bounds; 0 is none.</summary>
/// <param name="SubmissionsPerMinute">Submissions taken in any minute.</param>
/// <param name="InFlight">Submissions and runs not judged yet.</param>
/// <param name="Connections">WebSockets, event streams and long-polls open at once, on one instance.</param>
/// <param name="Subscriptions">Submissions that its WebSockets are subscribed to by id, on one instance.</param>
/// <param name="RunsPerMinute">Runs taken in any minute.</param>
internal sealed record AccountLimits(int SubmissionsPerMinute, int InFlight, int Connections, int Subscriptions, int RunsPerMinute = 0)
{
    public int PerMinute(SubmissionKind kind) => kind == SubmissionKind.Run ? RunsPerMinute : SubmissionsPerMinute;
}
