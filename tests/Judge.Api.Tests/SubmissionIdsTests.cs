using System.Globalization;
using Judge.Api.Submissions;

namespace Judge.Api.Tests;

public sealed class SubmissionIdsTests
{
    [Fact]
    public void Ids_are_of_version_7_and_in_the_order_in_which_they_were_made_whatever_the_clock_does()
    {
        var (ids, now) = (new SubmissionIds(), new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero));
        var made = new List<string>();
        foreach (var clock in (DateTimeOffset[])[now, now.AddMilliseconds(5), now.AddSeconds(-3), now.AddMilliseconds(6), now.AddSeconds(1)])
        {
            // More than fit one millisecond.
            for (var i = 0; i < 5000; i++) made.Add(ids.Next(clock).ToString());
        }

        Assert.Equal(made.Order(StringComparer.Ordinal), made);
        Assert.Equal(made.Count, made.Distinct(StringComparer.Ordinal).Count());
        Assert.All(made, id => Assert.True(Guid.Parse(id) is { Version: 7, Variant: >= 8 and <= 11 }, id));
        // The first 48 bits are the time, as whoever reads an id may rely on.
        Assert.Equal(now.ToUnixTimeMilliseconds(), long.Parse(made[0].Replace("-", "", StringComparison.Ordinal)[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        Assert.Equal(now.AddSeconds(1).ToUnixTimeMilliseconds(), long.Parse(made[^5000].Replace("-", "", StringComparison.Ordinal)[..12], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
    }
}
