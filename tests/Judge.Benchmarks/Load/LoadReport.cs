using System.Globalization;

namespace Judge.Benchmarks.Load;

/// <summary>The tables of the mixed load.</summary>
internal sealed class LoadReport
{
    private readonly Push.Table _tiers = new(
        "load", "tier", "arrived", "judged/s", "POST p50", "p99", "wait p50", "p95", "p99", "verdict p50", "p95", "p99", "wrong");

    private readonly Push.Table _cpu = new(["load", "judged", .. CpuTime.Heads]);
    private readonly List<JudgedSubmission> _all = [];

    public void Add(string load, Stretch stretch)
    {
        _all.AddRange(stretch.Submissions);
        foreach (var premium in (bool[])[true, false])
        {
            var submissions = stretch.Submissions.Where(s => s.Submission.Premium == premium).ToList();
            if (submissions.Count == 0) continue;
            _tiers.Add(
            [
                load, premium ? "premium" : "free", Number(submissions.Count), Number(stretch.PerSecond(s => s.Submission.Premium == premium), "0.00"),
                .. Cells(submissions, s => s.AcceptedMs, 0.5, 0.99), .. Cells(submissions, s => s.WaitMs, 0.5, 0.95, 0.99),
                .. Cells(submissions, s => s.VerdictMs, 0.5, 0.95, 0.99), Number(submissions.Count(s => !s.IsRight)),
            ]);
        }

        _cpu.Add([load, Number(stretch.Submissions.Count), .. stretch.Cpu.PerSubmission(stretch.Submissions.Count)]);
    }

    public void Print(double seconds)
    {
        Console.WriteLine();
        Console.WriteLine(FormattableString.Invariant(
            $"mixed load, open loop, Poisson arrivals for {seconds:0} s a rate; {MixedPrograms.Premium} % premium; {MixedPrograms.Unique} % of the sources new to the judge; ms from the intended arrival"));
        Print(_tiers);
        Console.WriteLine();
        Console.WriteLine("CPU ms per judged submission by who used it; of the processors' time what nobody and what others used");
        Print(_cpu);
        Console.WriteLine();
        Console.WriteLine("where the time goes, all rates, means in ms; runs: wall time of the cases, side by side on the big worker; rest: sandbox, messages, storing and, where there is one, the compiler");
        var where = new Push.Table("language", "tier", "judged", "queued", "judging", "of it runs", "rest");
        foreach (var group in _all.GroupBy(s => (s.Submission.Program.Language, s.Submission.Premium)).OrderBy(g => g.Key.Language, StringComparer.Ordinal).ThenBy(g => g.Key.Premium))
        {
            // What was run once in each of two lanes has taken half of it.
            var lanes = group.Key.Premium ? Math.Clamp(Environment.ProcessorCount, 1, 4) : 1;
            var runs = group.Average(s => s.RunsMs / lanes);
            where.Add(
                group.Key.Language, group.Key.Premium ? "premium" : "free", Number(group.Count()), Number(group.Average(s => s.QueuedMs)), Number(group.Average(s => s.JudgingMs)),
                Number(runs), Number(group.Average(s => s.JudgingMs) - runs));
        }

        Print(where);
    }

    private static void Print(Push.Table table)
    {
        foreach (var line in table.Text()) Console.WriteLine(line);
    }

    private static IEnumerable<string> Cells(List<JudgedSubmission> submissions, Func<JudgedSubmission, double> value, params double[] percentiles) =>
        percentiles.Select(p => Number(Statistics.Percentile(submissions.ConvertAll(s => value(s)), p)));

    private static string Number(double value, string format = "0") => value.ToString(format, CultureInfo.InvariantCulture);
}
