using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Arguments of the validators of inputs: those of the case, or of the innermost group that has any.</summary>
internal static class InputFlags
{
    private static readonly string[] Keys = ["input_validator_flags", "input_validator_args"];

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
            foreach (var key in Keys.Where(yaml.Has)) flags = yaml.Children[key] is YamlMappingNode map ? Named(map, validator) : yaml.Words(key);
        }

        return flags;
    }

    /// <summary><c>{name: check, flags: …}</c> of the legacy format, or <c>{check: …, other: …}</c>: a validator that is not named gets none.</summary>
    private static string[] Named(YamlMappingNode map, string validator)
    {
        bool Is(string name) => validator.Split('/').Any(part => part == name || Path.GetFileNameWithoutExtension(part) == name);
        if (map.Scalar("name") is { } only && map.Has("flags")) return Is(only) ? map.Words("flags") : [];
        return map.Children.Keys.OfType<YamlScalarNode>().FirstOrDefault(k => k.Value is { } name && Is(name)) is { } key ? map.Words(key.Value!) : [];
    }
}
