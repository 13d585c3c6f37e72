using System.Diagnostics;
using Dapper;
using Judge.Api.Data;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Queues;

/// <summary>
/// The places in the queues, from one reading for all who ask. A reading is kept for as long as keeps the reading of a long queue under a
/// twentieth of one processor; a short queue is read anew each time.
/// </summary>
internal sealed class QueuePositions(Database database)
{
    private const int KeptPerCost = 20, Short = 100;
    private readonly Dictionary<Tier, Reading> _readings = Enum.GetValues<Tier>().ToDictionary(tier => tier, _ => new Reading());

    /// <summary>How many submissions of the tier get their turn before this one.</summary>
    public async Task<int> AheadAsync(SubmissionRow row, CancellationToken cancellationToken)
    {
        var picture = await ReadAsync(row.Tier, cancellationToken);
        var account = Guid.Parse(row.AccountId);
        // One that is newer than the reading: its account may have put others before it, also since then.
        return picture.Ahead(account, picture.Before(account, Guid.Parse(row.Id)) ?? await CountBeforeAsync(row, cancellationToken));
    }

    private async Task<int> CountBeforeAsync(SubmissionRow row, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(
            "select count(*) from submissions where tier = @Tier and account_id = @AccountId and id < @Id and state = 0", new { row.Tier, row.AccountId, row.Id });
    }

    public async Task<QueuePicture> ReadAsync(Tier tier, CancellationToken cancellationToken)
    {
        var reading = _readings[tier];
        if (reading.IsFresh) return reading.Picture;
        await reading.Gate.WaitAsync(cancellationToken);
        try
        {
            if (reading.IsFresh) return reading.Picture;
            var started = Stopwatch.GetTimestamp();
            await using var connection = await database.OpenAsync(cancellationToken);
            var queued = connection.Query<(string Account, string Id)>(
                "select account_id, id from submissions where tier = @tier and state = 0 order by account_id, id", new { tier }, buffered: false);
            reading.Picture = new QueuePicture(queued);
            var cost = Stopwatch.GetElapsedTime(started);
            reading.FreshUntil = reading.Picture.Length <= Short ? 0 : Stopwatch.GetTimestamp() + (long)(cost.TotalSeconds * KeptPerCost * Stopwatch.Frequency);
            return reading.Picture;
        }
        finally
        {
            reading.Gate.Release();
        }
    }

    private sealed class Reading
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public QueuePicture Picture { get; set; } = new([]);

        public long FreshUntil { get; set; }

        public bool IsFresh => Stopwatch.GetTimestamp() < FreshUntil;
    }
}

/// <summary>One tier's queue at one moment.</summary>
internal sealed class QueuePicture
{
    private readonly Dictionary<Guid, List<Guid>> _accounts = [];

    /// <summary>How many each account has waiting, ascending; and the sums of the first n of them.</summary>
    private readonly int[] _counts, _sums;

    /// <param name="queued">Account and submission of all that wait, by account, then oldest first.</param>
    public QueuePicture(IEnumerable<(string Account, string Id)> queued)
    {
        var (name, last) = ("", new List<Guid>());
        foreach (var (account, id) in queued)
        {
            if (account != name) (name, _accounts[Guid.Parse(account)]) = (account, last = []);
            last.Add(Guid.Parse(id));
        }

        _counts = [.. _accounts.Values.Select(ids => ids.Count).Order()];
        _sums = new int[_counts.Length + 1];
        for (var i = 0; i < _counts.Length; i++) _sums[i + 1] = _sums[i] + _counts[i];
    }

    /// <summary>How many wait.</summary>
    public int Length => _sums[^1];

    /// <summary>How many of its account's wait before this one; null when it was not waiting then.</summary>
    public int? Before(Guid account, Guid id) => _accounts.GetValueOrDefault(account)?.BinarySearch(id) is >= 0 and var found ? found : null;

    /// <summary>How many get their turn before the one that has so many of its account's before it: the dispatcher goes round the accounts, so of every
    /// other account at most as many as this account has up to here.</summary>
    public int Ahead(Guid account, int before) => before + TurnsOfAll(before + 1) - Math.Min(_accounts.GetValueOrDefault(account)?.Count ?? 0, before + 1);

    /// <summary>The sum over all accounts of what they have waiting, at most <paramref name="turns"/> of each.</summary>
    private int TurnsOfAll(int turns)
    {
        var (low, high) = (0, _counts.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_counts[middle] < turns) low = middle + 1;
            else high = middle;
        }

        return _sums[low] + ((_counts.Length - low) * turns);
    }
}
