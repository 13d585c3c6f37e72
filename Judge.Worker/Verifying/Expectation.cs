using Judge.Contracts;
using Judge.Worker.Problems;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Verifying;

/// <summary>The verdicts that a program of a package may get, by its folder or by what submissions/submissions.yaml permits.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Permitted">Any of these.</param>
internal sealed record Expectation(string Name, IReadOnlyList<Verdict> Permitted)
{
    private static readonly Dictionary<string, Verdict[]> Folders = new(StringComparer.Ordinal)
    {
        ["accepted"] = [Verdict.Accepted],
        ["wrong_answer"] = [Verdict.WrongAnswer],
        ["presentation_error"] = [Verdict.PresentationError],
        ["time_limit_exceeded"] = [Verdict.TimeLimitExceeded],
        ["memory_limit_exceeded"] = [Verdict.MemoryLimitExceeded],
        ["output_limit_exceeded"] = [Verdict.OutputLimitExceeded],
        ["run_time_error"] = [Verdict.RuntimeError],
        ["compile_error"] = [Verdict.CompileError],
        ["rejected"] = [Verdict.WrongAnswer, Verdict.PresentationError, Verdict.TimeLimitExceeded, Verdict.MemoryLimitExceeded, Verdict.OutputLimitExceeded, Verdict.RuntimeError],
        ["brute_force"] = [Verdict.TimeLimitExceeded, Verdict.MemoryLimitExceeded, Verdict.RuntimeError],
    };

    /// <summary>The 2023-07-draft format's words, and one each for what it has none for.</summary>
    private static readonly Dictionary<string, Verdict> Words = new(StringComparer.Ordinal)
    {
        ["AC"] = Verdict.Accepted,
        ["WA"] = Verdict.WrongAnswer,
        ["PE"] = Verdict.PresentationError,
        ["TLE"] = Verdict.TimeLimitExceeded,
        ["MLE"] = Verdict.MemoryLimitExceeded,
        ["OLE"] = Verdict.OutputLimitExceeded,
        ["RTE"] = Verdict.RuntimeError,
        ["CE"] = Verdict.CompileError,
    };

    /// <summary>Whether it must be too slow, and nothing else.</summary>
    public bool IsTooSlow => Permitted is [Verdict.TimeLimitExceeded];

    public bool IsAccepted => Permitted is [Verdict.Accepted];

    /// <summary>Those that submissions.yaml has, by path below submissions/.</summary>
    /// <exception cref="PackageException">It is no YAML, or has words that are no verdicts.</exception>
    public static IReadOnlyDictionary<string, Expectation> Read(string directory)
    {
        const string File = "submissions/submissions.yaml";
        var expectations = new Dictionary<string, Expectation>(StringComparer.Ordinal);
        if (!System.IO.File.Exists(Path.Combine(directory, File))) return expectations;
        var faults = new List<string>();
        foreach (var (key, value) in YamlFile.Read(Path.Combine(directory, File), File))
        {
            if (value is not YamlMappingNode entry || !entry.Children.TryGetValue("permitted", out var permitted)) continue;
            List<string> words = [.. ((permitted as YamlSequenceNode)?.Children ?? [permitted]).Select(w => (w as YamlScalarNode)?.Value ?? "")];
            faults.AddRange(words.Where(w => !Words.ContainsKey(w)).Select(w => $"{File}:{permitted.Start.Line}: '{w}' is no verdict ({string.Join(", ", Words.Keys)})"));
            List<Verdict> verdicts = [.. words.Where(Words.ContainsKey).Select(w => Words[w])];
            expectations[(key as YamlScalarNode)?.Value ?? ""] = new Expectation(string.Join('|', words), verdicts);
        }

        return faults.Count > 0 ? throw new PackageException(faults) : expectations;
    }

    /// <summary>Null when the folder names no verdict.</summary>
    public static Expectation? Of(string folder) => Folders.TryGetValue(folder, out var verdicts) ? new Expectation(verdicts.Length == 1 ? verdicts[0].ToString() : folder, verdicts) : null;
}
