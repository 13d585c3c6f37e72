using System.Globalization;

namespace Judge.Benchmarks;

/// <summary>Percentiles and the table they are printed in.</summary>
internal static class Statistics
{
    /// <summary>By nearest rank: the least value that at least so many of all are not above.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double p) =>
        values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(values.Count * p) - 1));

    public static void PrintHeader(params string[] more) =>
        Console.WriteLine($"{"",-44}{"p50",9}{"p90",9}{"p99",9}{string.Concat(more.Select(m => $"{m,14}"))}");

    public static void Print(string what, IReadOnlyCollection<double> values, params string[] more) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{what,-44}{Percentile(values, 0.5),9:0.00}{Percentile(values, 0.9),9:0.00}{Percentile(values, 0.99),9:0.00}{string.Concat(more.Select(m => $"{m,14}"))}"));
}
