namespace Judge.Contracts;

/// <summary>The queues by name, the same on every bus. A name is never changed: messages of an older build may lie in it.</summary>
public static class QueueNames
{
    /// <summary>Starts, progress, verdicts and heartbeats of workers; API instances compete for it.</summary>
    public const string Results = "judge-results";

    /// <summary>Where the broker puts a submission that it delivered too often; the API takes it from there.</summary>
    public const string DeadLetters = "judge-dead";

    /// <summary>How often the broker redelivers one message before it goes to <see cref="DeadLetters"/>.</summary>
    public const int DeliveryLimit = SubmissionLimits.MaxStarts - 1;

    /// <summary>The queue from which a tier's pool takes its work: <c>judge-premium</c> or <c>judge-free</c>.</summary>
    /// <param name="tier">The tier.</param>
    /// <returns>The queue's name.</returns>
    public static string Judge(Tier tier) => tier == Tier.Premium ? "judge-premium" : "judge-free";
}

/// <summary>HTTP paths that workers use.</summary>
public static class Routes
{
    /// <summary>GET, with the worker key as bearer token: the problem package of that content hash as a zip.</summary>
    public const string Package = "/api/packages/{hash}";
}

/// <summary>Bounds that both sides keep.</summary>
public static class SubmissionLimits
{
    /// <summary>Largest source, bytes of UTF-8.</summary>
    public const int SourceBytes = 64 * 1024;

    /// <summary>Most inputs of one run, and most bytes of UTF-8 of all of them together.</summary>
    public const int RunInputs = 20, RunInputBytes = 64 * 1024;

    /// <summary>A submission that was begun this often and never finished is not tried again.</summary>
    public const int MaxStarts = 3;

    /// <summary>Longest judging of one submission, all cases and the compilation together.</summary>
    public static readonly TimeSpan Ceiling = TimeSpan.FromMinutes(5);

    /// <summary>How long a submission stays with a worker that says nothing. Workers speak three times as often.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
}
