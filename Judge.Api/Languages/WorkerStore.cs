using System.Text.Json;
using Dapper;
using Judge.Api.Data;
using Judge.Contracts;
using Judge.Worker.Languages;

namespace Judge.Api.Languages;

/// <summary>What the workers say of themselves: that they live, how many slots they have, which languages they can judge.</summary>
internal sealed class WorkerStore(Database database, TimeProvider clock)
{
    /// <summary>A worker that has said nothing for longer is taken for gone.</summary>
    public const int AliveMs = 10_000;

    private const int ForgottenMs = 24 * 3600 * 1000;

    /// <summary>Every POST asks; the answer is all workers' reports put together, and changes when a worker comes or goes.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private Reading? _languages;

    /// <summary>What a worker's id says of the process that it is, or is a pool of: machine and process id (machine-pool-process-number).</summary>
    public static string ProcessOf(string id) => id.Split('-') is { Length: >= 4 } parts ? $"{string.Join('-', parts[..^3])} {parts[^2]}" : id;

    public Task SeenAsync(WorkerSeen message, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, transaction) =>
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            await connection.ExecuteAsync("delete from workers where seen_at < @forgotten", new { forgotten = now - ForgottenMs }, transaction);
            return await connection.ExecuteAsync(
                """
                insert into workers (id, tier, slots, busy, languages, seen_at) values (@WorkerId, @Tier, @Slots, @Busy, @languages, @now)
                on conflict (id) do update set slots = excluded.slots, busy = excluded.busy, languages = excluded.languages, seen_at = excluded.seen_at
                """,
                new { message.WorkerId, message.Tier, message.Slots, message.Busy, languages = JsonSerializer.Serialize(message.Languages), now },
                transaction);
        },
        cancellationToken);

    /// <summary>Each language as the workers have it, or had it a second ago: available when any of those seen last can judge it. Null: no worker
    /// has ever reported.</summary>
    public async ValueTask<IReadOnlyDictionary<string, LanguageStatus>?> LanguagesAsync(CancellationToken cancellationToken)
    {
        if (_languages is var (languages, at) && clock.GetElapsedTime(at) < Remembered) return languages;
        languages = await ReadLanguagesAsync(cancellationToken);
        if (languages is not null) _languages = new Reading(languages, clock.GetTimestamp());
        return languages;
    }

    private async Task<IReadOnlyDictionary<string, LanguageStatus>?> ReadLanguagesAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var reports = (await connection.QueryAsync<(string Languages, long SeenAt)>("select languages, seen_at from workers order by seen_at desc")).AsList();
        if (reports.Count == 0) return null;
        // With no worker alive the last one's word holds: its return is more likely than a change of toolchains.
        var since = Math.Min(reports[0].SeenAt, clock.GetUtcNow().ToUnixTimeMilliseconds()) - AliveMs;
        return reports
            .Where(r => r.SeenAt >= since)
            .SelectMany(r => JsonSerializer.Deserialize<LanguageStatus[]>(r.Languages)!)
            .GroupBy(l => l.Id, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.FirstOrDefault(l => l.Available) ?? g.First(), StringComparer.Ordinal);
    }

    /// <summary>Why a submission in that language cannot be taken; null when it can.</summary>
    public async Task<string?> WhyNotAsync(string language, CancellationToken cancellationToken)
    {
        if (LanguageCatalog.Find(language) is null)
            return $"'{language}' is not a language; known are {string.Join(", ", LanguageCatalog.All.Select(l => l.Id))}";
        var reports = await LanguagesAsync(cancellationToken);
        return reports?.GetValueOrDefault(language) is { Available: false, Reason: var reason } ? $"'{language}' is not available: {reason}" : null;
    }

    private sealed record Reading(IReadOnlyDictionary<string, LanguageStatus> Languages, long At);
}
