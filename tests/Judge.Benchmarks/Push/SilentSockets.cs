using System.Net.Sockets;

namespace Judge.Benchmarks.Push;

/// <summary>
/// Sockets that subscribe to many submissions and never read again. They do say that they live, every few seconds: a client from which
/// nothing comes, not even the answer to a ping, is dropped by the server and costs it nothing more.
/// </summary>
internal sealed class SilentSockets : IAsyncDisposable
{
    /// <summary>What each subscribes to. The states that it is sent at once are already more than the kernel takes for it.</summary>
    public const int Subscriptions = 200;

    private const int AtOnce = 16;
    private static readonly TimeSpan SignOfLifeEvery = TimeSpan.FromSeconds(5);
    private readonly List<LeanSocket> _sockets = [];
    private readonly CancellationTokenSource _over = new();
    private Task _signs = Task.CompletedTask;
    private int _open;

    /// <summary>How many the server had not closed when they last spoke.</summary>
    public int Open => Volatile.Read(ref _open);

    /// <param name="url">The API's.</param>
    /// <param name="key">The account's.</param>
    /// <param name="count">How many sockets.</param>
    /// <param name="ids">Of these each takes its share, turned by one from socket to socket.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<SilentSockets> OpenAsync(string url, string key, int count, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var result = new SilentSockets();
        try
        {
            result._signs = result.SpeakAsync();
            await Parallel.ForEachAsync(
                Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (i, token) =>
                {
                    var socket = await LeanSocket.ConnectAsync(new Uri(url), key, narrow: true, token);
                    for (var n = 0; n < Math.Min(Subscriptions, ids.Count); n++)
                        await socket.SendAsync($$"""{"type":"subscribe","id":"{{ids[(i + n) % ids.Count]}}"}""", token);
                    lock (result._sockets) result._sockets.Add(socket);
                });
            return result;
        }
        catch
        {
            await result.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _signs.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var socket in _sockets) socket.Dispose();
        _over.Dispose();
    }

    private async Task SpeakAsync()
    {
        using var timer = new PeriodicTimer(SignOfLifeEvery);
        while (await timer.WaitForNextTickAsync(_over.Token))
        {
            var open = 0;
            LeanSocket[] sockets;
            lock (_sockets) sockets = [.. _sockets];
            foreach (var socket in sockets)
            {
                try
                {
                    await socket.SendPongAsync(_over.Token);
                    open++;
                }
                catch (SocketException)
                {
                    // The server has closed it.
                }
            }

            Volatile.Write(ref _open, open);
        }
    }
}
