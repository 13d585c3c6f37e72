using System.Collections.Concurrent;
using System.Diagnostics;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Judging.Runs;
using Judge.Worker.Problems;
using Judge.Worker.Telemetry;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace Judge.Worker.Judging;

/// <summary>
/// Takes one submission from the pool's queue and says how it went. The message is acknowledged when the API's queue has
/// confirmed the outcome; a worker that dies before is replaced by redelivery. Messages: started, progress at least three
/// times a lease, and exactly one of judged or abandoned. A worker that stops gives back what it cannot finish as abandoned, too.
/// </summary>
internal sealed class JudgeSubmissionConsumer(JudgingPool pool, PackageCache packages, ResultSender results, ILogger<JudgeSubmissionConsumer> log)
    : IConsumer<JudgeSubmission>, IDisposable
{
    private static readonly TimeSpan Heartbeat = SubmissionLimits.Lease / 3, ProgressEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>What this pool is at or has sent an outcome for: a broker that came back delivers it again.</summary>
    private readonly ConcurrentDictionary<(Guid, int), bool> _taken = new();
    private readonly ConcurrentQueue<(Guid, int)> _finished = new();
    private readonly CancellationTokenSource _leaving = new();
    private readonly RunJudge _runs = new(pool, packages);
    private int _busy;

    /// <summary>Slots in use now.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>Stops what is being judged and gives it back.</summary>
    public Task HandBackAsync() => _leaving.CancelAsync();

    public void Dispose() => _leaving.Dispose();

    public async Task Consume(ConsumeContext<JudgeSubmission> context)
    {
        var message = context.Message;
        using var activity = Tracing.Source.StartActivity("judge")?.SetTag("judge.submission", message.SubmissionId).SetTag("judge.attempt", message.Attempt)
            .SetTag("judge.problem", message.Problem).SetTag("judge.language", message.Language).SetTag("judge.worker", pool.WorkerId);
        var key = (message.SubmissionId, message.Attempt);
        if (!_taken.TryAdd(key, true)) return;
        var finished = false;
        Interlocked.Increment(ref _busy);
        try
        {
            var outcome = await JudgeAsync(message, context.ReceiveContext.Redelivered, context.CancellationToken);
            await results.SendUntilTakenAsync(outcome, context.CancellationToken);
            finished = true;
        }
        finally
        {
            Interlocked.Decrement(ref _busy);
            if (finished) _finished.Enqueue(key);
            else _taken.TryRemove(key, out _);
            while (_finished.Count > 1000 && _finished.TryDequeue(out var old)) _taken.TryRemove(old, out _);
        }
    }

    /// <returns>A <see cref="SubmissionJudged"/> or a <see cref="SubmissionAbandoned"/>.</returns>
    private async Task<object> JudgeAsync(JudgeSubmission message, bool redelivered, CancellationToken stop)
    {
        using var ceiling = CancellationTokenSource.CreateLinkedTokenSource(stop, _leaving.Token);
        ceiling.CancelAfter(SubmissionLimits.Ceiling);
        try
        {
            await results.SendUntilTakenAsync(
                new SubmissionStarted(message.SubmissionId, message.Attempt, Guid.CreateVersion7(), pool.WorkerId, redelivered), ceiling.Token);
            var started = Stopwatch.GetTimestamp();
            var judgement = await JudgeWithProgressAsync(message, ceiling.Token);
            log.Judged(message.SubmissionId, message.Problem, message.Language, judgement.Verdict, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            return Judged(message, judgement);
        }
        catch (Exception) when (_leaving.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            log.HandedBack(message.SubmissionId, message.Attempt);
            return new SubmissionAbandoned(message.SubmissionId, message.Attempt, pool.WorkerId, "the worker was told to stop", Stopping: true);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return Judged(message, new Judgement(Verdict.InternalError, null, $"judging took longer than {SubmissionLimits.Ceiling.TotalMinutes:0} minutes", []));
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            // The worker's trouble, not the program's: hand it back, another worker or a later moment may do better.
            log.Abandoned(e, message.SubmissionId, message.Attempt);
            return new SubmissionAbandoned(message.SubmissionId, message.Attempt, pool.WorkerId, e.Message);
        }
    }

    private SubmissionJudged Judged(JudgeSubmission message, Judgement judgement) => new(
        message.SubmissionId, message.Attempt, pool.WorkerId, judgement.Verdict, judgement.TimeMs, judgement.WallMs, judgement.MemoryKb,
        judgement.CompileOutput, judgement.Message, judgement.Cases, judgement.Score, judgement.Groups, judgement.Reason);

    /// <summary>Fetches the package when it is new here, and judges; the lease is renewed all the while.</summary>
    private async Task<Judgement> JudgeWithProgressAsync(JudgeSubmission message, CancellationToken cancellationToken)
    {
        var done = 0;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reporting = ReportAsync();
        try
        {
            if (message.Run is { } run) return await _runs.JudgeAsync(message.Language, message.Source, run, n => InterlockedMax(ref done, n), cancellationToken);
            var package = await packages.GetAsync(message.PackageHash, cancellationToken);
            return await pool.Judge.JudgeAsync(message.Language, message.Source, package, n => InterlockedMax(ref done, n), cancellationToken);
        }
        finally
        {
            await ended.CancelAsync();
            await reporting;
        }

        async Task ReportAsync()
        {
            var (sent, sentAt) = (0, Stopwatch.GetTimestamp());
            using var timer = new PeriodicTimer(ProgressEvery);
            try
            {
                while (await timer.WaitForNextTickAsync(ended.Token))
                {
                    var now = Volatile.Read(ref done);
                    if (now == sent && Stopwatch.GetElapsedTime(sentAt) < Heartbeat) continue;
                    (sent, sentAt) = (now, Stopwatch.GetTimestamp());
                    await results.TrySendAsync(new SubmissionProgressed(message.SubmissionId, message.Attempt, now), cancellationToken);
                }
            }
            catch (OperationCanceledException)
            {
                // Judging has ended.
            }
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref target, value, seen);
            if (before == seen) return;
            seen = before;
        }
    }
}
