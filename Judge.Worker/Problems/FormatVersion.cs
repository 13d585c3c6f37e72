using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Which problem package format a package says it is in. Most keys are read wherever they stand; this decides what only the version can.</summary>
internal enum FormatVersion
{
    /// <summary><c>legacy</c> and <c>legacy-icpc</c>, and where nothing is said.</summary>
    Legacy,

    /// <summary><c>2023-07-draft</c>.</summary>
    Draft2023,

    /// <summary><c>2025-09</c>: groups are worth <c>max_score</c>, and there are none in groups.</summary>
    Of2025,
}

/// <summary>Reads it.</summary>
internal static class FormatVersions
{
    public static FormatVersion Read(PackageFiles files, YamlMappingNode yaml)
    {
        switch (yaml.Scalar("problem_format_version"))
        {
            case null or "legacy" or "legacy-icpc": return FormatVersion.Legacy;
            case "2023-07" or "2023-07-draft": return FormatVersion.Draft2023;
            case "2025-09" or "2025-09-draft": return FormatVersion.Of2025;
            case var other:
                files.Fault("problem.yaml", $"problem_format_version '{other}' is not known (legacy, 2023-07-draft, 2025-09)");
                return FormatVersion.Draft2023;
        }
    }
}
