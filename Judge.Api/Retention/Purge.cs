using Judge.Api.Hosting;
using Judge.Api.Submissions;

namespace Judge.Api.Retention;

/// <summary>Purges what the settings no longer want kept: at the start and every hour, a little at a time with pauses between. Any number of
/// instances may do this at the same time.</summary>
internal sealed class Purge(RetentionStore store, JudgeSettings settings, JudgeMetrics metrics, TimeProvider clock, ILogger<Purge> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1), Pause = TimeSpan.FromMilliseconds(20), AfterFailure = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = Every;
            try
            {
                await PurgeAsync(Kept.Sources, settings.Retention.SourcesDays, stoppingToken);
                await PurgeAsync(Kept.Outputs, settings.Retention.OutputsDays, stoppingToken);
            }
            catch (Exception e)
            {
                if (stoppingToken.IsCancellationRequested) return;
                log.PurgeFailed(e.Message);
                next = AfterFailure;
            }

            await Task.Delay(next, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PurgeAsync(Kept what, int? days, CancellationToken stoppingToken)
    {
        if (days is null) return;
        var before = clock.GetUtcNow().AddDays(-days.Value);
        var all = 0;
        while (await store.PurgeAsync(what, SubmissionIds.From(before), stoppingToken) is { } purged)
        {
            all += purged;
            metrics.Purged(what, purged);
            // Requests come first.
            await Task.Delay(Pause, stoppingToken);
        }

        if (all > 0) log.Purged(all, what.ToString(), before);
    }
}
