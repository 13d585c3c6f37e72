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

    /// <summary>So many seconds of a machine of the usual speed.</summary>
    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds * Scale);
}
