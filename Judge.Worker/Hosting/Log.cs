using Judge.Contracts;
using Microsoft.Extensions.Logging;

namespace Judge.Worker.Hosting;

internal static partial class Log
{
    [LoggerMessage(LogLevel.Information, "{SubmissionId} {Problem} {Language}: {Verdict} in {Milliseconds:0} ms")]
    public static partial void Judged(this ILogger log, Guid submissionId, string problem, string language, Verdict verdict, double milliseconds);

    [LoggerMessage(LogLevel.Error, "{SubmissionId} attempt {Attempt} given up")]
    public static partial void Abandoned(this ILogger log, Exception exception, Guid submissionId, int attempt);

    [LoggerMessage(LogLevel.Information, "{SubmissionId} attempt {Attempt} handed back: the worker stops")]
    public static partial void HandedBack(this ILogger log, Guid submissionId, int attempt);

    [LoggerMessage(LogLevel.Warning, "{Message} not sent: {Reason}")]
    public static partial void SendFailed(this ILogger log, string message, string reason);

    [LoggerMessage(LogLevel.Information, "pool {Pool}: {Slots} slots, {Sandbox}")]
    public static partial void PoolReady(this ILogger log, string pool, int slots, string sandbox);

    [LoggerMessage(LogLevel.Warning, "pool {Pool}: {Weakness}")]
    public static partial void PoolWeak(this ILogger log, string pool, string weakness);

    [LoggerMessage(LogLevel.Information, "without a toolchain here: {Languages} ('./judge languages' says why and installs)")]
    public static partial void LanguagesMissing(this ILogger log, string languages);

    [LoggerMessage(LogLevel.Information, "pool {Pool}: what makes compiling faster is there after {Seconds:0.0} s")]
    public static partial void Prepared(this ILogger log, string pool, double seconds);

    [LoggerMessage(LogLevel.Warning, "pool {Pool}: compiling is slower than it could be: {Problem}")]
    public static partial void NotPrepared(this ILogger log, string pool, string problem);
}
