using System.Globalization;
using Judge.Worker.Judging.Scoring;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>The keys of the formats. One that would change verdicts and is not supported is a fault, one that nobody knows a warning; nothing is passed over in silence
/// but what tells of people, rights and dates.</summary>
internal static class KnownKeys
{
    private const int MostUnknown = 20;
    private const string Yaml = "problem.yaml";

    private static readonly string[] Problem =
    [
        "problem_format_version", "type", "name", "uuid", "version", "author", "credits", "source", "source_url", "license", "rights", "rights_owner", "embargo", "embargo_until", "limits",
        "validation", "validator_flags", "grading", "keywords", "languages", "allow_file_writing", "constants", "judge",
    ];

    private static readonly string[] OfLimits =
    [
        "time_limit", "memory", "output", "validation_time", "validation_memory", "validation_output",
        // How a time limit comes of the judges' programs, which './judge verify' looks at in its own way; what compilers may take; passes of types that are refused.
        "time_multiplier", "time_multipliers", "time_safety_margin", "time_resolution", "code", "compilation_time", "compilation_memory", "validation_passes",
    ];

    private static readonly string[] Flags = ["output_validator_flags", "output_validator_args", "input_validator_flags", "input_validator_args"];
    private static readonly string[] Static = ["static_validation", "static_validation_score", "static_validator_args"];
    private static readonly string[] Shown = ["full_feedback", "input_visualizer_args", "output_visualizer_args", "hint", "description"];
    private static readonly string[] OfGroups = [.. GroupKeys.Legacy, .. GroupKeys.All, .. Flags, .. Static, .. Shown, "args"];
    private static readonly string[] OfCases = [.. Flags.Where(f => f.EndsWith("_args", StringComparison.Ordinal)), .. Shown, "args"];
    private static readonly string[] OfJudge = ["checker_style", "show_failed_case"];
    private static readonly string[] Folders = ["graders", "static_validator"];

    public static void OfProblem(PackageFiles files, YamlMappingNode yaml, bool scoring)
    {
        Unknown(files, Yaml, yaml, Problem, "", (key, _) => OfGroups.Contains(key, StringComparer.Ordinal)
            ? $"{key} means nothing here: it belongs into {(GroupKeys.Legacy.Contains(key, StringComparer.Ordinal) ? "data/testdata.yaml" : "a test_group.yaml below data/")}"
            : OfLimits.Contains(key, StringComparer.Ordinal) ? $"{key} means nothing here: it belongs under limits" : null);
        if (yaml.Says("constants")) files.Fault(Yaml, "constants are not supported: put their values where they are used ({{name}}), and take the key out");
        if (yaml.Says("languages") && files.Words(Yaml, yaml, "languages") is var languages && languages is not ["all"])
            files.Warn(Yaml, $"languages: all languages stay allowed, not only {string.Join(", ", languages.Take(20))}");
        if (yaml.Scalar("allow_file_writing") is "true") files.Warn(Yaml, "allow_file_writing: programs can write files below /tmp alone, and not in their working directory");
        if (yaml.Says("judge") && yaml.Children["judge"] is YamlMappingNode judge) Unknown(files, Yaml, judge, OfJudge, "judge.");
        if (yaml.Says("grading")) Grading(files, yaml.Children["grading"], scoring);
        var included = files.Below("include").ToList();
        if (included.Count > 0)
            files.Fault("include", $"{Listed(included)}: code that is compiled with every submission is not supported; take the folder out and let submissions hold all that they need, or make it a function problem");
        foreach (var folder in Folders)
        {
            if (files.Below(folder).ToList() is { Count: > 0 } programs) files.Fault(folder, $"{Listed(programs)}: {(folder == "graders" ? "there is only the default grader" : "submissions' sources are not looked at")}; take the folder out if the problem is right without it");
        }

        if (files.Below("attachments").ToList() is { Count: > 0 } attachments) files.Warn("attachments", $"{Listed(attachments)}: users are not offered them");
    }

    public static void Limits(PackageFiles files, YamlMappingNode limits) => Unknown(files, Yaml, limits, OfLimits, "limits.");

    /// <param name="files">The package.</param>
    /// <param name="file">A testdata.yaml or test_group.yaml.</param>
    /// <param name="yaml">What it says.</param>
    /// <param name="scoring">Whether the problem gives points.</param>
    public static void OfGroup(PackageFiles files, string file, YamlMappingNode yaml, bool scoring)
    {
        Unknown(files, file, yaml, OfGroups, "", (key, _) => key is "score" or "aggregation" ? $"{key} means nothing here: it belongs under scoring, and in 2025-09 it is called {(key == "score" ? "max_score" : "score_aggregation")}"
            : key is "validator_flags" or "validation" or "type" or "limits" ? $"{key} means nothing here: it belongs into problem.yaml" : null);
        Refused(files, file, yaml);
        foreach (var key in Static.Where(k => yaml.Says(k) && yaml.Scalar(k) != "false")) files.Fault(file, $"{key} is not supported: submissions' sources are not looked at");
        if (yaml.Says("grading") && yaml.Scalar("grading") != "default") files.Fault(file, $"grading{(yaml.Scalar("grading") is { } grading ? $" '{grading}'" : "")} is not supported: there is only the default grader, and what it needs is grader_flags");
        if (scoring) return;
        foreach (var key in GroupKeys.Legacy.Skip(3).Concat(GroupKeys.All).Where(yaml.Says)) files.Warn(file, $"{key} means nothing: problem.yaml does not say type: scoring");
        foreach (var flag in files.Words(file, yaml, "grader_flags").Where(f => f is "always_accept" or "accept_if_any_accepted" or "ignore_sample"))
            files.Fault(file, $"grader_flags: {flag} is only for problems with type: scoring; all cases of this one have to be accepted");
    }

    /// <param name="files">The package.</param>
    /// <param name="file">A case's own <c>NAME.yaml</c>.</param>
    /// <param name="yaml">What it says.</param>
    public static void OfCase(PackageFiles files, string file, YamlMappingNode yaml)
    {
        Unknown(files, file, yaml, OfCases, "", (key, _) => OfGroups.Contains(key, StringComparer.Ordinal) ? $"{key} is for groups: it belongs into a test_group.yaml" : null);
        Refused(files, file, yaml);
    }

    public static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(3)) + (names.Count > 3 ? $" and {(names.Count - 3).ToString(CultureInfo.InvariantCulture)} more" : "");

    private static void Refused(PackageFiles files, string file, YamlMappingNode yaml)
    {
        if (yaml.Says("args")) files.Fault(file, "args are not supported: programs get no arguments; put what they say into the .in files");
        foreach (var key in InputFlags.Keys.Where(yaml.Has))
        {
            if (yaml.Children[key] is not YamlMappingNode map)
            {
                files.Words(file, yaml, key);
                continue;
            }

            var (named, there) = (InputFlags.Named(map).ToList(), InputFlags.Folders.SelectMany(files.Below).ToList());
            var gone = named.Where(n => !there.Exists(f => InputFlags.Is(f, n))).ToList();
            // Arguments for nobody are a mistake, those for one more are only left over.
            foreach (var name in gone)
            {
                if (gone.Count == named.Count) files.Fault(file, $"{key}: there is no '{name}' in {InputFlags.Folders[0]}/; a list of words goes to every validator there");
                else files.Warn(file, $"{key}: there is no '{name}' in {InputFlags.Folders[0]}/");
            }
        }
    }

    /// <summary>The legacy format's.</summary>
    private static void Grading(PackageFiles files, YamlNode node, bool scoring)
    {
        if (node is not YamlMappingNode grading)
        {
            files.Fault(Yaml, "grading must be a mapping, such as {objective: max}");
            return;
        }

        foreach (var (key, value) in grading.Children.Select(c => ((c.Key as YamlScalarNode)?.Value ?? "", (c.Value as YamlScalarNode)?.Value)))
        {
            if (!scoring) files.Warn(Yaml, $"grading.{key} means nothing: there is no type: scoring");
            else if (key == "objective" && value is not ("max" or "maximize")) files.Fault(Yaml, $"grading.objective {value} is not supported: more points are better");
            else if (key == "custom_scoring" && value != "false") files.Fault(Yaml, "grading.custom_scoring is not supported: there is only the default grader");
            else if (GroupKeys.Legacy.Contains(key, StringComparer.Ordinal)) files.Fault(Yaml, $"grading.{key} is not read from here: put {key} into data/testdata.yaml");
            else if (key is not ("objective" or "custom_scoring" or "show_test_data_groups")) files.Warn(Yaml, $"grading.{key} is not known, and means nothing");
        }
    }

    /// <param name="files">The package.</param>
    /// <param name="file">The file.</param>
    /// <param name="yaml">A mapping in it.</param>
    /// <param name="known">Its keys.</param>
    /// <param name="prefix">What stands in front of them in what is said.</param>
    /// <param name="fault">What is wrong with a key that is not one of them; null: nobody knows it.</param>
    private static void Unknown(PackageFiles files, string file, YamlMappingNode yaml, string[] known, string prefix, Func<string, YamlNode, string?>? fault = null)
    {
        // Somebody's whole file of something else is told of in some lines.
        foreach (var (node, value) in yaml.Children.Where(c => c.Key is not YamlScalarNode { Value: { } name } || !known.Contains(name, StringComparer.Ordinal)).Take(MostUnknown))
        {
            if (node is not YamlScalarNode { Value: { } key })
            {
                files.Fault(file, $"has a key that is no word, in line {node.Start.Line.ToString(CultureInfo.InvariantCulture)}");
                continue;
            }

            if (fault?.Invoke(key, value) is { } why) files.Fault(file, why);
            else files.Warn(file, $"{prefix}{key} is not known, and means nothing{(known.FirstOrDefault(k => IsNear(k, key)) is { } near ? $" (is it {prefix}{near}?)" : "")}");
        }
    }

    /// <summary>Whether one letter more, less, or other, or two that have changed places, makes one of the other.</summary>
    private static bool IsNear(string known, string key)
    {
        if (Math.Abs(known.Length - key.Length) > 1 || key.Length < 3) return false;
        var (from, end) = (0, 0);
        while (from < Math.Min(known.Length, key.Length) && known[from] == key[from]) from++;
        while (end < Math.Min(known.Length, key.Length) - from && known[^(end + 1)] == key[^(end + 1)]) end++;
        var (left, right) = (known[from..^end], key[from..^end]);
        return left.Length <= 1 && right.Length <= 1 || left.Length == 2 && right.Length == 2 && left[0] == right[1] && left[1] == right[0];
    }
}
