using System.Net.ServerSentEvents;

namespace Judge.Benchmarks.Push;

/// <summary>Server-Sent Events: one request whose answer goes on until the verdict.</summary>
internal sealed class EventsWaiter(Client client) : IWaiter
{
    public async Task<SubmissionState> VerdictAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await client.OpenStreamAsync($"/api/submissions/{id}/events", cancellationToken);
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            await foreach (var item in SseParser.Create(stream, (_, data) => SubmissionState.Parse(data)).EnumerateAsync(cancellationToken))
            {
                client.Meter.MessagesIn++;
                if (item.Data.Verdict is not null) return item.Data;
            }
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
