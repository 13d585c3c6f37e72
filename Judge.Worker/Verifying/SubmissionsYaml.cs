using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Problems;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Verifying;

/// <summary>submissions/submissions.yaml: what the 2023-07-draft lets a package say of programs and their cases, each by a pattern.</summary>
internal sealed class SubmissionsYaml
{
    private const string File = "submissions/submissions.yaml";

    /// <summary>What says nothing of verdicts.</summary>
    private static readonly string[] Silent = ["authors", "model_solution", "language"];

    /// <summary>The format's four words, and one each for verdicts that it has none for.</summary>
    private static readonly Dictionary<string, Verdict[]> Words = new(StringComparer.Ordinal)
    {
        ["AC"] = [Verdict.Accepted],
        ["WA"] = FolderRule.Wrong,
        ["TLE"] = FolderRule.Slow,
        ["RTE"] = FolderRule.Crash,
        ["PE"] = [Verdict.PresentationError],
        ["MLE"] = [Verdict.MemoryLimitExceeded],
        ["OLE"] = [Verdict.OutputLimitExceeded],
        ["CE"] = [Verdict.CompileError],
    };

    private readonly List<(YamlNode Key, Glob Glob, YamlMappingNode Settings)> _entries = [];
    private readonly List<string> _faults = [];

    private SubmissionsYaml()
    {
    }

    /// <exception cref="PackageException">It is no YAML, or has words that are no verdicts.</exception>
    public static SubmissionsYaml Read(string directory)
    {
        var yaml = new SubmissionsYaml();
        if (!System.IO.File.Exists(Path.Combine(directory, File))) return yaml;
        foreach (var (key, value) in YamlFile.Read(Path.Combine(directory, File), File))
        {
            if (key is not YamlScalarNode { Value: { Length: > 0 } pattern } || value is not YamlMappingNode settings) yaml._faults.Add($"{At(key)}: must be a pattern and a mapping, such as mixed/*: {{permitted: [AC, TLE]}}");
            else yaml._entries.Add((key, new Glob(pattern), settings));
        }

        // Every word is looked at, whether there is a program for it or not.
        foreach (var (_, _, settings) in yaml._entries)
        {
            yaml.Rules(settings, cases: null, findings: null);
            if (settings.Children.TryGetValue("score", out var score) && Score(settings) is null) yaml._faults.Add($"{At(score)}: score must be a number, or two");
        }

        return yaml._faults.Count > 0 ? throw new PackageException(yaml._faults) : yaml;
    }

    /// <param name="program">Below submissions/.</param>
    /// <param name="otherwise">What its folder, or it itself, says; null: nothing.</param>
    /// <returns>Without a name, a folder and rules when nobody says anything.</returns>
    public Expectation Of(string program, FolderRule? otherwise)
    {
        var folder = program[..program.IndexOf('/', StringComparison.Ordinal)];
        var matching = _entries.Where(e => e.Glob.Matches(program)).ToList();
        // Under its own name a folder's meaning is replaced, by any other pattern it is added to. What is not said stays.
        if (otherwise is { IsPartial: false } && matching.Find(e => e.Glob.Text.TrimEnd('/') == folder && (e.Settings.Has("permitted") || e.Settings.Has("required"))) is { Settings: { } own })
        {
            matching.RemoveAll(e => ReferenceEquals(e.Settings, own));
            var said = new CaseRule(null, Verdicts(own, "permitted"), Verdicts(own, "required"));
            var kept = said with { Permitted = said.Permitted ?? [Verdict.Accepted, .. otherwise.Final, .. otherwise.Before], Required = said.Required ?? (otherwise.Final is [Verdict.Accepted] ? null : otherwise.Final) };
            return With(new Expectation(Name(own) ?? folder, null, [kept, .. Rules(own, null, null).Skip(1)]), [own, .. matching.Select(e => e.Settings)], own);
        }

        return With(new Expectation(otherwise is null ? "" : Shown(folder, otherwise), otherwise, []), [.. matching.Select(e => e.Settings)], null);
    }

    /// <summary>What is odd in it.</summary>
    /// <param name="programs">Below submissions/.</param>
    /// <param name="package">The problem.</param>
    /// <param name="findings">Gets them.</param>
    public void Check(IReadOnlyList<string> programs, ProblemPackage package, Findings findings)
    {
        foreach (var (key, glob, settings) in _entries)
        {
            if (!programs.Any(glob.Matches)) findings.Warn($"{At(key)}: there is no program {glob.Text}");
            if (settings.Has("score") && package.Scoring is null) findings.Warn($"{At(key)}: score is for scoring problems; it is not checked");
            foreach (var rule in Rules(settings, null, findings).Where(r => r.Cases is { } cases && !package.Cases.Any(c => cases.Matches(c.Name))))
                findings.Warn($"{At(key)}: there is no case {rule.Cases!.Text}");
        }
    }

    private Expectation With(Expectation expectation, List<YamlMappingNode> settings, YamlMappingNode? read)
    {
        foreach (var one in settings)
        {
            if (!ReferenceEquals(one, read)) expectation = expectation with { Rules = [.. expectation.Rules, .. Rules(one, null, null)] };
            if (expectation.Name.Length == 0) expectation = expectation with { Name = Name(one) ?? "" };
            if (one.Scalar("use_for_time_limit") == "false") expectation = expectation with { CountsForTimes = false };
            if (Score(one) is { } score) expectation = expectation with { Score = score };
        }

        return expectation;
    }

    private static string Shown(string folder, FolderRule rule) => rule switch
    {
        { IsPartial: false, Final: [var only] } => only.ToString(),
        _ => folder == "wrong_answer" ? nameof(Verdict.WrongAnswer) : folder == "run_time_error" ? nameof(Verdict.RuntimeError) : folder,
    };

    private static string? Name(YamlMappingNode settings) => settings.Has("permitted") ? string.Join('|', settings.Words("permitted")) : settings.Has("required") ? $"some {string.Join('|', settings.Words("required"))}" : null;

    /// <summary>Those of all cases first.</summary>
    private List<CaseRule> Rules(YamlMappingNode settings, Glob? cases, Findings? findings)
    {
        var rules = new List<CaseRule>();
        var rule = new CaseRule(cases, Verdicts(settings, "permitted"), Verdicts(settings, "required"));
        if (rule.Permitted is not null || rule.Required is not null) rules.Add(rule);
        if (settings.Scalar("use_for_time_limit") is "lower") rules.Add(new CaseRule(cases, [Verdict.Accepted, .. FolderRule.Wrong, .. FolderRule.Crash], null));
        if (settings.Scalar("use_for_time_limit") is "upper") rules.Add(new CaseRule(cases, null, FolderRule.Slow));
        foreach (var (key, value) in settings)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (value is YamlMappingNode group && cases is null && name.Length > 0) rules.AddRange(Rules(group, new Glob(name), findings));
            else if (name is not ("permitted" or "required" or "use_for_time_limit") && (name != "score" || cases is not null) && !Silent.Contains(name, StringComparer.Ordinal))
                findings?.Warn($"{At(key)}: '{name}'{(cases is null ? "" : $" of {cases.Text}")} is not supported; it is not checked");
        }

        return rules;
    }

    private List<Verdict>? Verdicts(YamlMappingNode settings, string key)
    {
        if (!settings.Has(key)) return null;
        var words = settings.Words(key);
        foreach (var word in words.Where(w => !Words.ContainsKey(w))) _faults.Add($"{At(settings.Children[key])}: '{word}' is no verdict ({string.Join(", ", Words.Keys)})");
        return [.. words.SelectMany(w => Words.GetValueOrDefault(w) ?? []).Distinct()];
    }

    private static (double Least, double Most)? Score(YamlMappingNode settings)
    {
        if (!settings.Has("score")) return null;
        List<double?> bounds = [.. settings.Words("score").Select(w => YamlReads.InRange(w, double.MinValue, double.MaxValue))];
        return bounds switch
        {
            [{ } score] => (score, score),
            [{ } least, { } most] => (least, most),
            _ => null,
        };
    }

    private static string At(YamlNode node) => $"{File}:{node.Start.Line.ToString(CultureInfo.InvariantCulture)}";
}
