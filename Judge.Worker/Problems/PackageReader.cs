using System.Globalization;
using Judge.Worker.Functions;
using Judge.Worker.Judging.Checkers;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>
/// Reads a package directory in the legacy or the 2023-07 layout, collecting every fault instead of stopping at the first.
/// Both layouts are accepted key by key: the version line decides nothing that the files themselves do not say.
/// </summary>
internal sealed class PackageReader
{
    private const double DefaultTimeLimitSeconds = 1, LongestTimeLimitSeconds = 60;
    private const int DefaultMemoryMb = 2048, SmallestMemoryMb = 16, LargestMemoryMb = 4096, DefaultOutputMb = 8, LargestOutputMb = 64;
    private const int LargestYaml = 256 * 1024, DeepestYaml = 50, LargestShown = 1024 * 1024;
    private static readonly string[] Difficulties = ["easy", "medium", "hard"];

    private readonly string _root;
    private readonly List<string> _faults = [];
    private Signature? _signature;

    private PackageReader(string root)
    {
        _root = root;
    }

    /// <exception cref="PackageException">With every fault found.</exception>
    public static ProblemPackage Read(string directory) => new PackageReader(directory).Read();

    private ProblemPackage Read()
    {
        var yaml = Yaml("problem.yaml", required: true) ?? [];
        if (Scalar(yaml, "problem_format_version") is { } version && version is not ("legacy" or "legacy-icpc" or "2023-07" or "2023-07-draft"))
            Fault("problem.yaml", $"problem_format_version '{version}' is not known (legacy, 2023-07-draft)");
        RefuseUnsupported(yaml);
        var limits = yaml.Children.TryGetValue("limits", out var node) ? node as YamlMappingNode : [];
        if (limits is null) Fault("problem.yaml", "limits must be a mapping, such as {time_limit: 1, memory: 256}");
        limits ??= [];
        var keywords = Words(yaml, "keywords");
        _signature = ReadSignature();
        var package = new ProblemPackage(
            Title(yaml),
            keywords.FirstOrDefault(k => Difficulties.Contains(k, StringComparer.Ordinal)),
            [.. keywords.Where(k => !Difficulties.Contains(k, StringComparer.Ordinal))],
            Statement(),
            TimeSpan.FromSeconds(TimeLimit(limits)),
            (int)Number(limits, "memory", DefaultMemoryMb, SmallestMemoryMb, LargestMemoryMb),
            (int)Number(limits, "output", DefaultOutputMb, 1, LargestOutputMb),
            Cases(Flags(yaml, "problem.yaml", "validator_flags", CheckerOptions.Default)))
        {
            Signature = _signature,
        };
        return _faults.Count == 0 ? package : throw new PackageException(_faults);
    }

    private void RefuseUnsupported(YamlMappingNode yaml)
    {
        var validation = Scalar(yaml, "validation") ?? "default";
        var type = string.Join(' ', Words(yaml, "type"));
        if (validation != "default") Fault("problem.yaml", $"validation '{validation}' is not supported: only the default output validator is");
        if (type is not ("" or "pass-fail")) Fault("problem.yaml", $"type '{type}' is not supported: only pass-fail is");
        foreach (var folder in (string[])["output_validators", "output_validator"])
        {
            if (Directory.Exists(Path.Combine(_root, folder))) Fault(folder, "custom output validators are not supported");
        }
    }

    private string Title(YamlMappingNode yaml)
    {
        if (!yaml.Children.TryGetValue("name", out var name)) Fault("problem.yaml", "name is missing");
        var title = name is YamlMappingNode languages ? Scalar(languages, "en") ?? (languages.Children.FirstOrDefault().Value as YamlScalarNode)?.Value : (name as YamlScalarNode)?.Value;
        if (name is not null && string.IsNullOrWhiteSpace(title)) Fault("problem.yaml", "name is empty");
        return title ?? "";
    }

    private Signature? ReadSignature()
    {
        var path = Path.Combine(_root, Signature.FileName);
        if (!File.Exists(path)) return null;
        if (new FileInfo(path).Length <= LargestYaml)
            return SignatureReader.Read(File.ReadAllText(path), (line, what) => Fault(line is null ? Signature.FileName : $"{Signature.FileName}:{line.Value.ToString(CultureInfo.InvariantCulture)}", what));
        Fault(Signature.FileName, $"is larger than {LargestYaml / 1024} KiB");
        return null;
    }

    private string Statement()
    {
        foreach (var file in (string[])["statement/problem.en.md", "problem_statement/problem.en.md", "statement/problem.md", "problem_statement/problem.md"])
        {
            var info = new FileInfo(Path.Combine(_root, file));
            if (!info.Exists) continue;
            if (info.Length <= LargestShown) return File.ReadAllText(info.FullName);
            Fault(file, $"is larger than {LargestShown / 1024} KiB");
        }

        return "";
    }

    private double TimeLimit(YamlMappingNode limits)
    {
        if (limits.Children.ContainsKey("time_limit"))
            return Number(limits, "time_limit", DefaultTimeLimitSeconds, 0.05, LongestTimeLimitSeconds);
        var file = Path.Combine(_root, ".timelimit");
        if (!File.Exists(file)) return DefaultTimeLimitSeconds;
        if (InRange(File.ReadAllText(file).Trim(), 0.05, LongestTimeLimitSeconds) is { } seconds) return seconds;
        Fault(".timelimit", $"must hold seconds between 0.05 and {LongestTimeLimitSeconds.ToString(CultureInfo.InvariantCulture)}");
        return DefaultTimeLimitSeconds;
    }

    private List<ProblemCase> Cases(CheckerOptions checker)
    {
        var cases = new List<ProblemCase>();
        checker = GroupFlags("data", checker);
        foreach (var folder in (string[])["sample", "secret"]) Collect($"data/{folder}", checker, cases);
        if (cases.Count == 0) Fault("data", "no cases: put .in and .ans files under data/sample and data/secret");
        return cases;
    }

    private void Collect(string folder, CheckerOptions checker, List<ProblemCase> cases)
    {
        var directory = Path.Combine(_root, folder);
        if (!Directory.Exists(directory)) return;
        checker = GroupFlags(folder, checker);
        foreach (var input in Directory.GetFiles(directory, "*.in").OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal))
        {
            var answer = Path.ChangeExtension(input, ".ans");
            var name = $"{folder["data/".Length..]}/{Path.GetFileNameWithoutExtension(input)}";
            if (!File.Exists(answer)) Fault($"data/{name}.ans", "is missing");
            var sample = folder.StartsWith("data/sample", StringComparison.Ordinal);
            foreach (var shown in sample ? (string[])[input, answer] : [])
            {
                if (new FileInfo(shown) is { Exists: true, Length: > LargestShown }) Fault(Path.GetRelativePath(_root, shown), $"is larger than {LargestShown / 1024} KiB; samples are shown to users");
            }

            if (_signature is null) cases.Add(new ProblemCase(name, new FilePart(input), new FilePart(answer), sample, checker));
            else if (File.Exists(answer)) cases.AddRange(FunctionCases.Read(_signature, name, input, answer, sample, checker, (kind, line, what) => Fault($"data/{name}.{kind}:{line.ToString(CultureInfo.InvariantCulture)}", what)));
        }

        foreach (var answer in Directory.GetFiles(directory, "*.ans").Where(a => !File.Exists(Path.ChangeExtension(a, ".in"))))
            Fault(Path.GetRelativePath(_root, answer), "has no .in file beside it");
        foreach (var group in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
            Collect($"{folder}/{Path.GetFileName(group)}", checker, cases);
    }

    /// <summary>A group's own flags replace those of the groups around it: testdata.yaml in the legacy layout, test_group.yaml since.</summary>
    private CheckerOptions GroupFlags(string folder, CheckerOptions inherited)
    {
        foreach (var file in (string[])["testdata.yaml", "test_group.yaml"])
        {
            if (Yaml($"{folder}/{file}", required: false) is not { } yaml) continue;
            inherited = Flags(yaml, $"{folder}/{file}", "output_validator_flags", inherited);
            inherited = Flags(yaml, $"{folder}/{file}", "output_validator_args", inherited);
        }

        return inherited;
    }

    private CheckerOptions Flags(YamlMappingNode yaml, string file, string key, CheckerOptions otherwise)
    {
        if (!yaml.Children.ContainsKey(key)) return otherwise;
        try
        {
            return CheckerOptions.Parse(Words(yaml, key));
        }
        catch (FormatException e)
        {
            Fault(file, $"{key}: {e.Message}");
            return otherwise;
        }
    }

    private YamlMappingNode? Yaml(string file, bool required)
    {
        var path = Path.Combine(_root, file);
        if (!File.Exists(path))
        {
            if (required) Fault(file, "is missing");
            return null;
        }

        using var reader = new StreamReader(path);
        using var again = new StreamReader(path);
        var events = new Parser(reader);
        try
        {
            if (new FileInfo(path).Length > LargestYaml) throw new InvalidOperationException($"it is larger than {LargestYaml / 1024} KiB");
            RefuseTraps(events);
            var stream = new YamlStream();
            stream.Load(again);
            if (stream.Documents.Count == 0) return [];
            if (stream.Documents[0].RootNode is YamlMappingNode mapping) return mapping;
            Fault(file, "must be a mapping of keys to values");
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or FormatException)
        {
            // The library throws more than its own exceptions on what is no YAML.
            var line = (e as YamlException)?.Start.Line ?? events.Current?.End.Line ?? 1;
            Fault($"{file}:{line.ToString(CultureInfo.InvariantCulture)}", $"is not YAML that we can read: {e.Message}");
        }

        return null;
    }

    /// <summary>Also refuses aliases. The tree is built by recursion, which a few hundred thousand brackets would take the process down with.</summary>
    private static void RefuseTraps(Parser events)
    {
        for (var depth = 0; events.MoveNext();)
        {
            // Nodes are hashed and compared through their aliases: a few lines can make that endless.
            if (events.Current is AnchorAlias alias) throw new YamlException(alias.Start, alias.End, "aliases are not supported");
            depth += events.Current!.NestingIncrease;
            if (depth > DeepestYaml) throw new YamlException(events.Current.Start, events.Current.End, "it is nested too deeply");
        }
    }

    private static string? Scalar(YamlMappingNode yaml, string key) =>
        yaml.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    /// <summary>A list, or one string of words.</summary>
    private static string[] Words(YamlMappingNode yaml, string key) => yaml.Children.TryGetValue(key, out var node)
        ? node switch
        {
            YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")],
            YamlScalarNode { Value: { } text } => text.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries),
            _ => [],
        }
        : [];

    private double Number(YamlMappingNode limits, string key, double otherwise, double least, double most)
    {
        if (!limits.Children.TryGetValue(key, out var node)) return otherwise;
        if (node is YamlScalarNode { Value: { } text } && InRange(text, least, most) is { } number) return number;
        Fault("problem.yaml", $"limits.{key} must be a number between {least.ToString(CultureInfo.InvariantCulture)} and {most.ToString(CultureInfo.InvariantCulture)}");
        return otherwise;
    }

    private static double? InRange(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private void Fault(string file, string what) => _faults.Add($"{file}: {what}");
}
