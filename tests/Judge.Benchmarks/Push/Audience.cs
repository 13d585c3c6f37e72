namespace Judge.Benchmarks.Push;

/// <summary>Sockets that each wait for the verdict on a submission of their own.</summary>
internal sealed class Audience : IAsyncDisposable
{
    private const int AtOnce = 32;
    private readonly CancellationTokenSource _over = new();
    private readonly List<Seat> _seats = [];
    private readonly List<Task> _reading = [];
    private int _answered, _judged;
    private long _bytes;

    /// <summary>How many have been sent a state at all.</summary>
    public int Answered => Volatile.Read(ref _answered);

    /// <summary>How many have their verdict.</summary>
    public int Judged => Volatile.Read(ref _judged);

    /// <summary>Bytes of the messages so far, without the first of each socket.</summary>
    public long BytesOfChanges => Volatile.Read(ref _bytes);

    /// <summary>From judgedAt, whole ms, to the message being read, by this host's one clock; in ms, of those that have their verdict.</summary>
    public IReadOnlyList<double> DelaysOf(IReadOnlySet<string> ids) => [.. _seats.Where(s => ids.Contains(s.Id)).Select(s => s.DelayMs).OfType<double>()];

    /// <summary>The submissions whose verdict has arrived.</summary>
    public IReadOnlySet<string> JudgedIds() => _seats.Where(s => s.DelayMs is not null).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Opens a socket per submission, a few at a time, and waits until each has been sent the present state.</summary>
    public async Task OpenAsync(string url, string key, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (id, token) =>
        {
            var socket = await LeanSocket.ConnectAsync(new Uri(url), key, narrow: false, token);
            var seat = new Seat(id, socket);
            lock (_seats)
            {
                _seats.Add(seat);
                _reading.Add(socket.ReadAsync(message => Hear(seat, message), _over.Token));
            }

            await socket.SendAsync($$"""{"type":"subscribe","id":"{{id}}"}""", token);
        });
        await UntilAsync(() => Answered, ids.Count, TimeSpan.FromSeconds(60), cancellationToken);
    }

    /// <summary>Waits until a count is reached or nothing has been added to it for that long; a socket that broke is an exception.</summary>
    public async Task UntilAsync(Func<int> count, int goal, TimeSpan patience, CancellationToken cancellationToken)
    {
        var (last, since) = (count(), TimeProvider.System.GetTimestamp());
        while (count() < goal && TimeProvider.System.GetElapsedTime(since) < patience)
        {
            await Task.Delay(20, cancellationToken);
            if (_reading.Find(r => r.IsFaulted) is { } broken) await broken;
            if (count() is var now && now != last) (last, since) = (now, TimeProvider.System.GetTimestamp());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        foreach (var reading in _reading) await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var seat in _seats) seat.Socket.Dispose();
        _over.Dispose();
    }

    private void Hear(Seat seat, ReadOnlyMemory<byte> message)
    {
        var now = DateTimeOffset.UtcNow;
        var state = SubmissionState.ParseMessage(message.Span);
        if (state.Id != seat.Id) throw new InvalidOperationException($"the socket of {seat.Id} was told of {state.Id}");
        if (seat.Answered) Interlocked.Add(ref _bytes, message.Length);
        else Interlocked.Increment(ref _answered);
        seat.Answered = true;
        if (state.JudgedAt is not { } judgedAt || seat.DelayMs is not null) return;
        seat.DelayMs = (now - judgedAt).TotalMilliseconds;
        Interlocked.Increment(ref _judged);
    }

    /// <summary>Used by its socket's reader alone until all are over.</summary>
    private sealed class Seat(string id, LeanSocket socket)
    {
        public string Id => id;

        public LeanSocket Socket => socket;

        public bool Answered { get; set; }

        public double? DelayMs { get; set; }
    }
}
