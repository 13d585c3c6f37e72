namespace Judge.Worker.Tests.Problems.Import;

/// <summary>Points and groups of a Polygon package: converted so that they add up as there, or refused.</summary>
public sealed class PolygonScoringTests
{
    private const string Grouped = "<test sample=\"true\" group=\"0\"/><test group=\"1\" points=\"30\"/><test group=\"2\" points=\"40\"/><test group=\"2\" points=\"30\"/>";

    [Fact]
    public void Points_without_groups_make_a_scoring_problem_in_which_each_test_counts()
    {
        using var source = ForeignPackage.Polygon(tests: "<test sample=\"true\" points=\"0.0\"/><test points=\"12.5\"/><test points=\"27.5\" sample=\"true\"/><test points=\"60\"/>");
        var files = source.Converted(out var package, out _);
        Assert.Contains("type: scoring\n", files["problem.yaml"], StringComparison.Ordinal);
        Assert.Equal("scoring:\n  score: 100\n  aggregation: sum\n", files["data/secret/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 12.5\n  aggregation: min\n", files["data/secret/01-rest/02/test_group.yaml"]);
        // The first sample is worth nothing, the second counts.
        Assert.Equal(["sample/01", "sample/03", "secret/01-rest/02/02", "secret/01-rest/03/03", "secret/01-rest/04/04"], package.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal(100, package.Scoring!.Root.FullScore(package.Scoring.CheckersScore));
    }

    [Fact]
    public void Groups_that_are_declared_nowhere_are_groups_in_which_each_test_counts()
    {
        using var source = ForeignPackage.Polygon(tests: Grouped);
        var files = source.Converted(out var package, out _);
        Assert.Equal("scoring:\n  score: 30\n  aggregation: sum\n", files["data/secret/01-1/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 70\n  aggregation: sum\n", files["data/secret/02-2/test_group.yaml"]);
        Assert.Equal(100, package.Scoring!.Root.FullScore(package.Scoring.CheckersScore));
    }

    [Fact]
    public void A_group_of_some_samples_that_another_needs_is_judged_as_a_whole()
    {
        using var source = ForeignPackage.Polygon(
            tests: "<test sample=\"true\" group=\"0\"/><test group=\"0\"/><test group=\"1\" points=\"100\" sample=\"true\"/><test group=\"rest\" points=\"0\"/>",
            groups: "<groups><group name=\"0\"/><group name=\"1\"><dependencies><dependency group=\"0\"/></dependencies></group><group name=\"rest\"/><group name=\"none\"/></groups>");
        var files = source.Converted(out var package, out var notes);
        Assert.Equal("scoring:\n  score: 100\n  aggregation: sum\n  require_pass: [secret/01-0]\n", files["data/secret/02-1/test_group.yaml"]);
        Assert.Equal(["sample/01", "sample/03", "secret/01-0/01/01", "secret/01-0/02/02", "secret/02-1/03/03", "secret/03-rest/04/04"], package.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Contains("group 'none' has no tests; left out", notes, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("<group name=\"0\"/><group name=\"1\"/>", "problem.xml:13: the test is in group '2', which is not declared under groups")]
    [InlineData("<group name=\"0\"/><group name=\"1\"/><group name=\"2\" points=\"much\"/>", "problem.xml:15: points 'much' must be a number between 0 and 1000000")]
    [InlineData("<group name=\"0\"/><group name=\"1\"/><group name=\"2\" points-policy=\"best-test\"/>", "problem.xml:15: points-policy 'best-test' is not supported, only each-test and complete-group")]
    [InlineData("<group name=\"0\"/><group name=\"1\"/><group name=\"2\"/><group name=\"2\"/>", "problem.xml:15: there are two groups '2'")]
    [InlineData("<group name=\"0\"/><group name=\"1\"/><group name=\"2\"/><group/>", "problem.xml:15: the group has no name")]
    [InlineData("<group name=\"0\"/><group name=\"1\" points=\"30\"/><group name=\"2\" points=\"60\"/>", "problem.xml:15: group '2' is worth 60 points, its 2 tests 70 together: they must say the same")]
    [InlineData("<group name=\"0\"/><group name=\"1\"/><group name=\"2\"/><group name=\"3\" points=\"5\"/>", "problem.xml:15: group '3' is worth 5 points, its 0 tests 0 together: they must say the same")]
    [InlineData("<group name=\"0\"/><group name=\"1\"/><group name=\"2\"><dependencies><dependency group=\"9\"/></dependencies></group>", "problem.xml:15: group '2' depends on '9', which is none")]
    [InlineData("<group name=\"0\"/><group name=\"1\"><dependencies><dependency group=\"2\"/></dependencies></group><group name=\"2\"><dependencies><dependency group=\"1\"/></dependencies></group>", "problem.xml:15: groups depend on each other: 1, 2")]
    public void Groups_that_do_not_add_up_are_a_fault(string groups, string fault)
    {
        using var source = ForeignPackage.Polygon(tests: Grouped, groups: $"<groups>{groups}</groups>");
        Assert.Equal(fault, Assert.Single(source.Faults()));
    }

    [Fact]
    public void What_problem_xml_says_of_its_tests_is_what_is_there()
    {
        using var source = ForeignPackage.Polygon(tests: "<test points=\"1,5\"/><test/><test/>");
        Assert.Equal(
            [
                "problem.xml:6: tests/04 is there, but problem.xml has 3 tests: list it, or take it out",
                "problem.xml:9: test-count is 4, but 3 tests are listed",
                "problem.xml:13: points '1,5' must be a number between 0 and 1000000",
            ],
            source.Faults().OrderBy(f => int.Parse(f.Split(':')[1])), StringComparer.Ordinal);
    }
}
