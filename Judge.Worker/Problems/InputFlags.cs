using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Arguments of the validators of inputs: those of the case, or of the innermost group that has any.</summary>
internal static class InputFlags
{
    public static readonly IReadOnlyList<string> Keys = ["input_validator_flags", "input_validator_args"], Folders = ["input_validators", "input_format_validators"];

    /// <param name="directory">The package.</param>
    /// <param name="input">A .in file below its data/.</param>
    /// <param name="validator">The validator's place in the package, such as <c>input_validators/check.py</c>.</param>
    public static string[] Read(string directory, string input, string validator)
    {
        string[] flags = [];
        var folder = Path.Combine(directory, "data");
        List<string> files = [];
        foreach (var part in (Path.GetDirectoryName(Path.GetRelativePath(folder, input)) ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Prepend(""))
        {
            folder = Path.Combine(folder, part);
            files.AddRange([Path.Combine(folder, "testdata.yaml"), Path.Combine(folder, "test_group.yaml")]);
        }

        foreach (var file in files.Append(Path.ChangeExtension(input, ".yaml")).Distinct(StringComparer.Ordinal).Where(File.Exists))
        {
            var yaml = YamlFile.Read(file, Path.GetRelativePath(directory, file));
            foreach (var key in Keys.Where(yaml.Has)) flags = yaml.Children[key] is YamlMappingNode map ? For(map, validator) : yaml.Words(key);
        }

        return flags;
    }

    /// <summary>The validators that a mapping names: <c>{name: check, flags: …}</c> of the legacy format, or <c>{check: …, other: …}</c>.</summary>
    public static IEnumerable<string> Named(YamlMappingNode map) => OfOne(map) is { } only ? [only] : map.Children.Keys.Select(k => (k as YamlScalarNode)?.Value ?? "");

    /// <summary>Whether a package means the program at that place by that name: its file's, with its extension or without, or its folder's.</summary>
    public static bool Is(string place, string name) => place.Split('/').Any(part => part == name || Path.GetFileNameWithoutExtension(part) == name);

    /// <summary>A validator that is not named gets none.</summary>
    private static string[] For(YamlMappingNode map, string validator) =>
        Named(map).FirstOrDefault(name => Is(validator, name)) is { } found ? map.Words(OfOne(map) is null ? found : "flags") : [];

    private static string? OfOne(YamlMappingNode map) => map.Has("flags") ? map.Scalar("name") : null;
}
