using Judge.Api.Hosting;
using Judge.Api.Submissions;

namespace Judge.Api.Rejudging;

/// <summary>Keeps a few jobs of the rejudges ready for the dispatcher. Any number of instances may do this at the same time.</summary>
internal sealed class Rejudger(RejudgeStore store, Dispatcher dispatcher, ILogger<Rejudger> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private readonly WakeUp _work = new();

    /// <summary>There is a new rejudge.</summary>
    public void Wake() => _work.Tell();

    public override void Dispose()
    {
        base.Dispose();
        _work.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await store.FeedAsync(stoppingToken)) dispatcher.Wake();
                await _work.WaitAsync(Pause, stoppingToken);
            }
            catch (Exception e)
            {
                if (stoppingToken.IsCancellationRequested) return;
                log.RejudgesNotFed(e.Message);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
