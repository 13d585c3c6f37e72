using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Judge.Chaos;

/// <summary>What clients were promised and what they were told since: whoever breaks a promise is written down here.</summary>
public sealed class Ledger
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _wrong = new(), _backwards = new();

    /// <summary>Submissions that were answered 202.</summary>
    public int Accepted => _entries.Count;

    /// <summary>Of those, the ones whose verdict a client has.</summary>
    public int Judged => _entries.Values.Count(e => e.IsJudged);

    public IReadOnlyCollection<string> Ids => [.. _entries.Keys];

    /// <summary>Verdicts that are not the program's, and verdicts that changed.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    /// <summary>States told after newer ones, or two states under one version.</summary>
    public IReadOnlyCollection<string> Backwards => _backwards;

    /// <summary>A 202.</summary>
    public void Promise(string id, string expected) => _entries.GetOrAdd(id, _ => new Entry(expected));

    /// <summary>A state that a client was told. Each client hears on its own: how far it was told is its own too.</summary>
    /// <param name="submission">The state.</param>
    /// <param name="told">What this client was told of it last; null at first.</param>
    /// <returns>The state, if it is news.</returns>
    public JsonObject? Hear(JsonObject submission, JsonObject? told)
    {
        var id = submission["id"]!.GetValue<string>();
        if (told is not null)
        {
            var (before, now) = (Version(told), Version(submission));
            if (now < before || (now == before && Rank(submission) < Rank(told))) _backwards.Enqueue($"{id}: {Brief(told)}, then {Brief(submission)}");
            if (now <= before) return null;
        }

        if (State(submission) == "judged") Judge(id, submission);
        return submission;
    }

    public static string State(JsonObject submission) => submission["state"]!.GetValue<string>();

    public static int Version(JsonObject submission) => submission["version"]!.GetValue<int>();

    private static int Rank(JsonObject submission) => State(submission) switch { "queued" => 0, "judging" => 1, _ => 2 };

    private static string Brief(JsonObject submission) =>
        string.Create(CultureInfo.InvariantCulture, $"version {Version(submission)} {State(submission)} {submission["verdict"]}");

    private void Judge(string id, JsonObject submission)
    {
        if (!_entries.TryGetValue(id, out var entry)) return;
        var verdict = submission["verdict"]?.GetValue<string>() ?? "none";
        var first = entry.Verdict(verdict);
        if (first != verdict) _wrong.Enqueue($"{id}: {first}, then {verdict}");
        else if (verdict != entry.Expected && entry.Complain()) _wrong.Enqueue($"{id}: {verdict} instead of {entry.Expected}: {submission["message"]}");
    }

    private sealed class Entry(string expected)
    {
        private string? _verdict;
        private int _complained;

        public string Expected => expected;

        public bool IsJudged => Volatile.Read(ref _verdict) is not null;

        /// <summary>The first verdict that anybody was told.</summary>
        public string Verdict(string verdict) => Interlocked.CompareExchange(ref _verdict, verdict, null) ?? verdict;

        public bool Complain() => Interlocked.Exchange(ref _complained, 1) == 0;
    }
}
