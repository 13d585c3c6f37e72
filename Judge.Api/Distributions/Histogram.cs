namespace Judge.Api.Distributions;

/// <summary>How a measure is spread over the accounts.</summary>
/// <param name="Buckets">Side by side and of one width, but for the last, which takes the slowest hundredth in too when that is far out.</param>
/// <param name="Mine">The caller's best; null when he has none.</param>
/// <param name="Percentile">How many per cent of the others the caller's best is ahead of; null when he has none.</param>
internal sealed record HistogramView(IReadOnlyList<HistogramBucket> Buckets, int? Mine, double? Percentile);

/// <summary>Values from <paramref name="From"/> up to, not including, <paramref name="To"/>.</summary>
internal sealed record HistogramBucket(int From, int To, long Count);

/// <summary>Makes of the stored buckets what is fit to be drawn.</summary>
internal static class Histogram
{
    private const int Most = 40;
    private const double Drawn = 0.99;

    /// <param name="stored">Of one measure, in order.</param>
    /// <param name="mine">The caller's best.</param>
    public static HistogramView Of(IReadOnlyList<BucketRow> stored, int? mine)
    {
        var accounts = stored.Sum(b => b.Accounts);
        double? percentile = mine is { } best ? Standing.Percentile(stored.Where(b => b.Bucket > Measures.Bucket(best)).Sum(b => b.Accounts), accounts) : null;
        if (stored.Count == 0) return new HistogramView([], mine, percentile);
        // Up to where all but the last hundredth are, the buckets are as narrow as a picture of forty allows.
        var (seen, far) = (0L, stored[^1].Bucket);
        foreach (var bucket in stored)
        {
            if ((seen += bucket.Accounts) < accounts * Drawn) continue;
            far = bucket.Bucket;
            break;
        }

        var first = stored[0].Bucket;
        var width = WidthFor(far - first + 1, Measures.Width(far));
        var start = first / width * width;
        var count = (far - start) / width + 1;
        var counts = new long[count];
        foreach (var bucket in stored) counts[Math.Min((bucket.Bucket - start) / width, count - 1)] += bucket.Accounts;
        var end = Math.Max(start + count * width, stored[^1].Bucket + Measures.Width(stored[^1].Bucket));
        return new HistogramView(
            [.. counts.Select((n, i) => new HistogramBucket(start + i * width, i == count - 1 ? end : start + (i + 1) * width, n))], mine, percentile);
    }

    /// <summary>The narrowest of 1, 2, 5, 10, 20, 50 … with which a span takes no more than so many buckets, none narrower than the stored ones are.</summary>
    private static int WidthFor(int span, int least)
    {
        for (var ten = 1; ; ten *= 10)
        {
            foreach (var width in (int[])[ten, 2 * ten, 5 * ten])
                if (width >= least && span / width < Most - 1) return width;
        }
    }
}
