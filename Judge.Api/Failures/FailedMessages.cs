using System.Net.Mime;
using Judge.Api.Hosting;
using Judge.Worker.Hosting;
using MassTransit;
using MassTransit.Serialization;

namespace Judge.Api.Failures;

/// <summary>
/// Keeps what an endpoint could not read or handle where an admin sees it, instead of a queue of the broker's that nobody looks into. When it
/// cannot be stored either, the broker delivers it again.
/// </summary>
internal sealed class FailedMessages(FailureStore store, ILogger<FailedMessages> log) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public void Take(IReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureError(pipe => pipe.UseFilter(this));
        endpoint.ConfigureDeadLetter(pipe => pipe.UseFilter(this));
    }

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        await StoreAsync(context, (context.Exception.InnerException ?? context.Exception).Message.Split('\n')[0]);
        // Else it comes through the other pipe too.
        await context.NotifyFaulted(context.Exception);
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => StoreAsync(context, "nobody here takes messages of its type");

    public void Probe(ProbeContext context) => context.CreateFilterScope("failedMessages");

    /// <summary>Puts one back into its queue as it was.</summary>
    public static Task SendAgainAsync(IBus bus, FailureRow failure, CancellationToken cancellationToken) => bus.SendAsync(
        failure.Queue!, new Anything(), context => context.Serializer = new CopyBodySerializer(
            failure.ContentType is { } type ? new ContentType(type) : SystemTextJsonMessageSerializer.JsonContentType, new BytesMessageBody(failure.Body)), cancellationToken);

    private async Task StoreAsync(ReceiveContext context, string reason)
    {
        var queue = context.InputAddress.AbsolutePath.Split('/')[^1];
        log.MessageFailed(queue, reason);
        await store.AddMessageAsync(queue, context.ContentType?.ToString(), reason, context.Body.GetBytes(), context.CancellationToken);
    }

    /// <summary>Stands for a message whose bytes are sent as they are.</summary>
    private sealed record Anything;
}
