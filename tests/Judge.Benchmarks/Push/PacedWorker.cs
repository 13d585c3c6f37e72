using System.Diagnostics;
using Judge.Contracts;
using Judge.Worker.Hosting;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Benchmarks.Push;

/// <summary>
/// A worker as the API sees one, except that it judges nothing: it takes submissions from the queue and reports each as begun and, 50 ms
/// later, as accepted, so many a second. Ten thousand real runs would measure the sandbox.
/// </summary>
internal sealed class PacedWorker : IConsumer<JudgeSubmission>, IAsyncDisposable
{
    /// <summary>Enough for several hundred a second.</summary>
    private const int Slots = 64;

    private const string Id = "paced-worker";
    private static readonly TimeSpan Judging = TimeSpan.FromMilliseconds(50), HeartbeatEvery = TimeSpan.FromSeconds(2), Tick = TimeSpan.FromMilliseconds(5);

    /// <summary>About what a submission to a-plus-b brings, samples' texts included.</summary>
    private static readonly IReadOnlyList<CaseResult> Cases = [.. Enumerable.Range(1, 15).Select(i => i <= 2
        ? new CaseResult($"sample/{i}", Verdict.Accepted, 11, 12, 8940, 0, null, null, "1 2\n", "3\n", "3\n", "")
        : new CaseResult($"secret/{i}", Verdict.Accepted, 11, 12, 8940, 0, null, null))];

    private readonly ServiceProvider _services;
    private readonly IBusControl _bus;
    private readonly SemaphoreSlim _permits = new(0);
    private readonly CancellationTokenSource _stopping = new();
    private Task _heartbeat = Task.CompletedTask;

    private PacedWorker(string broker)
    {
        // No log: when the benchmark is cut off it tells of every message in hand. What goes wrong shows as verdicts that do not come.
        _services = new ServiceCollection().AddLogging().AddMassTransit(x => x.UseTransport(new Uri(broker), (_, _) => { })).BuildServiceProvider();
        _bus = _services.GetRequiredService<IBusControl>();
    }

    public static async Task<PacedWorker> StartAsync(string broker, CancellationToken cancellationToken)
    {
        var worker = new PacedWorker(broker);
        try
        {
            await worker._bus.StartAsync(cancellationToken);
            worker._bus.ConnectReceiveEndpoint(QueueNames.Judge(Tier.Premium), endpoint =>
            {
                BusTopology.WorkQueue(endpoint, Slots);
                endpoint.Instance(worker);
            });
            worker._heartbeat = worker.HeartbeatAsync();
            return worker;
        }
        catch
        {
            await worker.DisposeAsync();
            throw;
        }
    }

    /// <summary>Judges so many, at an even pace; returns when the last may begin.</summary>
    public async Task JudgeAsync(int count, int perSecond, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(Tick);
        for (var released = 0; released < count && await timer.WaitForNextTickAsync(cancellationToken);)
        {
            var due = Math.Min(count, (int)(Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond)) - released;
            if (due <= 0) continue;
            _permits.Release(due);
            released += due;
        }
    }

    public async Task Consume(ConsumeContext<JudgeSubmission> context)
    {
        var message = context.Message;
        await _permits.WaitAsync(_stopping.Token);
        await SendAsync(new SubmissionStarted(message.SubmissionId, message.Attempt, Guid.CreateVersion7(), Id, context.ReceiveContext.Redelivered));
        await Task.Delay(Judging, _stopping.Token);
        await SendAsync(new SubmissionJudged(message.SubmissionId, message.Attempt, Id, Verdict.Accepted, 11, 12, 8940, null, null, Cases));
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _heartbeat.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _bus.StopAsync(TimeSpan.FromSeconds(10));
        await _services.DisposeAsync();
        _stopping.Dispose();
        _permits.Dispose();
    }

    private Task SendAsync(object message) => _bus.SendAsync(QueueNames.Results, message, _stopping.Token);

    private async Task HeartbeatAsync()
    {
        using var timer = new PeriodicTimer(HeartbeatEvery);
        do
        {
            // Always busy: between two phases it holds messages that it has not begun, and the API must not take them for lost.
            await SendAsync(new WorkerSeen(Id, Tier.Premium, Slots, Slots, []));
        }
        while (await timer.WaitForNextTickAsync(_stopping.Token));
    }
}
