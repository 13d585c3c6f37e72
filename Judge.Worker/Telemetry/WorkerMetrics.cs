using System.Diagnostics.Metrics;
using System.Text.Json;
using Judge.Worker.Hosting;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Telemetry;

/// <summary>What the pools of this process have done, and how busy they are.</summary>
internal static class WorkerMetrics
{
    /// <param name="factory">Makes the meter.</param>
    /// <param name="pools">The pools as they are at the moment, each with the submissions that it judges now.</param>
    public static void Measure(IMeterFactory factory, Func<IEnumerable<(JudgingPool Pool, int Busy)>> pools)
    {
        var meter = factory.Create("Judge.Worker");
        meter.CreateObservableGauge("judge.worker.slots", () => pools().Select(p => new Measurement<int>(p.Pool.Profile.Slots, Pool(p.Pool))), description: "Submissions that the pool judges at once.");
        meter.CreateObservableGauge("judge.worker.busy", () => pools().Select(p => new Measurement<int>(p.Busy, Pool(p.Pool))), description: "Submissions that it judges now.");
        meter.CreateObservableCounter("judge.sandbox.boxes", () => pools().Select(p => new Measurement<long>(p.Pool.Counts.Boxes, Pool(p.Pool))), description: "Boxes opened, one a submission.");
        meter.CreateObservableCounter(
            "judge.sandbox.runs",
            () => pools().SelectMany(p => p.Pool.Counts.Runs.Select(r => new Measurement<long>(r.Count, Pool(p.Pool), new("end", JsonNamingPolicy.CamelCase.ConvertName(r.End.ToString()))))),
            description: "Sandboxes started, of compilers and programs, by how they ended.");
        meter.CreateObservableCounter(
            "judge.sandbox.oom_kills",
            () => pools().Select(p => new Measurement<long>(p.Pool.Counts.Runs.Single(r => r.End == RunEnd.MemoryLimit).Count, Pool(p.Pool))),
            description: "Those that were ended because they used more memory than they may.");
        meter.CreateObservableCounter(
            "judge.compiles",
            () => pools().SelectMany(p => p.Pool.Counts.Compiled.Select(c => new Measurement<long>(c.Count, Pool(p.Pool), new("language", c.Language), new("cache", c.Hit ? "hit" : "miss")))),
            description: "Programs compiled (miss) or found compiled already (hit).");
    }

    private static KeyValuePair<string, object?> Pool(JudgingPool pool) => new("pool", pool.Profile.Name);
}
