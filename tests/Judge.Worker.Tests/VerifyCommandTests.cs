using System.Text.Json.Nodes;
using Judge.Testing;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox.Cgroups;
using Judge.Worker.Tests.Problems;
using Judge.Worker.Tests.Problems.Import;
using static Judge.Worker.Tests.Sandbox.Host;

namespace Judge.Worker.Tests;

/// <summary>The program as a process: what it prints and how it exits.</summary>
public sealed class VerifyCommandTests
{
    /// <summary>Each of these processes would ask all toolchains for their versions.</summary>
    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal) { ["Worker__Languages"] = "c cpp python javascript java csharp" };

    private const string Sum = "print(sum(map(int, input().split())))\n";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_good_package_is_0_with_a_row_for_each_program()
    {
        using var package = new PackageDirectory().WithStatement();
        package.Write("submissions/accepted/sum.py", Sum).Write("submissions/wrong_answer/zero.py", "print(0)")
            .Write("submissions/compile_error/half.c", "int main(void) {").Write("submissions/run_time_error/three.py", "raise SystemExit(3)");
        var (code, output) = await VerifyAsync(package.Path);
        Assert.Equal((0, "4 programs, 0 not as expected"), (code, Lines(output)[^1]));
        Assert.DoesNotContain("<--", output, StringComparison.Ordinal);
        var row = Row(output, "wrong_answer/zero.py");
        Assert.Matches(@"zero\.py\s+python\s+WrongAnswer\s+WrongAnswer\s+1/2", row);
        Assert.Matches(@"sum\.py\s+python\s+Accepted\s+Accepted\s+2/2", Row(output, "accepted/sum.py"));
    }

    [Fact]
    public async Task A_program_in_the_wrong_folder_is_1_and_its_row_is_marked()
    {
        using var package = new PackageDirectory().WithStatement();
        package.Write("submissions/accepted/sum.py", Sum).Write("submissions/accepted/zero.py", "print(0)").Write("submissions/wrong_answer/sum.py", Sum);
        var (code, output) = await VerifyAsync(package.Path);
        Assert.Equal((1, "3 programs, 2 not as expected"), (code, Lines(output)[^1]));
        Assert.DoesNotContain("<--", Row(output, "accepted/sum.py"), StringComparison.Ordinal);
        Assert.Matches(@"Accepted\s+WrongAnswer .*<-- sample/1: line 1, token 1", Row(output, "accepted/zero.py"));
        Assert.Matches(@"WrongAnswer\s+Accepted .*<--", Row(output, "wrong_answer/sum.py"));
    }

    [Fact]
    public async Task A_broken_package_is_1_with_its_faults_and_the_others_are_still_judged()
    {
        using var broken = new PackageDirectory("problem_format_version: 2023-07-draft\nlimits: {memory: 1}\n");
        using var good = new PackageDirectory().WithStatement();
        good.Write("submissions/accepted/sum.py", Sum);
        var (code, output) = await VerifyAsync(broken.Path, good.Path);
        Assert.Equal(1, code);
        Assert.Contains("problem.yaml: name is missing", output, StringComparison.Ordinal);
        Assert.Contains("limits.memory", output, StringComparison.Ordinal);
        Assert.Contains("accepted/sum.py", output, StringComparison.Ordinal);
        NoStackTrace(output);
    }

    [Theory]
    [InlineData("name: Sums\nkeywords: [easy\nlimits: {}\n")]
    [InlineData("name: [[[[DEEP")]
    public async Task Yaml_that_breaks_its_parser_is_a_fault_and_not_the_end_of_the_process(string yaml)
    {
        using var package = new PackageDirectory(yaml.Replace("DEEP", new string('[', 200_000), StringComparison.Ordinal));
        var (code, output) = await VerifyAsync(package.Path);
        Assert.True(code == 1, $"exit code {code}: {output[..Math.Min(output.Length, 600)]}");
        Assert.Contains("problem.yaml", output, StringComparison.Ordinal);
        NoStackTrace(output);
    }

    [Fact]
    public async Task Nothing_to_judge_is_2()
    {
        using var package = new PackageDirectory().WithStatement();
        Assert.Equal(2, (await VerifyAsync(package.Path)).Code);
        var (code, output) = await VerifyAsync();
        Assert.Equal(2, code);
        Assert.Contains("name at least one problem directory", output, StringComparison.Ordinal);
    }

    /// <summary>One process for all: a start asks every language for its version.</summary>
    [Fact]
    public async Task Skeletons_and_packages_of_other_formats_are_good_and_what_is_odd_in_a_package_is_told()
    {
        using var skeletons = new TemporaryDirectory();
        Assert.Equal(0, await NewCommand.RunAsync(["two-pairs", "--dir", skeletons.Path], TextWriter.Null));
        Assert.Equal(0, await NewCommand.RunAsync(["equal-ones", "--function", "--dir", skeletons.Path], TextWriter.Null));
        using var polygon = ForeignPackage.Polygon("<checker type=\"testlib\">");
        using var dmoj = ForeignPackage.Dmoj("name: Sums\ntest_cases:\n- {in: 1.in, out: 1.out}\n- {in: 3.in, out: 3.out}\n");
        using var odd = new PackageDirectory();
        odd.Write("data/test_group.yaml", "input_validator_args: [all]\n").Write("data/secret/test_group.yaml", "input_validator_args: {validate: [--group, '2'], other: [x]}\n")
            .Case("secret/again", "3 4\n", "7\n").Case("secret/letters", "a b\n", "0\n").Write("submissions/rejected/zero.py", "print(0)")
            .Write("submissions/time_limit_exceeded/forever.py", "while True: pass\n")
            .Write("submissions/accepted/sum.py", "print(sum(int(x) for x in input().split() if x.isdigit()))\n")
            .Write("input_validators/validate.py", "import re, sys\nprint('not two numbers', *sys.argv[1:])\nsys.exit(42 if re.fullmatch('[0-9]+ [0-9]+\\n', sys.stdin.read()) else 43)\n");

        using var kinds = Kinds();
        using var linked = new PackageDirectory().WithStatement();
        linked.Write("submissions/accepted/sum.py", Sum);
        File.CreateSymbolicLink(Path.Combine(linked.Path, "data/secret/host.in"), "/etc/hostname");

        string[] paths = [Path.Combine(skeletons.Path, "two-pairs"), Path.Combine(skeletons.Path, "equal-ones"), polygon.Zip(), dmoj.Path, odd.Path, kinds.Path, linked.Path];
        await using var process = JudgeProcess.Start("Judge.Worker", Usual, ["verify", "--json", .. paths]);
        var code = await process.WaitForExitAsync(Patience);
        var output = process.Output;
        Assert.True(code == 1, output);
        NoStackTrace(output);

        // Standard output is JSON alone; the rest is on standard error, whose lines may come between and begin at the margin.
        var json = JsonNode.Parse(string.Join('\n', output.Split('\n').Where(l => l is "{" or "}" || l.StartsWith("  ", StringComparison.Ordinal))))!;
        var problems = json["problems"]!.AsArray();
        Assert.True(problems.Select(p => p!["good"]!.GetValue<bool>()).SequenceEqual([true, true, true, true, false, true, false]), output);
        Assert.Equal(["two-pairs", "equal-ones"], problems.Take(2).Select(p => p!["problem"]!.GetValue<string>()), StringComparer.Ordinal);
        Assert.Equal(["Kattis", "Kattis", "Polygon", "Dmoj", "Kattis", "Kattis", "-"], problems.Select(p => p!["format"]!.GetValue<string>()), StringComparer.Ordinal);
        Assert.Equal([3, 3, 4, 0, 3, 9, 0], problems.Select(p => p!["programs"]!.AsArray().Count));
        // They are shown to those who are to write such packages.
        Assert.All(problems.Take(2), p => Assert.Empty(p!["warnings"]!.AsArray()));
        var faults = problems[4]!["faults"]!.AsArray().Select(f => f!.GetValue<string>()).ToList();
        Assert.Contains("statement/problem.en.md: is missing, or empty", faults, StringComparer.Ordinal);
        Assert.Contains("data/secret/letters.in: input_validators/validate.py refuses it: exit code 43, not two numbers --group 2", faults, StringComparer.Ordinal);
        var warnings = problems[4]!["warnings"]!.AsArray().Select(f => f!.GetValue<string>()).ToList();
        Assert.Contains("data/secret/test_group.yaml:1: input_validator_args: there is no 'other' in input_validators/", warnings, StringComparer.Ordinal);
        Assert.Contains("data/secret/again.in: is the same as data/secret/1.in", warnings, StringComparer.Ordinal);
        Assert.Equal("data/secret/host.in: is a symbolic link (to /etc/hostname), and packages may have none: put the file itself there", Assert.Single(problems[6]!["faults"]!.AsArray())!.GetValue<string>());
        Assert.Equal(
            [
                "statement/problem.sv.pdf: a statement as PDF cannot be shown, and there is no other: users see an empty one; write statement/problem.en.md or .tex",
                "submissions/accepted/pair: skipped: its files are in several languages: javascript, python",
                "submissions/accepted/sum.kt: skipped: no language has this extension",
                "submissions/unheard: names no verdict, and neither submissions.yaml nor a comment @EXPECTED_RESULTS@ says what a program in it must get",
                "input_validators: there is none, so nobody knows whether the data keeps the statement's promises",
            ],
            problems[5]!["warnings"]!.AsArray().Select(f => f!.GetValue<string>()), StringComparer.Ordinal);
        Assert.Matches(@"^\S+ +NOT GOOD \(Kattis\): slowest accepted .*, fastest too slow ≥ 1\.50 of the limit \(time_limit_exceeded/forever\.py\)$", Lines(output).Last(l => l.Contains("NOT GOOD (Kattis)", StringComparison.Ordinal)));
        Assert.Contains(Lines(output), l => l.StartsWith("programs as expected", StringComparison.Ordinal) && l.Contains(" python", StringComparison.Ordinal));
    }

    /// <summary>A package with programs of every kind that the formats know, all as they should be.</summary>
    private static PackageDirectory Kinds() => new PackageDirectory()
        .Write("statement/problem.sv.pdf", "%PDF-1.4")
        .Write("submissions/submissions.yaml", "mixed/*: {permitted: [AC, TLE], required: [TLE]}\n")
        .Write("submissions/accepted/Sum.java", "import java.util.*;\npublic class Sum { public static void main(String[] a) { Scanner in = new Scanner(System.in); System.out.println(in.nextInt() + in.nextInt()); } }")
        .Write("submissions/accepted/sum.kt", "fun main() {}")
        .Write("submissions/accepted/python/__main__.py", "from util import add\nprint(add(*map(int, input().split())))\n").Write("submissions/accepted/python/util.py", "def add(a, b): return a + b\n")
        .Write("submissions/accepted/cpp/start.cpp", "#include <iostream>\n#include \"inner/add.h\"\nint main() { int a, b; std::cin >> a >> b; std::cout << add(a, b); }")
        .Write("submissions/accepted/cpp/inner/add.cpp", "#include \"add.h\"\nint add(int a, int b) { return a + b; }").Write("submissions/accepted/cpp/inner/add.h", "int add(int a, int b);")
        .Write("submissions/accepted/java/Start.java", "package p; public class Start { public static void main(String[] a) { System.out.println(new Adder().add()); } }")
        .Write("submissions/accepted/java/Adder.java", "package p; class Adder { int add() { var in = new java.util.Scanner(System.in); return in.nextInt() + in.nextInt(); } }")
        .Write("submissions/accepted/pair/a.py", Sum).Write("submissions/accepted/pair/a.js", "")
        .Write("submissions/time_limit_exceeded/wrong_first.py", "x = input()\nwhile x != '1 2': pass\nprint(5)\n")
        .Write("submissions/run_time_error/memory.py", "import sys\nprint(len(' ' * (1 << 30)))\n")
        .Write("submissions/mixed/second.py", "x = input()\nwhile x != '1 2': pass\nprint(3)\n")
        .Write("submissions/domjudge/none.py", "# @EXPECTED_RESULTS@: NO-OUTPUT, RUN-ERROR\n").Write("submissions/unheard/sum.py", Sum).Write("submissions/accepted/.gitkeep", "");

    [Fact]
    public async Task Without_a_sandbox_nothing_starts()
    {
        using var package = new PackageDirectory();
        package.Write("submissions/accepted/sum.py", Sum);
        // A mount namespace with an empty /usr/bin: bwrap is not there at all.
        await using var process = WithBwrap("", "verify", package.Path);
        Assert.Equal(2, await process.WaitForExitAsync(Patience));
        var line = Assert.Single(Lines(process.Output));
        Assert.StartsWith("judge-worker: ", line, StringComparison.Ordinal);
        Assert.Contains("bwrap", line, StringComparison.Ordinal);
        Assert.Contains("install", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/usr/bin/false")]
    [InlineData("/usr/bin/true")]
    public async Task With_a_sandbox_that_does_not_work_nothing_starts(string bwrap)
    {
        using var package = new PackageDirectory();
        package.Write("submissions/accepted/sum.py", Sum);
        await using var process = WithBwrap(bwrap, "verify", package.Path);
        Assert.Equal(2, await process.WaitForExitAsync(Patience));
        var line = Assert.Single(Lines(process.Output));
        Assert.StartsWith("judge-worker: no working sandbox", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_without_a_sandbox_does_not_start_either()
    {
        await using var process = WithBwrap("/usr/bin/false");
        Assert.Equal(2, await process.WaitForExitAsync(Patience));
        Assert.Contains(Lines(process.Output), l => l.StartsWith("judge-worker: no working sandbox", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Worker__Pool", "huge")]
    [InlineData("Worker__Pool", null)]
    [InlineData("Worker__Slots", "0")]
    [InlineData("Worker__Slots", "many")]
    [InlineData("Worker__Slots", "-1")]
    [InlineData("Worker__ApiUrl", "ftp://x")]
    [InlineData("Worker__ApiUrl", "api:5080")]
    [InlineData("Worker__ApiUrl", null)]
    [InlineData("Worker__Key", null)]
    [InlineData("Worker__Key", " ")]
    [InlineData("Worker__Sandbox", "podman")]
    [InlineData("Worker__Cgroups", "v3")]
    [InlineData("ConnectionStrings__Bus", null)]
    [InlineData("ConnectionStrings__Bus", "localhost")]
    [InlineData("ConnectionStrings__Bus", "http://localhost")]
    [InlineData("Judge__DataPath", "/dev/null/data")]
    public async Task A_setting_that_is_wrong_or_missing_is_2_and_one_line_that_names_it(string setting, string? value)
    {
        var settings = Settings();
        settings[setting] = value ?? "";
        await using var process = JudgeProcess.Start("Judge.Worker", settings);
        Assert.Equal(2, await process.WaitForExitAsync(Patience));
        var line = Assert.Single(Lines(process.Output));
        Assert.StartsWith($"judge-worker: {setting}: ", line, StringComparison.Ordinal);
        Assert.True(line.Length < 300, line);
    }

    [Fact]
    public async Task A_worker_that_is_killed_takes_its_sandboxes_along_and_the_next_one_sweeps_their_cgroups()
    {
        var marker = Marker();
        using var package = new PackageDirectory("name: Slow\nlimits: {time_limit: 60}\n");
        package.Write("submissions/accepted/sleep.py", $"import os\nos.execv('/usr/bin/sleep', ['sleep', '{marker}'])");
        await using var process = JudgeProcess.Start("Judge.Worker", Settings(), "verify", package.Path);
        await Repository.UntilAsync(() => Task.FromResult(Processes(marker).Count > 0), Patience, "the program did not start");
        var (descendants, cgroups) = (Descendants(process.Id), Cgroups(process.Id));
        // The run's, and those that stand ready.
        Assert.InRange(descendants.Count, 10, 1000);
        await process.KillAsync();
        await Repository.UntilAsync(
            () => Task.FromResult(Processes(marker).Count == 0 && descendants.All(pid => Parent(pid) == 0)), TimeSpan.FromSeconds(20), "processes outlived their worker");
        using var next = CgroupDriver.Detect("test", 100);
        if (next.Weakness is null) Assert.NotEmpty(cgroups);
        Assert.Empty(Cgroups(process.Id));
    }

    private static Dictionary<string, string> Settings() => new(StringComparer.Ordinal)
    {
        ["Worker__Pool"] = "small",
        ["Worker__Slots"] = "1",
        ["Worker__ApiUrl"] = "http://127.0.0.1:9",
        ["Worker__Key"] = "key",
        ["ConnectionStrings__Bus"] = "amqp://guest:guest@127.0.0.1:9/",
        ["Judge__DataPath"] = Path.Combine(Path.GetTempPath(), "judge-test-data"),
    };

    private static async Task<(int Code, string Output)> VerifyAsync(params string[] directories)
    {
        await using var process = JudgeProcess.Start("Judge.Worker", Usual, ["verify", .. directories]);
        var code = await process.WaitForExitAsync(Patience);
        return (code, process.Output);
    }

    /// <summary>The worker where /usr/bin/bwrap is another file, or, when that is empty, is not there.</summary>
    private static JudgeProcess WithBwrap(string replacement, params string[] arguments)
    {
        List<string> bwrap = ["--dev-bind", "/", "/"];
        if (replacement.Length > 0) bwrap.AddRange(["--ro-bind", replacement, "/usr/bin/bwrap"]);
        else bwrap.AddRange(["--tmpfs", "/usr/bin"]);
        return JudgeProcess.Run("bwrap", [.. bwrap, "--", Dotnet(), Repository.Program("Judge.Worker"), .. arguments], Settings());
    }

    /// <summary>…/dotnet/shared/Microsoft.NETCore.App/10.0.x/ → …/dotnet/dotnet: a link in /usr/bin would be hidden.</summary>
    private static string Dotnet() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "dotnet"));

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Row(string output, string program) => Assert.Single(Lines(output), l => l.Contains($" {program} ", StringComparison.Ordinal));

    private static void NoStackTrace(string output)
    {
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
    }
}
