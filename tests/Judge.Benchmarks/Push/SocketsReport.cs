using System.Globalization;

namespace Judge.Benchmarks.Push;

/// <summary>What came out, beside what was to be reached.</summary>
/// <param name="count">Sockets that read.</param>
/// <param name="silent">Sockets that do not.</param>
/// <param name="rate">Verdicts a second.</param>
internal sealed class SocketsReport(int count, int silent, int rate)
{
    private const double MostKbPerSocket = 20, MostDelayMs = 100, MostKept = 0.1;
    private readonly List<string> _lines = [], _memory = [];
    private bool _met = true;

    public void Opened(int answered, TimeSpan took) =>
        Line($"{count:#,0} sockets on one API process, one subscription each: {answered:#,0} open and told their state in {took.TotalSeconds:0.0} s");

    /// <param name="before">VmRSS without the sockets, KiB.</param>
    /// <param name="idle">VmRSS with them, KiB.</param>
    /// <param name="heap">Growth of the resident garbage-collected heap, KiB.</param>
    public void Idle(long before, long idle, long heap)
    {
        AtMost("memory of the API per idle socket (VmRSS), KiB", (idle - before) / (double)count, MostKbPerSocket);
        Line($"  of it in the garbage-collected heap, garbage included: {heap / (double)count:0.0} KiB");
        MemoryAt("before", before);
        MemoryAt("idle", idle);
    }

    /// <param name="when">Which moment.</param>
    /// <param name="residentKb">VmRSS of the API, KiB.</param>
    public void MemoryAt(string when, long residentKb) => _memory.Add(FormattableString.Invariant($"{when} {residentKb / 1024.0:0}"));

    /// <param name="received">How many sockets have their verdict.</param>
    /// <param name="alone">Delays in ms while all sockets read.</param>
    /// <param name="beside">Delays in ms while some did not.</param>
    public void Delays(int received, IReadOnlyList<double> alone, IReadOnlyList<double> beside)
    {
        Line($"");
        Target("verdicts received", received, "all", count, received == count);
        Line($"verdict stored -> received, at {rate} verdicts a second, ms by one clock (judgedAt has whole ms)");
        var table = new Table("", "p50", "p90", "p99", "max");
        foreach (var (what, delays) in ((string, IReadOnlyList<double>)[])[("  all sockets read", alone), (FormattableString.Invariant($"  {silent:#,0} more do not"), beside)])
            table.Add([what, .. ((double[])[0.5, 0.9, 0.99, 1]).Select(p => Percentile(delays, p).ToString("0.0", CultureInfo.InvariantCulture))]);
        _lines.AddRange(table.Text());
        AtMost("p99 while all sockets read, ms", Percentile(alone, 0.99), MostDelayMs);
        AtMost("p99 while some do not, ms", Percentile(beside, 0.99), MostDelayMs);
    }

    /// <param name="watched">How many submissions the silent sockets share.</param>
    /// <param name="growthKb">Of VmRSS while they were not read, KiB.</param>
    /// <param name="bytesPerSubmission">What a socket that reads was sent of one submission meanwhile.</param>
    /// <param name="inKernel">Bytes that the kernel keeps for all of them.</param>
    /// <param name="open">How many are still open at the end.</param>
    public void Silent(int watched, long growthKb, double bytesPerSubmission, long inKernel, int open)
    {
        var each = Math.Min(watched, SilentSockets.Subscriptions);
        var meant = bytesPerSubmission * each * silent;
        Line($"");
        Line($"{silent:#,0} sockets that never read, {each} submissions each: {meant / 1048576:0} MiB of changes meant for them; {inKernel / 1024.0 / silent:0} KiB of earlier ones each wait in the kernel; {open:#,0} still open at the end");
        AtMost("growth of VmRSS meanwhile, as a part of that", growthKb * 1024 / meant, MostKept);
    }

    /// <returns>Whether every target is met.</returns>
    public bool Print()
    {
        foreach (var line in _lines) Console.WriteLine(line);
        Console.WriteLine($"  VmRSS, MiB: {string.Join(", ", _memory)}");
        return _met;
    }

    private void AtMost(string what, double value, double most) => Target(what, value, "at most", most, value <= most);

    private void Target(string what, double value, string bound, double target, bool met)
    {
        _met &= met;
        Line($"{what}: {value:#,0.##} (target: {bound} {target:#,0.##}): {(met ? "holds" : "DOES NOT HOLD")}");
    }

    private static double Percentile(IReadOnlyList<double> delays, double p) => delays.Count == 0 ? double.NaN : Statistics.Percentile([.. delays], p);

    private void Line(FormattableString line) => _lines.Add(FormattableString.Invariant(line));
}
