using System.Globalization;
using Judge.Api.Accounts;
using Judge.Api.Hosting;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Push;

internal static class PushApi
{
    private const string Protocol = "judge.v1";

    /// <summary>How often a silent client is pinged, and how long it may take to answer before its socket is dropped.</summary>
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(15), PongPatience = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Serves the WebSockets that the endpoint has accepted, after the request has left all other middleware: what those hold of it would
    /// otherwise be held as long as the socket is open. To come first.
    /// </summary>
    public static void UsePush(this WebApplication app)
    {
        var sockets = app.Services.GetRequiredService<PushSockets>();
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Features.Get<PushSocket>() is { } socket) await sockets.RunAsync(socket);
        });
    }

    public static void MapPush(this WebApplication app)
    {
        app.MapGet("/api/ws", SocketAsync).WithTags("Push").WithName("Socket").WithSummary("WebSocket (judge.v1): subscribe to submissions and hear of every change")
            .RequireAuthorization().Produces(StatusCodes.Status101SwitchingProtocols)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(426).ProducesProblem(429);
        // As HTTP/2 has it (RFC 8441).
        app.MapMethods("/api/ws", [HttpMethods.Connect], SocketAsync).RequireAuthorization().ExcludeFromDescription();
        app.MapGet("/api/submissions/{id}/events", EventsAsync).WithTags("Push").WithName("GetSubmissionEvents")
            .WithSummary("Server-Sent Events: the submission now, at every change, and the end once it is judged").RequireAuthorization()
            .TakesHeader("Last-Event-ID", "The version that is known").Produces<SubmissionView>(contentType: "text/event-stream").Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(429);
    }

    private static async Task<IResult> SocketAsync(
        HttpContext context, Connections connections, ChangeHub hub, SubmissionStore store, SnapshotReader reader)
    {
        var account = ApiKeyAuthentication.Caller(context);
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.Headers.Upgrade = "websocket";
            return TypedResults.Problem("This is a WebSocket: connect with ws:// or wss://.", statusCode: StatusCodes.Status426UpgradeRequired);
        }

        var session = Sessions.Of(context);
        if (session is not null && context.Request.Headers.Origin.Count == 0)
            return HttpProblems.Forbidden("A session cookie needs an Origin header, which browsers send; other clients send an API key.");
        if (context.WebSockets.WebSocketRequestedProtocols is { Count: > 0 } offered && !offered.Contains(Protocol))
            return HttpProblems.Invalid("Sec-WebSocket-Protocol", $"'{string.Join(", ", offered)}' is not spoken here; {Protocol} is");
        var connection = connections.TryOpen(account);
        if (connection is null) return TooMany(context);

        try
        {
            SlowReaders.Bound(context);
            var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
            {
                SubProtocol = context.WebSockets.WebSocketRequestedProtocols.Count > 0 ? Protocol : null,
                KeepAliveInterval = PingEvery,
                KeepAliveTimeout = PongPatience,
            });
            context.Features.Set(new PushSocket(socket, account, connection, hub, store, reader) { Session = session });
            return TypedResults.Empty;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static async Task<IResult> EventsAsync(
        string id, HttpContext context, Connections connections, ChangeHub hub, SubmissionStore store, SnapshotReader reader,
        IHostApplicationLifetime lifetime, TimeProvider clock)
    {
        var account = ApiKeyAuthentication.Caller(context);
        if (!SubmissionsApi.TryParseId(id, out var submission)) return SubmissionsApi.BadId("id", id);
        var known = 0;
        if (context.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last && !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out known))
            return HttpProblems.Invalid("Last-Event-ID", "must be a version, as the events' ids are");
        using var connection = connections.TryOpen(account);
        if (connection is null) return TooMany(context);

        using var waiter = new Waiter(hub, submission);
        if (await store.FindAsync(submission, account.SeesOnly, context.RequestAborted) is not { } row)
            return HttpProblems.NotFound($"There is no submission {id}.");
        if (known > row.Version) known = 0;
        // An EventSource connects again when a stream ends; by this it learns that there is nothing to come.
        if (row.State == SubmissionState.Judged && row.Version <= known) return TypedResults.NoContent();
        var snapshot = await reader.FollowAsync(row, context.RequestAborted);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        if (Sessions.Of(context) is { } session) end.CancelAfter(session.Expires - clock.GetUtcNow());
        SlowReaders.Bound(context);
        await EventStream.WriteAsync(context.Response, waiter, snapshot, known, end.Token);
        return TypedResults.Empty;
    }

    /// <summary>The answer to one connection too many.</summary>
    public static IResult TooMany(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return TypedResults.Problem(
            "This account has as many WebSockets, event streams and long-polls open as it may; one WebSocket serves many submissions.",
            statusCode: StatusCodes.Status429TooManyRequests);
    }
}
