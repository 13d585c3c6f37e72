using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>A package's files while it is read, and what was found in them: all faults, not only the first, and what is odd, but in nobody's way.</summary>
internal sealed class PackageFiles(string root)
{
    public const int LargestYaml = 256 * 1024;

    private readonly List<string> _faults = [], _warnings = [];
    private readonly HashSet<string> _unreadable = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMappingNode> _mappings = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Faults => _faults;

    /// <summary>What the package says that is not done here, where its verdicts are the same without it.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public string Path(string file) => System.IO.Path.Combine(root, file);

    public string Relative(string path) => System.IO.Path.GetRelativePath(root, path);

    /// <summary>What is said of a YAML file's key begins with the key (<c>limits.memory must be …</c>): by that its line is found.</summary>
    public void Fault(string file, string what) => Add(_faults, file, what);

    /// <summary>The same of what is in nobody's way.</summary>
    public void Warn(string file, string what) => Add(_warnings, file, what);

    /// <summary>Null when it is not there, or no YAML. Nothing more is told of a file that cannot be read: it would not be true.</summary>
    public YamlMappingNode? Yaml(string file, bool required)
    {
        try
        {
            if (File.Exists(Path(file))) return _mappings[file] = YamlFile.Read(Path(file), file, LargestYaml);
            if (required) Fault(file, "is missing");
            if (required) _unreadable.Add(file);
        }
        catch (PackageException e)
        {
            _faults.AddRange(e.Faults);
            _unreadable.Add(file);
        }

        return null;
    }

    /// <summary>Words of a key, or a fault when it holds anything else.</summary>
    /// <param name="file">The YAML file.</param>
    /// <param name="yaml">The mapping in it.</param>
    /// <param name="key">Its key.</param>
    /// <param name="name">What the key is called in faults, with those around it.</param>
    public string[] Words(string file, YamlMappingNode yaml, string key, string? name = null)
    {
        var strange = yaml.Children.TryGetValue(key, out var node) && (node is YamlMappingNode || node is YamlSequenceNode list && list.Children.Any(c => c is not YamlScalarNode));
        if (strange) Fault(file, $"{name ?? key} must be a list of words, or one string of them");
        return strange ? [] : yaml.Words(key);
    }

    /// <summary>Files below a folder, but not what tools leave behind; none when it is not there.</summary>
    public IEnumerable<string> Below(string folder) => Directory.Exists(Path(folder)) ? PackageArchive.Files(Path(folder)).Select(f => f.Name).Where(f => PackageArchive.Belongs(f) && !f.Split('/').Any(part => part[0] == '.')) : [];

    private void Add(List<string> findings, string file, string what)
    {
        if (!_unreadable.Contains(file)) findings.Add($"{Place(file, what)}: {what}");
    }

    private string Place(string file, string what)
    {
        if (!_mappings.TryGetValue(file, out var mapping)) return file;
        var end = what.AsSpan().IndexOfAny(" :,");
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

    /// <summary>Whether there is a value, and not only a key in front of nothing.</summary>
    public static bool Says(this YamlMappingNode yaml, string key) => yaml.Children.TryGetValue(key, out var node) && node switch
    {
        YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "~" or "null" } => false,
        YamlScalarNode { Value: "" } => false,
        YamlSequenceNode { Children.Count: 0 } or YamlMappingNode { Children.Count: 0 } => false,
        _ => true,
    };

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
