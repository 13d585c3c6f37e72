using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>A package's files while it is read, and the faults found in them: all of them, not only the first.</summary>
internal sealed class PackageFiles(string root)
{
    public const int LargestYaml = 256 * 1024;

    private readonly List<string> _faults = [];
    private readonly Dictionary<string, YamlMappingNode> _mappings = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Faults => _faults;

    public string Path(string file) => System.IO.Path.Combine(root, file);

    public string Relative(string path) => System.IO.Path.GetRelativePath(root, path);

    /// <summary>What is said of a YAML file's key begins with the key (<c>limits.memory must be …</c>): by that its line is found.</summary>
    public void Fault(string file, string what) => _faults.Add($"{Place(file, what)}: {what}");

    public YamlMappingNode? Yaml(string file, bool required)
    {
        try
        {
            if (File.Exists(Path(file))) return _mappings[file] = YamlFile.Read(Path(file), file, LargestYaml);
            if (required) Fault(file, "is missing");
        }
        catch (PackageException e)
        {
            _faults.AddRange(e.Faults);
        }

        return null;
    }

    private string Place(string file, string what)
    {
        if (!_mappings.TryGetValue(file, out var mapping)) return file;
        var end = what.AsSpan().IndexOfAny(" :");
        YamlNode? found = null;
        foreach (var key in what[..(end < 0 ? what.Length : end)].Split('.'))
        {
            if (mapping?.Children.Keys.FirstOrDefault(k => (k as YamlScalarNode)?.Value == key) is not { } node) break;
            found = node;
            mapping = mapping.Children[node] as YamlMappingNode;
        }

        return found is null ? file : $"{file}:{found.Start.Line.ToString(CultureInfo.InvariantCulture)}";
    }
}

/// <summary>Typed reads of a mapping.</summary>
internal static class YamlReads
{
    public static bool Has(this YamlMappingNode yaml, string key) => yaml.Children.ContainsKey(key);

    public static string? Scalar(this YamlMappingNode yaml, string key) =>
        yaml.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    /// <summary>A list, or one string of words.</summary>
    public static string[] Words(this YamlMappingNode yaml, string key) => yaml.Children.TryGetValue(key, out var node)
        ? node switch
        {
            YamlSequenceNode list => [.. list.Children.OfType<YamlScalarNode>().Select(s => s.Value ?? "")],
            YamlScalarNode { Value: { } text } => text.Split((char[])[' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries),
            _ => [],
        }
        : [];

    /// <summary>Null when it is no number between these.</summary>
    public static double? InRange(string text, double least, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    public static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
