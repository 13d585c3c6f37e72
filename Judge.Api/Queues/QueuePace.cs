using Dapper;
using Judge.Api.Data;
using Judge.Api.Languages;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Queues;

/// <summary>How quickly a tier's queue moves.</summary>
/// <param name="Slots">Submissions that its workers judge at once.</param>
/// <param name="Judging">Submissions that are being judged.</param>
/// <param name="ServiceMs">From the start of one to its verdict, on average of late; null when none was judged of late.</param>
internal sealed record QueuePace(int Slots, int Judging, double? ServiceMs)
{
    /// <summary>How long one waits that has so many before it, ms; null when nobody can tell: no worker, or none has judged anything of late.</summary>
    public long? WaitMs(int ahead)
    {
        if (Slots == 0) return null;
        // Who gets a free slot does not wait; whoever does not, waits for one turn in every slot's, of which the first is half over.
        var turns = ahead - Math.Max(0, Slots - Judging) + 0.5;
        return turns < 0 ? 0 : (long?)(turns * ServiceMs / Slots);
    }
}

/// <summary>Reads the pace of the queues; what was read is remembered for a second, for all who ask.</summary>
internal sealed class QueuePaces(Database database, TimeProvider clock)
{
    /// <summary>Of so many that were judged last: a pace of a minute ago, when others used the processors too, is no longer true.</summary>
    private const int LateMs = 120_000, Sample = 30;

    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);
    private readonly Reading?[] _readings = new Reading?[Enum.GetValues<Tier>().Length];

    public async ValueTask<QueuePace> ReadAsync(Tier tier, CancellationToken cancellationToken)
    {
        if (_readings[(int)tier] is var (pace, at) && clock.GetElapsedTime(at) < Remembered) return pace;
        await using var connection = await database.OpenAsync(cancellationToken);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        var (slots, judging, service) = await connection.QuerySingleAsync<(int, int, double?)>(
            """
            select
                (select coalesce(sum(slots), 0) from workers where tier = @tier and seen_at > @alive),
                (select count(*) from submissions where tier in (@tier, @beside) and dispatched_at is not null and state <> 2 and state = 1),
                (select cast(avg(service) as double precision) from (
                    select judged_at - started_at as service from submissions
                    where changed_at > @late and tier = @tier and state = 2 and worker is not null
                        and not exists (select 1 from rejudged where submission_id = submissions.id)
                    order by changed_at desc limit @sample) as judged)
            """,
            new { tier, beside = tier == Tier.Free ? Lane.Background : (Lane)tier, alive = now - WorkerStore.AliveMs, late = now - LateMs, sample = Sample });
        _readings[(int)tier] = new Reading(new QueuePace(slots, judging, service), clock.GetTimestamp());
        return _readings[(int)tier]!.Pace;
    }

    private sealed record Reading(QueuePace Pace, long At);
}
