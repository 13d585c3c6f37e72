using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>The tests of a Polygon package, with their groups and points.</summary>
internal static partial class PolygonTests
{
    private const int MostTests = 10_000;

    /// <summary>The test set that is judged: the one named tests, or the first.</summary>
    public static XElement? MainSet(XElement judging)
    {
        var sets = judging.Elements("testset").ToList();
        return sets.Find(s => s.Attribute("name")?.Value == "tests") ?? sets.FirstOrDefault();
    }

    /// <returns>Whether points are given.</returns>
    public static bool Convert(Conversion conversion, XElement judging)
    {
        if (MainSet(judging) is not { } set)
        {
            conversion.Fault(Conversion.At(PolygonConverter.File, judging.Line()), "there is no testset");
            return false;
        }

        if (judging.Elements("testset").Count() > 1) conversion.Note($"only the testset '{set.Attribute("name")?.Value}' is judged; the others are left out");
        var tests = Tests(conversion, set);
        var scoring = set.Element("groups") is not null && tests.Exists(t => t.Case.Points > 0) || set.Elements("groups").Elements("group").Any(g => Number(g, "points") > 0);
        foreach (var test in tests.Where(t => t.IsSample)) GroupWriter.WriteCase(conversion, "sample", test.Case);
        // A sample that is worth points, or that a group's verdict needs, counts where the setter has put it, too.
        var secret = tests.Where(t => !t.IsSample || scoring && t.Group is not null && GroupIsWorth(set, tests, t.Group)).ToList();
        if (!scoring && secret.TrueForAll(t => t.Group is null))
            foreach (var test in secret) GroupWriter.WriteCase(conversion, "secret", test.Case);
        else
            GroupWriter.Write(conversion, Groups(conversion, set, secret), scoring);
        return scoring;
    }

    private static List<PolygonTest> Tests(Conversion conversion, XElement set)
    {
        var input = Pattern(conversion, set, "input-path-pattern", "tests/%02d");
        var answer = Pattern(conversion, set, "answer-path-pattern", "tests/%02d.a");
        var elements = set.Elements("tests").Elements("test").ToList();
        var count = elements.Count > 0 ? elements.Count : (int)Number(set.Element("test-count"));
        if (count is 0 or > MostTests) conversion.Fault(Conversion.At(PolygonConverter.File, set.Line()), $"has {count} tests; 1 to {MostTests} are possible");
        if (input is null || answer is null || count > MostTests) return [];
        var tests = new List<PolygonTest>();
        var missing = 0;
        for (var i = 1; i <= count; i++)
        {
            var element = i <= elements.Count ? elements[i - 1] : null;
            var (from, to) = (conversion.TryFind(Fill(input, i)), conversion.TryFind(Fill(answer, i)));
            foreach (var (path, name) in (ReadOnlySpan<(string?, string)>)[(from, Fill(input, i)), (to, Fill(answer, i))])
            {
                if (path is null && ++missing <= 10) conversion.Fault(Conversion.At(PolygonConverter.File, (element ?? set).Line()), $"{name} is missing; a full package has all tests and answers");
            }

            var group = element?.Attribute("group")?.Value is { Length: > 0 } name2 ? name2 : null;
            var sample = element?.Attribute("sample")?.Value == "true";
            tests.Add(new PolygonTest(new CasePlan(i.ToString(count > 99 ? "000" : "00", CultureInfo.InvariantCulture), from, to, Number(element, "points")), group, sample));
        }

        if (missing > 10) conversion.Fault(PolygonConverter.File, $"{missing - 10} more files of tests are missing");
        return conversion.HasFaults ? [] : tests;
    }

    private static List<GroupPlan> Groups(Conversion conversion, XElement set, List<PolygonTest> tests)
    {
        var declared = set.Elements("groups").Elements("group").Where(g => g.Attribute("name") is not null).GroupBy(g => g.Attribute("name")!.Value, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var groups = new List<GroupPlan>();
        foreach (var group in tests.GroupBy(t => t.Group ?? "", StringComparer.Ordinal))
        {
            declared.TryGetValue(group.Key, out var element);
            var cases = group.Select(t => t.Case).ToList();
            var complete = element?.Attribute("points-policy")?.Value == "complete-group";
            // The group's own points, or where it has none those of its tests together.
            double? points = !complete ? null : element!.Attribute("points") is not null ? Number(element, "points") : cases.Sum(c => c.Points);
            var requires = element?.Elements("dependencies").Elements("dependency").Select(d => d.Attribute("group")?.Value ?? "").ToList() ?? [];
            foreach (var unknown in requires.Where(r => !declared.ContainsKey(r)))
                conversion.Fault(Conversion.At(PolygonConverter.File, element!.Line()), $"group '{group.Key}' depends on '{unknown}', which is none");
            // A group of samples alone is no group of secret cases.
            groups.Add(new GroupPlan(group.Key.Length > 0 ? group.Key : "rest", points, [.. requires.Select(r => tests.Exists(t => t.Group == r) ? r : GroupWriter.Samples).Distinct(StringComparer.Ordinal)], cases));
        }

        return InOrder(conversion, groups);
    }

    /// <summary>A group after those that it needs, as they are otherwise.</summary>
    private static List<GroupPlan> InOrder(Conversion conversion, List<GroupPlan> groups)
    {
        var (left, done) = (groups.ToList(), new List<GroupPlan>());
        while (left.Count > 0)
        {
            var next = left.Find(g => g.Requires.All(r => !left.Exists(l => l.Name == r)));
            if (next is null)
            {
                conversion.Fault(PolygonConverter.File, $"groups depend on each other: {string.Join(", ", left.Select(g => g.Name))}");
                return [];
            }

            left.Remove(next);
            done.Add(next);
        }

        return done;
    }

    private static bool GroupIsWorth(XElement set, List<PolygonTest> tests, string group) =>
        tests.Exists(t => t.Group == group && t.Case.Points > 0) || set.Elements("groups").Elements("group").Any(g => g.Attribute("name")?.Value == group && Number(g, "points") > 0);

    private static string? Pattern(Conversion conversion, XElement set, string name, string otherwise)
    {
        var element = set.Element(name);
        var pattern = element?.Value.Trim() ?? otherwise;
        if (PatternSyntax().IsMatch(pattern)) return pattern;
        conversion.Fault(Conversion.At(PolygonConverter.File, (element ?? set).Line()), $"{name} must hold one %d, such as tests/%02d");
        return null;
    }

    private static string Fill(string pattern, int number) => PatternNumber().Replace(
        pattern, m => number.ToString(CultureInfo.InvariantCulture).PadLeft(m.Groups["width"].Length > 0 ? int.Parse(m.Groups["width"].ValueSpan, CultureInfo.InvariantCulture) : 0, '0'));

    private static double Number(XElement? element, string attribute) => Number(element?.Attribute(attribute)?.Value);

    private static double Number(XElement? element) => Number(element?.Value);

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1e6 ? number : 0;

    [GeneratedRegex("^[^%]*%0?[1-9]?d[^%]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PatternSyntax();

    [GeneratedRegex("%0?(?<width>[1-9]?)d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PatternNumber();

    private sealed record PolygonTest(CasePlan Case, string? Group, bool IsSample);
}
