using System.Text.RegularExpressions;
using Judge.Contracts;
using Judge.Worker.Functions;
using Judge.Worker.Languages;
using Judge.Worker.Problems;

namespace Judge.Worker.Verifying;

/// <summary>A program of a package: a file, or a folder with several.</summary>
/// <param name="Name">Below submissions/.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Language">Its language; with commands for its files when it is a folder.</param>
/// <param name="Expected">What it must come to.</param>
/// <param name="Files">Of a folder; null of a file.</param>
internal sealed partial record PackageProgram(string Name, string Path, Language Language, Expectation Expected, FunctionProgram? Files)
{
    private const int LargestSource = 1 << 20;

    /// <summary>DOMjudge's words; in a folder that names no verdict the programs say by a comment what they get.</summary>
    private static readonly Dictionary<string, Verdict[]> Words = new(StringComparer.Ordinal)
    {
        ["CORRECT"] = [Verdict.Accepted],
        ["ACCEPTED"] = [Verdict.Accepted],
        ["WRONG_ANSWER"] = FolderRule.Wrong,
        ["NO_OUTPUT"] = FolderRule.Wrong,
        ["PRESENTATION_ERROR"] = [Verdict.PresentationError, Verdict.WrongAnswer],
        ["TIMELIMIT"] = FolderRule.Slow,
        ["TIME_LIMIT_EXCEEDED"] = FolderRule.Slow,
        ["RUN_ERROR"] = FolderRule.Crash,
        ["RUN_TIME_ERROR"] = FolderRule.Crash,
        ["MEMORY_LIMIT"] = [Verdict.MemoryLimitExceeded],
        ["OUTPUT_LIMIT"] = [Verdict.OutputLimitExceeded],
        ["COMPILER_ERROR"] = [Verdict.CompileError],
        ["COMPILE_ERROR"] = [Verdict.CompileError],
    };

    /// <summary>All that a package has and that can be judged; the findings are told of the others.</summary>
    /// <exception cref="PackageException">submissions.yaml cannot be read.</exception>
    public static IReadOnlyList<PackageProgram> All(string directory, ProblemPackage package, Findings findings)
    {
        var root = System.IO.Path.Combine(directory, "submissions");
        if (!Directory.Exists(root)) return [];
        var yaml = SubmissionsYaml.Read(directory);
        var (programs, names) = (new List<PackageProgram>(), new List<string>());
        foreach (var folder in Directory.GetDirectories(root).Order(StringComparer.Ordinal))
        {
            var silent = 0;
            foreach (var path in Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal).Where(IsProgram))
            {
                var name = System.IO.Path.GetRelativePath(root, path);
                names.Add(name);
                var (language, files, why) = Directory.Exists(path) ? FolderProgram.Read(path, package) : File(path);
                if (language is null)
                {
                    findings.Warn($"submissions/{name}: skipped: {why}");
                    continue;
                }

                var rule = FolderRule.Of(System.IO.Path.GetFileName(folder)) ?? Annotated(files?.Files[files.SourceFile] ?? System.IO.File.ReadAllText(path));
                if (rule is { IsPartial: true } && package.Scoring is null)
                {
                    findings.Warn($"submissions/{name}: partially_accepted is for scoring problems, and this one is none");
                    rule = null;
                }

                var expected = yaml.Of(name, rule);
                if (rule is null && expected is { Rules: [], Score: null }) silent++;
                programs.Add(new PackageProgram(name, path, language, expected.Name.Length == 0 ? expected with { Name = "any" } : expected, files));
            }

            if (silent > 0 && FolderRule.Of(System.IO.Path.GetFileName(folder)) is null)
                findings.Warn($"submissions/{System.IO.Path.GetFileName(folder)}: names no verdict, and neither submissions.yaml nor a comment @EXPECTED_RESULTS@ says what {(silent == 1 ? "a program" : $"{silent} programs")} in it must get");
        }

        yaml.Check(names, package, findings);
        return programs;
    }

    private static (Language? Language, FunctionProgram? Files, string? Why) File(string path) => LanguageCatalog.ForFile(path) is not { } language
        ? (null, null, "no language has this extension")
        : new FileInfo(path).Length > LargestSource ? (null, null, "it is larger than 1 MiB")
        : Shebang.IsPython2(path) ? (null, null, "it is Python 2")
        : (language, null, null);

    private static bool IsProgram(string path) => System.IO.Path.GetFileName(path) is not (['.', ..] or "__pycache__") && System.IO.Path.GetExtension(path) is not (".md" or ".txt");

    private static FolderRule? Annotated(string source)
    {
        if (Annotation().Match(source) is not { Success: true } match) return null;
        List<Verdict> verdicts = [.. match.Groups["words"].Value.Split(',').SelectMany(w => Words.GetValueOrDefault(w.Trim().ToUpperInvariant().Replace('-', '_')) ?? []).Distinct()];
        return verdicts.Count == 0 ? null : new FolderRule(verdicts, []);
    }

    [GeneratedRegex(@"@EXPECTED_RESULTS@:[ \t]*(?<words>[A-Za-z_, -]+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Annotation();
}
