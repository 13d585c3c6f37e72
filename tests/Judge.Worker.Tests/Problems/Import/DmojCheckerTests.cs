using System.Diagnostics;
using System.Text;

namespace Judge.Worker.Tests.Problems.Import;

/// <summary>DMOJ's checkers. The written validators run as the judge runs them; what DMOJ's own say of the same pairs is known from their source (judge-server, dmoj/checkers).</summary>
public sealed class DmojCheckerTests
{
    private const string Cases = "test_cases:\n- {in: 1.in, out: 1.out, points: 5}\n- {in: deep/2.in, out: deep/2.out, points: 5}\n- {in: 3.in, out: 3.out, points: 5}\n";

    [Theory]
    [InlineData("standard", "1  2\n\n3\n", "1 2\n3", true)]
    [InlineData("standard", "1 2 3\n", "1 2\n3\n", false)]
    [InlineData("standard", "Yes\n", "yes\n", false)]
    [InlineData("easy", "b A\n", "ab", true)]
    [InlineData("easy", "ab", "abb", false)]
    [InlineData("{name: floats, args: {precision: 3}}", "1.0005 x\r1e3\n", "1 x\n1000.9\n", true)]
    [InlineData("{name: floats, args: {precision: 3}}", "1.01\n", "1\n", false)]
    [InlineData("{name: floats, args: {precision: 3}}", "nan\n", "1\n", false)]
    [InlineData("{name: floatsabs, args: {precision: 1}}", "1000.5\n", "1000\n", false)]
    [InlineData("{name: floatsrel, args: {precision: 1}}", "1000.5 0 -10.9\n", "1000 0 -10\n", true)]
    [InlineData("floatsrel", "1.000002e-9\n", "1e-9\n", false)]
    [InlineData("{name: floatsrel, args: {precision: 6}}", "1.0000009e-9\n", "1e-9\n", true)]
    [InlineData("rstripped", "a \nb\n", "a\nb\n", true)]
    [InlineData("rstripped", " a\nb\n", "a\nb\n", false)]
    [InlineData("rstripped", "a\n\nb\n", "a\nb\n", false)]
    [InlineData("{name: rstripped, args: {filter_new_line: true}}", "a \n\nb", "a\nb\n", true)]
    [InlineData("sorted", "2 3\n1\n", "1\n2  3\n", true)]
    [InlineData("sorted", "3 2\n1\n", "1\n2 3\n", false)]
    [InlineData("{name: sorted, args: {split_on: whitespace}}", "3 2\n1\n", "1\n2 3\n", true)]
    [InlineData("unordered", "b\na", "a b", true)]
    [InlineData("unordered", "b a a", "a b", false)]
    public void A_checker_compares_as_dmojs_own(string checker, string output, string answer, bool right)
    {
        using var source = ForeignPackage.Dmoj($"checker: {checker}\n{Cases}");
        Assert.DoesNotContain("type: scoring", source.Converted(out _, out _)["problem.yaml"], StringComparison.Ordinal);
        Assert.Equal((right ? 42 : 43, null, null), Run(source, output, answer));
    }

    [Fact]
    public void Linecount_gives_a_share_of_the_points_for_right_lines()
    {
        using var source = ForeignPackage.Dmoj($"checker: linecount\n{Cases}");
        var files = source.Converted(out var package, out var notes);
        Assert.Equal(15, package.Scoring!.Root.FullScore(scored: false));
        Assert.Equal("scoring:\n  score: 5\n  aggregation: min\noutput_validator_args: [\"5\", keeps]\n", files["data/secret/02-case2/test_group.yaml"]);
        Assert.Equal(["5", "keeps"], package.Cases[1].ValidatorFlags, StringComparer.Ordinal);
        Assert.Contains(notes, n => n.StartsWith("init.yml:2: linecount: gives a share", StringComparison.Ordinal));
        Assert.Equal((42, null, null), Run(source, " a\nb \n", "a\nb\n", "5", "keeps"));
        Assert.Equal((42, "2.5", null), Run(source, "a\nx\n", "a\nb\n", "5", "keeps"));
        Assert.Equal((43, null, null), Run(source, "a\nx\n", "a\nb\n", "5", "drops"));
        Assert.Equal((43, null, null), Run(source, "a\nb\nc\n", "a\nb\n", "5", "keeps"));
        Assert.Equal((42, null, null), Run(source, "", "", "5", "keeps"));
    }

    [Fact]
    public void A_checker_of_the_problems_own_is_run_with_what_it_expects()
    {
        using var source = ForeignPackage.Dmoj($"checker: {{name: check.py, args: {{most: 2, word: 'yes', more: {{list: [1, 1.5, off, ~, 1e5, x y]}}}}}}\n{Cases}");
        source.Write("check.py", """
            from dmoj.result import CheckerResult
            from dmoj.utils.unicode import utf8text


            def check(process_output, judge_output, judge_input, point_value, most, word, more, submission_source=b'', **kwargs):
                assert more == {'list': [1, 1.5, False, None, '1e5', 'x y']} and repr(point_value) == '5'
                got = utf8text(process_output).split()
                print("it's 'quoted' – and printed")
                if got[0] in (word, 'no'):
                    return CheckerResult(got[0] == word, point_value / most * int(got[1]), 'half é')
                return process_output.split() == judge_output.split() + judge_input.split()
            """);
        Assert.Contains("type: scoring", source.Converted(out _, out _)["problem.yaml"], StringComparison.Ordinal);
        Assert.Equal((42, null, null), Run(source, "3 1 2\n", "3\n", "5", "keeps"));
        Assert.Equal((43, null, null), Run(source, "3\n", "3\n", "5", "keeps"));
        Assert.Equal((42, "2.5", "half é"), Run(source, "yes 1", "3\n", "5", "refuses"));
        Assert.Equal((42, "0.0", "half é"), Run(source, "yes 0", "3\n", "5", "drops"));
        Assert.Equal((42, null, "half é"), Run(source, "yes 2", "3\n", "5", "drops"));
        Assert.Equal((42, "2.5", "half é"), Run(source, "no 1", "3\n", "5", "keeps"));
        Assert.Equal((43, null, "half é"), Run(source, "no 1", "3\n", "5", "drops"));
        Assert.Equal((1, null, "half é"), Run(source, "no 1", "3\n", "5", "refuses"));
        Assert.Equal((43, null, "half é"), Run(source, "no 0", "3\n", "5", "refuses"));
        Assert.Equal((1, null, "half é"), Run(source, "yes -1", "3\n", "5", "keeps"));
        Assert.Equal((43, null, "invalid unicode"), Run(source, "\u00ff", "3\n", "5", "keeps"));
    }

    [Theory]
    [InlineData("from dmoj.executors import executors", "dmoj.executors")]
    [InlineData("import dmoj", "dmoj")]
    [InlineData("x = lambda kwargs: kwargs['submission_source']", "submission_source")]
    [InlineData("x = lambda kwargs: kwargs.get('batch')", "batch")]
    public void What_a_checker_has_not_here_is_told_before_anything_is_judged(string line, string what)
    {
        using var source = ForeignPackage.Dmoj($"checker: check.py\n{Cases}");
        source.Write("check.py", $"# import dmoj.nothing\n{line}\ndef check(process_output: bytes, judge_output, submission_source, **kw):\n    return True\n");
        Assert.StartsWith($"check.py:2: {what} is not here", Assert.Single(source.Faults()), StringComparison.Ordinal);
    }

    private static (int Code, string? Score, string? Message) Run(ForeignPackage source, string output, string answer, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("dmoj-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "input"), "1 2\n");
            File.WriteAllText(Path.Combine(folder, "answer"), answer);
            using var process = Process.Start(new ProcessStartInfo("python3", [Path.Combine(source.Target, "output_validators/checker/validate.py"), "input", "answer", ".", .. arguments])
            {
                WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false,
            })!;
            process.StandardInput.BaseStream.Write(Encoding.Latin1.GetBytes(output));
            process.StandardInput.Close();
            Assert.Equal("", process.StandardOutput.ReadToEnd());
            process.WaitForExit();
            string? Text(string name) => File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : null;
            return (process.ExitCode, Text("score.txt"), Text("judgemessage.txt"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
