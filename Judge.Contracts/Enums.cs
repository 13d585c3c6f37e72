using System.Text.Json;
using System.Text.Json.Serialization;

namespace Judge.Contracts;

/// <summary>What an account pays for; decides the queue and the worker pool. Travels as <c>free</c> or <c>premium</c>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Tier>))]
public enum Tier
{
    /// <summary>Judged by the small pool.</summary>
    Free = 0,

    /// <summary>Judged by the big pool.</summary>
    Premium = 1,
}

/// <summary>What a submission is for. Travels as <c>submit</c> or <c>run</c>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SubmissionKind>))]
public enum SubmissionKind
{
    /// <summary>Judged on the problem's cases.</summary>
    Submit = 0,

    /// <summary>Run on the user's own inputs.</summary>
    Run = 1,
}

/// <summary>Where a submission stands. Never moves backwards.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SubmissionState>))]
public enum SubmissionState
{
    /// <summary>Stored; no worker has begun.</summary>
    Queued = 0,

    /// <summary>A worker has begun.</summary>
    Judging = 1,

    /// <summary>The verdict stands.</summary>
    Judged = 2,
}

/// <summary>The outcome of a case or of a whole submission. Travels in camelCase, for instance <c>wrongAnswer</c>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Verdict>))]
public enum Verdict
{
    /// <summary>Right on every case.</summary>
    Accepted = 0,

    /// <summary>The output differs from the answer.</summary>
    WrongAnswer = 1,

    /// <summary>The tokens are right, the white space is not, and the problem cares.</summary>
    PresentationError = 2,

    /// <summary>CPU or wall time ran out.</summary>
    TimeLimitExceeded = 3,

    /// <summary>More memory than allowed.</summary>
    MemoryLimitExceeded = 4,

    /// <summary>More output than allowed.</summary>
    OutputLimitExceeded = 5,

    /// <summary>Non-zero exit code or a signal.</summary>
    RuntimeError = 6,

    /// <summary>The compiler refused the source.</summary>
    CompileError = 7,

    /// <summary>The judge failed, not the program.</summary>
    InternalError = 8,

    /// <summary>Withdrawn by its owner before a worker began.</summary>
    Cancelled = 9,
}

/// <summary>Writes an enum by its camelCase name, so that neither the bus nor HTTP ever carries a bare number.</summary>
/// <typeparam name="T">The enum.</typeparam>
public sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
