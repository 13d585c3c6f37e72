using System.Diagnostics;

namespace Judge.Benchmarks.Rows;

/// <summary>One thing that is asked of both servers in turn, and how long it took, ms.</summary>
/// <param name="name">What it is.</param>
/// <param name="ask">Asks one of them for the n-th time; returns how much came back, bytes or rows; null when there is nothing left to ask.</param>
internal sealed class Turns<T>(string name, Func<T, int, Task<long?>> ask)
{
    private const int WarmUp = 25, Most = 400, Least = 20;
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(8);
    private List<double> _few = [], _many = [];
    private long _fewSize, _manySize;

    public string Name => name;

    /// <summary>p50 with many rows beside p50 with few.</summary>
    public double Ratio => Median(_many) / Median(_few);

    /// <summary>Asks until there are enough answers; now the one is the first, now the other.</summary>
    public async Task RunAsync(T few, T many, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        for (var n = 0; n < WarmUp + Most && (n < WarmUp + Least || Stopwatch.GetElapsedTime(started) < Enough); n++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (n == WarmUp) (_few, _many) = ([], []);
            if (n % 2 == 0) _fewSize = await AskAsync(few, n, _few) ?? _fewSize;
            if (await AskAsync(many, n, _many) is not { } size) return;
            _manySize = size;
            if (n % 2 == 1) _fewSize = await AskAsync(few, n, _few) ?? _fewSize;
        }
    }

    public void Print(Push.Table table, double? target) => table.Add(
        name, $"{_few.Count}", $"{_fewSize}", $"{_manySize}", Number(Median(_few)), Number(Median(_many)), Number(Statistics.Percentile(_few, 0.95)), Number(Statistics.Percentile(_many, 0.95)),
        $"{Ratio:0.00}", target is null ? "" : Ratio <= target ? "holds" : "MISSED");

    private static double Median(List<double> values) => Statistics.Percentile(values, 0.5);

    private static string Number(double value) => $"{value:0.00}";

    private async Task<long?> AskAsync(T server, int n, List<double> times)
    {
        var started = Stopwatch.GetTimestamp();
        var size = await ask(server, n);
        if (size is not null) times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return size;
    }
}
