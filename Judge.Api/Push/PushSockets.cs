using System.Collections.Concurrent;
using System.Data.Common;
using System.Net.WebSockets;
using Judge.Api.Accounts;
using Judge.Api.Hosting;

namespace Judge.Api.Push;

/// <summary>The open WebSockets of this instance: closes those whose session ends, and all when the instance stops.</summary>
internal sealed class PushSockets(Sessions sessions, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<PushSockets> log) : BackgroundService
{
    private const int Together = 500;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1), AskEvery = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<PushSocket, bool> _open = new();
    private long _asked = clock.GetTimestamp();

    /// <summary>Serves a client until either side closes.</summary>
    public async Task RunAsync(PushSocket socket)
    {
        _open.TryAdd(socket, true);
        try
        {
            if (lifetime.ApplicationStopping.IsCancellationRequested) Leave(socket);
            await socket.RunAsync();
        }
        finally
        {
            _open.TryRemove(socket, out _);
            socket.Dispose();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Before the server waits for its requests to end, which these only do when told.
        await using var stopping = lifetime.ApplicationStopping.Register(() =>
        {
            foreach (var socket in _open.Keys) Leave(socket);
            _ = AbortAsync();
        });
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(LookEvery, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var socket in _open.Keys) EndExpired(socket, clock.GetUtcNow());
            try
            {
                if (clock.GetElapsedTime(_asked) > AskEvery) await EndRevokedAsync(stoppingToken);
            }
            catch (DbException e)
            {
                log.SessionsNotRead(e.Message);
            }
        }
    }

    /// <summary>Those that were signed out, perhaps on another instance, or whose key is gone.</summary>
    private async Task EndRevokedAsync(CancellationToken cancellationToken)
    {
        _asked = clock.GetTimestamp();
        foreach (var some in _open.Keys.Where(s => s.Session is not null).Chunk(Together))
        {
            var living = await sessions.LivingAsync([.. some.Select(s => s.Session!.Hash).Distinct(StringComparer.Ordinal)], cancellationToken);
            foreach (var socket in some)
                if (!living.Contains(socket.Session!.Hash)) socket.Close(WebSocketCloseStatus.PolicyViolation, "the session has ended; sign in again");
        }
    }

    private static void EndExpired(PushSocket socket, DateTimeOffset now)
    {
        if (socket.Session?.Expires + PushSocket.ClosePatience <= now) socket.Abort();
        else if (socket.Session?.Expires <= now) socket.Close(WebSocketCloseStatus.PolicyViolation, "the session has expired; sign in again");
    }

    private static void Leave(PushSocket socket) => socket.Close(WebSocketCloseStatus.EndpointUnavailable, "this instance is stopping; connect again");

    private async Task AbortAsync()
    {
        await Task.Delay(PushSocket.ClosePatience, clock);
        foreach (var socket in _open.Keys) socket.Abort();
    }
}
