using System.Buffers;
using System.Globalization;
using System.Text;
using Judge.Contracts;

namespace Judge.Api.Push;

/// <summary>One submission as Server-Sent Events (HTML Living Standard, 9.2): an event a version, then the end.</summary>
internal static class EventStream
{
    /// <summary>A comment when nothing else was sent for so long: proxies do not take the connection for dead, and a dead one shows.</summary>
    private static readonly TimeSpan CommentEvery = TimeSpan.FromSeconds(15);

    /// <param name="response">Not started yet.</param>
    /// <param name="waiter">Subscribed before <paramref name="snapshot"/> was read.</param>
    /// <param name="snapshot">The present state.</param>
    /// <param name="known">The version that the client has, by Last-Event-ID; 0 when it has none.</param>
    /// <param name="end">Ends the stream early; the client connects again.</param>
    public static async Task WriteAsync(HttpResponse response, Waiter waiter, Snapshot snapshot, int known, CancellationToken end)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        // nginx would collect the events otherwise.
        response.Headers["X-Accel-Buffering"] = "no";
        var told = new Told(known, snapshot.Version == known ? snapshot.Ahead : null);
        var next = snapshot;
        try
        {
            await response.StartAsync(end);
            while (true)
            {
                if (next is null)
                {
                    await response.BodyWriter.WriteAsync(":\n\n"u8.ToArray(), end);
                }
                else if (told.IsBefore(next))
                {
                    await WriteAsync(response, next, end);
                    told = Told.Of(next);
                }

                if (next?.State == SubmissionState.Judged) return;
                next = await waiter.NextAsync(CommentEvery, end);
            }
        }
        catch (OperationCanceledException)
        {
            // The client is gone, or the stream has to end here.
        }
    }

    private static async Task WriteAsync(HttpResponse response, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var writer = response.BodyWriter;
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"event: submission\nid: {snapshot.Version}\ndata: "), writer);
        // JSON as it is written here holds no line breaks.
        writer.Write(snapshot.Json.Span);
        writer.Write("\n\n"u8);
        await writer.FlushAsync(cancellationToken);
    }
}
