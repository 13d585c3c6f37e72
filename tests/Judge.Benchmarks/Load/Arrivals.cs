using System.Collections.Concurrent;
using Judge.Testing;

namespace Judge.Benchmarks.Load;

/// <summary>What a stretch of load came to.</summary>
/// <param name="Seconds">For how long submissions arrived.</param>
/// <param name="Started">When it began.</param>
/// <param name="Submissions">All that arrived, judged.</param>
/// <param name="Cpu">From the first arrival to the last verdict.</param>
internal sealed record Stretch(double Seconds, DateTimeOffset Started, IReadOnlyList<JudgedSubmission> Submissions, CpuTime Cpu)
{
    public int Wrong => Submissions.Count(s => !s.IsRight);

    /// <summary>Verdicts a second while submissions arrived.</summary>
    public double PerSecond(Func<JudgedSubmission, bool> which) =>
        Submissions.Count(s => which(s) && s.JudgedAt < Started.AddSeconds(Seconds)) / Seconds;
}

/// <summary>Ways in which submissions come.</summary>
internal static class Arrivals
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Open loop: a Poisson process; who arrives waits for nobody.</summary>
    public static async Task<Stretch> PoissonAsync(
        GrownSystem system, MixedPrograms programs, double perSecond, double seconds, Random random, CancellationToken cancellationToken)
    {
        var posts = new List<Task<Posted>>();
        var (cpu, started) = (CpuTime.Now(system), DateTimeOffset.UtcNow);
        for (var at = Gap(); at < seconds; at += Gap())
        {
            var arrival = started.AddSeconds(at);
            if (arrival - DateTimeOffset.UtcNow is { Ticks: > 0 } ahead) await Task.Delay(ahead, cancellationToken);
            posts.Add(PostAsync(system, programs.Next(), arrival));
        }

        var judged = new List<JudgedSubmission>();
        // One question at a time, so that asking costs the system little.
        foreach (var posted in await Task.WhenAll(posts))
        {
            cancellationToken.ThrowIfCancellationRequested();
            judged.Add(await JudgedAsync(system, posted));
        }

        return new Stretch(seconds, started, judged, CpuTime.Now(system) - cpu);

        double Gap() => -Math.Log(1 - random.NextDouble()) / perSecond;
    }

    /// <summary>Closed loop: so many clients, each of whom submits again when judged. How many a second the system can do.</summary>
    public static async Task<Stretch> ClosedAsync(GrownSystem system, MixedPrograms programs, int clients, double seconds, CancellationToken cancellationToken)
    {
        var (judged, gate) = (new ConcurrentBag<JudgedSubmission>(), new Lock());
        var (cpu, started) = (CpuTime.Now(system), DateTimeOffset.UtcNow);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(async _ =>
        {
            while ((DateTimeOffset.UtcNow - started).TotalSeconds < seconds)
            {
                cancellationToken.ThrowIfCancellationRequested();
                MixedSubmission next;
                lock (gate) next = programs.Next();
                judged.Add(await JudgedAsync(system, await PostAsync(system, next, DateTimeOffset.UtcNow)));
            }
        }));
        return new Stretch(seconds, started, [.. judged], CpuTime.Now(system) - cpu);
    }

    private static async Task<Posted> PostAsync(GrownSystem system, MixedSubmission submission, DateTimeOffset arrival)
    {
        var id = await ClientOf(system, submission).SubmitAsync(submission.Program.Problem, submission.Program.Language, submission.Source);
        return new Posted(submission, arrival, (DateTimeOffset.UtcNow - arrival).TotalMilliseconds, id);
    }

    private static async Task<JudgedSubmission> JudgedAsync(GrownSystem system, Posted posted) => JudgedSubmission.From(
        posted.Submission, posted.Arrival, posted.AcceptedMs, await ClientOf(system, posted.Submission).JudgedAsync(posted.Id, Patience));

    private static JudgeClient ClientOf(GrownSystem system, MixedSubmission submission) => submission.Premium ? system.Premium : system.Free;

    private sealed record Posted(MixedSubmission Submission, DateTimeOffset Arrival, double AcceptedMs, string Id);
}
