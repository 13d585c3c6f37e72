using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>A test: its files, the group it names, and whether it is shown.</summary>
internal sealed record PolygonTest(CasePlan Case, string? Group, bool IsSample, int Line);

/// <summary>The tests of a Polygon package.</summary>
internal static partial class PolygonTests
{
    private const int MostTests = 10_000;

    /// <summary>The test set that is judged: the one named tests, or the first.</summary>
    public static XElement? MainSet(XElement judging)
    {
        var sets = judging.Elements("testset").ToList();
        return sets.Find(s => s.Attribute("name")?.Value == "tests") ?? sets.FirstOrDefault();
    }

    /// <param name="conversion">Of the package.</param>
    /// <param name="judging">Its element of that name.</param>
    /// <param name="validated">Whether there is a validator, which is told the test's set and group as testlib has it.</param>
    /// <returns>Whether points are given.</returns>
    public static bool Convert(Conversion conversion, XElement judging, bool validated)
    {
        if (MainSet(judging) is not { } set)
        {
            conversion.Fault(Conversion.At(PolygonConverter.File, judging.Line()), "there is no testset");
            return false;
        }

        if (judging.Elements("testset").Count() > 1) conversion.Note($"only the testset '{set.Attribute("name")?.Value}' is judged; the others are left out");
        var tests = Tests(conversion, set);
        var groups = PolygonGroups.Read(conversion, set, tests);
        var scoring = tests.Exists(t => t.Case.Points > 0) || groups.Exists(g => g.Points > 0);
        if (scoring) PolygonGroups.CheckPoints(conversion, groups, tests);
        if (conversion.HasFaults) return scoring;
        if (validated)
        {
            var testset = JsonSerializer.Serialize(set.Attribute("name")?.Value ?? "tests");
            conversion.Write("data/test_group.yaml", $"input_validator_args: [--testset, {testset}]\n");
            tests = [.. tests.Select(t => t.Group is null ? t : t with { Case = t.Case with { InputArguments = $"[--testset, {testset}, --group, {JsonSerializer.Serialize(t.Group)}]" } })];
        }

        foreach (var test in tests.Where(t => t.IsSample)) GroupWriter.WriteCase(conversion, "sample", test.Case);
        if (scoring || tests.Exists(t => !t.IsSample && t.Group is not null)) GroupWriter.Write(conversion, PolygonGroups.Plan(conversion, groups, tests, scoring), scoring);
        else foreach (var test in tests.Where(t => !t.IsSample)) GroupWriter.WriteCase(conversion, "secret", test.Case);
        return scoring;
    }

    /// <summary>The number an attribute holds; null when there is none, and after a fault when it is no number of points.</summary>
    public static double? Points(Conversion conversion, XElement? element)
    {
        if (element?.Attribute("points")?.Value is not { } text) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 1e6) return number;
        conversion.Fault(Conversion.At(PolygonConverter.File, element.Line()), $"points '{(text.Length > 40 ? text[..40] : text)}' must be a number between 0 and 1000000");
        return null;
    }

    private static List<PolygonTest> Tests(Conversion conversion, XElement set)
    {
        var input = Pattern(conversion, set, "input-path-pattern", "tests/%02d");
        var answer = Pattern(conversion, set, "answer-path-pattern", "tests/%02d.a");
        var elements = set.Elements("tests").Elements("test").ToList();
        var count = Count(conversion, set, elements.Count);
        if (count is 0 or > MostTests) conversion.Fault(Conversion.At(PolygonConverter.File, set.Line()), $"has {count} tests; 1 to {MostTests} are possible");
        if (input is null || answer is null || count > MostTests) return [];
        var tests = new List<PolygonTest>();
        var missing = 0;
        for (var i = 1; i <= count; i++)
        {
            var element = i <= elements.Count ? elements[i - 1] : null;
            var line = (element ?? set).Line();
            var (from, to) = (conversion.TryFind(Fill(input, i)), conversion.TryFind(Fill(answer, i)));
            foreach (var (path, name) in (ReadOnlySpan<(string?, string)>)[(from, Fill(input, i)), (to, Fill(answer, i))])
            {
                if (path is null && ++missing <= 10) conversion.Fault(Conversion.At(PolygonConverter.File, line), $"{name} is missing; a full package has all tests and answers");
            }

            var plan = new CasePlan(i.ToString(count > 99 ? "000" : "00", CultureInfo.InvariantCulture), from, to, Points(conversion, element) ?? 0);
            tests.Add(new PolygonTest(plan, element?.Attribute("group")?.Value is { Length: > 0 } group ? group : null, element?.Attribute("sample")?.Value == "true", line));
        }

        if (missing > 10) conversion.Fault(PolygonConverter.File, $"{missing - 10} more files of tests are missing");
        if (conversion.TryFind(Fill(input, count + 1)) is not null)
            conversion.Fault(Conversion.At(PolygonConverter.File, set.Line()), $"{Fill(input, count + 1)} is there, but problem.xml has {count} tests: list it, or take it out");
        return tests;
    }

    /// <summary>How many tests there are: as many as are listed, which is what test-count says.</summary>
    private static int Count(Conversion conversion, XElement set, int listed)
    {
        if (set.Element("test-count") is not { } element) return listed;
        var place = Conversion.At(PolygonConverter.File, element.Line());
        if (!int.TryParse(element.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) conversion.Fault(place, "test-count must be a number");
        else if (listed > 0 && count != listed) conversion.Fault(place, $"test-count is {count}, but {listed} tests are listed");
        return listed > 0 ? listed : count;
    }

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

    [GeneratedRegex("^[^%]*%0?[1-9]?d[^%]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PatternSyntax();

    [GeneratedRegex("%0?(?<width>[1-9]?)d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PatternNumber();
}
