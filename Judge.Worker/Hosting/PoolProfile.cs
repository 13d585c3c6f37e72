using Judge.Contracts;
using Judge.Worker.Languages;
using Judge.Worker.Sandbox.Docker;
using Microsoft.Extensions.Configuration;

namespace Judge.Worker.Hosting;

/// <summary>What makes a big worker big.</summary>
/// <param name="Name"><c>big</c> or <c>small</c>.</param>
/// <param name="Tier">The tier whose queue it serves.</param>
/// <param name="Slots">Submissions judged at once.</param>
/// <param name="CaseParallelism">Cases of one submission run at once.</param>
/// <param name="ConcurrentRuns">Sandboxes running at once in the whole pool.</param>
/// <param name="CpuWeight">Share of the CPU when pools compete, as cgroup v2's cpu.weight.</param>
internal sealed record PoolProfile(string Name, Tier Tier, int Slots, int CaseParallelism, int ConcurrentRuns, int CpuWeight)
{
    /// <summary>One slot per processor, cases in parallel, most of the CPU when the small pool wants it too.</summary>
    public static PoolProfile Big(int? slots = null)
    {
        var processors = Environment.ProcessorCount;
        var count = slots ?? processors;
        return new PoolProfile("big", Tier.Premium, count, Math.Clamp(processors, 1, 4), Math.Max(count, processors), 800);
    }

    /// <summary>One slot per two processors, cases one after the other.</summary>
    public static PoolProfile Small(int? slots = null)
    {
        var count = slots ?? Math.Max(1, Environment.ProcessorCount / 2);
        return new PoolProfile("small", Tier.Free, count, 1, count, 100);
    }

    /// <summary>Whether runs are confined and counted by cgroups where this host has any.</summary>
    public bool Cgroups { get; init; } = true;

    /// <summary>The languages that it judges, of those that are here; null: all.</summary>
    public IReadOnlySet<string>? Languages { get; init; }

    /// <summary>The engine that makes the sandboxes; null: bubblewrap does.</summary>
    public DockerOptions? Docker { get; init; }

    /// <summary>This pool in the sandbox that <c>Worker__Sandbox</c> and <c>Worker__Cgroups</c> name, with the languages of <c>Worker__Languages</c>.</summary>
    public PoolProfile In(IConfiguration configuration) => this with
    {
        Languages = LanguagesOf(configuration),
        Docker = configuration.Text("Worker:Sandbox") switch
        {
            null or "auto" or "bubblewrap" => null,
            "docker" => DockerOptions.From(configuration),
            var other => throw new SettingException("Worker:Sandbox", $"'{other}' must be auto, bubblewrap or docker"),
        },
        Cgroups = configuration.Text("Worker:Cgroups") switch
        {
            null or "auto" => true,
            "none" => false,
            var other => throw new SettingException("Worker:Cgroups", $"'{other}' must be auto or none"),
        },
    };

    private static HashSet<string>? LanguagesOf(IConfiguration configuration)
    {
        if (configuration.Text("Worker:Languages") is not { } text) return null;
        var ids = text.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
        var unknown = ids.FirstOrDefault(id => LanguageCatalog.Find(id) is null);
        return unknown is null ? [.. ids] : throw new SettingException("Worker:Languages", $"there is no language '{unknown}'; './judge languages' lists them");
    }

    /// <summary>The pool that <c>Worker__Pool</c> and <c>Worker__Slots</c> name, in its sandbox.</summary>
    public static PoolProfile From(IConfiguration configuration)
    {
        var slots = configuration.Number("Worker:Slots", 0, 1, 256);
        var pool = configuration.Required("Worker:Pool", "big or small") switch
        {
            "big" => Big(slots == 0 ? null : slots),
            "small" => Small(slots == 0 ? null : slots),
            var other => throw new SettingException("Worker:Pool", $"'{other}' must be big or small"),
        };
        return pool.In(configuration);
    }
}
