using Judge.Worker.Functions;
using Judge.Worker.Judging.Scoring;
using YamlDotNet.RepresentationModel;
using static Judge.Worker.Problems.YamlReads;

namespace Judge.Worker.Problems;

/// <summary>
/// Reads a package directory in the legacy or the 2023-07 layout, collecting every fault instead of stopping at the first.
/// Both layouts are accepted key by key: the version line decides nothing that the files themselves do not say.
/// </summary>
internal sealed class PackageReader
{
    private const double DefaultTimeLimitSeconds = 1, LongestTimeLimitSeconds = 60, DefaultValidationSeconds = 10;
    private const int DefaultMemoryMb = 2048, SmallestMemoryMb = 16, LargestMemoryMb = 4096, DefaultOutputMb = 8, LargestOutputMb = 64;
    private const int LargestShown = 1024 * 1024;
    private static readonly string[] Difficulties = ["easy", "medium", "hard"];

    private readonly PackageFiles _files;

    private PackageReader(string root)
    {
        _files = new PackageFiles(root);
    }

    /// <exception cref="PackageException">With every fault found.</exception>
    public static ProblemPackage Read(string directory) => new PackageReader(directory).Read();

    private ProblemPackage Read()
    {
        var yaml = _files.Yaml("problem.yaml", required: true) ?? [];
        if (yaml.Scalar("problem_format_version") is { } version && version is not ("legacy" or "legacy-icpc" or "2023-07" or "2023-07-draft"))
            Fault($"problem_format_version '{version}' is not known (legacy, 2023-07-draft)");
        var types = Types(yaml);
        var limits = yaml.Children.TryGetValue("limits", out var node) ? node as YamlMappingNode : [];
        if (limits is null) Fault("limits must be a mapping, such as {time_limit: 1, memory: 256}");
        limits ??= [];
        var signature = ReadSignature();
        var validator = new ValidatorReader(_files, yaml).Read(types.Contains("interactive", StringComparer.Ordinal), ValidationLimits(limits));
        if (signature is not null && validator?.Interactive == true) Fault("a function problem cannot be interactive");
        var reader = new CaseReader(_files, signature, custom: validator is not null);
        IReadOnlyList<ProblemCase> cases = reader.Read(yaml);
        var scoring = types.Contains("scoring", StringComparer.Ordinal) ? new ScoringReader(_files, yaml, reader.Groups).Read(ref cases, validator) : null;
        if (ShowsFailedCase(yaml, otherwise: signature is not null)) cases = [.. cases.Select(c => c with { ShowsFailure = true })];
        if (validator?.Interactive == true) cases = [.. cases.Select(c => c with { IsInteractive = true })];
        var keywords = yaml.Words("keywords");
        var package = new ProblemPackage(
            Title(yaml),
            keywords.FirstOrDefault(k => Difficulties.Contains(k, StringComparer.Ordinal)),
            [.. keywords.Where(k => !Difficulties.Contains(k, StringComparer.Ordinal))],
            Statement(),
            TimeSpan.FromSeconds(TimeLimit(limits)),
            (int)Number(limits, "memory", DefaultMemoryMb, SmallestMemoryMb, LargestMemoryMb),
            (int)Number(limits, "output", DefaultOutputMb, 1, LargestOutputMb),
            cases)
        {
            Signature = signature,
            Validator = validator,
            Scoring = scoring,
            Interactions = validator?.Interactive == true ? SampleInteraction.Read(_files) : [],
            RunsAll = scoring is not null,
        };
        return _files.Faults.Count == 0 ? package : throw new PackageException(_files.Faults);
    }

    /// <summary>An extension of ours, <c>judge: {show_failed_case: true}</c>; function problems do by default.</summary>
    private bool ShowsFailedCase(YamlMappingNode yaml, bool otherwise)
    {
        if (!yaml.Children.TryGetValue("judge", out var node)) return otherwise;
        if (node is not YamlMappingNode judge) Fault("judge must be a mapping, such as {show_failed_case: true}");
        else if (judge.Scalar("show_failed_case") is { } text && !bool.TryParse(text, out otherwise)) Fault("judge.show_failed_case must be true or false");
        return otherwise;
    }

    private string[] Types(YamlMappingNode yaml)
    {
        var types = yaml.Words("type");
        if (types.FirstOrDefault(t => t is not ("pass-fail" or "scoring" or "interactive")) is { } other)
            Fault($"type '{other}' is not supported: pass-fail or scoring, and interactive, are");
        if (types.Contains("pass-fail", StringComparer.Ordinal) && types.Contains("scoring", StringComparer.Ordinal)) Fault("type is both pass-fail and scoring");
        return types;
    }

    private ValidatorLimits ValidationLimits(YamlMappingNode limits) => new(
        TimeSpan.FromSeconds(Number(limits, "validation_time", DefaultValidationSeconds, 0.05, LongestTimeLimitSeconds)),
        (int)Number(limits, "validation_memory", DefaultMemoryMb, SmallestMemoryMb, LargestMemoryMb),
        (int)Number(limits, "validation_output", DefaultOutputMb, 1, LargestOutputMb));

    private string Title(YamlMappingNode yaml)
    {
        if (!yaml.Children.TryGetValue("name", out var name)) Fault("name is missing");
        var title = name is YamlMappingNode languages ? languages.Scalar("en") ?? (languages.Children.FirstOrDefault().Value as YamlScalarNode)?.Value : (name as YamlScalarNode)?.Value;
        if (name is not null && string.IsNullOrWhiteSpace(title)) Fault("name is empty");
        return title ?? "";
    }

    private Signature? ReadSignature()
    {
        var info = new FileInfo(_files.Path(Signature.FileName));
        if (!info.Exists) return null;
        if (info.Length <= PackageFiles.LargestYaml)
            return SignatureReader.Read(File.ReadAllText(info.FullName), (line, what) => _files.Fault(line is { } l ? $"{Signature.FileName}:{Text(l)}" : Signature.FileName, what));
        _files.Fault(Signature.FileName, $"is larger than {PackageFiles.LargestYaml / 1024} KiB");
        return null;
    }

    private string Statement()
    {
        foreach (var name in (string[])["problem.en.md", "problem.md", "problem.en.tex", "problem.tex"])
        {
            foreach (var file in (string[])[$"statement/{name}", $"problem_statement/{name}"])
            {
                var info = new FileInfo(_files.Path(file));
                if (!info.Exists) continue;
                if (info.Length <= LargestShown) return info.Extension == ".tex" ? TexMarkdown.Convert(File.ReadAllText(info.FullName)) : File.ReadAllText(info.FullName);
                _files.Fault(file, $"is larger than {LargestShown / 1024} KiB");
            }
        }

        return "";
    }

    private double TimeLimit(YamlMappingNode limits)
    {
        if (limits.Has("time_limit")) return Number(limits, "time_limit", DefaultTimeLimitSeconds, 0.05, LongestTimeLimitSeconds);
        var file = _files.Path(".timelimit");
        if (!File.Exists(file)) return DefaultTimeLimitSeconds;
        if (InRange(File.ReadAllText(file).Trim(), 0.05, LongestTimeLimitSeconds) is { } seconds) return seconds;
        _files.Fault(".timelimit", $"must hold seconds between 0.05 and {Text(LongestTimeLimitSeconds)}");
        return DefaultTimeLimitSeconds;
    }

    private double Number(YamlMappingNode limits, string key, double otherwise, double least, double most)
    {
        if (!limits.Children.TryGetValue(key, out var node)) return otherwise;
        if (node is YamlScalarNode { Value: { } text } && InRange(text, least, most) is { } number) return number;
        Fault($"limits.{key} must be a number between {Text(least)} and {Text(most)}");
        return otherwise;
    }

    private void Fault(string what) => _files.Fault("problem.yaml", what);
}
