using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>
/// A problem folder of the DMOJ: init.yml and, mostly, a zip with the data. Name, limits and statement are kept by DMOJ's site and not in the
/// folder; init.yml may say them here (name, time_limit in seconds, memory_limit in KiB as on the site), and statement.md be the statement.
/// </summary>
internal static class DmojConverter
{
    public const string File = "init.yml";

    /// <summary>DMOJ's own, in bytes.</summary>
    private const int DefaultOutput = 25165824;

    /// <exception cref="PackageException">With every fault found.</exception>
    public static ImportedPackage Convert(Conversion conversion, string slug)
    {
        var yaml = InitYaml.Read(Path.Combine(conversion.Source, File), File);
        DmojKeys.Check(conversion, yaml);
        DmojPatterns.Expand(conversion, yaml, Unpack(conversion, yaml));
        var header = Limits(conversion, yaml, new ProblemYaml(DmojYaml.Text(yaml, "name") is { Length: > 0 } title ? title : slug));
        var reader = new DmojEntries(conversion, yaml);
        var pretests = reader.Read("pretest_test_cases");
        var entries = reader.Read("test_cases");
        var judging = yaml.Children.TryGetValue("interactive", out var interactive)
            ? DmojInteractors.Convert(conversion, interactive, yaml, header)
            : DmojCheckers.Convert(conversion, Checker(conversion, yaml, [.. pretests.Concat(entries).SelectMany(e => e.Cases)]), header);
        header = DmojCases.Convert(conversion, pretests, entries, judging);
        Statement(conversion);
        conversion.Write("problem.yaml", header.Text());
        return conversion.Finish(PackageFormat.Dmoj, null);
    }

    /// <summary>The one that all cases have.</summary>
    private static YamlNode? Checker(Conversion conversion, YamlMappingNode yaml, List<DmojCase> cases)
    {
        if (cases.Count == 0) return DmojYaml.Inherited("checker", yaml);
        if (cases.Find(c => !Equals(c.Checker, cases[0].Checker)) is { } other)
            conversion.Fault(DmojYaml.At(other.Node), "the case has another checker than the first: a problem has one checker here");
        return cases[0].Checker;
    }

    /// <summary>Beside what is written, not into it: only what init.yml names is taken over. A file beside init.yml goes before one in the archive.</summary>
    private static string? Unpack(Conversion conversion, YamlMappingNode yaml)
    {
        if (!yaml.Children.TryGetValue("archive", out var node) || DmojYaml.IsNothing(node)) return null;
        var (name, place) = ((node as YamlScalarNode)?.Value ?? "", DmojYaml.At(node));
        if (conversion.Find(name, place) is not { } path) return null;
        var folder = Directory.CreateDirectory($"{conversion.Target}.archive").FullName;
        try
        {
            using var archive = System.IO.File.OpenRead(path);
            PackageArchive.Extract(archive, folder, PackageArchive.LargestContent, peel: false);
            conversion.Roots.Add(folder);
            return folder;
        }
        catch (PackageException e)
        {
            foreach (var fault in e.Faults) conversion.Fault(place, $"{name}: {fault}");
            return null;
        }
    }

    private static ProblemYaml Limits(Conversion conversion, YamlMappingNode yaml, ProblemYaml header)
    {
        if (!yaml.Children.ContainsKey("time_limit")) conversion.Note("the time limit is 1 s: DMOJ keeps it on its site; init.yml may say it as time_limit, in seconds");
        if (!yaml.Children.ContainsKey("memory_limit")) conversion.Note("the memory limit is 256 MiB: DMOJ keeps it on its site; init.yml may say it as memory_limit, in KiB");
        var output = DmojYaml.Bounded(conversion, yaml, "output_limit_length", DefaultOutput, 1, LimitsReader.LargestOutputMb << 20);
        if (output < 1 << 20) conversion.Note("the output limit is 1 MiB, the least there is here");
        return header with
        {
            TimeLimitSeconds = DmojYaml.Bounded(conversion, yaml, "time_limit", 1, 0.05, 60),
            MemoryMb = (int)Math.Ceiling(DmojYaml.Bounded(conversion, yaml, "memory_limit", 256 * 1024, LimitsReader.SmallestMemoryMb * 1024, LimitsReader.LargestMemoryMb * 1024) / 1024),
            OutputMb = (int)Math.Ceiling(output / (1 << 20)),
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
