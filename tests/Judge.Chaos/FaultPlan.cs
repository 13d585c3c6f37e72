using System.Globalization;

namespace Judge.Chaos;

/// <summary>What is done to the system.</summary>
public enum FaultKind
{
    /// <summary>kill -9; its supervisor starts it again.</summary>
    Kill,

    /// <summary>SIGSTOP, and SIGCONT after a while.</summary>
    Freeze,

    /// <summary>Every TCP connection to it is reset.</summary>
    Cut,

    /// <summary>No space is left where a worker keeps its packages and its compile cache, for a while.</summary>
    DiskFull,

    /// <summary>A worker's clock is wrong by hours from now on, until the next jump.</summary>
    ClockJump,

    /// <summary>Messages in a queue are delivered twice.</summary>
    Duplicate,

    /// <summary>Messages in a queue change places.</summary>
    Reorder,
}

/// <summary>One fault.</summary>
/// <param name="At">When, after the beginning.</param>
/// <param name="Kind">What.</param>
/// <param name="Target">To what: <c>api-0</c>, <c>big-1</c>, <c>broker</c>, <c>database</c>, a queue.</param>
/// <param name="For">How long it lasts, where it lasts.</param>
public sealed record Fault(TimeSpan At, FaultKind Kind, string Target, TimeSpan For)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At.TotalSeconds,6:0.0} s  {Kind} {Target}{(For > TimeSpan.Zero ? $" for {For.TotalSeconds:0.0} s" : "")}");
}

/// <summary>The faults of a run, by its seed alone: the same seed and duration make the same plan.</summary>
public static class FaultPlan
{
    /// <summary>RabbitMQ and PostgreSQL take seconds to come back; killed more often than that they would simply be away.</summary>
    private static readonly TimeSpan ServerPause = TimeSpan.FromSeconds(30);

    private static readonly string[] Apis = ["api-0", "api-1"], Workers = ["big-0", "big-1", "small-0", "small-1"], Servers = ["broker", "database"],
        Queues = ["judge-results", "judge-premium", "judge-free"];

    /// <summary>How often each, and to what.</summary>
    private static readonly (FaultKind Kind, string[] Targets, int Weight, double Shortest, double Longest)[] Kinds =
    [
        (FaultKind.Kill, Apis, 4, 0, 0), (FaultKind.Kill, Workers, 6, 0, 0), (FaultKind.Kill, Servers, 3, 0, 0),
        (FaultKind.Freeze, Apis, 3, 0.5, 8), (FaultKind.Freeze, Workers, 4, 0.5, 14), (FaultKind.Freeze, Servers, 2, 0.3, 5),
        (FaultKind.Cut, Apis, 4, 0, 0), (FaultKind.Cut, Servers, 4, 0, 0),
        (FaultKind.DiskFull, Workers, 2, 1, 5), (FaultKind.ClockJump, Workers, 3, 0, 0),
        (FaultKind.Duplicate, Queues, 5, 0.5, 1.5), (FaultKind.Reorder, Queues, 5, 0.5, 1.5),
    ];

    /// <param name="seed">Chooses.</param>
    /// <param name="duration">How long faults are made; one a second on average.</param>
    public static IReadOnlyList<Fault> Make(int seed, TimeSpan duration)
    {
        var random = new Random(seed);
        var (plan, nextServer, at) = (new List<Fault>(), new Dictionary<string, TimeSpan>(StringComparer.Ordinal), TimeSpan.FromSeconds(1));
        while (at < duration)
        {
            var (kind, targets, _, shortest, longest) = Choose(random);
            var target = targets[random.Next(targets.Length)];
            var lasts = TimeSpan.FromSeconds(shortest + (random.NextDouble() * (longest - shortest)));
            var isHard = kind is FaultKind.Kill or FaultKind.Freeze && Servers.Contains(target, StringComparer.Ordinal);
            if (!isHard || at >= nextServer.GetValueOrDefault(target))
            {
                plan.Add(new Fault(at, kind, target, lasts));
                if (isHard) nextServer[target] = at + ServerPause;
            }

            at += TimeSpan.FromSeconds(0.3 + (random.NextDouble() * 1.4));
        }

        return plan;
    }

    private static (FaultKind Kind, string[] Targets, int Weight, double Shortest, double Longest) Choose(Random random)
    {
        var pick = random.Next(Kinds.Sum(k => k.Weight));
        foreach (var kind in Kinds)
        {
            if (pick < kind.Weight) return kind;
            pick -= kind.Weight;
        }

        throw new InvalidOperationException("the weights do not add up");
    }
}
