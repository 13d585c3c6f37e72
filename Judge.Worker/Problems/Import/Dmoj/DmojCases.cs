using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>
/// The cases of init.yml. Pretests come first. With batches, or with cases that are worth different points, the problem is one of scoring:
/// a batch is a group that has to be right as a whole, a case of its own a group of one.
/// </summary>
internal static class DmojCases
{
    private const int MostCases = 10_000;
    private static readonly string[] Keys = ["in", "out", "points", "batched", "dependencies", "checker", "generator", "generator_args", "io_redirects", "output_prefix_length", "output_limit_length", "type", "custom_judge", "binary_data"];
    private static readonly string[] Refused = ["checker", "generator", "generator_args", "io_redirects", "custom_judge"];

    public static ProblemYaml Convert(Conversion conversion, YamlMappingNode yaml, ProblemYaml header)
    {
        var pretests = Read(conversion, yaml, "pretest_test_cases", required: false);
        var entries = Read(conversion, yaml, "test_cases", required: pretests.Count == 0);
        var scoring = entries.Exists(e => e.IsBatch) || entries.Select(e => e.Points).Distinct().Count() > 1;
        var names = new Dictionary<int, string>();
        var groups = new List<GroupPlan>();
        var waiting = pretests.Count > 0 ? (string[])["pretests"] : [];
        if (pretests.Count > 0) groups.Add(new GroupPlan("pretests", 0, [], Number(pretests.SelectMany(p => p.Cases))));
        if (scoring)
        {
            foreach (var entry in entries)
            {
                var name = entry.IsBatch ? $"batch{entry.Batch.ToString(CultureInfo.InvariantCulture)}" : $"case{(groups.Count + 1).ToString(CultureInfo.InvariantCulture)}";
                if (entry.IsBatch) names[entry.Batch] = name;
                foreach (var unknown in entry.Dependencies.Where(d => d == entry.Batch || !names.ContainsKey(d)))
                    conversion.Fault(DmojConverter.At(entry.Node), $"dependencies: there is no batch {unknown.ToString(CultureInfo.InvariantCulture)} before this one");
                groups.Add(new GroupPlan(name, entry.Points, [.. waiting, .. entry.Dependencies.Where(names.ContainsKey).Select(d => names[d])], Number(entry.Cases)));
            }
        }
        else if (pretests.Count > 0)
        {
            groups.Add(new GroupPlan("tests", null, waiting, Number(entries.SelectMany(e => e.Cases))));
        }

        if (groups.Count > 0) GroupWriter.Write(conversion, groups, scoring);
        else foreach (var plan in Number(entries.SelectMany(e => e.Cases))) GroupWriter.WriteCase(conversion, "secret", plan);
        return header with { Scoring = scoring };
    }

    private static List<Entry> Read(Conversion conversion, YamlMappingNode yaml, string key, bool required)
    {
        var entries = new List<Entry>();
        if (!yaml.Children.TryGetValue(key, out var node))
        {
            if (required) conversion.Fault(DmojConverter.File, $"{key} is missing");
            return entries;
        }

        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            conversion.Fault(DmojConverter.At(node), $"{key} must be a list of cases and batches; cases are not looked for by pattern");
            return entries;
        }

        var count = 0;
        foreach (var item in list.Children)
        {
            if (item is not YamlMappingNode entry || !AreKnown(conversion, entry))
            {
                if (item is not YamlMappingNode) conversion.Fault(DmojConverter.At(item), "must be a case, such as {in: 1.in, out: 1.out, points: 5}");
                continue;
            }

            var points = Points(conversion, entry);
            if (!entry.Children.TryGetValue("batched", out var batched))
            {
                entries.Add(new Entry(entry, false, 0, points, [], [Case(conversion, entry)]));
                count++;
            }
            else if (batched is YamlSequenceNode { Children.Count: > 0 } cases)
            {
                var plans = new List<CasePlan>();
                foreach (var one in cases.Children)
                {
                    if (one is not YamlMappingNode inner || inner.Children.ContainsKey("batched")) conversion.Fault(DmojConverter.At(one), "a batch holds cases, such as {in: 1.in, out: 1.out}");
                    else if (AreKnown(conversion, inner)) plans.Add(Case(conversion, inner));
                }

                entries.Add(new Entry(entry, true, entries.Count(e => e.IsBatch) + 1, points, Dependencies(conversion, entry), plans));
                count += plans.Count;
            }
            else
            {
                conversion.Fault(DmojConverter.At(batched), "batched must be a list of cases");
            }
        }

        if (count > MostCases) conversion.Fault(DmojConverter.At(node), $"{key} has {count} cases; at most {MostCases} are possible");
        return entries;
    }

    private static bool AreKnown(Conversion conversion, YamlMappingNode entry)
    {
        foreach (var (key, _) in entry.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (Refused.Contains(name, StringComparer.Ordinal)) conversion.Fault(DmojConverter.At(key), $"{name} of a single case is not supported");
            else if (!Keys.Contains(name, StringComparer.Ordinal)) conversion.Fault(DmojConverter.At(key), $"'{name}' is not known of a case");
        }

        return true;
    }

    private static CasePlan Case(Conversion conversion, YamlMappingNode entry)
    {
        string? Find(string key)
        {
            if (entry.Children.TryGetValue(key, out var node)) return conversion.Find((node as YamlScalarNode)?.Value ?? "", DmojConverter.At(node));
            if (key == "out" && !entry.Children.ContainsKey("generator")) conversion.Fault(DmojConverter.At(entry), "the case has no 'out'");
            return null;
        }

        return new CasePlan("", Find("in"), Find("out"), 0);
    }

    private static double Points(Conversion conversion, YamlMappingNode entry)
    {
        if (!entry.Children.TryGetValue("points", out var node)) return 1;
        if (DmojConverter.Number(entry, "points") is { } points and >= 0 and <= 1e6) return points;
        conversion.Fault(DmojConverter.At(node), "points must be a number of at least 0");
        return 0;
    }

    private static List<int> Dependencies(Conversion conversion, YamlMappingNode entry)
    {
        if (!entry.Children.TryGetValue("dependencies", out var node)) return [];
        var numbers = new List<int>();
        foreach (var item in (node as YamlSequenceNode)?.Children ?? [node])
        {
            if (int.TryParse((item as YamlScalarNode)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
            else conversion.Fault(DmojConverter.At(item), "dependencies must be a list of batch numbers");
        }

        return numbers;
    }

    /// <summary>Names by which they stay in their order.</summary>
    private static List<CasePlan> Number(IEnumerable<CasePlan> cases)
    {
        var list = cases.ToList();
        var width = list.Count > 99 ? list.Count > 999 ? "00000" : "000" : "00";
        return [.. list.Select((c, i) => c with { Name = (i + 1).ToString(width, CultureInfo.InvariantCulture) })];
    }

    private sealed record Entry(YamlMappingNode Node, bool IsBatch, int Batch, double Points, IReadOnlyList<int> Dependencies, IReadOnlyList<CasePlan> Cases);
}
