using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Judging.Checkers;

/// <summary>Packages' own checkers in the real sandbox: what they see, what they say, and what becomes of those that do not work.</summary>
[Collection(PoolCollection.Name)]
public sealed class CheckerTests(PoolFixture fixture) : IDisposable
{
    private const string Yaml = "problem_format_version: 2023-07-draft\nname: Checked\nlimits: {time_limit: 1, memory: 64, validation_time: 0.5, validation_memory: 64}\n";

    /// <summary>What testlib.h does with exit codes and arguments, in a few lines of our own.</summary>
    private const string SmallTestlib = """
        #pragma once
        #include <cstdlib>
        #include <fstream>
        #include <iostream>
        #include <string>
        enum Result { _ok = 0, _wa = 1, _pe = 2, _fail = 3 };
        static std::ifstream inf, ouf, ans;
        static void registerTestlibCmd(int argc, char **argv) {
            if (argc < 4) exit(_fail);
            inf.open(argv[1]);
            ouf.open(argv[2]);
            ans.open(argv[3]);
        }
        [[noreturn]] static void quit(int code, const std::string &message) {
            std::cerr << message << std::endl;
            exit(code);
        }
        """;

    private readonly PackageDirectory _directory = new(Yaml, cases: false);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_checker_sees_input_answer_output_flags_and_a_directory_and_nothing_of_another_case_or_of_the_program()
    {
        _directory.Case("sample/1", "in 1\n", "answer 1\n").Case("secret/1", "in 2\n", "answer 2\n").Case("secret/2", "in 3\n", "answer 3\n")
            .Write("data/test_group.yaml", "output_validator_args: [one, two words]\n")
            .Write("output_validator/tools.py", "def read(path):\n    with open(path) as file: return file.read()\n")
            .Write("output_validator/main.py", """
                import os, sys
                from tools import read
                given, answer = read(sys.argv[1]), read(sys.argv[2])
                problems = []
                if answer.split()[1:] != [str(int(given.split()[1]))] and answer != f'answer {int(given.split()[1]) - 1}\n': problems.append('answer')
                if sys.stdin.read() != 'out ' + given: problems.append('output')
                if sys.argv[3] != '/tmp/feedback/' or os.listdir(sys.argv[3]): problems.append('directory')
                if sys.argv[4:] != ['one', 'two words']: problems.append('flags')
                if sorted(os.listdir('/box')) != ['main.py', 'tools.py']: problems.append('box ' + ' '.join(os.listdir('/box')))
                if [name for name in sorted(os.listdir('/tmp')) if not name.startswith('file')] != ['feedback', 'stderr']: problems.append('left over')
                for path in sys.argv[1:3]:
                    try: open(path, 'w').write('x'); problems.append('can change ' + path)
                    except OSError: pass
                try: open('/box/main.py', 'a'); problems.append('can change itself')
                except OSError: pass
                open('/tmp/left', 'w').write('x')
                open(sys.argv[3] + 'teammessage.txt', 'w').write(' '.join(problems) or 'all is well')
                sys.exit(43 if problems else 42)
                """);
        var judgement = await JudgeAsync("python", "print('out', input())");
        Assert.Equal((Verdict.Accepted, "all is well"), (judgement.Verdict, judgement.Message));
        Assert.Equal(3, judgement.Cases.Count);
        Assert.Null(judgement.Reason);
    }

    [Fact]
    public async Task A_program_finds_nothing_of_the_checker_or_its_data()
    {
        _directory.Case("secret/1", "1\n", "the-secret-answer\n")
            .Write("output_validator/check.py", "# the-secret-checker\nimport sys\nout = sys.stdin.read()\nopen(sys.argv[3] + 'teammessage.txt', 'w').write(out[:500])\nsys.exit(42 if out == 'nothing\\n' else 43)\n");
        var judgement = await JudgeAsync("python", """
            import os
            found = []
            for fd in os.listdir('/proc/self/fd'):
                try:
                    if int(fd) > 2 and not os.path.isdir(f'/proc/self/fd/{fd}'): found.append(f'{fd} ' + os.readlink(f'/proc/self/fd/{fd}'))
                except OSError: pass
            for root, folders, files in os.walk('/'):
                if root.startswith(('/proc', '/usr', '/sys', '/dev')): folders.clear(); continue
                for name in files:
                    path = os.path.join(root, name)
                    try:
                        with open(path, 'rb') as file: text = file.read(100000)
                    except OSError: continue
                    if path != '/box/main.py' and (b'the-secret' in text or name == 'check.py'): found.append(path)
            for pid in filter(str.isdigit, os.listdir('/proc')):
                try:
                    if b'check.py' in open(f'/proc/{pid}/cmdline', 'rb').read(): found.append(pid)
                except OSError: pass
            print(*found or ['nothing'])
            """);
        Assert.Equal((Verdict.Accepted, "nothing"), (judgement.Verdict, judgement.Message));
    }

    [Theory]
    [InlineData("import time\ntime.sleep(60)", "stopped after 0.5 s")]
    [InlineData("while True: pass", "stopped after 0.5 s")]
    [InlineData("x = bytearray(b'x') * (200 << 20)", "64 MiB")]
    [InlineData("raise ValueError('in 1 is bad')", "exit code 1")]
    [InlineData("import os\nos.kill(os.getpid(), 11)", "signal 11")]
    [InlineData("def", "exit code 1")]
    public async Task A_checker_that_does_not_judge_is_an_internal_error_that_names_it(string source, string why)
    {
        _directory.Case("secret/1", "in 1\n", "1\n").Write("output_validator/check.py", source + "\n");
        var judgement = await JudgeAsync("python", "print(1)");
        Assert.Equal(Verdict.InternalError, judgement.Verdict);
        Assert.Equal(judgement.Message, Assert.Single(judgement.Cases).Message);
        Assert.StartsWith("output_validator/check.py failed: ", judgement.Message, StringComparison.Ordinal);
        Assert.Contains(why, judgement.Message, StringComparison.Ordinal);
        Assert.StartsWith($"secret/1: {judgement.Message}", judgement.Reason, StringComparison.Ordinal);
        // What it says itself may quote the case: it is for the operator.
        Assert.DoesNotContain("in 1", judgement.Message, StringComparison.Ordinal);
        if (source.StartsWith("raise", StringComparison.Ordinal)) Assert.Contains("in 1 is bad", judgement.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checker_that_does_not_compile_is_an_internal_error_and_a_program_that_does_not_is_asked_no_checker()
    {
        _directory.Case("secret/1", "1\n", "1\n").Write("output_validator/check.cpp", "int main() { return unknown_name; }\n");
        var judgement = await JudgeAsync("python", "print(1)");
        Assert.Equal((Verdict.InternalError, "the problem's checker output_validator/check.cpp does not work"), (judgement.Verdict, judgement.Message));
        Assert.Contains("unknown_name", judgement.Reason, StringComparison.Ordinal);
        Assert.Equal(Verdict.CompileError, (await JudgeAsync("c", "int main(")).Verdict);
    }

    [Fact]
    public async Task Testlib_checkers_get_their_arguments_in_their_order_and_testlib_beside_them_or_from_the_setting()
    {
        _directory.Write("problem.yaml", Yaml + "judge: {checker_style: testlib}\n")
            .Case("sample/1", "0 ok\n", "a\n").Case("secret/1", "1 wrong\n", "a\n").Write("output_validator/check.cpp", """
                #include "testlib.h"
                int main(int argc, char **argv) {
                    registerTestlibCmd(argc, argv);
                    int code;
                    std::string word, answer, output;
                    inf >> code >> word;
                    ans >> answer;
                    ouf >> output;
                    if (answer != "a" || output != "b") quit(_fail, "order");
                    quit(code, word);
                }
                """);
        var without = await JudgeAsync("python", "print('b')");
        Assert.Equal(Verdict.InternalError, without.Verdict);
        Assert.Contains("Worker__TestlibPath", without.Reason, StringComparison.Ordinal);
        _directory.Write("testlib.h", SmallTestlib);
        var judge = new SubmissionJudge(fixture.Pool.Sandbox, fixture.Pool.Toolchains, fixture.Pool.Profile, testlib: SmallTestlibFile());
        var judgement = await judge.JudgeAsync("python", "print('b')", PackageReader.Read(_directory.Path), _ => { }, CancellationToken.None);
        Assert.Equal([Verdict.Accepted, Verdict.WrongAnswer], judgement.Cases.Select(c => c.Verdict));
        Assert.Equal("the checker did not accept the output", judgement.Message);
        _directory.Write("output_validator/testlib.h", SmallTestlib);
        Assert.Equal(Verdict.WrongAnswer, (await JudgeAsync("python", "print('b')")).Verdict);
        var broken = await JudgeAsync("python", "print('c')");
        Assert.Equal((Verdict.InternalError, true), (broken.Verdict, broken.Reason!.EndsWith(": order", StringComparison.Ordinal)));

        string SmallTestlibFile() => Path.Combine(_directory.Path, "testlib.h");
    }

    [Fact]
    public async Task Scores_of_a_checker_and_of_groups_come_to_one_score()
    {
        _directory.Write("problem.yaml", Yaml + "type: scoring\n").Write("data/secret/1/test_group.yaml", "scoring: {score: 40, aggregation: sum}\n")
            .Write("data/secret/2/test_group.yaml", "scoring: {score: 60, require_pass: secret/1}\n")
            .Case("secret/1/a", "1\n", "\n").Case("secret/1/b", "0.5\n", "\n").Case("secret/2/a", "1\n", "\n").Case("secret/2/b", "1\n", "\n")
            .Write("output_validator/check.py", """
                import sys
                share = float(open(sys.argv[1]).read())
                if sys.stdin.read().strip() != 'yes': sys.exit(43)
                if share < 1: open(sys.argv[3] + 'score_multiplier.txt', 'w').write(str(share))
                sys.exit(42)
                """);
        var judgement = await JudgeAsync("python", "print('yes')");
        Assert.Equal((90.0, Verdict.WrongAnswer, "90 of 100 points"), (judgement.Score, judgement.Verdict, judgement.Message));
        Assert.Equal([20, 10, null, null], judgement.Cases.Select(c => c.Score));
        Assert.Equal([("secret", 90.0, 100.0), ("secret/1", 30.0, 40.0), ("secret/2", 60.0, 60.0)], judgement.Groups!.Select(g => (g.Name, g.Score, g.MaxScore!.Value)));
        var half = await JudgeAsync("python", "print('yes' if input() == '1' else 'no')");
        Assert.Equal((20.0, Verdict.WrongAnswer), (half.Score, half.Verdict));
        Assert.Equal(["secret/1/a", "secret/1/b"], half.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Null(half.Groups![^1].Verdict);
    }

    [Fact]
    public async Task A_function_problem_is_compared_by_its_checker()
    {
        _directory.Write("problem.yaml", Yaml.Replace("name:", "title: x\nname:", StringComparison.Ordinal))
            .Write("signature.json", """{ "name": "any", "params": [ { "name": "n", "type": "integer" } ], "return": { "type": "integer" } }""")
            .Case("sample/1", "4\n7\n9\n", "2\n7\n3\n")
            .Write("output_validator/check.py", "import json, sys\nn, out = json.load(open(sys.argv[1])), json.loads(sys.stdin.read())\nsys.exit(42 if out > 1 and n % out == 0 else 43)\n");
        Assert.Equal(Verdict.Accepted, (await JudgeAsync("python", "class Solution:\n    def any(self, n): return n\n")).Verdict);
        var wrong = await JudgeAsync("python", "class Solution:\n    def any(self, n): return 2 if n < 9 else 9\n");
        Assert.Equal([Verdict.Accepted, Verdict.WrongAnswer], wrong.Cases.Select(c => c.Verdict));
    }

    private Task<Judgement> JudgeAsync(string language, string source) =>
        fixture.Pool.Judge.JudgeAsync(language, source, PackageReader.Read(_directory.Path), _ => { }, CancellationToken.None);
}
