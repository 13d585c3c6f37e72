using System.Globalization;

namespace Judge.Worker.Problems.Import;

/// <summary>A case to be written: its files as they are found in the source.</summary>
internal sealed record CasePlan(string Name, string? Input, string? Answer, double Points);

/// <summary>A group of cases to be written.</summary>
/// <param name="Name">What the source calls it.</param>
/// <param name="Points">What it is worth: for all of its cases, or null when each is worth its own.</param>
/// <param name="Requires">Names of groups that must have been passed.</param>
/// <param name="Cases">In their order.</param>
internal sealed record GroupPlan(string Name, double? Points, IReadOnlyList<string> Requires, IReadOnlyList<CasePlan> Cases);

/// <summary>Writes groups as folders under data/secret whose order is theirs.</summary>
internal static class GroupWriter
{
    /// <summary>What a group requires that needs the samples to pass.</summary>
    public const string Samples = "sample";

    public static void Write(Conversion conversion, IReadOnlyList<GroupPlan> groups, bool scoring)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal) { [Samples] = Samples };
        if (scoring) conversion.Write("data/secret/test_group.yaml", Scoring(groups.Sum(Worth), "sum", []));
        foreach (var (group, index) in groups.Select((g, i) => (g, i + 1)))
        {
            var folder = folders[group.Name] = $"secret/{index.ToString("00", CultureInfo.InvariantCulture)}-{Plain(group.Name)}";
            List<string> required = [.. group.Requires.Where(folders.ContainsKey).Select(r => folders[r])];
            if (scoring) conversion.Write($"data/{folder}/test_group.yaml", Scoring(Worth(group), group.Points is null ? "sum" : "min", required));
            foreach (var plan in group.Cases)
            {
                // What is worth points of its own is a group of its own.
                var place = scoring && group.Points is null ? $"{folder}/{plan.Name}" : folder;
                if (place != folder) conversion.Write($"data/{place}/test_group.yaml", Scoring(plan.Points, "min", []));
                WriteCase(conversion, place, plan);
            }
        }
    }

    public static void WriteCase(Conversion conversion, string folder, CasePlan plan)
    {
        Write(conversion, plan.Input, $"data/{folder}/{plan.Name}.in");
        Write(conversion, plan.Answer, $"data/{folder}/{plan.Name}.ans");
    }

    private static void Write(Conversion conversion, string? path, string name)
    {
        if (path is null) conversion.Write(name, "");
        else conversion.CopyText(path, name);
    }

    private static double Worth(GroupPlan group) => group.Points ?? group.Cases.Sum(c => c.Points);

    private static string Scoring(double points, string aggregation, List<string> required)
    {
        var text = $"scoring:\n  score: {points.ToString(CultureInfo.InvariantCulture)}\n  aggregation: {aggregation}\n";
        return required.Count == 0 ? text : $"{text}  require_pass: [{string.Join(", ", required)}]\n";
    }

    private static string Plain(string name) => new([.. name.Take(40).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')]);
}
