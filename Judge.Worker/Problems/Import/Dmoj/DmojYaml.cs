using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>Reads nodes of init.yml.</summary>
internal static class DmojYaml
{
    public static string At(YamlNode node) => Conversion.At(DmojConverter.File, node.Start.Line);

    public static string? Text(YamlMappingNode yaml, string key) => yaml.Children.TryGetValue(key, out var node) ? (node as YamlScalarNode)?.Value : null;

    public static double? Number(YamlMappingNode yaml, string key) => Number(yaml.Children.TryGetValue(key, out var node) ? node : null);

    public static double? Number(YamlNode? node) =>
        double.TryParse((node as YamlScalarNode)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A number within bounds, else after a fault what is taken otherwise.</summary>
    public static double Bounded(Conversion conversion, YamlMappingNode yaml, string key, double otherwise, double least, double most)
    {
        if (!yaml.Children.TryGetValue(key, out var node)) return otherwise;
        if (Number(node) is { } number && number >= least && number <= most) return number;
        conversion.Fault(At(node), $"{key} must be a number between {least.ToString(CultureInfo.InvariantCulture)} and {most.ToString(CultureInfo.InvariantCulture)}");
        return otherwise;
    }

    public static bool IsTrue(YamlNode? node) => node is YamlScalarNode { Value: { } text } && text.ToLowerInvariant() is "true" or "yes" or "on";

    /// <summary>The same, for what is no scalar in Python: empty, zero and null are none.</summary>
    public static bool IsNothing(YamlNode node) => node switch
    {
        YamlScalarNode scalar => IsNull(scalar) || scalar.Value is "" or "false" or "False" or "no",
        YamlSequenceNode list => list.Children.Count == 0,
        YamlMappingNode mapping => mapping.Children.Count == 0,
        _ => false,
    };

    public static bool IsNull(YamlScalarNode node) => node.Style == YamlDotNet.Core.ScalarStyle.Plain && node.Value is null or "" or "~" or "null" or "Null" or "NULL";

    /// <summary>What is said of a case: by itself, else by its batch, else for the whole problem.</summary>
    public static YamlNode? Inherited(string key, params IEnumerable<YamlMappingNode?> inner) =>
        inner.Select(i => i is not null && i.Children.TryGetValue(key, out var node) ? node : null).FirstOrDefault(n => n is not null);
}
