using System.Globalization;

namespace Judge.Worker.Problems.Import;

/// <summary>A case to be written: its files as they are found in the source.</summary>
/// <param name="Name">Of its files, without the extension.</param>
/// <param name="Input">Null: it is empty.</param>
/// <param name="Answer">Null: it is empty.</param>
/// <param name="Points">What it is worth where its group is not worth anything as a whole.</param>
internal sealed record CasePlan(string Name, string? Input, string? Answer, double Points)
{
    /// <summary>Further arguments of the output validator, in a scoring problem.</summary>
    public string? Arguments { get; init; }

    /// <summary>Arguments of the input validators, as YAML; null: those of its group.</summary>
    public string? InputArguments { get; init; }

    public DataText Text { get; init; }
}

/// <summary>What is done with data when it is written.</summary>
internal enum DataText
{
    /// <summary>Line ends become line feeds.</summary>
    Lines,

    /// <summary>The same, and the last line gets one if it has none.</summary>
    EndedLines,

    /// <summary>Nothing.</summary>
    Binary,
}

/// <summary>A group of cases to be written.</summary>
/// <param name="Name">What the source calls it.</param>
/// <param name="Points">What it is worth: for all of its cases, or null when each is worth its own.</param>
/// <param name="Requires">Names of groups that must have been passed.</param>
/// <param name="Cases">In their order.</param>
internal sealed record GroupPlan(string Name, double? Points, IReadOnlyList<string> Requires, IReadOnlyList<CasePlan> Cases);

/// <summary>Writes groups as folders under data/secret whose order is theirs.</summary>
internal static class GroupWriter
{
    /// <summary>What a group requires that needs the samples to pass; no source can have a group of that name.</summary>
    public const string Samples = "\0samples";

    public static void Write(Conversion conversion, IReadOnlyList<GroupPlan> groups, bool scoring)
    {
        var folders = new Dictionary<string, string>(StringComparer.Ordinal) { [Samples] = "sample" };
        if (scoring) conversion.Write("data/secret/test_group.yaml", Scoring(groups.Sum(Worth), "sum", [], null));
        foreach (var (group, index) in groups.Select((g, i) => (g, i + 1)))
        {
            var folder = folders[group.Name] = $"secret/{index.ToString(groups.Count > 99 ? "00000" : "00", CultureInfo.InvariantCulture)}-{Plain(group.Name)}";
            List<string> required = [.. group.Requires.Where(folders.ContainsKey).Select(r => folders[r])];
            var parts = scoring ? Parts(group) : [group.Cases];
            var whole = parts is [_] && group.Points is not null;
            if (scoring) conversion.Write($"data/{folder}/test_group.yaml", Scoring(Worth(group), group.Points is null ? "sum" : "min", required, whole ? parts[0][0].Arguments : null));
            foreach (var part in parts)
            {
                var place = !scoring || whole ? folder : $"{folder}/{part[0].Name}";
                if (place != folder) conversion.Write($"data/{place}/test_group.yaml", Scoring(group.Points ?? part[0].Points, "min", [], part[0].Arguments));
                foreach (var plan in part) WriteCase(conversion, place, plan);
            }
        }
    }

    public static void WriteCase(Conversion conversion, string folder, CasePlan plan)
    {
        if (plan.InputArguments is not null) conversion.Write($"data/{folder}/{plan.Name}.yaml", $"input_validator_args: {plan.InputArguments}\n");
        if (plan.Answer is not null) conversion.LargestAnswer = Math.Max(conversion.LargestAnswer, new FileInfo(plan.Answer).Length);
        foreach (var (path, name) in (ReadOnlySpan<(string?, string)>)[(plan.Input, $"data/{folder}/{plan.Name}.in"), (plan.Answer, $"data/{folder}/{plan.Name}.ans")])
        {
            if (path is null) conversion.Write(name, "");
            else if (plan.Text == DataText.Binary) conversion.Copy(path, name);
            else conversion.CopyText(path, name, ended: plan.Text == DataText.EndedLines);
        }
    }

    /// <summary>What has points or arguments of its own is a group of its own.</summary>
    private static List<IReadOnlyList<CasePlan>> Parts(GroupPlan group)
    {
        if (group.Points is null) return [.. group.Cases.Select(c => (IReadOnlyList<CasePlan>)[c])];
        var parts = new List<IReadOnlyList<CasePlan>>();
        foreach (var plan in group.Cases)
        {
            if (parts.Count > 0 && parts[^1][0].Arguments == plan.Arguments) ((List<CasePlan>)parts[^1]).Add(plan);
            else parts.Add(new List<CasePlan> { plan });
        }

        return parts;
    }

    private static double Worth(GroupPlan group) => group.Points ?? group.Cases.Sum(c => c.Points);

    private static string Scoring(double points, string aggregation, List<string> required, string? arguments)
    {
        var text = $"scoring:\n  score: {points.ToString(CultureInfo.InvariantCulture)}\n  aggregation: {aggregation}\n";
        if (required.Count > 0) text += $"  require_pass: [{string.Join(", ", required)}]\n";
        return arguments is null ? text : $"{text}output_validator_args: {arguments}\n";
    }

    private static string Plain(string name) => name.Length == 0 ? "rest" : new([.. name.Take(40).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')]);
}
