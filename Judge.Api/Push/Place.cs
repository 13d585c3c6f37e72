using Judge.Api.Queues;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Push;

/// <summary>A queued submission that somebody waits for: all that a client may see of it, in a tenth of what its snapshot takes, since there may
/// be very many.</summary>
internal sealed class Place(SubmissionRow row, int ahead)
{
    private readonly Guid _id = Guid.Parse(row.Id);
    private readonly string _problem = string.Intern(row.Problem), _language = string.Intern(row.Language);
    private readonly int _total = row.Total, _attempt = row.Attempt;
    private readonly long _createdAt = row.CreatedAt;
    private readonly SubmissionKind _kind = row.Kind;

    public Guid AccountId { get; } = Guid.Parse(row.AccountId);

    public Tier Tier { get; } = row.Tier;

    public int Version { get; } = row.Version;

    /// <summary>As it was told last.</summary>
    public int Ahead => ahead;

    /// <summary>Where it is now, by what <paramref name="queue"/> shows; if that is older than it, or it waits no more, where it was.</summary>
    public int In(QueuePicture queue) => queue.Before(AccountId, _id) is { } before ? queue.Ahead(AccountId, before) : ahead;

    /// <summary>The submission in another place.</summary>
    public Snapshot At(QueueView place) => new(
        new SubmissionRow
        {
            Id = _id.ToString(), AccountId = AccountId.ToString(), Problem = _problem, Language = _language, Tier = Tier, State = SubmissionState.Queued,
            Version = Version, Attempt = _attempt, Total = _total, CreatedAt = _createdAt, Kind = _kind,
        },
        place);
}
