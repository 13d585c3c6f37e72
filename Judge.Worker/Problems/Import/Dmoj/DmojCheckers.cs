using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>
/// DMOJ's checkers. One that the default validator judges alike becomes that; the others, most of which compare line by line, become an
/// output validator in Python that the converter writes: its beginning says which of the functions in Templates/dmoj.py is meant. A checker
/// of the problem's own, in Python, is run by Templates/dmoj_custom.py, which gives it what DMOJ would.
/// </summary>
internal static class DmojCheckers
{
    public const string Validator = "output_validators/checker/validate.py";

    /// <summary>The arguments each looks at; others it ignores.</summary>
    private static readonly Dictionary<string, string[]> Arguments = new(StringComparer.Ordinal)
    {
        ["standard"] = [],
        ["easy"] = [],
        ["identical"] = ["pe_allowed"],
        ["floats"] = ["precision", "error_mode"],
        ["floatsabs"] = ["precision"],
        ["floatsrel"] = ["precision"],
        ["linecount"] = ["feedback", "match"],
        ["rstripped"] = ["filter_new_line"],
        ["sorted"] = ["split_on"],
        ["unordered"] = [],
    };

    /// <param name="conversion">What is made.</param>
    /// <param name="node">What init.yml says; null: nothing.</param>
    /// <param name="header">problem.yaml so far.</param>
    public static DmojJudging Convert(Conversion conversion, YamlNode? node, ProblemYaml header)
    {
        var name = node switch { YamlScalarNode s when DmojYaml.IsNothing(s) => "standard", null => "standard", YamlScalarNode s => s.Value ?? "", YamlMappingNode m => DmojYaml.Text(m, "name") ?? "", _ => "" };
        var args = node is YamlMappingNode mapping && mapping.Children.TryGetValue("args", out var a) ? a as YamlMappingNode ?? [] : [];
        var place = node is null ? DmojConverter.File : DmojYaml.At(node);
        if (name.EndsWith(".py", StringComparison.Ordinal)) return PythonChecker.Convert(conversion, name, args, place, header);
        if (name == "bridged")
        {
            header = TestlibProgram.Convert(conversion, args, place, "output_validators/checker", header, out var text);
            return new DmojJudging(header with { Validation = "custom" }) { GivesPoints = CppText.GivesPoints(text) };
        }

        if (Arguments.TryGetValue(name, out var known))
        {
            foreach (var (key, _) in args.Children.Where(c => !known.Contains((c.Key as YamlScalarNode)?.Value, StringComparer.Ordinal))) conversion.Note($"{DmojYaml.At(key)}: {key}: the checker {name} does not look at it; left out");
        }

        if (name == "identical") return new DmojJudging(header with { ValidatorFlags = "case_sensitive space_change_sensitive" }) { NeedsAnswers = true };
        if (Function(conversion, name, args, place) is { } call) conversion.Write(Validator, $"CHECK, ARGS = {call}\n\n{PythonText.Template("dmoj_finish.py")}\n\n{PythonText.Template("dmoj.py")}");
        if (name == "linecount") conversion.Note($"{place}: linecount: gives a share of the points; lines of a program that fails or takes too long count for nothing here, and would there");
        return new DmojJudging(header with { Validation = "custom" }) { NeedsAnswers = true, GivesShares = name == "linecount" };
    }

    /// <summary>The function's name and arguments as Python writes them; null after a fault.</summary>
    private static string? Function(Conversion conversion, string name, YamlMappingNode args, string place)
    {
        switch (name)
        {
            case "floats" or "floatsabs" or "floatsrel":
                var mode = name switch { "floatsabs" => "absolute", "floatsrel" => "relative", _ => DmojYaml.Text(args, "error_mode") ?? "default" };
                var precision = args.Children.ContainsKey("precision") ? DmojYaml.Number(args, "precision") : 6;
                if (mode is "default" or "absolute" or "relative" && precision is >= 0 and <= 18)
                    return $"'floats', {{'precision': {((int)precision).ToString(CultureInfo.InvariantCulture)}, 'mode': '{mode}'}}";
                conversion.Fault(place, "the checker's precision must be a number from 0 to 18, its error_mode default, absolute or relative");
                return null;
            case "sorted":
                var split = DmojYaml.Text(args, "split_on") ?? "lines";
                if (split is "lines" or "whitespace") return $"'sorted', {{'split_on': '{split}'}}";
                conversion.Fault(place, "the checker's split_on must be lines or whitespace");
                return null;
            case "rstripped":
                return $"'rstripped', {{'filter_new_line': {(DmojYaml.Inherited("filter_new_line", args) is { } filter && !DmojYaml.IsNothing(filter) ? "True" : "False")}}}";
            case "linecount" when args.Children.ContainsKey("match"):
                conversion.Fault(place, "the checker's match is a function, which is not supported");
                return null;
            default:
                if (Arguments.ContainsKey(name)) return $"'{name}', {{}}";
                conversion.Fault(place, $"the checker '{(name.Length > 40 ? name[..40] : name)}' is not known (standard, easy, floats, floatsabs, floatsrel, identical, linecount, rstripped, sorted, unordered, bridged with testlib, a .py file)");
                return null;
        }
    }
}
