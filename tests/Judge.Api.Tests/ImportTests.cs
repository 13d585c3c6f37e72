using System.Net;
using Judge.Api.Hosting;
using Judge.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Judge.Api.Tests;

/// <summary>Packages in other formats, from what their setter has to a verdict.</summary>
public sealed class ImportTests(ApiServer server) : IClassFixture<ApiServer>
{
    private static readonly (string Name, string Text)[] Polygon =
    [
        ("problem.xml", """
            <problem short-name="any-divisor">
              <names><name language="english" value="Any Divisor"/></names>
              <judging><testset name="tests">
                <time-limit>1000</time-limit><memory-limit>67108864</memory-limit><test-count>2</test-count>
                <input-path-pattern>tests/%02d</input-path-pattern><answer-path-pattern>tests/%02d.a</answer-path-pattern>
                <tests><test sample="true"/><test/></tests>
              </testset></judging>
              <assets><checker type="testlib"><source path="files/check.cpp" type="cpp.g++17"/></checker></assets>
            </problem>
            """),
        ("tests/01", "6\n"), ("tests/01.a", "2\n"), ("tests/02", "35\n"), ("tests/02.a", "5\n"),
        ("statement-sections/english/legend.tex", "Print a divisor of $n$ between \\textbf{1} and $n$."),
        // In testlib's style without testlib: input, output, answer; 0 is right and 1 wrong.
        ("files/check.cpp", """
            #include <fstream>
            int main(int argc, char **argv) {
                long n, d;
                std::ifstream input(argv[1]), output(argv[2]);
                return argc > 3 && input >> n && output >> d && 1 < d && d < n && n % d == 0 ? 0 : 1;
            }
            """),
    ];

    [Fact]
    public async Task A_polygon_package_is_imported_and_its_checker_judges()
    {
        using var folder = new TemporaryDirectory();
        foreach (var (name, text) in Polygon) Write(folder, $"good/{name}", text);
        foreach (var (name, text) in Polygon.Where(f => f.Name != "tests/02.a")) Write(folder, $"bad/{name}", text);
        await using (var import = JudgeProcess.Start(
            "Judge.Worker", new Dictionary<string, string>(StringComparer.Ordinal), "import", $"{folder.Path}/bad", $"{folder.Path}/good", "--url", server.Url, "--key", "demo-admin"))
        {
            Assert.Equal(1, await import.WaitForExitAsync(TimeSpan.FromMinutes(1)));
            Assert.Matches(@"any-divisor +Polygon +created, 2 cases, ""Any Divisor""", import.Output);
            Assert.Contains("bad: not imported, 1 fault\n    problem.xml:6: tests/02.a is missing", import.Output, StringComparison.Ordinal);
        }

        using var problem = await server.Free.Http.GetAsync("/api/problems/any-divisor");
        Assert.Equal("Print a divisor of $n$ between **1** and $n$.\n", (await problem.BodyAsync(HttpStatusCode.OK)).Text("statement"));
        var largest = await server.Free.SubmitAsync("any-divisor", "python", "n = int(input())\nprint(max(d for d in range(1, n) if n % d == 0))");
        var wrong = await server.Free.SubmitAsync("any-divisor", "python", "print(2)");
        Assert.Equal("accepted", (await server.Free.JudgedAsync(largest)).Text("verdict"));
        Assert.Equal("wrongAnswer", (await server.Free.JudgedAsync(wrong)).Text("verdict"));
    }

    [Fact]
    public async Task A_dmoj_package_is_put_and_a_bad_one_over_it_changes_nothing()
    {
        (string Name, string Text)[] files =
        [
            ("init.yml", "name: Pairs\nhints: [unicode]\ntime_limit: 1\nchecker: unordered\ntest_cases:\n- points: 40\n  batched: [{in: 1.in, out: 1.out}]\n- {points: 60, batched: [{in: 2.in, out: 2.out}], dependencies: [1]}\n"),
            ("1.in", "1 2\n"), ("1.out", "2 1\n"), ("2.in", "3 4\n"), ("2.out", "4 3\n"),
        ];
        using var created = await server.PutProblemAsync("pairs", files);
        var view = await created.BodyAsync(HttpStatusCode.Created);
        Assert.Equal("Pairs", view.Text("title"));
        Assert.Contains("init.yml:2: hints: left out: there are no hints to languages here", view["warnings"]!.AsArray().Select(w => w!.GetValue<string>()), StringComparer.Ordinal);
        using var refused = await server.PutProblemAsync("pairs", [.. files.Skip(1), ("init.yml", "generator: gen.py\ntest_cases:\n- {in: ../1.in, out: 1.out}\n")]);
        var faults = (await refused.ProblemAsync(HttpStatusCode.BadRequest))["errors"]!["package"]!.AsArray().Select(f => f!.GetValue<string>()).ToList();
        Assert.Contains("init.yml:3: '../1.in' must be a plain relative path without '..'", faults, StringComparer.Ordinal);
        Assert.Contains(faults, f => f.StartsWith("init.yml:1: generator: ", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(server.App.Services.GetRequiredService<JudgeSettings>().DataPath, "uploads")));

        // The version before goes on: any order is right, and the first batch alone is worth 40.
        var right = await server.Free.SubmitAsync("pairs", "python", "print(input())");
        var half = await server.Free.SubmitAsync("pairs", "python", "print('1 2')");
        var judged = await server.Free.JudgedAsync(right);
        Assert.Equal(("accepted", "100"), (judged.Text("verdict"), judged.Text("score")));
        Assert.Equal("40", (await server.Free.JudgedAsync(half)).Text("score"));
        (string, string)[] plain = [("problem.yaml", "license: cc0\nlicence: cc0\nlimits: {time_limit: 1}\n"), ("data/secret/1.in", "1\n"), ("data/secret/1.ans", "1\n")];
        using var replaced = await server.PutProblemAsync("pairs", plain);
        view = await replaced.BodyAsync(HttpStatusCode.OK);
        Assert.Equal("pairs", view.Text("title"));
        Assert.Equal("problem.yaml:2: licence is not known, and means nothing (is it license?)", Assert.Single(view["warnings"]!.AsArray())!.GetValue<string>());
        using var got = await server.Free.Http.GetAsync("/api/problems/pairs");
        Assert.Null((await got.BodyAsync(HttpStatusCode.OK))["warnings"]);
    }

    private static void Write(TemporaryDirectory folder, string name, string text)
    {
        var path = Path.Combine(folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
