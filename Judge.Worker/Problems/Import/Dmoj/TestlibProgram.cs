using System.Text.RegularExpressions;
using Judge.Worker.Languages;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>A checker or an interactor in C++ that answers as testlib's do, with what init.yml says of how it is compiled and called (dmoj/checkers/bridged.py, dmoj/graders/bridged.py).</summary>
internal static partial class TestlibProgram
{
    public const double MostSeconds = 60;

    /// <summary>Whose meaning is looked at, or that makes no difference: how messages are shown, what is cached, how long a compiler may take.</summary>
    private static readonly string[] Keys =
        ["files", "lang", "type", "flags", "args", "args_format_string", "time_limit", "memory_limit", "preprocessing_time", "compiler_time_limit", "feedback", "cached", "unbuffered"];

    /// <returns>The header with its limits and further arguments.</returns>
    public static ProblemYaml Convert(Conversion conversion, YamlMappingNode args, string place, string folder, ProblemYaml header, out string text)
    {
        if ((DmojYaml.Text(args, "type") ?? "default") is not "testlib")
            conversion.Fault(place, "the program's type must be testlib: the others have no meaning here");
        foreach (var (key, _) in args.Children.Where(a => !Keys.Contains((a.Key as YamlScalarNode)?.Value, StringComparer.Ordinal))) conversion.Note($"{DmojYaml.At(key)}: {key}: is not known; left out");
        text = string.Join('\n', Sources(conversion, args, place, folder).Select(CppText.Read));
        Flags(conversion, args);
        if (args.Children.ContainsKey("time_limit")) header = header with { ValidationSeconds = DmojYaml.Bounded(conversion, args, "time_limit", 0, 0.05, MostSeconds) };
        if (args.Children.ContainsKey("memory_limit")) header = header with { ValidationMemoryMb = (int)Math.Max(LimitsReader.SmallestMemoryMb, Math.Ceiling(DmojYaml.Bounded(conversion, args, "memory_limit", 0, 1, LimitsReader.LargestMemoryMb * 1024) / 1024)) };
        return header with { ValidatorFlags = Arguments(conversion, args), Testlib = true };
    }

    private static List<string> Sources(Conversion conversion, YamlMappingNode args, string place, string folder)
    {
        args.Children.TryGetValue("files", out var files);
        List<string> names = files switch
        {
            YamlScalarNode { Value: { } one } => [one],
            YamlSequenceNode many => [.. many.Children.Select(f => (f as YamlScalarNode)?.Value ?? "")],
            _ => [],
        };
        if (!names.Exists(n => LanguageCatalog.ForFile(n)?.Id == "cpp")) conversion.Fault(place, "its 'files' must name a C++ program");
        var sources = new List<string>();
        foreach (var name in names.Append("testlib.h").Distinct(StringComparer.Ordinal))
        {
            if ((name == "testlib.h" ? conversion.TryFind(name) : conversion.Find(name, place)) is not { } path) continue;
            conversion.Copy(path, $"{folder}/{Path.GetFileName(name)}");
            if (Path.GetFileName(name) != "testlib.h") sources.Add(path);
        }

        return sources;
    }

    /// <summary>Of the compiler's flags only those go that change nothing but speed, messages and the standard.</summary>
    private static void Flags(Conversion conversion, YamlMappingNode args)
    {
        if (!args.Children.TryGetValue("flags", out var node)) return;
        foreach (var flag in (node as YamlSequenceNode)?.Children ?? [node])
        {
            if (DmojYaml.IsNothing(flag) || flag is YamlScalarNode { Value: { } text } && HarmlessFlag().IsMatch(text)) continue;
            conversion.Fault(DmojYaml.At(flag), $"flags: '{(flag is YamlScalarNode { Value: { Length: <= 40 } shown } ? shown : "…")}' is not supported: say it in the source, such as by #define");
        }
    }

    /// <summary>Input, output and answer come first, as testlib wants them; what comes after them is passed on.</summary>
    private static string? Arguments(Conversion conversion, YamlMappingNode args)
    {
        var node = DmojYaml.Inherited("args_format_string", args) ?? DmojYaml.Inherited("args", args);
        if (node is null || DmojYaml.IsNothing(node)) return null;
        if (node is YamlScalarNode { Value: { } text } && Order().Match(text) is { Success: true } match) return match.Groups["rest"].Value.Trim() is { Length: > 0 } rest ? rest : null;
        conversion.Fault(DmojYaml.At(node), "its arguments must be {input_file} {output_file} {answer_file} and words after them");
        return null;
    }

    [GeneratedRegex(@"^\s*\{input(_file)?\}\s+\{output(_file)?\}\s+\{answer(_file)?\}(?<rest>(\s+[A-Za-z0-9_./=+-]+)*)\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Order();

    [GeneratedRegex("^(-O[0-3s]?|-std=[a-z0-9+]+|-g|-pipe|-W[a-z-]*|-march=native|-lm)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex HarmlessFlag();
}
