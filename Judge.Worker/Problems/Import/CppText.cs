using System.Text.RegularExpressions;

namespace Judge.Worker.Problems.Import;

/// <summary>What can be seen of a C++ program by reading its words.</summary>
internal static partial class CppText
{
    private const int Largest = 1 << 20;

    /// <summary>A source without its comments; empty when nobody wrote it by hand.</summary>
    public static string Read(string path) => new FileInfo(path).Length > Largest ? "" : Comments().Replace(File.ReadAllText(path), " ");

    /// <summary>Whether a testlib program gives points beside yes and no.</summary>
    public static bool GivesPoints(string text) => Points().IsMatch(text);

    /// <summary>Whether an interactor writes a file: by testlib's stream for it, or, without testlib, by the name it is given.</summary>
    public static bool WritesOutput(string text) => OutputStream().IsMatch(text) || !text.Contains("registerInteraction", StringComparison.Ordinal)
        && Entry().Match(text) is { Success: true } main && SecondArgument().Matches(text).Any(m => m.Groups["name"].Value == main.Groups["name"].Value);

    [GeneratedRegex(@"//[^\n]*|/\*(.|\n)*?\*/", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(quitp|quitpi|_points|_pc|_partially)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Points();

    [GeneratedRegex(@"\btout\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OutputStream();

    [GeneratedRegex(@"\bmain\s*\([^,)]*,\s*(const\s+)?char\s*(const\s*)?\*+\s*(const\s*)?(?<name>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\b(?<name>\w+)\s*\[\s*2\s*\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SecondArgument();
}
