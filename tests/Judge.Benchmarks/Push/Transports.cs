namespace Judge.Benchmarks.Push;

/// <summary>A way for a client to hear of a verdict.</summary>
internal interface IWaiter : IAsyncDisposable
{
    /// <summary>Waits, from just after the POST that brought this id and version 1, until this client has read the verdict.</summary>
    Task<SubmissionState> VerdictAsync(string id, CancellationToken cancellationToken);
}

/// <summary>One row of the table.</summary>
/// <param name="Name">As the table has it.</param>
/// <param name="OpenAsync">Makes a client's waiter; what it opens here it has open before it submits, and is not counted.</param>
internal sealed record Transport(string Name, Func<Client, CancellationToken, Task<IWaiter>> OpenAsync)
{
    public static readonly Transport Polling = new("polling, 1 s", (c, _) => Task.FromResult<IWaiter>(new PollingWaiter(c, TimeSpan.FromSeconds(1))));

    public static readonly Transport FastPolling = new("polling, 250 ms", (c, _) => Task.FromResult<IWaiter>(new PollingWaiter(c, TimeSpan.FromMilliseconds(250))));

    public static readonly Transport LongPoll = new("long-poll, ?wait=20", (c, _) => Task.FromResult<IWaiter>(new LongPollWaiter(c)));

    public static readonly Transport Events = new("SSE", (c, _) => Task.FromResult<IWaiter>(new EventsWaiter(c)));

    public static readonly Transport Socket = new("WebSocket", (c, _) => Task.FromResult<IWaiter>(new SocketWaiter(c)));

    public static readonly Transport OpenSocket = new("WebSocket, open already", async (c, cancellationToken) =>
    {
        var waiter = new SocketWaiter(c);
        await waiter.ConnectAsync(cancellationToken);
        return waiter;
    });

    public static IReadOnlyList<Transport> All { get; } = [Polling, FastPolling, LongPoll, Events, Socket, OpenSocket];
}
