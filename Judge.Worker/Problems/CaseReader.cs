using Judge.Worker.Functions;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Reads data/: the cases and what the groups around them, and they themselves, say of their comparison.</summary>
/// <param name="files">The package.</param>
/// <param name="signature">Of a function problem, whose files may hold many cases.</param>
/// <param name="validator">The package's own output validator; null: the default one. What flags mean is its business.</param>
/// <param name="scoring">Whether the problem gives points.</param>
/// <param name="showsFailure">Whether users see a secret case when it is the first that failed, where its group does not say.</param>
internal sealed class CaseReader(PackageFiles files, Signature? signature, OutputValidator? validator, bool scoring, bool showsFailure)
{
    private const int LargestShown = 1024 * 1024;
    private static readonly string[] GroupFiles = ["testdata.yaml", "test_group.yaml"];

    private readonly List<ProblemCase> _cases = [];
    private readonly List<(string Name, YamlMappingNode Yaml, string File)> _groups = [];

    /// <summary>Every group, outer before inner: its path below data/, what its file says and which that is.</summary>
    public IReadOnlyList<(string Name, YamlMappingNode Yaml, string File)> Groups => _groups;

    /// <param name="yaml">problem.yaml.</param>
    public List<ProblemCase> Read(YamlMappingNode yaml)
    {
        var settings = Group("data", new Settings(ValidatorFlags.None.With(files, "problem.yaml", yaml, validator), showsFailure));
        foreach (var folder in (string[])["sample", "secret"]) Collect($"data/{folder}", settings);
        if (_cases.Count == 0) files.Fault("data", "no cases: put .in and .ans files under data/sample and data/secret");
        return _cases;
    }

    private void Collect(string folder, Settings settings)
    {
        var directory = files.Path(folder);
        if (!Directory.Exists(directory)) return;
        settings = Group(folder, settings);
        foreach (var input in Named(directory, "*.in").OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal)) Case(folder, input, settings);
        foreach (var other in (string[])["*.ans", "*.yaml"])
        {
            foreach (var alone in Named(directory, other).Where(f => !GroupFiles.Contains(Path.GetFileName(f), StringComparer.Ordinal) && !File.Exists(Path.ChangeExtension(f, ".in"))))
            {
                if (other == "*.ans") files.Fault(files.Relative(alone), "has no .in file beside it");
                else files.Warn(files.Relative(alone), "has no .in file beside it, and means nothing (a group's file is called test_group.yaml or testdata.yaml)");
            }
        }

        foreach (var group in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
        {
            var inner = $"{folder}/{Path.GetFileName(group)}";
            if (!group.EndsWith(".files", StringComparison.Ordinal)) Collect(inner, settings);
            else if (files.Below(inner).ToList() is { Count: > 0 } given) files.Fault(inner, $"{KnownKeys.Listed(given)}: files beside standard input are not supported; put what is in them into the .in file");
        }
    }

    private void Case(string folder, string input, Settings settings)
    {
        var answer = Path.ChangeExtension(input, ".ans");
        var name = $"{folder["data/".Length..]}/{Path.GetFileNameWithoutExtension(input)}";
        if (!File.Exists(answer)) files.Fault($"data/{name}.ans", "is missing");
        var sample = folder == "data/sample" || folder.StartsWith("data/sample/", StringComparison.Ordinal);
        if (sample) Shown(input, answer);
        var file = $"data/{name}.yaml";
        if (!GroupFiles.Contains($"{Path.GetFileName(name)}.yaml", StringComparer.Ordinal) && files.Yaml(file, required: false) is { } yaml)
        {
            KnownKeys.OfCase(files, file, yaml);
            settings = With(file, yaml, settings);
        }

        var checker = settings.Flags.Checker;
        List<ProblemCase> cases = signature is null ? [new ProblemCase(name, new FilePart(input), new FilePart(answer), sample, checker)]
            : !File.Exists(answer) ? []
            : [.. FunctionCases.Read(signature, name, input, answer, sample, checker, (kind, line, what) => files.Fault($"data/{name}.{kind}:{YamlReads.Text(line)}", what))];
        _cases.AddRange(cases.Select(c => c with { ValidatorFlags = settings.Flags.Words, ShowsFailure = settings.ShowsFailure }));
    }

    /// <summary>What users are shown of a sample: itself.</summary>
    private void Shown(string input, string answer)
    {
        foreach (var shown in (string[])[input, answer])
        {
            if (new FileInfo(shown) is { Exists: true, Length: > LargestShown }) files.Fault(files.Relative(shown), $"is larger than {LargestShown / 1024} KiB; samples are shown to users");
            if (File.Exists($"{shown}.statement")) files.Warn($"{files.Relative(shown)}.statement", "is not shown: users see the sample that is judged");
        }
    }

    /// <summary>What a group's file says: testdata.yaml in the legacy layout, test_group.yaml since.</summary>
    private Settings Group(string folder, Settings inherited)
    {
        var name = folder == "data" ? "" : folder["data/".Length..];
        foreach (var file in GroupFiles)
        {
            if (files.Yaml($"{folder}/{file}", required: false) is not { } yaml) continue;
            KnownKeys.OfGroup(files, $"{folder}/{file}", yaml, scoring);
            inherited = With($"{folder}/{file}", yaml, inherited);
            if (_groups.Count == 0 || _groups[^1].Name != name) _groups.Add((name, yaml, $"{folder}/{file}"));
            else foreach (var (key, value) in yaml.Children.Where(c => !_groups[^1].Yaml.Children.ContainsKey(c.Key))) _groups[^1].Yaml.Add(key, value);
        }

        if (_groups.Count == 0 || _groups[^1].Name != name) _groups.Add((name, [], $"{folder}/test_group.yaml"));
        return inherited;
    }

    private Settings With(string file, YamlMappingNode yaml, Settings inherited)
    {
        var flags = inherited.Flags.With(files, file, yaml, validator);
        if (!yaml.Says("full_feedback")) return inherited with { Flags = flags };
        if (bool.TryParse(yaml.Scalar("full_feedback"), out var full)) return new Settings(flags, full);
        files.Fault(file, "full_feedback must be true or false");
        return inherited with { Flags = flags };
    }

    /// <summary>Without what macOS puts beside files.</summary>
    private static IEnumerable<string> Named(string directory, string pattern) => Directory.GetFiles(directory, pattern).Where(f => !Path.GetFileName(f).StartsWith("._", StringComparison.Ordinal));

    private sealed record Settings(ValidatorFlags Flags, bool ShowsFailure);
}
