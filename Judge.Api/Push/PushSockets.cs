using System.Collections.Concurrent;
using System.Net.WebSockets;

namespace Judge.Api.Push;

/// <summary>The open WebSockets of this instance: closes those whose session ends, and all when the instance stops.</summary>
internal sealed class PushSockets(IHostApplicationLifetime lifetime, TimeProvider clock) : BackgroundService
{
    private readonly ConcurrentDictionary<PushSocket, bool> _open = new();

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
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                foreach (var socket in _open.Keys) EndExpired(socket, clock.GetUtcNow());
        }
        catch (OperationCanceledException)
        {
            // The instance stops.
        }
    }

    private static void EndExpired(PushSocket socket, DateTimeOffset now)
    {
        if (socket.Expires + PushSocket.ClosePatience <= now) socket.Abort();
        else if (socket.Expires <= now) socket.Close(WebSocketCloseStatus.PolicyViolation, "the session has expired; sign in again");
    }

    private static void Leave(PushSocket socket) => socket.Close(WebSocketCloseStatus.EndpointUnavailable, "this instance is stopping; connect again");

    private async Task AbortAsync()
    {
        await Task.Delay(PushSocket.ClosePatience, clock);
        foreach (var socket in _open.Keys) socket.Abort();
    }
}
