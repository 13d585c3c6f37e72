using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>Python as the converter writes it.</summary>
internal static partial class PythonText
{
    /// <summary>A node's value, typed as PyYAML's safe_load does.</summary>
    public static string Value(YamlNode node) => node switch
    {
        YamlMappingNode mapping => $"{{{string.Join(", ", mapping.Children.Select(p => $"{Value(p.Key)}: {Value(p.Value)}"))}}}",
        YamlSequenceNode list => $"[{string.Join(", ", list.Children.Select(Value))}]",
        YamlScalarNode scalar when DmojYaml.IsNull(scalar) => "None",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when text.ToLowerInvariant() is "true" or "yes" or "on" => "True",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when text.ToLowerInvariant() is "false" or "no" or "off" => "False",
        YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } when Number().IsMatch(text) => text,
        YamlScalarNode scalar => Literal(scalar.Value ?? ""),
        _ => "None",
    };

    /// <summary>A string, one source line per line.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("(");
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select((l, i) => (Text: l, IsFirst: i == 0)))
        {
            literal.Append(line.IsFirst ? "" : "\\n'\n    ").Append('\'');
            foreach (var rune in line.Text.EnumerateRunes())
            {
                if (rune.Value is '\'' or '\\') literal.Append('\\').Append((char)rune.Value);
                else if (rune.Value is >= 32 and < 127) literal.Append((char)rune.Value);
                else literal.Append(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}");
            }
        }

        return literal.Append("')").ToString();
    }

    public static string Template(string name)
    {
        using var stream = typeof(PythonText).Assembly.GetManifestResourceStream($"Import/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>What is a number in YAML 1.1 and means the same in Python: 1e5, without a point, is a word there.</summary>
    [GeneratedRegex(@"^[-+]?(0|[1-9][0-9]*|[0-9]+\.[0-9]*([eE][-+][0-9]+)?|0x[0-9a-fA-F]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();
}
