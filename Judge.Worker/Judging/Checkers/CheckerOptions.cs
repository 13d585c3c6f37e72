using System.Globalization;

namespace Judge.Worker.Judging.Checkers;

/// <summary>The flags of the Kattis default output validator. Source: the problem package format's "Default Output Validator Specification".</summary>
/// <param name="CaseSensitive">Letters must match in case.</param>
/// <param name="SpaceChangeSensitive">White space must match exactly; otherwise any amount is as good as another.</param>
/// <param name="FloatAbsoluteTolerance">Largest absolute error of a number; null: numbers are compared as text.</param>
/// <param name="FloatRelativeTolerance">Largest relative error of a number; either tolerance suffices.</param>
internal sealed record CheckerOptions(
    bool CaseSensitive = false, bool SpaceChangeSensitive = false, double? FloatAbsoluteTolerance = null, double? FloatRelativeTolerance = null)
{
    public static readonly CheckerOptions Default = new();

    /// <summary>Reads flags such as <c>case_sensitive float_tolerance 1e-6</c>.</summary>
    /// <exception cref="FormatException">An unknown flag, or one without its number; the message names it.</exception>
    public static CheckerOptions Parse(IEnumerable<string> flags)
    {
        var options = Default;
        using var words = flags.GetEnumerator();
        while (words.MoveNext())
        {
            var flag = words.Current;
            options = flag switch
            {
                "case_sensitive" => options with { CaseSensitive = true },
                "space_change_sensitive" => options with { SpaceChangeSensitive = true },
                "float_absolute_tolerance" => options with { FloatAbsoluteTolerance = Number() },
                "float_relative_tolerance" => options with { FloatRelativeTolerance = Number() },
                "float_tolerance" when Number() is var tolerance => options with
                {
                    FloatAbsoluteTolerance = tolerance,
                    FloatRelativeTolerance = tolerance,
                },
                _ => throw new FormatException($"unknown output validator flag '{flag}'"),
            };

            double Number() =>
                words.MoveNext() && double.TryParse(words.Current, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= 0 && double.IsFinite(number)
                    ? number
                    : throw new FormatException($"{flag} needs a number of at least 0");
        }

        return options;
    }
}
