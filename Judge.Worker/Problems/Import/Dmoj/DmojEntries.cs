using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>Reads the cases and batches of init.yml. What is not said of a case is taken from its batch, and then from the top of the file, as DMOJ's ConfigNode does.</summary>
/// <param name="conversion">What is made.</param>
/// <param name="root">init.yml.</param>
internal sealed class DmojEntries(Conversion conversion, YamlMappingNode root)
{
    private const int MostCases = 10_000;

    private static readonly string[] CaseKeys = ["in", "out", "points", "checker", "binary_data", "output_limit_length", "output_prefix_length", "wall_time_factor"];
    private static readonly string[] BatchKeys = [.. CaseKeys, "batched", "dependencies", "short_circuit"];

    public List<DmojEntry> Read(string key)
    {
        if (!root.Children.TryGetValue(key, out var node)) return [];
        if (node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            if (node is not YamlMappingNode || key != "test_cases") conversion.Fault(DmojYaml.At(node), $"{key} must be a list of cases and batches");
            return [];
        }

        var (entries, batches) = (new List<DmojEntry>(), 0);
        foreach (var item in list.Children)
        {
            if (item is not YamlMappingNode entry) conversion.Fault(DmojYaml.At(item), "must be a case, such as {in: 1.in, out: 1.out, points: 5}");
            else if (!entry.Children.TryGetValue("batched", out var batched)) entries.Add(new DmojEntry(entry, 0, Points(entry), [], true, [Case(entry, null)]));
            else if (batched is YamlSequenceNode { Children.Count: > 0 } cases) entries.Add(Batch(entry, cases, ++batches));
            else conversion.Fault(DmojYaml.At(batched), "batched must be a list of cases");
        }

        var count = entries.Sum(e => e.Cases.Count);
        if (count > MostCases) conversion.Fault(DmojYaml.At(node), $"{key} has {count} cases; at most {MostCases} are possible");
        return entries;
    }

    private DmojEntry Batch(YamlMappingNode batch, YamlSequenceNode list, int number)
    {
        CheckKeys(batch, BatchKeys);
        var cases = new List<DmojCase>();
        foreach (var one in list.Children)
        {
            if (one is not YamlMappingNode inner || inner.Children.ContainsKey("batched")) conversion.Fault(DmojYaml.At(one), "a batch holds cases, such as {in: 1.in, out: 1.out}");
            else cases.Add(Case(inner, batch));
        }

        var points = Points(batch);
        foreach (var other in cases.Where(c => c.Node.Children.ContainsKey("points") && DmojYaml.Number(c.Node, "points") != points))
            conversion.Fault(DmojYaml.At(other.Node), "points of a case in a batch are not supported: a batch is worth its points as a whole");
        var shortCircuit = DmojYaml.Inherited("short_circuit", batch, root);
        return new DmojEntry(batch, number, points, Dependencies(batch), shortCircuit is null || DmojYaml.IsTrue(shortCircuit), cases);
    }

    private DmojCase Case(YamlMappingNode entry, YamlMappingNode? batch)
    {
        CheckKeys(entry, CaseKeys);
        if (DmojYaml.Inherited("output_limit_length", entry, batch) is { } limit && !limit.Equals(DmojYaml.Inherited("output_limit_length", root)))
            conversion.Fault(DmojYaml.At(limit), "output_limit_length of a single case is not supported: say it once, for all");
        string? Find(string key)
        {
            if (DmojYaml.Inherited(key, entry, batch) is not { } node || DmojYaml.IsNothing(node)) return null;
            return conversion.Find((node as YamlScalarNode)?.Value ?? "", DmojYaml.At(node));
        }

        var binary = DmojYaml.IsTrue(DmojYaml.Inherited("binary_data", entry, batch, root));
        var plan = new CasePlan("", Find("in"), Find("out"), 0) { Text = binary ? DataText.Binary : DataText.EndedLines };
        return new DmojCase(entry, plan, DmojYaml.Inherited("out", entry, batch) is { } said && !DmojYaml.IsNothing(said), DmojYaml.Inherited("checker", entry, batch, root));
    }

    private void CheckKeys(YamlMappingNode entry, string[] known)
    {
        foreach (var (key, _) in entry.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (known.Contains(name, StringComparer.Ordinal)) continue;
            conversion.Fault(DmojYaml.At(key), DmojKeys.Refused.TryGetValue(name, out var why) ? $"{name}: {why}"
                : name.EndsWith('+') ? $"{name}: {DmojKeys.Computed}"
                : $"'{name}' is not known of a case");
        }
    }

    private double Points(YamlMappingNode entry)
    {
        if (DmojYaml.Inherited("points", entry, root) is not { } node) return 1;
        if (DmojYaml.Number(node) is { } points and >= 0 and <= 1e6) return points;
        conversion.Fault(DmojYaml.At(node), "points must be a number of at least 0");
        return 0;
    }

    private List<int> Dependencies(YamlMappingNode entry)
    {
        var numbers = new List<int>();
        if (!entry.Children.TryGetValue("dependencies", out var node)) return numbers;
        foreach (var item in (node as YamlSequenceNode)?.Children ?? [node])
        {
            if (int.TryParse((item as YamlScalarNode)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) numbers.Add(number);
            else conversion.Fault(DmojYaml.At(item), "dependencies must be a list of batch numbers");
        }

        return numbers;
    }
}
