namespace Judge.Api.Hosting;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Error, "dispatching failed; trying again")]
    public static partial void DispatchFailed(this ILogger log, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{SubmissionId} not sent to {Queue}: {Reason}")]
    public static partial void SendFailed(this ILogger log, string submissionId, string queue, string reason);

    [LoggerMessage(LogLevel.Warning, "{Count} submissions in {Queue} were not begun though a worker is idle; sending them again")]
    public static partial void MessagesLost(this ILogger log, int count, string queue);

    [LoggerMessage(LogLevel.Debug, "change not published to other instances: {Reason}")]
    public static partial void ChangeNotPublished(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "looking for missed changes failed: {Reason}")]
    public static partial void CatchUpFailed(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "changes not read, trying again: {Reason}")]
    public static partial void ChangesNotRead(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "sessions of open sockets not read, trying again: {Reason}")]
    public static partial void SessionsNotRead(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "rejudges not continued, trying again: {Reason}")]
    public static partial void RejudgesNotFed(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Error, "a message of {Queue} cannot be handled, GET /api/admin/failures has it: {Reason}")]
    public static partial void MessageFailed(this ILogger log, string queue, string reason);

    [LoggerMessage(LogLevel.Information, "purged {Count} {What} of submissions before {Before:yyyy-MM-dd}")]
    public static partial void Purged(this ILogger log, int count, string what, DateTimeOffset before);

    [LoggerMessage(LogLevel.Warning, "purging failed, trying again: {Reason}")]
    public static partial void PurgeFailed(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Warning, "queues not read for the metrics: {Reason}")]
    public static partial void QueuesNotRead(this ILogger log, string reason);

    [LoggerMessage(LogLevel.Information, "told to stop: serving for {Seconds} s more while requests are led elsewhere")]
    public static partial void Draining(this ILogger log, int seconds);

    [LoggerMessage(LogLevel.Information, "problem {Slug} imported")]
    public static partial void ProblemImported(this ILogger log, string slug);

    [LoggerMessage(LogLevel.Error, "problem {Slug} not imported: {Faults}")]
    public static partial void ProblemFaulty(this ILogger log, string slug, string faults);
}
