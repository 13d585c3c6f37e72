using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;
using Judge.Worker.Tests.Judging;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Languages;

/// <summary>C++ with precompiled headers: quicker, and else in nothing different from g++ by itself.</summary>
public sealed partial class PrecompiledHeaderTests : IClassFixture<PreparedPoolFixture>, IDisposable
{
    private const string Std = "#include <bits/stdc++.h>\nusing namespace std;\n";

    private const string Program = """
        struct Node { long long key; vector<int> next; bool operator<(const Node &o) const { return key < o.key; } };
        int main() {
            map<string, set<Node>> groups;
            priority_queue<pair<int, int>, vector<pair<int, int>>, greater<>> queue;
            string word;
            while (cin >> word) groups[word].insert({(long long)word.size(), {1, 2, 3}}), queue.push({1, 2});
            for (auto &[name, nodes] : groups) cout << name << ' ' << nodes.size() << '\n';
            regex pattern("a+b*");
            cout << regex_match("aab", pattern) << ' ' << setprecision(3) << sqrt(2.0) << endl;
        }
        """;

    private readonly PackageDirectory _problem = new("name: Test\nlimits: {time_limit: 2, memory: 64, output: 1}\n", cases: false);
    private readonly TemporaryDirectory _directory = new();
    private readonly CountingSandbox _sandbox;
    private readonly PreparedPoolFixture _fixture;

    public PrecompiledHeaderTests(PreparedPoolFixture fixture)
    {
        (_fixture, _sandbox) = (fixture, new CountingSandbox(fixture.Pool.Sandbox));
        _problem.Case("secret/1", "", "42\n");
    }

    /// <summary>What users get wrong: told in the source's terms alone, and with the way through the library's headers.</summary>
    public static TheoryData<string> WrongPrograms => [.. Pace.Sample<string>(
    [
        Std + """
            int count = 0;
            int f(int);
            struct A { private: int x; } a;
            int main() {
                vectr<int> x;
                srot(x.begin(), x.end());
                int y = 5 cout << y;
                count++; f(); a.x = 1; retrun 0;
                static_assert(sizeof(int) == 8, "no");
            """,
        Std + "int main() { vector<int> v = \"abc\"; sort(v.begin(), 3); list<int> l; sort(l.begin(), l.end()); map<int, int> m; m[\"x\"]; }",
        "// A comment, then the header.\n\n" + Std + "struct A {}; int main() { set<A> s; s.insert(A()); unordered_map<pair<int, int>, int> m; m[{1, 2}]++; string t = 1.5; t.foo(); }",
        "#include <iostream>\nusing namespace std;\nint main() { memset(0, 0, 1); map<int, int> m; cout << setprecision(3); }",
        "#include <vector>\n#include <iostream>\nint main() { std::vector<int> v(3); v.push(1); std::cuot << v; }",
        "#include <algorithm>\nint main() { std::string s; std::sort(1, 2, 3); std::cout << s; s = std::vector<int>(); }",
        "#define int long long\n" + Std + "signed main() { string s; s.fo(); }",
        "#pragma GCC optimize(\"O3\")\n#pragma GCC target(\"avx2\")\nint early;\n" + Std + "int main() { vector<int> v; v.fo(); }",
        "#include <iostream>\n#include <iostream>\n" + Std + Std + "int main() { vector<int> v; v.fo(); v = 1.5; }",
        "#include <bits/stdc+++.h>\nint main() { }",
        Std + "int f(int); int main() { return f(1); }",
        string.Concat(Std, string.Concat(Enumerable.Range(0, 30).Select(i => $"int f{i}() {{ return g{i}; }}\n"))),
    ])];

    public static TheoryData<string> RightProgramsWithWarnings =>
    [
        Std + "#warning mind the gap\nint f() { }\nint main() { printf(\"%d\\n\", 42); if (0) f(); }",
        Std + "int main() { auto_ptr<int> p; cout << 42 << endl; }",
        "#include <iostream>\nint main() { char *p = \"text\"; std::cout << 42 << std::endl; }",
    ];

    public void Dispose()
    {
        _problem.Dispose();
        _directory.Dispose();
    }

    [Theory]
    [InlineData("bits/stdc++.h")]
    [InlineData("iostream")]
    [InlineData("vector")]
    [InlineData("algorithm")]
    [InlineData("string")]
    public async Task The_header_is_taken_precompiled(string header)
    {
        var said = await CompileAsync($"#include <{header}>\nint main() {{ }}", prepared: true, ["-H", "-o", "main"]);
        // gcc(1), -H: "! before the name: a valid precompiled header", and nothing was read instead of it.
        var line = Assert.Single(said.Split('\n'), l => l.StartsWith('!') || l.StartsWith('.'));
        Assert.Equal($"! {_fixture.Pool.Toolchains["cpp"].Prepared}/{header}.gch", line);
    }

    [Fact]
    public async Task Compiling_takes_it()
    {
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(Std + "int main() { cout << 42 << endl; }")).Verdict);
        Assert.Contains(_fixture.Pool.Toolchains["cpp"].Prepared, Assert.Single(_sandbox.Compilers).Arguments);
    }

    [Theory]
    [MemberData(nameof(WrongPrograms))]
    public async Task Errors_are_those_of_the_compiler_by_itself_to_the_byte(string source)
    {
        var judgement = await JudgeAsync(source);
        Assert.Equal(Verdict.CompileError, judgement.Verdict);
        Assert.Equal(Plainly(source), Comparable(judgement.CompileOutput!));
    }

    [Theory]
    [MemberData(nameof(RightProgramsWithWarnings))]
    public async Task So_are_warnings(string source)
    {
        var judgement = await JudgeAsync(source);
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
        Assert.Equal(Plainly(source), Comparable(judgement.CompileOutput!));
    }

    [Fact]
    public async Task Errors_in_the_source_alone_cost_no_second_compilation()
    {
        Assert.Contains("main.cpp:3:21: error: ", (await JudgeAsync(Std + "int main() { cout <<< 42; }")).CompileOutput, StringComparison.Ordinal);
        Assert.Single(_sandbox.Compilers);
    }

    /// <summary>Instruction for instruction. Of the templates that were instantiated with the header only the order may differ.</summary>
    [Theory]
    [InlineData(Std + Program)]
    [InlineData("#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << std::endl; }")]
    [InlineData(Std + "namespace N { struct T { }; bool operator==(T, T) { return true; } } template <> struct std::hash<N::T> { size_t operator()(N::T) const { return 0; } }; int main() { unordered_set<N::T> s; s.insert({}); cout << s.size(); }")]
    public async Task The_program_is_the_same(string source)
    {
        var plain = await CompileAsync(source, prepared: false, ["-S", "-o", "-"]);
        var prepared = await CompileAsync(source, prepared: true, ["-S", "-o", "-"]);
        Assert.True(plain.Length > 1000);
        Assert.Equal(Instructions(plain), Instructions(prepared));
    }

    [Theory]
    [InlineData("#include <iostream>\nusing namespace std;\nint gcd = 40, count = 2; int main() { cout << gcd + count << endl; }")]
    [InlineData("#include <vector>\n#include <cstdio>\nint sort, string; namespace std_ = std; int main() { puts(\"42\"); }")]
    [InlineData("#include <cstdio>\nstruct vector {}; using namespace std; vector v; int main() { puts(\"42\"); }")]
    public async Task No_header_is_forced_upon_a_program_that_does_not_include_it(string source) =>
        Assert.Equal((Verdict.Accepted, null), ((await JudgeAsync(source)) is var j ? (j.Verdict, j.CompileOutput) : default));

    [Fact]
    public async Task A_program_sees_what_is_prepared_and_cannot_change_it()
    {
        var source = Std + """
            int main() {
                for (auto &entry : filesystem::recursive_directory_iterator("/etc/judge")) {
                    if (entry.is_regular_file() && fopen(entry.path().c_str(), "r+")) cout << "writable";
                    if (entry.is_directory() && fopen((entry.path() / "new").c_str(), "w")) cout << "writable";
                }
                cout << 42;
            }
            """;
        Assert.Equal((Verdict.Accepted, null), ((await JudgeAsync(source)) is var j ? (j.Verdict, j.CompileOutput) : default));
    }

    private Task<Judgement> JudgeAsync(string source) => new SubmissionJudge(_sandbox, _fixture.Pool.Toolchains, _fixture.Pool.Profile)
        .JudgeAsync("cpp", source, PackageReader.Read(_problem.Path), _ => { }, CancellationToken.None);

    /// <returns>What the compiler printed in the sandbox, having succeeded.</returns>
    private async Task<string> CompileAsync(string source, bool prepared, string[] how)
    {
        var toolchain = _fixture.Pool.Toolchains["cpp"];
        await using var box = await _sandbox.OpenBoxAsync(image: null, CancellationToken.None);
        await box.PutAsync("main.cpp", Encoding.UTF8.GetBytes(source), executable: false, CancellationToken.None);
        // Each ends with "-o", "main".
        var command = prepared ? toolchain.Language.Preparation!.Compile : toolchain.Language.Compile!;
        var run = await box.RunAsync(
            new RunRequest
            {
                Arguments = [.. toolchain.Arguments(command[..^2], 512), .. how],
                Environment = toolchain.Environment(512),
                Limits = Compiler.Limits,
                BoxWritable = true,
            },
            CancellationToken.None);
        var said = Encoding.UTF8.GetString(run.Stdout.Span) + Encoding.UTF8.GetString(run.Stderr.Span);
        Assert.True(run.Succeeded, said);
        return said;
    }

    /// <summary>g++ on the host, with the flags of the language, as a user would call it.</summary>
    private string Plainly(string source)
    {
        File.WriteAllText(Path.Combine(_directory.Path, "main.cpp"), source);
        var start = new ProcessStartInfo("g++", LanguageCatalog.Find("cpp")!.Compile!.Skip(1)) { WorkingDirectory = _directory.Path, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LANG"] = start.Environment["LC_ALL"] = "C.UTF-8";
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return Comparable(VerdictRules.Shown(Encoding.UTF8.GetBytes(said), 16 * 1024));
    }

    private static string Instructions(string assembler) => string.Join('\n', Label().Replace(assembler, ".L").Split('\n').Order(StringComparer.Ordinal));

    /// <summary>The linker names the compiler's temporary file, which has another name every time.</summary>
    private static string Comparable(string said) => TemporaryObject().Replace(said, "/tmp/cc.o");

    [GeneratedRegex("/tmp/cc[A-Za-z0-9]{6}\\.o", RegexOptions.NonBacktracking)]
    private static partial Regex TemporaryObject();

    /// <summary>The number of a label says how many functions the compiler had seen before.</summary>
    [GeneratedRegex("\\.L[A-Z]*[0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
