using Judge.Worker.Functions;
using Judge.Worker.Judging.Checkers;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Reads data/: the cases and what the groups around them say of their comparison.</summary>
/// <param name="files">The package.</param>
/// <param name="signature">Of a function problem, whose files may hold many cases.</param>
/// <param name="custom">Whether the package has an output validator of its own: then flags are its business alone.</param>
internal sealed class CaseReader(PackageFiles files, Signature? signature, bool custom)
{
    private const int LargestShown = 1024 * 1024, LongestFlags = 4096;

    private readonly List<ProblemCase> _cases = [];
    private readonly List<(string Name, YamlMappingNode Yaml, string File)> _groups = [];

    /// <summary>Every group, outer before inner: its path below data/, what its file says and which that is.</summary>
    public IReadOnlyList<(string Name, YamlMappingNode Yaml, string File)> Groups => _groups;

    /// <param name="yaml">problem.yaml.</param>
    public List<ProblemCase> Read(YamlMappingNode yaml)
    {
        var flags = GroupFlags("data", Read(yaml, "problem.yaml", "validator_flags", new Flags([], CheckerOptions.Default)));
        foreach (var folder in (string[])["sample", "secret"]) Collect($"data/{folder}", flags);
        if (_cases.Count == 0) files.Fault("data", "no cases: put .in and .ans files under data/sample and data/secret");
        return _cases;
    }

    private void Collect(string folder, Flags flags)
    {
        var directory = files.Path(folder);
        if (!Directory.Exists(directory)) return;
        flags = GroupFlags(folder, flags);
        foreach (var input in Directory.GetFiles(directory, "*.in").OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal))
        {
            var answer = Path.ChangeExtension(input, ".ans");
            var name = $"{folder["data/".Length..]}/{Path.GetFileNameWithoutExtension(input)}";
            if (!File.Exists(answer)) files.Fault($"data/{name}.ans", "is missing");
            var sample = folder.StartsWith("data/sample", StringComparison.Ordinal);
            foreach (var shown in sample ? (string[])[input, answer] : [])
            {
                if (new FileInfo(shown) is { Exists: true, Length: > LargestShown }) files.Fault(files.Relative(shown), $"is larger than {LargestShown / 1024} KiB; samples are shown to users");
            }

            List<ProblemCase> cases = signature is null ? [new ProblemCase(name, new FilePart(input), new FilePart(answer), sample, flags.Checker)]
                : !File.Exists(answer) ? []
                : [.. FunctionCases.Read(signature, name, input, answer, sample, flags.Checker, (kind, line, what) => files.Fault($"data/{name}.{kind}:{YamlReads.Text(line)}", what))];
            _cases.AddRange(cases.Select(c => c with { ValidatorFlags = flags.Words }));
        }

        foreach (var answer in Directory.GetFiles(directory, "*.ans").Where(a => !File.Exists(Path.ChangeExtension(a, ".in"))))
            files.Fault(files.Relative(answer), "has no .in file beside it");
        foreach (var group in Directory.GetDirectories(directory).Order(StringComparer.Ordinal)) Collect($"{folder}/{Path.GetFileName(group)}", flags);
    }

    /// <summary>A group's own flags replace those of the groups around it: testdata.yaml in the legacy layout, test_group.yaml since.</summary>
    private Flags GroupFlags(string folder, Flags inherited)
    {
        var name = folder == "data" ? "" : folder["data/".Length..];
        foreach (var file in (string[])["testdata.yaml", "test_group.yaml"])
        {
            if (files.Yaml($"{folder}/{file}", required: false) is not { } yaml) continue;
            if (_groups.Count == 0 || _groups[^1].Name != name) _groups.Add((name, yaml, $"{folder}/{file}"));
            else foreach (var (key, value) in yaml.Children.Where(c => !_groups[^1].Yaml.Children.ContainsKey(c.Key))) _groups[^1].Yaml.Add(key, value);
            inherited = Read(yaml, $"{folder}/{file}", "output_validator_flags", inherited);
            inherited = Read(yaml, $"{folder}/{file}", "output_validator_args", inherited);
        }

        if (_groups.Count == 0 || _groups[^1].Name != name) _groups.Add((name, [], $"{folder}/test_group.yaml"));
        return inherited;
    }

    private Flags Read(YamlMappingNode yaml, string file, string key, Flags otherwise)
    {
        if (!yaml.Has(key)) return otherwise;
        var words = yaml.Words(key);
        if (words.Sum(w => w.Length) > LongestFlags || words.Any(w => w.Contains('\0', StringComparison.Ordinal))) files.Fault(file, $"{key} is longer than {LongestFlags} characters, or has a NUL in it");
        try
        {
            return custom ? new Flags(words, CheckerOptions.Default) : new Flags([], CheckerOptions.Parse(words));
        }
        catch (FormatException e)
        {
            files.Fault(file, $"{key}: {e.Message}");
            return otherwise;
        }
    }

    private sealed record Flags(IReadOnlyList<string> Words, CheckerOptions Checker);
}
