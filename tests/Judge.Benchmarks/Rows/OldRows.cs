using System.Text.Json;
using Judge.Api.Submissions;
using Judge.Contracts;
using Judge.Testing;

namespace Judge.Benchmarks.Rows;

/// <summary>What a database is filled with.</summary>
/// <param name="Judged">Old judged submissions, spread over two years.</param>
/// <param name="OwnEvery">One of so many of them is the caller's.</param>
/// <param name="Problems">Over how many problems they are spread.</param>
internal sealed record Fill(int Judged, int OwnEvery, int Problems);

/// <summary>
/// Submissions as the judge would have stored them: real sources, ten cases each. Besides the spread ones there are <see cref="Rare"/> of a problem
/// that hardly anyone tries, all more than a year old, and <see cref="Waiting"/> that wait for a worker.
/// </summary>
/// <param name="fill">How many of what.</param>
/// <param name="caller">The account that asks.</param>
/// <param name="accounts">The others.</param>
internal sealed class OldRows(Fill fill, string caller, IReadOnlyList<string> accounts)
{
    public const int Rare = 60, Waiting = 1000, WaitingAccounts = 20, Cases = 10;
    public const string CommonProblem = "problem-00", RareProblem = "problem-rare";
    private const string WaitedFor = "problem-01";
    private const int Variants = 500;
    private static readonly string[] Languages = ["cpp", "python", "java", "c", "javascript"];
    private static readonly TimeSpan Age = TimeSpan.FromDays(730);

    private static readonly IReadOnlyList<string> Sources =
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "problems"), "*.*", SearchOption.AllDirectories).Where(f => f.Contains("/submissions/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    private readonly Random _random = new(1);
    private readonly SubmissionIds _ids = new();

    /// <summary>The columns that <see cref="All"/> gives values for.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "id", "account_id", "request_hash", "problem", "package_hash", "language", "tier", "state", "version", "attempt", "verdict", "done", "total", "time_ms", "wall_ms",
        "memory_kb", "created_at", "started_at", "judged_at", "not_before", "dispatched_at", "worker", "execution", "starts", "cases", "source", "workers", "changed_at",
    ];

    /// <summary>The caller's, oldest first, and everyone's, after they were made.</summary>
    public List<string> Own { get; } = [];

    public List<string> Everyones { get; } = [];

    /// <summary>The rows, oldest first.</summary>
    public IEnumerable<object?[]> All(DateTimeOffset now)
    {
        var cases = Enumerable.Range(0, Variants).Select(_ => JudgedCases()).ToList();
        var (start, step, rareEvery) = (now - Age, Age / fill.Judged, fill.Judged / 2 / Rare);
        for (var i = 0; i < fill.Judged; i++)
        {
            var at = start + i * step;
            var account = i % fill.OwnEvery == 0 ? caller : accounts[_random.Next(accounts.Count)];
            var problem = i % rareEvery == 1 && i < Rare * rareEvery ? RareProblem : $"problem-{_random.Next(fill.Problems):00}";
            var row = Judged(at, account, problem, cases[_random.Next(cases.Count)]);
            Everyones.Add((string)row[0]!);
            if (account == caller) Own.Add((string)row[0]!);
            yield return row;
        }

        for (var i = 0; i < Waiting; i++) yield return Queued(now.AddMilliseconds(i - Waiting), accounts[^(1 + i % WaitingAccounts)]);
    }

    private static (Verdict Verdict, int Done, string Json) Of(CaseResult[] cases) =>
        (cases[^1].Verdict, cases.Length, JsonSerializer.Serialize(cases, JsonSerializerOptions.Web));

    /// <summary>The first two are samples, which are shown.</summary>
    private (Verdict Verdict, int Done, string Json) JudgedCases() => Of([.. Enumerable.Range(1, Cases).Select(i => new CaseResult(
        i <= 2 ? $"sample/{i}" : $"secret/{i:00}-random", i == Cases && _random.Next(3) == 0 ? Verdict.WrongAnswer : Verdict.Accepted,
        _random.Next(1, 900), _random.Next(2, 1000), _random.Next(3000, 90_000), 0, null, null, i <= 2 ? "3 3\n1 2 5\n2 3 7\n1 3 20\n" : null, i <= 2 ? "12\n" : null,
        i <= 2 ? "12\n" : null, i <= 2 ? "" : null))]);

    private object?[] Judged(DateTimeOffset at, string account, string problem, (Verdict Verdict, int Done, string Json) cases)
    {
        var (id, created) = (_ids.Next(at).ToString(), at.ToUnixTimeMilliseconds());
        return
        [
            id, account, Hash(), problem, Hash(), Languages[_random.Next(Languages.Length)], (int)Tier.Free, (int)SubmissionState.Judged, 5, 1, (int)cases.Verdict, cases.Done, Cases,
            _random.Next(1, 900), _random.Next(2, 1000), _random.Next(3000, 90_000), created, created + 20, created + 900, 0L, created + 5, $"host-{_random.Next(1000)}-small",
            Guid.NewGuid().ToString(), 1, cases.Json, $"{Sources[_random.Next(Sources.Count)]}\n// {id}\n", $"host-{_random.Next(1000)}-small", created + 900,
        ];
    }

    private object?[] Queued(DateTimeOffset at, string account)
    {
        var (id, created) = (_ids.Next(at).ToString(), at.ToUnixTimeMilliseconds());
        return
        [
            id, account, Hash(), WaitedFor, Hash(), "python", (int)Tier.Free, (int)SubmissionState.Queued, 1, 1, null, 0, Cases,
            null, null, null, created, null, null, 0L, null, null, null, 0, null, Sources[_random.Next(Sources.Count)], "", created,
        ];
    }

    private string Hash()
    {
        Span<byte> bytes = stackalloc byte[32];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
