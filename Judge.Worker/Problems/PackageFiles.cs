using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>A package's files while it is read, and the faults found in them: all of them, not only the first.</summary>
internal sealed class PackageFiles(string root)
{
    public const int LargestYaml = 256 * 1024;
    private const int DeepestYaml = 50;

    private readonly List<string> _faults = [];

    public IReadOnlyList<string> Faults => _faults;

    public string Path(string file) => System.IO.Path.Combine(root, file);

    public string Relative(string path) => System.IO.Path.GetRelativePath(root, path);

    public void Fault(string file, string what) => _faults.Add($"{file}: {what}");

    public YamlMappingNode? Yaml(string file, bool required)
    {
        var path = Path(file);
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
