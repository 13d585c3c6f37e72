using System.Globalization;
using System.Xml.Linq;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>A group of tests.</summary>
/// <param name="Name">Empty: the tests that are in none.</param>
/// <param name="Line">Where it is declared.</param>
/// <param name="Points">What problem.xml says it is worth; null: nothing of its own.</param>
/// <param name="IsWhole">Whether all of its tests have to be right; else each is worth its own points.</param>
/// <param name="Requires">Groups that must have been passed.</param>
internal sealed record PolygonGroup(string Name, int Line, double? Points, bool IsWhole, IReadOnlyList<string> Requires);

/// <summary>The groups of a Polygon package, what they are worth and which they need. Without a groups element each test counts for itself.</summary>
internal static class PolygonGroups
{
    private const double Rounding = 1e-6;

    public static List<PolygonGroup> Read(Conversion conversion, XElement set, List<PolygonTest> tests)
    {
        if (set.Element("groups") is not { } element) return [.. tests.Where(t => t.Group is not null).DistinctBy(t => t.Group, StringComparer.Ordinal).Select(t => new PolygonGroup(t.Group!, t.Line, null, false, []))];
        var groups = new List<PolygonGroup>();
        foreach (var group in element.Elements("group"))
        {
            var (name, place) = (group.Attribute("name")?.Value ?? "", Conversion.At(PolygonConverter.File, group.Line()));
            var policy = group.Attribute("points-policy")?.Value ?? "each-test";
            if (name.Length == 0) conversion.Fault(place, "the group has no name");
            else if (groups.Exists(g => g.Name == name)) conversion.Fault(place, $"there are two groups '{name}'");
            if (policy is not ("each-test" or "complete-group")) conversion.Fault(place, $"points-policy '{policy}' is not supported, only each-test and complete-group");
            List<string> requires = [.. group.Elements("dependencies").Elements("dependency").Select(d => d.Attribute("group")?.Value ?? "").Distinct(StringComparer.Ordinal)];
            groups.Add(new PolygonGroup(name, group.Line(), PolygonTests.Points(conversion, group), policy == "complete-group", requires));
        }

        foreach (var group in groups)
        {
            foreach (var unknown in group.Requires.Where(r => !groups.Exists(g => g.Name == r)))
                conversion.Fault(Conversion.At(PolygonConverter.File, group.Line), $"group '{group.Name}' depends on '{unknown}', which is none");
        }

        foreach (var test in tests.Where(t => t.Group is not null && !groups.Exists(g => g.Name == t.Group)).DistinctBy(t => t.Group, StringComparer.Ordinal))
            conversion.Fault(Conversion.At(PolygonConverter.File, test.Line), $"the test is in group '{test.Group}', which is not declared under groups");
        return groups.TrueForAll(g => g.Requires.All(r => groups.Exists(o => o.Name == r))) ? InOrder(conversion, groups, tests) : groups;
    }

    /// <summary>What a group says it is worth is what its tests come to.</summary>
    public static void CheckPoints(Conversion conversion, List<PolygonGroup> groups, List<PolygonTest> tests)
    {
        foreach (var group in groups.Where(g => g.Points is not null))
        {
            var own = tests.Where(t => t.Group == group.Name).ToList();
            var sum = own.Sum(t => t.Case.Points);
            if (own.Count == 0 ? group.Points > 0 : Math.Abs(group.Points!.Value - sum) > Rounding && (sum > 0 || !group.IsWhole))
                conversion.Fault(Conversion.At(PolygonConverter.File, group.Line), string.Create(CultureInfo.InvariantCulture, $"group '{group.Name}' is worth {group.Points} points, its {own.Count} tests {sum} together: they must say the same"));
        }
    }

    /// <summary>Whether several tests earn points together. A test's own points are not known then, and what a checker gives for one has no measure.</summary>
    public static bool AnyEarnTogether(XElement set) => set.Elements("groups").Elements("group").Where(g => g.Attribute("points-policy")?.Value == "complete-group").Any(group =>
    {
        var tests = set.Elements("tests").Elements("test").Where(t => t.Attribute("group")?.Value == group.Attribute("name")?.Value).ToList();
        return tests.Count > 1 && tests.Append(group).Any(e => double.TryParse(e.Attribute("points")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && points > 0);
    });

    /// <summary>The groups of secret tests, in an order in which each comes after those it needs.</summary>
    public static List<GroupPlan> Plan(Conversion conversion, List<PolygonGroup> groups, List<PolygonTest> tests, bool scoring)
    {
        var samples = groups.Where(g => IsOfSamples(g, groups, tests)).Select(g => g.Name).ToHashSet(StringComparer.Ordinal);
        // A sample that is worth points, or that a group's verdict needs, counts where the setter has put it, too.
        var secret = tests.Where(t => !t.IsSample || scoring && (t.Group is { } group ? !samples.Contains(group) : t.Case.Points > 0)).ToList();
        var plans = new List<GroupPlan>();
        foreach (var group in groups.Where(g => !samples.Contains(g.Name)).Append(new PolygonGroup("", 0, null, false, [])))
        {
            List<CasePlan> cases = [.. secret.Where(t => (t.Group ?? "") == group.Name).Select(t => t.Case)];
            if (cases.Count > 0) plans.Add(new GroupPlan(group.Name, group.IsWhole ? group.Points ?? cases.Sum(c => c.Points) : null, [.. group.Requires.Select(r => samples.Contains(r) ? GroupWriter.Samples : r)], cases));
            else if (group.Name.Length > 0 && scoring) conversion.Note($"group '{group.Name}' has no tests; left out");
        }

        return plans;
    }

    /// <summary>Whether it is worth nothing and is what data/sample is: then that is enough of it, also for those that need it.</summary>
    private static bool IsOfSamples(PolygonGroup group, List<PolygonGroup> groups, List<PolygonTest> tests)
    {
        var own = tests.Where(t => t.Group == group.Name).ToList();
        return own.Count > 0 && own.TrueForAll(t => t is { IsSample: true, Case.Points: 0 }) && group.Points is not > 0
            && (own.Count == tests.Count(t => t.IsSample) || !groups.Exists(g => g.Requires.Contains(group.Name, StringComparer.Ordinal)));
    }

    /// <summary>In the order of their first tests, but for what they need.</summary>
    private static List<PolygonGroup> InOrder(Conversion conversion, List<PolygonGroup> groups, List<PolygonTest> tests)
    {
        int First(PolygonGroup group) => tests.FindIndex(t => t.Group == group.Name) is var index and >= 0 ? index : int.MaxValue;
        var (left, done) = (groups.OrderBy(First).ToList(), new List<PolygonGroup>());
        while (left.Count > 0)
        {
            var next = left.Find(g => g.Requires.All(r => !left.Exists(l => l.Name == r)));
            if (next is null)
            {
                conversion.Fault(Conversion.At(PolygonConverter.File, left.Min(g => g.Line)), $"groups depend on each other: {string.Join(", ", left.Select(g => g.Name))}");
                return groups;
            }

            left.Remove(next);
            done.Add(next);
        }

        return done;
    }
}
