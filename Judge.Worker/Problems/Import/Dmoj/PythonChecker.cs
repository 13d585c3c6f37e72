using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>A checker of the problem's own, in Python. What it needs of the DMOJ beyond dmoj.result and the texts' helpers, or of the submission beyond its output, is not here.</summary>
internal static partial class PythonChecker
{
    private const int Largest = 1 << 20;
    private static readonly string[] Modules = ["dmoj.result", "dmoj.error", "dmoj.utils.unicode"];

    public static DmojJudging Convert(Conversion conversion, string name, YamlMappingNode args, string place, ProblemYaml header)
    {
        var judging = new DmojJudging(header with { Validation = "custom" });
        if (conversion.Find(name, place) is not { } path) return judging;
        if (new FileInfo(path).Length > Largest)
        {
            conversion.Fault(place, $"{name} is larger than 1024 KiB");
            return judging;
        }

        var text = File.ReadAllText(path);
        var code = Comments().Replace(text, "");
        var imports = Imports().Matches(code).Select(m => m.Groups["what"].Value).Where(m => !Modules.Contains(m, StringComparer.Ordinal));
        var unknown = Unknown().Matches(Signature().Replace(code, "")).Select(m => m.Groups["what"].Value).Concat(Batch().IsMatch(Signature().Match(code).Value) ? ["batch"] : []);
        foreach (var what in imports.Concat(unknown).Distinct(StringComparer.Ordinal))
            conversion.Fault(Conversion.At(name, Line(text, what)), $"{what} is not here: a checker has the output, the answer, the input and what the case is worth, and of DMOJ's modules {string.Join(", ", Modules)}");
        if (code.Contains("run_on_error", StringComparison.Ordinal)) conversion.Note($"{name}: run_on_error: a program that fails or takes too long is not checked here");
        var shares = text.Contains("CheckerResult", StringComparison.Ordinal) || text.Contains("dmoj.result", StringComparison.Ordinal);
        if (shares) conversion.Note($"{name} may give a part of the points (CheckerResult): the problem is one of scoring");
        conversion.Write(DmojCheckers.Validator, $"SOURCE = {PythonText.Literal(text)}\nARGS = {PythonText.Value(args)}\n\n{PythonText.Template("dmoj_finish.py")}\n\n{PythonText.Template("dmoj_custom.py")}");
        return judging with { GivesShares = shares };
    }

    private static int Line(string text, string word) =>
        text.ReplaceLineEndings("\n").Split('\n').ToList().FindIndex(l => !l.StartsWith("def check", StringComparison.Ordinal) && !l.TrimStart().StartsWith('#') && l.Contains(word, StringComparison.Ordinal)) is var line and >= 0 ? line + 1 : 1;

    [GeneratedRegex(@"#[^\n]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Comments();

    /// <summary>Naming a parameter is not using it.</summary>
    [GeneratedRegex(@"def\s+check\s*\([^)]*\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\b(from|import)\s+(?<what>dmoj(\.[\w.]+)?)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Imports();

    [GeneratedRegex(@"\b(?<what>submission_source|submission_language|execution_time|case_position|problem_id|binary_data)\b|[""'](?<what>batch)[""']", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\bbatch\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Batch();
}
