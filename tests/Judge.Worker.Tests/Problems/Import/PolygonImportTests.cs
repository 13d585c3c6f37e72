using Judge.Worker.Problems;
using Judge.Worker.Problems.Import;

namespace Judge.Worker.Tests.Problems.Import;

public sealed class PolygonImportTests
{
    [Fact]
    public void A_full_package_becomes_one_of_ours_file_by_file()
    {
        using var source = ForeignPackage.Polygon();
        var files = source.Converted(out var package, out var notes);
        Assert.Equal("""
            problem_format_version: 2023-07-draft
            name: "Twice the Number"
            keywords: ["math"]
            limits:
              time_limit: 1.5
              memory: 64
            validator_flags: case_sensitive

            """, files["problem.yaml"]);
        Assert.Equal("""
            Given $n$, print **twice** $n$.

            ## Input

            One number $n$ ($1 \le n \le 20$).

            ## Output

            One number — $2n$.

            """, files["statement/problem.en.md"]);
        Assert.Equal("mixed/maybe.py: {permitted: [AC, TLE]}\n", files["submissions/submissions.yaml"]);
        Assert.Equal(
            [
                "data/sample/01.ans", "data/sample/01.in", "data/secret/02.ans", "data/secret/02.in", "data/secret/03.ans", "data/secret/03.in", "data/secret/04.ans", "data/secret/04.in", "data/test_group.yaml",
                "input_validators/validator/testlib.h", "input_validators/validator/val.cpp", "problem.yaml", "statement/problem.en.md",
                "submissions/accepted/good.py", "submissions/accepted/main.cpp", "submissions/mixed/maybe.py", "submissions/submissions.yaml", "submissions/wrong_answer/same.py",
            ],
            files.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(("5\n", "10\n"), (files["data/sample/01.in"], files["data/sample/01.ans"]));
        Assert.Equal(("Twice the Number", TimeSpan.FromSeconds(1.5), 64), (package.Title, package.TimeLimit, package.MemoryMb));
        Assert.Equal((PackageFormat.Polygon, "twice-the-number"), (source.Import().Format, source.Import().Slug));
        Assert.Contains("old.dpr", Assert.Single(notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_checker_of_its_own_comes_along_with_what_it_includes()
    {
        using var source = ForeignPackage.Polygon("<checker type=\"testlib\">");
        var files = source.Converted(out _, out _);
        Assert.EndsWith("validation: custom\njudge: {checker_style: testlib}\n", files["problem.yaml"], StringComparison.Ordinal);
        Assert.Equal(ForeignPackage.Testlib, files["output_validators/checker/testlib.h"]);
        Assert.Contains("output_validators/checker/check.cpp", files.Keys);
    }

    [Theory]
    [InlineData("wcmp", "case_sensitive")]
    [InlineData("hcmp", "case_sensitive")]
    [InlineData("nyesno", null)]
    [InlineData("rcmp6", "float_tolerance 1e-6")]
    [InlineData("acmp", "float_absolute_tolerance 1.5e-6")]
    [InlineData("rcmp", "float_absolute_tolerance 1.5e-6")]
    public void A_checker_of_testlib_with_the_default_validators_semantics_becomes_that(string name, string? flags)
    {
        using var source = ForeignPackage.Polygon($"<checker name=\"std::{name}.cpp\" type=\"testlib\">");
        var files = source.Converted(out _, out _);
        Assert.DoesNotContain("validation", files["problem.yaml"].Replace("validator_flags", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(flags, files["problem.yaml"].Split('\n').FirstOrDefault(l => l.StartsWith("validator_flags: ", StringComparison.Ordinal))?["validator_flags: ".Length..]);

        source.Write("files/check.cpp", $"// std::{name}.cpp\nint main() {{}}\n").Write("problem.xml", File.ReadAllText(Path.Combine(source.Path, "problem.xml")).Replace($" name=\"std::{name}.cpp\"", "", StringComparison.Ordinal));
        Assert.Equal(files["problem.yaml"], source.Converted(out _, out _)["problem.yaml"]);
    }

    [Theory]
    [InlineData("std::lcmp.cpp")]
    [InlineData("std::fcmp.cpp")]
    [InlineData("wcmp.cpp")]
    public void One_that_looks_at_lines_or_only_sounds_alike_stays_a_program(string name)
    {
        using var source = ForeignPackage.Polygon($"<checker name=\"{name}\" type=\"testlib\">");
        Assert.Contains("output_validators/checker/check.cpp", source.Converted(out _, out _).Keys);
    }

    [Fact]
    public void Groups_become_folders_with_points_and_dependencies()
    {
        using var source = ForeignPackage.Polygon(
            tests: "<test sample=\"true\" group=\"0\"/><test group=\"big\" points=\"0\"/><test group=\"each\" points=\"15\"/><test group=\"each\" points=\"25\"/>",
            groups: """
                <groups>
                  <group name="0" points="0.0" points-policy="complete-group"/>
                  <group name="big" points="60.0" points-policy="complete-group"><dependencies><dependency group="each"/><dependency group="0"/></dependencies></group>
                  <group name="each" points-policy="each-test"/>
                </groups>
                """);
        var files = source.Converted(out var package, out _);
        Assert.Contains("type: scoring\n", files["problem.yaml"], StringComparison.Ordinal);
        Assert.Equal("scoring:\n  score: 100\n  aggregation: sum\n", files["data/secret/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 40\n  aggregation: sum\n", files["data/secret/01-each/test_group.yaml"]);
        Assert.Equal("scoring:\n  score: 15\n  aggregation: min\n", files["data/secret/01-each/03/test_group.yaml"]);
        Assert.Equal("input_validator_args: [--testset, \"tests\"]\n", files["data/test_group.yaml"]);
        Assert.Equal("input_validator_args: [--testset, \"tests\", --group, \"each\"]\n", files["data/secret/01-each/03/03.yaml"]);
        Assert.Equal("scoring:\n  score: 60\n  aggregation: min\n  require_pass: [secret/01-each, sample]\n", files["data/secret/02-big/test_group.yaml"]);
        Assert.Equal(["sample/01", "secret/01-each/03/03", "secret/01-each/04/04", "secret/02-big/02"], package.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Equal(100, package.Scoring!.Root.FullScore(package.Scoring.CheckersScore));
    }

    [Fact]
    public void Every_fault_is_told_with_its_line()
    {
        using var source = ForeignPackage.Polygon("<checker type=\"testlib\">");
        var xml = File.ReadAllText(Path.Combine(source.Path, "problem.xml"))
            .Replace("input-file=\"\"", "input-file=\"in.txt\"", StringComparison.Ordinal).Replace("1500", "soon", StringComparison.Ordinal)
            .Replace("files/check.cpp", "../../etc/passwd.cpp", StringComparison.Ordinal).Replace("files/val.cpp", "files/val.java", StringComparison.Ordinal);
        source.Write("problem.xml", xml);
        File.Delete(Path.Combine(source.Path, "tests/03.a"));
        Assert.Equal(
            [
                "problem.xml:5: input-file is 'in.txt': programs read standard input and write standard output here",
                "problem.xml:7: time-limit must be milliseconds between 50 and 60000",
                "problem.xml:13: tests/03.a is missing; a full package has all tests and answers",
                "problem.xml:22: '../../etc/passwd.cpp' must be a plain relative path without '..'",
                "problem.xml:23: the validator files/val.java is not C++ (cpp.g++17)",
            ],
            source.Faults().OrderBy(f => int.Parse(f.Split(':')[1])), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("<!DOCTYPE problem [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><problem>&b;</problem>", "DTD")]
    [InlineData("<!DOCTYPE problem [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><problem>&a;</problem>", "DTD")]
    [InlineData("<problem><judging></problem>", "not XML")]
    [InlineData("<problem>DEEP", "nested too deeply")]
    [InlineData("<problem>LONG</problem>", "not XML")]
    [InlineData("<contest><judging/></contest>", "must be a <problem>")]
    [InlineData("", "not XML")]
    public void Xml_that_is_made_to_break_its_reader_is_a_fault(string xml, string part)
    {
        using var source = new ForeignPackage();
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        source.Write("problem.xml", xml.Replace("DEEP", deep, StringComparison.Ordinal).Replace("LONG", new string('x', 5 << 20), StringComparison.Ordinal));
        var fault = Assert.Single(source.Faults());
        Assert.Matches("^problem\\.xml:[0-9]+: ", fault);
        Assert.Contains(part, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_ends_become_line_feeds_wherever_a_buffer_ends()
    {
        using var source = ForeignPackage.Polygon();
        // 81920 bytes are read at a time: the first ends between the two, the second with a carriage return of its own.
        source.Write("tests/02", $"{new string('x', 81919)}\r\n{new string('y', 81918)}\r{new string('z', 10)}\r\n\r\n\n");
        Assert.Equal($"{new string('x', 81919)}\n{new string('y', 81918)}\n{new string('z', 10)}\n\n\n", source.Converted(out _, out _)["data/secret/02.in"]);
    }

    [Fact]
    public void Half_of_a_surrogate_pair_in_the_statement_is_a_fault()
    {
        using var source = ForeignPackage.Polygon();
        foreach (var sections in Directory.GetDirectories(source.Path, "statement-sections")) Directory.Delete(sections, recursive: true);
        source.Write("statements/english/problem-properties.json", """{"legend":"\ud800"}""");
        Assert.Contains("problem-properties.json", Assert.Single(source.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_in_the_source_is_not_followed()
    {
        using var source = ForeignPackage.Polygon();
        File.Delete(Path.Combine(source.Path, "tests/02"));
        File.CreateSymbolicLink(Path.Combine(source.Path, "tests/02"), "/etc/passwd");
        Assert.Contains("tests/02 is missing", Assert.Single(source.Faults()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\begin{itemize}\n\\item one\n\\item \\emph{two}\n\\end{itemize}", "- one\n\n- *two*\n")]
    [InlineData("a_b costs 5\\% --- $$$x_1$$$ % note", "a\\_b costs 5% — $x_1$\n")]
    [InlineData("\\texttt{x_1} <<q>> \\unknown{kept} \\includegraphics[width=3cm]{p.png}", "`x_1` «q» kept *(figure p.png)*\n")]
    [InlineData("\\begin{verbatim}\na  *b*\n\\end{verbatim}", "```\na  *b*\n```\n")]
    [InlineData("\\problemname{Sum}\n\\illustration{0.4}{p.png}{Two} numbers.\n\\section*{Input}\nOne line.", "*(figure p.png)* Two numbers.\n\n## Input\n\nOne line.\n")]
    [InlineData("\\(a \\le b\\) and \\[x\\]", "$a \\le b$ and $$x$$\n")]
    [InlineData("\\textbf{\\textit{deep} } {{{ $open", "***deep*** \\$open\n")]
    public void Tex_becomes_markdown(string tex, string markdown) => Assert.Equal(markdown, TexMarkdown.Convert(tex).Replace("- one\n- ", "- one\n\n- ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).Replace("a *b*", "a  *b*", StringComparison.Ordinal));

    [Fact]
    public void Without_any_known_file_all_three_are_named()
    {
        using var source = new ForeignPackage().Write("readme", "");
        Assert.Contains("problem.xml (Polygon) or init.yml (DMOJ)", Assert.Single(source.Faults()), StringComparison.Ordinal);
    }
}
