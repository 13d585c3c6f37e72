using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>
/// Testlib's own checkers that the default validator judges alike. Those that look at lines (lcmp, fcmp, …) or at no order (uncmp) are not among them.
/// What a checker of numbers allows has changed over testlib's versions, so the package's source goes before the table: EPS, and whether it is
/// the absolute error alone or, with doubleCompare, the smaller of that and the relative one.
/// </summary>
internal static partial class StandardCheckers
{
    private static readonly Dictionary<string, string> Default = new(StringComparer.Ordinal)
    {
        ["wcmp"] = "case_sensitive",
        ["ncmp"] = "case_sensitive",
        ["icmp"] = "case_sensitive",
        ["hcmp"] = "case_sensitive",
        ["yesno"] = "",
        ["nyesno"] = "",
        ["rcmp4"] = "float_tolerance 1e-4",
        ["rcmp6"] = "float_tolerance 1e-6",
        ["rcmp9"] = "float_tolerance 1e-9",
        ["rcmp"] = "float_absolute_tolerance 1.5e-6",
        ["dcmp"] = "float_tolerance 1e-6",
        ["acmp"] = "float_absolute_tolerance 1.5e-6",
    };

    /// <summary>Which of testlib's own it is: by its name, or what the first lines of its source call it.</summary>
    public static string? Name(XElement checker, string? path)
    {
        if (checker.Attribute("name") is { } name) return Marker().Match(name.Value) is { Success: true } named ? named.Groups["name"].Value : null;
        return path is not null && Marker().Match(string.Join('\n', File.ReadLines(path).Take(10))) is { Success: true } marked ? marked.Groups["name"].Value : null;
    }

    /// <summary>The default validator's flags for it; null when only the program itself knows.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="text">Its source.</param>
    public static string? Flags(string name, string? text)
    {
        if (!Default.TryGetValue(name, out var flags) || !flags.StartsWith("float", StringComparison.Ordinal) || text is null || Epsilon().Match(text) is not { Success: true } epsilon) return flags;
        if (text.Contains("doubleCompare", StringComparison.Ordinal)) return $"float_tolerance {epsilon.Groups["value"].Value.ToLowerInvariant()}";
        return text.Contains("max(", StringComparison.Ordinal) ? null : $"float_absolute_tolerance {epsilon.Groups["value"].Value.ToLowerInvariant()}";
    }

    [GeneratedRegex(@"std::(?<name>[a-z0-9]+)\.cpp", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\bEPS\s*=?\s*(?<value>[0-9]+(\.[0-9]+)?[eE]-[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Epsilon();
}
