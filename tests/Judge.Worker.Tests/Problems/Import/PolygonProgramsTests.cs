namespace Judge.Worker.Tests.Problems.Import;

/// <summary>The programs of a Polygon package: what they mean there is what they mean here, or the package is refused.</summary>
public sealed class PolygonProgramsTests
{
    private const string Interactor = "#include \"testlib.h\"\n// writes nothing to tout\nint main(int argc, char **argv) { registerInteraction(argc, argv); quitf(_ok, \"ok\"); }\n";

    [Theory]
    [InlineData("#include \"testlib.h\"\nint main(int argc, char **argv) { registerInteraction(argc, argv); tout << 1; }\n")]
    [InlineData("#include <fstream>\nint main(int, char **names) { std::ofstream out(names[2]); }\n")]
    [InlineData("#include <fstream>\nint main(int c, char* v[]) { int a[3]; std::ofstream out(v [ 2 ]); }\n")]
    public void An_interactor_that_leaves_the_decision_to_a_checker_is_refused(string interactor)
    {
        using var source = Interactive(interactor);
        Assert.StartsWith("problem.xml:22: the interactor writes a file for the checker after it (tout)", Assert.Single(source.Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Interactor)]
    [InlineData("#include <fstream>\nint main(int, char **names) { int some[3]; some[2] = 1; std::ifstream in(names[1]); }\n")]
    public void The_checker_after_an_interactor_that_decides_is_left_out_with_a_note(string interactor)
    {
        using var source = Interactive(interactor);
        var files = source.Converted(out _, out var notes);
        Assert.Contains("validation: custom interactive\n", files["problem.yaml"], StringComparison.Ordinal);
        Assert.Contains("the checker is left out: the interactor's exit code decides, and it writes nothing that a checker could look at", notes, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("input-file=\"\"", "input-file=\"\" run-count=\"2\"", "problem.xml:5: run-count is '2'")]
    [InlineData("output-file=\"\"", "output-file=\"out.txt\"", "problem.xml:5: output-file is 'out.txt'")]
    [InlineData("output-file=\"\"", "output-file=\"\" treat-points-from-checker-as-percent=\"true\"", "problem.xml:5: treat-points-from-checker-as-percent is true")]
    [InlineData("<tag value=\"math\"/>", "<tag value=\"run-twice\"/>", "the tag run-twice says")]
    [InlineData("<file path=\"files/olymp.sty\"/>", "<file path=\"files/grader.cpp\" type=\"cpp.g++17\"><stages><stage name=\"COMPILE\"/></stages><assets><asset name=\"SOLUTION\"/></assets></file>", "problem.xml:19: files/grader.cpp goes with every solution (a grader)")]
    [InlineData("<solutions>", "<scorer><source path=\"files/scorer.cpp\"/></scorer><solutions>", "a scorer is not supported")]
    [InlineData("std::wcmp.cpp\" type=\"testlib\"><source path=\"files/check.cpp\"", "std::uncmp.cpp\" type=\"testlib\"><source path=\"files/uncmp.cpp\"", "problem.xml:22: the checker std::uncmp.cpp is not known here, and its source is not in the package")]
    public void What_would_change_the_verdicts_is_refused(string there, string instead, string fault)
    {
        using var source = ForeignPackage.Polygon();
        var xml = File.ReadAllText(Path.Combine(source.Path, "problem.xml"));
        Assert.Contains(there, xml, StringComparison.Ordinal);
        source.Write("problem.xml", xml.Replace(there, instead, StringComparison.Ordinal));
        Assert.Contains(fault, Assert.Single(source.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_single_run_is_what_is_done()
    {
        using var source = ForeignPackage.Polygon();
        source.Write("problem.xml", File.ReadAllText(Path.Combine(source.Path, "problem.xml")).Replace("input-file=\"\"", "input-file=\"\" run-count=\"1\"", StringComparison.Ordinal));
        Assert.Equal("twice-the-number", source.Import().Slug);
    }

    [Fact]
    public void Programs_may_print_twice_the_largest_answer()
    {
        using var source = ForeignPackage.Polygon();
        source.Write("tests/03.a", new string('1', 5 << 20)).Converted(out var package, out _);
        Assert.Equal(10, package.OutputMb);
    }

    [Theory]
    [InlineData("acmp", "const double EPS = 1E-6;\nif (fabs(ja - pa) > EPS)", "float_absolute_tolerance 1e-6")]
    [InlineData("rcmp6", "const double EPS = 1E-6;\nif (!doubleCompare(j, p, EPS))", "float_tolerance 1e-6")]
    [InlineData("acmp", "#define EPS 1E-6\nif (fabs(ja - pa) / max(1.0, fabs(ja)) > EPS)", null)]
    public void What_a_checker_of_numbers_allows_is_read_from_its_source(string name, string text, string? flags)
    {
        using var source = ForeignPackage.Polygon($"<checker name=\"std::{name}.cpp\" type=\"testlib\">");
        var files = source.Write("files/check.cpp", text).Converted(out _, out _);
        Assert.Equal(flags, files["problem.yaml"].Split('\n').FirstOrDefault(l => l.StartsWith("validator_flags: ", StringComparison.Ordinal))?["validator_flags: ".Length..]);
        Assert.Equal(flags is null, files.ContainsKey("output_validators/checker/check.cpp"));
    }

    [Fact]
    public void A_checker_that_gives_points_needs_tests_that_have_some()
    {
        const string Checker = "<checker type=\"testlib\">";
        using var pass = ForeignPackage.Polygon(Checker);
        using var points = ForeignPackage.Polygon(Checker, "<test points=\"40\"/><test points=\"60\"/><test/><test/>");
        using var together = ForeignPackage.Polygon(Checker, "<test points=\"40\" group=\"1\"/><test points=\"60\" group=\"1\"/><test/><test/>", "<groups><group name=\"1\" points-policy=\"complete-group\"/></groups>");
        foreach (var source in (ForeignPackage[])[pass, points, together]) source.Write("files/check.cpp", "#include \"testlib.h\"\nint main() { quitp(5); }\n");
        Assert.Contains("problem.xml:22: the checker gives points", Assert.Single(pass.Faults()), StringComparison.Ordinal);
        Assert.Contains("problem.xml:22: the checker gives points (quitp, _points, _pc or _partially), and there is a complete-group", Assert.Single(together.Faults()), StringComparison.Ordinal);
        Assert.True(points.Converted(out var package, out _).ContainsKey("output_validators/checker/check.cpp"));
        Assert.True(package.Scoring!.CheckersScore);
    }

    private static ForeignPackage Interactive(string interactor)
    {
        var source = ForeignPackage.Polygon("<interactor><source path=\"files/inter.cpp\" type=\"cpp.g++17\"/></interactor><checker name=\"std::ncmp.cpp\" type=\"testlib\">");
        return source.Write("files/inter.cpp", interactor);
    }
}
