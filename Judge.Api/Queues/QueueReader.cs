using System.Data.Common;
using Judge.Api.Hosting;
using Judge.Worker.Telemetry;

namespace Judge.Api.Queues;

/// <summary>Brings what the metrics tell of the queues up to date: at a scrape, and regularly where they are sent somewhere.</summary>
internal sealed class QueueReader(QueueStore store, JudgeMetrics metrics, ProcessTelemetry telemetry, ILogger<QueueReader> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>When the database does not answer, nothing is told of the queues; everything else still is.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            metrics.Queues(await store.ReadAsync(cancellationToken).WaitAsync(Patience, cancellationToken));
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            metrics.Queues(null);
            log.QueuesNotRead(e.Message);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (telemetry.IsSent && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception e)
            {
                if (!stoppingToken.IsCancellationRequested) log.QueuesNotRead(e.Message);
            }

            await Task.Delay(Every, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
