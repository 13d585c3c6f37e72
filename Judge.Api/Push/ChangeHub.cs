using Judge.Contracts;

namespace Judge.Api.Push;

/// <summary>Somebody on this instance who wants to hear of changes. Called from any thread, with states that may be older than the last; must not wait.</summary>
internal interface ISubscriber
{
    void Tell(Snapshot snapshot);
}

/// <summary>
/// Who on this instance hears of what. A change comes in from wherever it was noticed, perhaps more than once; if anybody here wants it, the
/// submission is read from the database once (<see cref="SnapshotReader"/>) and told to all of them. So the database's load grows with
/// changes, not with those who wait for them.
/// </summary>
internal sealed class ChangeHub(TimeProvider clock) : IDisposable
{
    /// <summary>For longer than anything could tell of the same change again.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, ISubscriber[]> _ofSubmission = [], _ofAccount = [];
    private readonly Dictionary<Guid, int> _known = [];
    private readonly Queue<(Guid Id, long At)> _forgetting = new();
    private readonly Dictionary<Guid, Place> _queued = [];
    private readonly SemaphoreSlim _work = new(0);
    private HashSet<Guid> _changed = [];

    /// <summary>Whether anybody on this instance waits for anything.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate) return _ofSubmission.Count == 0 && _ofAccount.Count == 0;
        }
    }

    /// <summary>Subscribe first and read the submission then: so no change is missed.</summary>
    public void Subscribe(Guid submission, ISubscriber subscriber) => Add(_ofSubmission, submission, subscriber);

    public void Unsubscribe(Guid submission, ISubscriber subscriber) => Remove(_ofSubmission, submission, subscriber);

    /// <summary>All submissions of an account, those to come too.</summary>
    public void SubscribeToAccount(Guid account, ISubscriber subscriber) => Add(_ofAccount, account, subscriber);

    public void UnsubscribeFromAccount(Guid account, ISubscriber subscriber) => Remove(_ofAccount, account, subscriber);

    /// <summary>Something has changed, or may have; repeats and what nobody here waits for end here.</summary>
    public void Changed(SubmissionChanged change)
    {
        lock (_gate)
        {
            if (!_ofSubmission.ContainsKey(change.SubmissionId) && !_ofAccount.ContainsKey(change.AccountId)) return;
            if (_known.TryGetValue(change.SubmissionId, out var known) && known >= change.Version) return;
            Know(change.SubmissionId, change.Version);
            if (!_changed.Add(change.SubmissionId) || _changed.Count > 1) return;
        }

        _work.Release();
    }

    /// <summary>What has changed since the last call; waits until something has.</summary>
    public async Task<IReadOnlyCollection<Guid>> TakeChangedAsync(CancellationToken cancellationToken)
    {
        await _work.WaitAsync(cancellationToken);
        lock (_gate)
        {
            var changed = _changed;
            _changed = [];
            return changed;
        }
    }

    /// <summary>They could not be read: they are taken again.</summary>
    public void PutBack(IEnumerable<Guid> changed)
    {
        lock (_gate)
        {
            var waiting = _changed.Count > 0;
            _changed.UnionWith(changed);
            if (waiting || _changed.Count == 0) return;
        }

        _work.Release();
    }

    /// <summary>Tells everybody who waits for it.</summary>
    public void Tell(Snapshot snapshot)
    {
        ISubscriber[] ofSubmission, ofAccount;
        lock (_gate)
        {
            ofSubmission = _ofSubmission.GetValueOrDefault(snapshot.Id, []);
            ofAccount = _ofAccount.GetValueOrDefault(snapshot.AccountId, []);
            if (!_known.TryGetValue(snapshot.Id, out var known) || known < snapshot.Version) Know(snapshot.Id, snapshot.Version);
            FollowLocked(snapshot);
        }

        foreach (var subscriber in ofSubmission) subscriber.Tell(snapshot);
        foreach (var subscriber in ofAccount) subscriber.Tell(snapshot);
    }

    /// <summary>Notes where in the queue it stands, if it does, so that its way forward is told too.</summary>
    public void Follow(Snapshot snapshot)
    {
        lock (_gate) FollowLocked(snapshot);
    }

    /// <summary>The queued ones that somebody here waits for, as they were told last.</summary>
    public IReadOnlyList<Place> Queued()
    {
        lock (_gate)
        {
            foreach (var (id, place) in _queued)
                if (!_ofSubmission.ContainsKey(id) && !_ofAccount.ContainsKey(place.AccountId)) _queued.Remove(id);
            return [.. _queued.Values];
        }
    }

    public void Dispose() => _work.Dispose();

    private void Add(Dictionary<Guid, ISubscriber[]> subscribers, Guid key, ISubscriber subscriber)
    {
        lock (_gate) subscribers[key] = [.. subscribers.GetValueOrDefault(key, []), subscriber];
    }

    private void Remove(Dictionary<Guid, ISubscriber[]> subscribers, Guid key, ISubscriber subscriber)
    {
        lock (_gate)
        {
            ISubscriber[] others = [.. subscribers.GetValueOrDefault(key, []).Where(s => s != subscriber)];
            if (others.Length > 0) subscribers[key] = others;
            else subscribers.Remove(key);
        }
    }

    private void FollowLocked(Snapshot snapshot)
    {
        if (snapshot.Place is null) _queued.Remove(snapshot.Id);
        else if (_known.GetValueOrDefault(snapshot.Id) <= snapshot.Version) _queued[snapshot.Id] = snapshot.Place;
    }

    private void Know(Guid id, int version)
    {
        var now = clock.GetTimestamp();
        if (_known.TryAdd(id, version)) _forgetting.Enqueue((id, now));
        else _known[id] = version;
        while (_forgetting.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At, now) > Memory) _known.Remove(_forgetting.Dequeue().Id);
    }
}
