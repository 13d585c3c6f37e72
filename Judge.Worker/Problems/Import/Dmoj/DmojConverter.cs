using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>
/// A problem folder of the DMOJ: init.yml and, mostly, a zip with the data. Name, limits and statement are kept by DMOJ's site and not in the
/// folder; init.yml may say them here (name, time_limit in seconds, memory_limit in KiB as on the site), and statement.md be the statement.
/// </summary>
internal static class DmojConverter
{
    public const string File = "init.yml";
    private const int LargestInit = 1 << 20, SmallestMemoryMb = 16, LargestMemoryMb = 4096, LargestOutputMb = 64;

    private static readonly Dictionary<string, string> Refused = new(StringComparer.Ordinal)
    {
        ["generator"] = "generated data is not supported: put the generated files into the archive",
        ["generator_args"] = "generated data is not supported: put the generated files into the archive",
        ["custom_judge"] = "custom graders are not supported",
        ["grader"] = "custom graders are not supported",
        ["signature_grader"] = "signature graders are not supported: a function problem has a signature.json here (docs/function-problems.md)",
        ["handler"] = "signature graders are not supported: a function problem has a signature.json here (docs/function-problems.md)",
        ["file_io"] = "programs read standard input and write standard output here",
        ["io_redirects"] = "programs read standard input and write standard output here",
        ["input_format"] = "cases are not looked for by pattern: list them under test_cases",
        ["output_format"] = "cases are not looked for by pattern: list them under test_cases",
        ["communication"] = "communication problems are not supported",
    };

    /// <summary>What makes no difference here, or is what is done anyway.</summary>
    private static readonly string[] Ignored =
        ["unbuffered", "output_prefix_length", "wall_time_factor", "hints", "meta", "binary_data", "symlinks", "points", "batch_no", "problem_id", "type"];

    private static readonly string[] Known = ["archive", "test_cases", "pretest_test_cases", "checker", "interactive", "output_limit_length", "name", "time_limit", "memory_limit"];

    /// <exception cref="PackageException">With every fault found.</exception>
    public static ImportedPackage Convert(Conversion conversion, string slug)
    {
        var yaml = YamlFile.Read(Path.Combine(conversion.Source, File), File, LargestInit);
        foreach (var (key, _) in yaml.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (Refused.TryGetValue(name, out var why)) conversion.Fault(At(key), $"{name}: {why}");
            else if (!Known.Contains(name, StringComparer.Ordinal) && !Ignored.Contains(name, StringComparer.Ordinal)) conversion.Note($"{name}: is not known; left out");
        }

        Unpack(conversion, yaml);
        var header = Limits(conversion, yaml, new ProblemYaml(Text(yaml, "name") is { Length: > 0 } title ? title : slug));
        header = DmojCases.Convert(conversion, yaml, header);
        header = yaml.Children.TryGetValue("interactive", out var interactive)
            ? DmojCheckers.Interactor(conversion, interactive, header)
            : DmojCheckers.Convert(conversion, yaml, header);
        Statement(conversion);
        conversion.Write("problem.yaml", header.Text());
        return conversion.Finish(PackageFormat.Dmoj, null);
    }

    public static string At(YamlNode node) => Conversion.At(File, node.Start.Line);

    public static string? Text(YamlMappingNode yaml, string key) => yaml.Children.TryGetValue(key, out var node) ? (node as YamlScalarNode)?.Value : null;

    public static double? Number(YamlMappingNode yaml, string key) =>
        double.TryParse(Text(yaml, key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Beside what is written, not into it: only what init.yml names is taken over.</summary>
    private static void Unpack(Conversion conversion, YamlMappingNode yaml)
    {
        if (!yaml.Children.TryGetValue("archive", out var node)) return;
        var (name, place) = ((node as YamlScalarNode)?.Value ?? "", At(node));
        if (conversion.Find(name, place) is not { } path) return;
        var folder = Directory.CreateDirectory($"{conversion.Target}.archive").FullName;
        try
        {
            using var archive = System.IO.File.OpenRead(path);
            PackageArchive.Extract(archive, folder, PackageArchive.LargestContent, peel: false);
            conversion.Roots.Insert(0, folder);
        }
        catch (PackageException e)
        {
            foreach (var fault in e.Faults) conversion.Fault(place, $"{name}: {fault}");
        }
    }

    private static ProblemYaml Limits(Conversion conversion, YamlMappingNode yaml, ProblemYaml header)
    {
        double Limit(string key, double otherwise, double least, double most)
        {
            if (!yaml.Children.TryGetValue(key, out var node)) return otherwise;
            if (Number(yaml, key) is { } number && number >= least && number <= most) return number;
            conversion.Fault(At(node), $"{key} must be a number between {least.ToString(CultureInfo.InvariantCulture)} and {most.ToString(CultureInfo.InvariantCulture)}");
            return otherwise;
        }

        if (!yaml.Children.ContainsKey("time_limit")) conversion.Note("the time limit is 1 s: DMOJ keeps it on its site; init.yml may say it as time_limit, in seconds");
        var output = Limit("output_limit_length", 0, 1, 1L << 40);
        return header with
        {
            TimeLimitSeconds = Limit("time_limit", 1, 0.05, 60),
            MemoryMb = (int)Math.Ceiling(Limit("memory_limit", 256 * 1024, SmallestMemoryMb * 1024, LargestMemoryMb * 1024) / 1024),
            OutputMb = output > 0 ? (int)Math.Clamp(Math.Ceiling(output / (1 << 20)), 1, LargestOutputMb) : null,
        };
    }

    private static void Statement(Conversion conversion)
    {
        foreach (var name in (string[])["statement.md", "problem.md", "README.md"])
        {
            if (conversion.TryFind(name) is not { } path) continue;
            conversion.Copy(path, "statement/problem.en.md");
            return;
        }

        conversion.Note("there is no statement: DMOJ keeps it on its site; statement.md beside init.yml is taken");
    }
}
