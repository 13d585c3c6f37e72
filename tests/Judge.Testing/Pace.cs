using System.Globalization;

namespace Judge.Testing;

/// <summary>
/// How much slower this machine is than those for which the tests' limits were made: <c>JUDGE_TEST_TIME_SCALE</c>, such as 10 in
/// the emulated guest of <c>./judge test --cgroup2</c>. Limits, and what is asserted of the time measured, are multiplied by it.
/// </summary>
public static class Pace
{
    public static double Scale { get; } =
        Environment.GetEnvironmentVariable("JUDGE_TEST_TIME_SCALE") is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : 1;

    /// <summary>Whether everything is wanted where otherwise a part does: <c>JUDGE_TEST_LONG</c> is set.</summary>
    public static bool Long { get; } = Environment.GetEnvironmentVariable("JUDGE_TEST_LONG") is { Length: > 0 };

    /// <summary>All, when that is wanted; else every third.</summary>
    public static IEnumerable<T> Sample<T>(IEnumerable<T> all) => all.Where((_, i) => Long || i % 3 == 0);

    /// <summary>So many seconds of a machine of the usual speed.</summary>
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds * Scale);
}
