using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems.Import.Dmoj;

/// <summary>
/// Cases that init.yml does not list: files of the archive whose names match a pattern for inputs and one for answers, with groups named batch
/// and case (dmoj/problem.py, _match_test_cases). What is found is written down as a list, which is read as if the setter had.
/// </summary>
internal static class DmojPatterns
{
    private const string Beginning = @"^(?=.*?\.", Middle = @").*?(?:(?:^|\W)(?P<batch>\d+)[^\d\s]+)?(?P<case>\d+)[^\d\s]*$";
    private const int LongestPattern = 1000;
    private static readonly string[] Keys = ["input_format", "output_format", "case_points"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="conversion">What is made.</param>
    /// <param name="root">init.yml, whose test_cases become a list.</param>
    /// <param name="archive">Where the archive is; null: there is none.</param>
    public static void Expand(Conversion conversion, YamlMappingNode root, string? archive)
    {
        root.Children.TryGetValue("test_cases", out var node);
        if (node is not (null or YamlScalarNode or YamlMappingNode) || node is YamlScalarNode && !DmojYaml.IsNothing(node) || node is null && root.Children.ContainsKey("pretest_test_cases")) return;
        var place = node is null ? DmojConverter.File : DmojYaml.At(node);
        var given = node as YamlMappingNode ?? [];
        foreach (var (key, _) in given.Children.Where(c => !Keys.Contains((c.Key as YamlScalarNode)?.Value, StringComparer.Ordinal))) conversion.Fault(DmojYaml.At(key), $"{key} is not known: test_cases must be a list of cases, or say {string.Join(", ", Keys)}");
        if (archive is null)
        {
            if (!conversion.HasFaults) conversion.Fault(place, "test_cases must be a list of cases, such as [{in: 1.in, out: 1.out, points: 5}], or there must be an archive in which to look for them");
            return;
        }

        string[] names = [.. PackageArchive.Files(archive).Select(f => f.Name)];
        var inputs = Matches(conversion, given, "input_format", $"{Beginning}in|in{Middle}", names);
        var answers = Matches(conversion, given, "output_format", $"{Beginning}out|out{Middle}", names);
        if (inputs is null || answers is null) return;
        var list = Cases(conversion, place, inputs, answers);
        Points(conversion, given, list);
        if (list.Children.Count == 0) conversion.Fault(place, "no file of the archive looks like a case: list the cases under test_cases");
        else root.Children[new YamlScalarNode("test_cases")] = list;
    }

    private static List<(Id? Batch, Id Case, string Name)>? Matches(Conversion conversion, YamlMappingNode given, string key, string otherwise, string[] names)
    {
        given.Children.TryGetValue(key, out var node);
        var (pattern, place) = (node is YamlScalarNode { Value: { Length: > 0 } text } ? text : otherwise, node is null ? DmojConverter.File : DmojYaml.At(node));
        if (pattern.Length > LongestPattern)
        {
            conversion.Fault(place, $"{key} is longer than {LongestPattern} characters: list the cases under test_cases");
            return null;
        }

        try
        {
            // As Python writes groups, and as its match, which begins at the beginning.
            var regex = new Regex($@"\A(?:{pattern.Replace("(?P<", "(?<", StringComparison.Ordinal).Replace("(?P=", @"\k<", StringComparison.Ordinal)})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);
            var (found, started) = (new List<(Id?, Id, string)>(), Stopwatch.GetTimestamp());
            foreach (var name in names)
            {
                var match = regex.Match(name);
                if (Stopwatch.GetElapsedTime(started) > Patience) throw new RegexMatchTimeoutException();
                if (!match.Success) continue;
                if (match.Groups["case"] is not { Success: true, Value: var one }) conversion.Fault(place, $"{key} matches {name} and finds no number of a case (?P<case>…) in it");
                else found.Add((match.Groups["batch"] is { Success: true, Value: var batch } ? Id.Of(batch) : null, Id.Of(one), name));
            }

            return found;
        }
        catch (Exception e) when (e is ArgumentException or RegexMatchTimeoutException)
        {
            conversion.Fault(place, e is ArgumentException ? $"{key} is no regular expression that we can read: list the cases under test_cases" : $"{key} takes too long to match: list the cases under test_cases");
            return null;
        }
    }

    private static YamlSequenceNode Cases(Conversion conversion, string place, List<(Id? Batch, Id Case, string Name)> inputs, List<(Id? Batch, Id Case, string Name)> answers)
    {
        var groups = new SortedDictionary<Id, SortedDictionary<Id, YamlMappingNode>>(Id.Order);
        foreach (var (key, files) in (ReadOnlySpan<(string, List<(Id?, Id, string)>)>)[("in", inputs), ("out", answers)])
        {
            foreach (var (batch, one, name) in files)
            {
                if (!groups.TryGetValue(batch ?? one, out var cases)) groups[batch ?? one] = cases = new SortedDictionary<Id, YamlMappingNode>(Id.Order);
                if (!cases.TryGetValue(one, out var node)) cases[one] = node = [];
                if (!node.Children.TryAdd(key, name)) conversion.Fault(place, $"{name} and {node.Children[key]} are the same case's: list the cases under test_cases");
            }
        }

        foreach (var node in groups.Values.SelectMany(c => c.Values).Where(n => !n.Children.ContainsKey("in"))) conversion.Fault(place, $"{node.Children["out"]} has no input that the pattern finds: list the cases under test_cases");
        var batches = inputs.Concat(answers).Select(f => f.Batch).OfType<Id>().ToHashSet();
        var list = new YamlSequenceNode();
        foreach (var (id, cases) in groups) list.Add(batches.Contains(id) ? new YamlMappingNode("batched", new YamlSequenceNode(cases.Values)) : cases.Values.First());
        return list;
    }

    /// <summary>One number for each, where they are given.</summary>
    private static void Points(Conversion conversion, YamlMappingNode given, YamlSequenceNode list)
    {
        if (!given.Children.TryGetValue("case_points", out var node) || DmojYaml.IsNothing(node)) return;
        if (node is not YamlSequenceNode points || points.Children.Count != list.Children.Count)
            conversion.Fault(DmojYaml.At(node), $"case_points must be a list of {list.Children.Count} numbers, one for each case or batch");
        else foreach (var (one, worth) in list.Children.Zip(points.Children)) ((YamlMappingNode)one).Children["points"] = worth;
    }

    /// <summary>A number, or a name where it is none; names go first.</summary>
    private sealed record Id(long? Number, string Name)
    {
        public static readonly Comparer<Id> Order = Comparer<Id>.Create((a, b) => Nullable.Compare(a.Number, b.Number) is var order and not 0 ? order : string.CompareOrdinal(a.Name, b.Name));

        public static Id Of(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new Id(number, "") : new Id(null, text);
    }
}
