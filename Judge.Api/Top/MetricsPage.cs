using System.Globalization;
using System.Text.RegularExpressions;

namespace Judge.Api.Top;

/// <summary>One series and its value.</summary>
internal sealed record Sample(string Name, IReadOnlyDictionary<string, string> Labels, double Value);

/// <summary>What one or several /metrics pages (Prometheus text 0.0.4) told at one moment.</summary>
internal sealed partial class MetricsPage(IReadOnlyList<Sample> samples)
{
    public static MetricsPage Parse(IEnumerable<string> pages) => new(
    [
        .. from page in pages
           from line in page.Split('\n')
           where line.Length > 0 && line[0] != '#'
           let match = Line().Match(line)
           let number = match.Groups["value"].Value.Replace("+Inf", "Infinity", StringComparison.Ordinal)
           where match.Success && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
           select new Sample(
               match.Groups["name"].Value,
               Label().Matches(match.Groups["labels"].Value).DistinctBy(l => l.Groups["key"].Value, StringComparer.Ordinal)
                   .ToDictionary(l => l.Groups["key"].Value, l => l.Groups["value"].Value, StringComparer.Ordinal),
               double.Parse(number, CultureInfo.InvariantCulture)),
    ]);

    /// <summary>The sum of the series that have these labels.</summary>
    public double Sum(string name, params (string Key, string Value)[] labels) => Of(name, labels).Sum(s => s.Value);

    /// <summary>The greatest of the series that have these labels: what every instance tells the same.</summary>
    public double Max(string name, params (string Key, string Value)[] labels) => Of(name, labels).Select(s => s.Value).DefaultIfEmpty(0).Max();

    /// <summary>The values of a label.</summary>
    public IReadOnlyList<string> Values(string name, string label) =>
        [.. Of(name).Select(s => s.Labels.GetValueOrDefault(label)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>A quantile of what a histogram has counted since an earlier page, as Prometheus' histogram_quantile has it; null when nothing was.</summary>
    public double? Quantile(double quantile, string name, MetricsPage since, params (string Key, string Value)[] labels)
    {
        var (buckets, before) = (Buckets(name, labels), since.Buckets(name, labels));
        var counts = buckets.Select(b => (b.Bound, Count: b.Count - before.FirstOrDefault(o => o.Bound.Equals(b.Bound)).Count)).ToList();
        if (counts.Count == 0 || counts[^1].Count <= 0) return null;
        var wanted = quantile * counts[^1].Count;
        var (low, below) = (0.0, 0.0);
        foreach (var (bound, count) in counts)
        {
            if (count >= wanted) return double.IsInfinity(bound) ? low : low + ((bound - low) * (wanted - below) / Math.Max(count - below, 1e-9));
            (low, below) = (bound, count);
        }

        return low;
    }

    private List<(double Bound, double Count)> Buckets(string name, (string Key, string Value)[] labels) =>
    [
        .. Of($"{name}_bucket", labels)
            .GroupBy(s => s.Labels["le"] == "+Inf" ? double.PositiveInfinity : double.Parse(s.Labels["le"], CultureInfo.InvariantCulture))
            .OrderBy(g => g.Key)
            .Select(g => (g.Key, g.Sum(s => s.Value))),
    ];

    private IEnumerable<Sample> Of(string name, params (string Key, string Value)[] labels) =>
        samples.Where(s => s.Name == name && labels.All(l => s.Labels.TryGetValue(l.Key, out var value) && value == l.Value));

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>.*)\})? (?<value>\S+)$""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Line();

    [GeneratedRegex("""(?<key>[a-zA-Z_]\w*)="(?<value>([^"\\]|\\.)*)"(,|$)""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
