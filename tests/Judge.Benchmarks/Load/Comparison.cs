using System.Diagnostics;
using Judge.Testing;

namespace Judge.Benchmarks.Load;

/// <summary>One kind of submission and what its rounds brought: judged by the whole system, and the same work with no judge, in turns.</summary>
/// <param name="name">What it is.</param>
/// <param name="problem">The problem's slug.</param>
/// <param name="language">The judge's id of its language.</param>
/// <param name="source">The source, another one each time.</param>
/// <param name="bare">Compiles and runs the source on every case in a directory, which is there, and compares.</param>
/// <param name="bareCount">How many a round with no judge.</param>
/// <param name="judgedCount">How many a round are judged.</param>
internal sealed class Comparison(
    string name, string problem, string language, Func<string> source, Func<string, string, Task> bare, int bareCount, int judgedCount)
{
    private const int Posters = 4;
    private const double Quiet = 0.15;
    private static readonly CpuTime None = new(0, 0, 0, 0, 0, 0, 0, 0, 0);
    private readonly List<double> _bareRates = [], _judgedRates = [];
    private CpuTime _bareCpu = None, _judgedCpu = None;

    /// <summary>Rounds in turn, after one to warm up.</summary>
    public async Task RunAsync(GrownSystem system, int rounds, CancellationToken cancellationToken)
    {
        for (var round = 0; round <= rounds; round++)
        {
            Push.Run.Progress($"{name}: {(round == 0 ? "warming up" : FormattableString.Invariant($"round {round} of {rounds}"))}");
            var before = CpuTime.Now(system);
            var bareRate = await BareAsync(cancellationToken);
            var between = CpuTime.Now(system);
            var judgedRate = await JudgedAsync(system, cancellationToken);
            if (round == 0) continue;
            _bareRates.Add(bareRate);
            _judgedRates.Add(judgedRate);
            _bareCpu += between - before;
            _judgedCpu += CpuTime.Now(system) - between;
        }
    }

    /// <summary>Prints what came out.</summary>
    /// <param name="target">How many times the rate with no judge it has to be.</param>
    /// <returns>Whether it is.</returns>
    public bool Report(double target)
    {
        var ratio = Median(_judgedRates) / Median(_bareRates);
        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant(
            $"{name}: {_bareRates.Count} rounds in turn, {bareCount} bare, {judgedCount} judged each; a second, and CPU ms per submission by who used it"));
        var table = new Push.Table(["", "median", "least", "most", "x bare", .. CpuTime.Heads]);
        table.Add([$"bare, {Environment.ProcessorCount} at once", .. Rates(_bareRates), "1", .. _bareCpu.PerBareSubmission(bareCount * _bareRates.Count)]);
        table.Add(["judged by the whole system", .. Rates(_judgedRates), FormattableString.Invariant($"{ratio:0.00}"), .. _judgedCpu.PerSubmission(judgedCount * _judgedRates.Count)]);
        foreach (var line in table.Text()) Console.WriteLine(line);
        var byCpu = _bareCpu.Bare / bareCount / (_judgedCpu.Sum / judgedCount);
        Console.WriteLine(FormattableString.Invariant($"by CPU time, which other work on the machine hardly changes: {byCpu:0.00} x bare"));
        if (Math.Max(_bareCpu.OthersShare, _judgedCpu.OthersShare) > Quiet)
            Console.WriteLine("others used the processors too: the big pool has eight times their weight and the bare runs have not, so the rates flatter the judge; run it again on a quiet machine");
        Console.WriteLine(FormattableString.Invariant($"target: >= {target:0.00} x bare: {ratio:0.00}: {(ratio >= target ? "holds" : "MISSED")}"));
        return ratio >= target;
    }

    private static double Median(List<double> values) => Statistics.Percentile(values, 0.5);

    private static string[] Rates(List<double> rates) => [.. new[] { Median(rates), rates.Min(), rates.Max() }.Select(r => FormattableString.Invariant($"{r:0.00}"))];

    /// <summary>As many at once as there are processors.</summary>
    private async Task<double> BareAsync(CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        var left = bareCount;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Environment.ProcessorCount).Select(lane => Task.Run(
            async () =>
            {
                var own = Directory.CreateDirectory(Path.Combine(directory.Path, FormattableString.Invariant($"{lane}"))).FullName;
                while (Interlocked.Decrement(ref left) >= 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    Directory.CreateDirectory(own);
                    await bare(own, source());
                }
            },
            cancellationToken)));
        return bareCount / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>All are submitted as fast as POST answers, so that the queue is never empty; from the first start to the last verdict.</summary>
    private async Task<double> JudgedAsync(GrownSystem system, CancellationToken cancellationToken)
    {
        var ids = new string[judgedCount];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, judgedCount), new ParallelOptions { MaxDegreeOfParallelism = Posters, CancellationToken = cancellationToken },
            async (i, _) => ids[i] = await system.Premium.SubmitAsync(problem, language, source()));
        var (first, last) = (DateTimeOffset.MaxValue, DateTimeOffset.MinValue);
        // The last first: until it is judged nothing else is asked.
        foreach (var id in ids.Reverse())
        {
            var judged = await system.Premium.JudgedAsync(id, TimeSpan.FromMinutes(2));
            if (judged["verdict"]!.GetValue<string>() != "accepted") throw new InvalidOperationException(judged.ToJsonString());
            var (started, ended) = (judged["startedAt"]!.GetValue<DateTimeOffset>(), judged["judgedAt"]!.GetValue<DateTimeOffset>());
            if (started < first) first = started;
            if (ended > last) last = ended;
        }

        return judgedCount / (last - first).TotalSeconds;
    }
}
