using System.Collections.Concurrent;

namespace Judge.Api.Push;

/// <summary>Who in this process waits for a change of which submission.</summary>
internal sealed class ChangeHub
{
    private readonly ConcurrentDictionary<Guid, Watches> _watched = new();

    /// <summary>Starts watching; read the submission after this, not before, and no change is missed.</summary>
    public Watch Start(Guid id)
    {
        while (true)
        {
            var watches = _watched.GetOrAdd(id, _ => new Watches());
            if (watches.TryEnter()) return new Watch(this, id, watches);
        }
    }

    /// <summary>The submission has changed, or may have.</summary>
    public void Signal(Guid id)
    {
        if (_watched.TryGetValue(id, out var watches)) watches.Signal();
    }

    /// <summary>What is watched, with the version that its watchers have last seen.</summary>
    public IReadOnlyDictionary<Guid, int> Watched() => _watched.ToDictionary(w => w.Key, w => w.Value.Version);

    /// <summary>One watcher's hold.</summary>
    internal sealed class Watch(ChangeHub hub, Guid id, Watches watches) : IDisposable
    {
        /// <summary>Completes at the next change. Take it before reading the submission.</summary>
        public Task Next => watches.Next;

        /// <summary>Tells which version the watcher has read.</summary>
        public void Saw(int version) => watches.Version = version;

        public void Dispose()
        {
            if (watches.Leave()) hub._watched.TryRemove(KeyValuePair.Create(id, watches));
        }
    }

    internal sealed class Watches
    {
        private readonly Lock _gate = new();
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _count;

        public int Version { get; set; }

        public Task Next
        {
            get
            {
                lock (_gate) return _next.Task;
            }
        }

        /// <summary>False when the last watcher has just left and this is about to be removed.</summary>
        public bool TryEnter()
        {
            lock (_gate)
            {
                if (_count < 0) return false;
                _count++;
                return true;
            }
        }

        public bool Leave()
        {
            lock (_gate)
            {
                if (--_count > 0) return false;
                _count = -1;
                return true;
            }
        }

        public void Signal()
        {
            lock (_gate)
            {
                _next.SetResult();
                _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
