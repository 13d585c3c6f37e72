using Judge.Api.Hosting;
using Judge.Api.Languages;
using Judge.Api.Push;
using Judge.Contracts;
using MassTransit;

namespace Judge.Api.Submissions;

/// <summary>Stores what workers report. Instances compete for these messages; each message is one compare-and-set in the database.</summary>
internal sealed class ResultsConsumer(JudgingStore store, WorkerStore workers, ChangeFeed changes, Dispatcher dispatcher, JudgeMetrics metrics)
    : IConsumer<SubmissionStarted>, IConsumer<SubmissionProgressed>, IConsumer<SubmissionJudged>, IConsumer<SubmissionAbandoned>, IConsumer<WorkerSeen>
{
    public async Task Consume(ConsumeContext<SubmissionStarted> context)
    {
        if (await store.StartedAsync(context.Message, context.CancellationToken) is { } change)
        {
            metrics.Begun(change);
            Publish(change.Message);
        }

        dispatcher.Wake();
    }

    public async Task Consume(ConsumeContext<SubmissionProgressed> context) =>
        Publish(await store.ProgressedAsync(context.Message, context.CancellationToken));

    public async Task Consume(ConsumeContext<SubmissionJudged> context)
    {
        if (await store.JudgedAsync(context.Message, context.CancellationToken) is { } change)
        {
            metrics.Judged(change, context.Message.Verdict);
            Publish(change.Message);
        }

        dispatcher.Wake();
    }

    public async Task Consume(ConsumeContext<SubmissionAbandoned> context)
    {
        if (await store.AbandonAsync(context.Message, context.CancellationToken) is { } change)
        {
            metrics.Judged(change, Verdict.InternalError);
            Publish(change.Message);
        }

        dispatcher.Wake();
    }

    public async Task Consume(ConsumeContext<WorkerSeen> context)
    {
        await workers.SeenAsync(context.Message, context.CancellationToken);
        dispatcher.Wake();
    }

    private void Publish(SubmissionChanged? change)
    {
        if (change is not null) changes.Publish(change);
    }
}

/// <summary>Takes what the broker delivered too often without anyone finishing it.</summary>
internal sealed class DeadLetterConsumer(JudgingStore store) : IConsumer<JudgeSubmission>
{
    public Task Consume(ConsumeContext<JudgeSubmission> context) =>
        store.LoseAsync(context.Message.SubmissionId, context.Message.Attempt, "the broker has delivered it too often", context.CancellationToken);
}
