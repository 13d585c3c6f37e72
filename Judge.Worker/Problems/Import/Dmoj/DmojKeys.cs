using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>The keys at the top of init.yml: what each means to the DMOJ (dmoj/problem.py), and what becomes of it here.</summary>
internal static class DmojKeys
{
    public const string Computed = "keys that are computed (with a + at their end) are not supported: write down what they come to";

    private const string Generator = "generated data is not supported: put the generated files into the archive";
    private const string Signature = "signature graders are not supported: a function problem has a signature.json here (docs/function-problems.md)";
    private const string Files = "programs read standard input and write standard output here";
    private const string Pattern = "belongs into test_cases";

    /// <summary>What changes how programs are judged, of the whole problem or of a case.</summary>
    public static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["generator"] = Generator,
        ["generator_args"] = Generator,
        ["custom_judge"] = "custom graders are not supported",
        ["grader"] = "custom graders are not supported",
        ["signature_grader"] = Signature,
        ["handler"] = Signature,
        ["file_io"] = Files,
        ["io_redirects"] = Files,
        ["symlinks"] = "files beside a program are not supported: it reads standard input",
        ["input_format"] = Pattern,
        ["output_format"] = Pattern,
        ["case_points"] = Pattern,
        ["communication"] = "communication problems are not supported",
        ["dependencies"] = "is for batches",
    };

    /// <summary>What makes no difference to a verdict, and why.</summary>
    private static readonly Dictionary<string, string> Harmless = new(StringComparer.Ordinal)
    {
        ["wall_time_factor"] = "the wall time limit is the judge's own",
        ["hints"] = "there are no hints to languages here",
        ["meta"] = "is for custom graders",
        ["unbuffered"] = "programs buffer their output as they like",
    };

    private static readonly string[] Known =
    [
        "archive", "test_cases", "pretest_test_cases", "checker", "interactive", "points", "short_circuit", "binary_data", "output_limit_length", "output_prefix_length", "name", "time_limit",
        "memory_limit",
    ];

    public static void Check(Conversion conversion, YamlMappingNode yaml)
    {
        foreach (var (key, value) in yaml.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (name.EndsWith('+')) conversion.Fault(DmojYaml.At(key), $"{name}: {Computed}");
            // The usual one, for languages that have no other way to read it.
            else if (name == "symlinks" && value is YamlMappingNode { Children: var links } && links.Values.All(v => v is YamlScalarNode { Value: "/dev/stdin" or "/dev/stdout" })) conversion.Note($"{DmojYaml.At(key)}: {name}: left out: programs read standard input and write standard output");
            else if (Refused.TryGetValue(name, out var why) && !DmojYaml.IsNothing(value)) conversion.Fault(DmojYaml.At(key), $"{name}: {why}");
            else if (Harmless.TryGetValue(name, out var note)) conversion.Note($"{DmojYaml.At(key)}: {name}: left out: {note}");
            else if (!Known.Contains(name, StringComparer.Ordinal) && why is null) conversion.Note($"{DmojYaml.At(key)}: {name}: is not known; left out");
        }
    }
}
