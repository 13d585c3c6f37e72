using Judge.Worker.Judging.Checkers;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>
/// Arguments of the validator of outputs, for the default one as options. The legacy format's <c>validator_flags</c> of problem.yaml come first, and a group's
/// <c>output_validator_flags</c> after them, in the place of those of the groups around it. Since 2023-07-draft there are only <c>output_validator_args</c>, of groups and
/// of cases; they are all that there is.
/// </summary>
/// <param name="First">problem.yaml's.</param>
/// <param name="Own">The innermost group's that has any, or the case's.</param>
/// <param name="Checker">What they mean to the default validator.</param>
internal sealed record ValidatorFlags(IReadOnlyList<string> First, IReadOnlyList<string> Own, CheckerOptions Checker)
{
    private const int LongestFlags = 4096;

    public static readonly ValidatorFlags None = new([], [], CheckerOptions.Default);

    /// <summary>What the package's own validator is given.</summary>
    public IReadOnlyList<string> Words => [.. First, .. Own];

    /// <summary>These, or what a file says instead of them.</summary>
    /// <param name="files">The package.</param>
    /// <param name="file">A YAML file of it.</param>
    /// <param name="yaml">What is in that.</param>
    /// <param name="validator">The package's own validator; null: the default one.</param>
    public ValidatorFlags With(PackageFiles files, string file, YamlMappingNode yaml, OutputValidator? validator)
    {
        if (file == "problem.yaml") return yaml.Has("validator_flags") ? Parsed(files, file, "validator_flags", Read(files, file, yaml, "validator_flags", validator), [], validator) : this;
        var flags = this;
        if (yaml.Has("output_validator_flags")) flags = flags.Parsed(files, file, "output_validator_flags", flags.First, Read(files, file, yaml, "output_validator_flags", validator), validator);
        if (yaml.Has("output_validator_args")) flags = flags.Parsed(files, file, "output_validator_args", [], Read(files, file, yaml, "output_validator_args", validator), validator);
        return flags;
    }

    /// <summary>Words, or a mapping that names the validator: <c>{name: check, flags: …}</c> or <c>{check: …}</c>.</summary>
    private static string[] Read(PackageFiles files, string file, YamlMappingNode yaml, string key, OutputValidator? validator)
    {
        if (yaml.Children[key] is not YamlMappingNode map) return files.Words(file, yaml, key);
        if (validator is not null && map.Scalar("name") is { } name && validator.IsCalled(name) && map.Children.Count <= 2 && (map.Has("flags") || map.Children.Count == 1))
            return files.Words(file, map, "flags", $"{key}.flags");
        if (validator is not null && map.Children is [{ Key: YamlScalarNode { Value: { } only } }] && validator.IsCalled(only)) return files.Words(file, map, only, $"{key}.{only}");
        files.Fault(file, $"{key} is a mapping: it may be {{name: …, flags: …}} with the name of {(validator is null ? "the package's own output validator, and there is none" : $"the one output validator, {validator.Name}")}; a list of words does without a name");
        return [];
    }

    private ValidatorFlags Parsed(PackageFiles files, string file, string key, IReadOnlyList<string> first, IReadOnlyList<string> own, OutputValidator? validator)
    {
        List<string> words = [.. first, .. own];
        if (words.Sum(w => w.Length) > LongestFlags || words.Exists(w => w.Contains('\0', StringComparison.Ordinal))) files.Fault(file, $"{key} is longer than {LongestFlags} characters, or has a NUL in it");
        try
        {
            return new ValidatorFlags(first, own, validator is null ? CheckerOptions.Parse(words) : CheckerOptions.Default);
        }
        catch (FormatException e)
        {
            // What stands in front has been told of where it stands.
            files.Fault(file, $"{key}: {e.Message}");
            return this;
        }
    }
}
