using Judge.Worker.Problems;
using YamlDotNet.RepresentationModel;
using Group = (string Name, YamlDotNet.RepresentationModel.YamlMappingNode Yaml, string File);

namespace Judge.Worker.Judging.Scoring;

/// <summary>Where a test_group.yaml says what a group is worth: 2025-09 at its top, 2023-07-draft under <c>scoring</c> and by shorter names. Both are read in both places.</summary>
internal static class GroupKeys
{
    /// <summary>What a testdata.yaml of the legacy format says; the first three also where no points are given.</summary>
    public static readonly IReadOnlyList<string> Legacy = ["on_reject", "grading", "grader_flags", "accept_score", "reject_score", "range"];

    public static readonly IReadOnlyList<string> Of2025 = ["max_score", "score_aggregation", "require_pass"], All = ["scoring", .. Of2025];

    /// <summary>What is under scoring; null: nothing, or no mapping.</summary>
    public static YamlMappingNode? Mapping(Group group) => group.Yaml.Children.TryGetValue("scoring", out var node) ? node as YamlMappingNode : null;

    /// <summary>2025-09's name of a key → 2023-07-draft's, within scoring.</summary>
    private static string Inner(string key) => key switch { "max_score" => "score", "score_aggregation" => "aggregation", _ => key };

    /// <summary>Whether it is under scoring, by either name.</summary>
    public static bool IsIn(YamlMappingNode scoring, string key) => scoring.Has(key) || scoring.Has(Inner(key));

    /// <summary>What holds a key: the file itself, or the scoring in it; null: nothing does.</summary>
    public static YamlMappingNode? Holder(Group group, string key) =>
        group.Yaml.Has(key) ? group.Yaml : Mapping(group) is { } scoring && IsIn(scoring, key) ? scoring : null;

    /// <summary>Null when the key is not there, empty when it holds no text.</summary>
    public static string? Value(Group group, string key) => Holder(group, key) is not { } holder ? null
        : holder.Children[holder.Has(key) ? key : Inner(key)] is YamlScalarNode { Value: { Length: > 0 } value } ? value : "";

    /// <summary>The key as that group's file has it, for faults.</summary>
    public static string Name(Group group, string key) => Holder(group, key) is not { } holder || ReferenceEquals(holder, group.Yaml) ? key : $"scoring.{(holder.Has(key) ? key : Inner(key))}";
}
