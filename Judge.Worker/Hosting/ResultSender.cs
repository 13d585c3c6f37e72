using Judge.Contracts;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Judge.Worker.Hosting;

/// <summary>Sends to the API's results queue, with the broker's confirmation, and mandatory: a message no queue takes is an error here.</summary>
internal sealed class ResultSender(IBus bus, ILogger<ResultSender> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Sends now or says that it could not; for what is worthless a moment later.</summary>
    public async Task<bool> TrySendAsync(object message, CancellationToken cancellationToken)
    {
        try
        {
            await bus.SendAsync(QueueNames.Results, message, cancellationToken);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            log.SendFailed(message.GetType().Name, e.Message);
            return false;
        }
    }

    /// <summary>Sends, again and again while the broker is away. Sending twice does no harm: the API tells repeats apart.</summary>
    public async Task SendUntilTakenAsync(object message, CancellationToken cancellationToken)
    {
        while (!await TrySendAsync(message, cancellationToken)) await Task.Delay(Pause, cancellationToken);
    }
}
