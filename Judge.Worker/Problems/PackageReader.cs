using Judge.Worker.Functions;
using Judge.Worker.Judging.Scoring;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>
/// Reads a package directory in the legacy, the 2023-07-draft or the 2025-09 layout, collecting every fault instead of stopping at the first.
/// All layouts are accepted key by key: the version decides only what the files themselves do not say.
/// </summary>
internal sealed class PackageReader
{
    private static readonly string[] Difficulties = ["easy", "medium", "hard"];

    private readonly PackageFiles _files;

    private PackageReader(string root)
    {
        _files = new PackageFiles(root);
    }

    /// <param name="directory">The unpacked package.</param>
    /// <param name="slug">What the problem is called where its package does not say; null: as the directory is.</param>
    /// <exception cref="PackageException">With every fault found.</exception>
    public static ProblemPackage Read(string directory, string? slug = null) => new PackageReader(directory).Read(slug ?? Path.GetFileName(Path.GetFullPath(directory).TrimEnd('/')));

    private ProblemPackage Read(string slug)
    {
        var yaml = _files.Yaml("problem.yaml", required: true) ?? [];
        var version = FormatVersions.Read(_files, yaml);
        var types = Types(yaml);
        var isScoring = types.Contains("scoring", StringComparer.Ordinal);
        KnownKeys.OfProblem(_files, yaml, isScoring);
        var limits = new LimitsReader(_files, yaml);
        var signature = ReadSignature();
        var validator = new ValidatorReader(_files, yaml).Read(version, types.Contains("interactive", StringComparer.Ordinal), limits);
        if (signature is not null && validator?.Interactive == true) Fault("a function problem cannot be interactive");
        var reader = new CaseReader(_files, signature, validator, isScoring, ShowsFailedCase(yaml, otherwise: signature is not null));
        IReadOnlyList<ProblemCase> cases = reader.Read(yaml);
        var scoring = isScoring ? new ScoringReader(_files, yaml, version, reader.Groups).Read(ref cases, validator) : null;
        if (validator?.Interactive == true) cases = [.. cases.Select(c => c with { IsInteractive = true })];
        var keywords = _files.Words("problem.yaml", yaml, "keywords");
        var statement = new StatementReader(_files);
        var package = new ProblemPackage(
            statement.Title(yaml, version, slug),
            keywords.FirstOrDefault(k => Difficulties.Contains(k, StringComparer.Ordinal)),
            [.. keywords.Where(k => !Difficulties.Contains(k, StringComparer.Ordinal))],
            statement.Read(),
            limits.Time(),
            limits.MemoryMb,
            limits.OutputMb,
            cases)
        {
            Signature = signature,
            Validator = validator,
            Scoring = scoring,
            Interactions = validator?.Interactive == true ? SampleInteraction.Read(_files) : [],
            RunsAll = scoring is not null,
            Warnings = _files.Warnings,
        };
        return _files.Faults.Count == 0 ? package : throw new PackageException(_files.Faults);
    }

    /// <summary>An extension of ours, <c>judge: {show_failed_case: true}</c>; function problems do by default.</summary>
    private bool ShowsFailedCase(YamlMappingNode yaml, bool otherwise)
    {
        if (!yaml.Says("judge")) return otherwise;
        if (yaml.Children["judge"] is not YamlMappingNode judge) Fault("judge must be a mapping, such as {show_failed_case: true}");
        else if (judge.Scalar("show_failed_case") is { } text && !bool.TryParse(text, out otherwise)) Fault("judge.show_failed_case must be true or false");
        return otherwise;
    }

    private string[] Types(YamlMappingNode yaml)
    {
        var types = _files.Words("problem.yaml", yaml, "type");
        foreach (var other in types.Where(t => t is not ("pass-fail" or "scoring" or "interactive")))
            Fault($"type '{other}' is not supported: pass-fail or scoring, and interactive, are");
        if (types.Contains("pass-fail", StringComparer.Ordinal) && types.Contains("scoring", StringComparer.Ordinal)) Fault("type is both pass-fail and scoring");
        return types;
    }

    private Signature? ReadSignature()
    {
        var info = new FileInfo(_files.Path(Signature.FileName));
        if (!info.Exists) return null;
        if (info.Length <= PackageFiles.LargestYaml)
            return SignatureReader.Read(File.ReadAllText(info.FullName), (line, what) => _files.Fault(line is { } l ? $"{Signature.FileName}:{YamlReads.Text(l)}" : Signature.FileName, what));
        _files.Fault(Signature.FileName, $"is larger than {PackageFiles.LargestYaml / 1024} KiB");
        return null;
    }

    private void Fault(string what) => _files.Fault("problem.yaml", what);
}
