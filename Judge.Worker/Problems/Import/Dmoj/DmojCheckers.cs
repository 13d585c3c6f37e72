using System.Globalization;
using System.Text;
using Judge.Worker.Languages;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>
/// DMOJ's checkers. One that the default validator judges alike becomes that; the others, most of which compare line by line, become an
/// output validator in Python that the converter writes: its beginning says which of the functions in Templates/dmoj.py is meant. A checker
/// of the problem's own, in Python, is run by Templates/dmoj_custom.py, which gives it what DMOJ would.
/// </summary>
internal static class DmojCheckers
{
    private const string Validator = "output_validators/checker/validate.py";
    private static readonly string[] ByLines = ["standard", "easy", "linecount", "sorted", "unordered", "rstripped"];

    public static ProblemYaml Convert(Conversion conversion, YamlMappingNode yaml, ProblemYaml header)
    {
        yaml.Children.TryGetValue("checker", out var node);
        var name = node switch { null => "standard", YamlScalarNode s => s.Value ?? "", YamlMappingNode m => DmojConverter.Text(m, "name") ?? "", _ => "" };
        var args = node is YamlMappingNode mapping && mapping.Children.TryGetValue("args", out var a) ? a as YamlMappingNode ?? [] : [];
        var place = node is null ? DmojConverter.File : DmojConverter.At(node);
        if (name == "identical") return header with { ValidatorFlags = "case_sensitive space_change_sensitive" };
        if (name == "bridged") return Bridged(conversion, args, place, header);
        if (name.EndsWith(".py", StringComparison.Ordinal)) return Custom(conversion, name, args, place, header);
        if (Function(conversion, name, args, place) is { } call) conversion.Write(Validator, $"CHECK, ARGS = {call}\n\n{Template("dmoj.py")}");
        return header with { Validation = "custom" };
    }

    /// <summary>An interactor that speaks testlib.</summary>
    public static ProblemYaml Interactor(Conversion conversion, YamlNode node, ProblemYaml header)
    {
        var args = node as YamlMappingNode ?? [];
        Testlib(conversion, args, DmojConverter.At(node), "output_validators/interactor");
        return header with { Validation = "custom interactive", Testlib = true };
    }

    /// <summary>The function's name and arguments as Python writes them; null after a fault.</summary>
    private static string? Function(Conversion conversion, string name, YamlMappingNode args, string place)
    {
        switch (name)
        {
            case "floats" or "floatsabs" or "floatsrel":
                var mode = name switch { "floatsabs" => "absolute", "floatsrel" => "relative", _ => DmojConverter.Text(args, "error_mode") ?? "default" };
                var precision = DmojConverter.Number(args, "precision") ?? 6;
                if (mode is "default" or "absolute" or "relative" && precision is >= 0 and <= 18)
                    return $"'floats', {{'precision': {((int)precision).ToString(CultureInfo.InvariantCulture)}, 'mode': '{mode}'}}";
                conversion.Fault(place, "the checker's precision must be a number from 0 to 18, its error_mode default, absolute or relative");
                return null;
            case "sorted":
                var split = DmojConverter.Text(args, "split_on") ?? "lines";
                if (split is "lines" or "whitespace") return $"'sorted', {{'split_on': '{split}'}}";
                conversion.Fault(place, "the checker's split_on must be lines or whitespace");
                return null;
            case "linecount" when args.Children.ContainsKey("match"):
                conversion.Fault(place, "the checker's match is a function, which is not supported");
                return null;
            default:
                if (ByLines.Contains(name, StringComparer.Ordinal)) return $"'{name}', {{}}";
                conversion.Fault(place, $"the checker '{(name.Length > 40 ? name[..40] : name)}' is not known (standard, easy, floats, floatsabs, floatsrel, identical, linecount, rstripped, sorted, unordered, bridged with testlib, a .py file)");
                return null;
        }
    }

    private static ProblemYaml Bridged(Conversion conversion, YamlMappingNode args, string place, ProblemYaml header)
    {
        Testlib(conversion, args, place, "output_validators/checker");
        return header with { Validation = "custom", Testlib = true };
    }

    private static void Testlib(Conversion conversion, YamlMappingNode args, string place, string folder)
    {
        if ((DmojConverter.Text(args, "type") ?? "default") is not "testlib")
            conversion.Fault(place, "the program's type must be testlib: the others have no meaning here");
        args.Children.TryGetValue("files", out var files);
        List<string> names = files switch
        {
            YamlScalarNode { Value: { } one } => [one],
            YamlSequenceNode many => [.. many.Children.Select(f => (f as YamlScalarNode)?.Value ?? "")],
            _ => [],
        };
        if (!names.Exists(n => LanguageCatalog.ForFile(n)?.Id == "cpp")) conversion.Fault(place, "its 'files' must name a C++ program");
        foreach (var name in names.Append("testlib.h").Distinct(StringComparer.Ordinal))
        {
            var path = name == "testlib.h" ? conversion.TryFind(name) : conversion.Find(name, place);
            if (path is not null) conversion.Copy(path, $"{folder}/{Path.GetFileName(name)}");
        }
    }

    private static ProblemYaml Custom(Conversion conversion, string name, YamlMappingNode args, string place, ProblemYaml header)
    {
        if (conversion.Find(name, place) is { } path)
        {
            if (new FileInfo(path).Length > 1 << 20) conversion.Fault(place, $"{name} is larger than 1024 KiB");
            else conversion.Write(Validator, $"SOURCE = {Literal(File.ReadAllText(path))}\nARGS = {Arguments(args)}\n\n{Template("dmoj_custom.py")}");
        }

        return header with { Validation = "custom" };
    }

    private static string Arguments(YamlMappingNode args) => $"{{{string.Join(", ", args.Children
        .Where(p => p is { Key: YamlScalarNode, Value: YamlScalarNode }).Select(p => $"{Literal(((YamlScalarNode)p.Key).Value!)}: {Value((YamlScalarNode)p.Value)}"))}}}";

    private static string Value(YamlScalarNode node) => node.Value switch
    {
        "true" or "True" => "True",
        "false" or "False" => "False",
        { } text when node.Style == YamlDotNet.Core.ScalarStyle.Plain && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && double.IsFinite(n) => n.ToString(CultureInfo.InvariantCulture),
        var text => Literal(text ?? ""),
    };

    /// <summary>A Python string, one source line per line.</summary>
    private static string Literal(string text)
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

    private static string Template(string name)
    {
        using var stream = typeof(DmojCheckers).Assembly.GetManifestResourceStream($"Import/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
