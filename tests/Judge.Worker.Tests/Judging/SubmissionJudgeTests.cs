using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;
using Judge.Worker.Tests.Languages;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Judging;

/// <summary>Programs and the verdicts they must get, by the pool's own compilers and sandboxes.</summary>
[Collection(PoolCollection.Name)]
public sealed class SubmissionJudgeTests(PoolFixture fixture) : IDisposable
{
    private const string Echo = "print(input())";
    private readonly PackageDirectory _directory = new("name: Test\nlimits: {time_limit: 1, memory: 64, output: 1}\n", cases: false);
    private Sandbox.SandboxBench? _bench;

    public static TheoryData<string> Languages => [.. LanguageCatalog.All.Select(l => l.Id)];

    public void Dispose()
    {
        _directory.Dispose();
        _bench?.Dispose();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_languages_own_test_is_accepted(string language)
    {
        _directory.Case("sample/1", "1 2\n", "3\n").Case("secret/1", "1000000000 -7\n", "999999993\n");
        var judgement = await JudgeAsync(language, LanguageCatalog.Find(language)!.SelfTest);
        Assert.True(judgement.Verdict == Verdict.Accepted, $"{judgement.Message} {judgement.CompileOutput} {string.Join(' ', judgement.Cases.Select(c => c.Stderr))}");
        Assert.Equal(["sample/1", "secret/1"], judgement.Cases.Select(c => c.Name), StringComparer.Ordinal);
        Assert.Null(judgement.Message);
        Assert.All(judgement.Cases, c => Assert.Equal((Verdict.Accepted, 0, null, null), (c.Verdict, c.ExitCode, c.Signal, c.Message)));
        Assert.All(judgement.Cases, c => Assert.InRange(c.TimeMs, 0, 5000));
        Assert.All(judgement.Cases, c => Assert.InRange(c.WallMs, 1, 20_000));
        Assert.All(judgement.Cases, c => Assert.InRange(c.MemoryKb, 100, 256 * 1024));
        Assert.Equal(judgement.Cases.Max(c => c.TimeMs), judgement.TimeMs);
        Assert.Equal(judgement.Cases.Max(c => c.MemoryKb), judgement.MemoryKb);
    }

    [Fact]
    public async Task Another_output_is_a_wrong_answer()
    {
        _directory.Case("sample/1", "5\n", "5\n").Case("secret/1", "6\n", "7\n");
        var judgement = await JudgeAsync("python", Echo);
        Assert.Equal(Verdict.WrongAnswer, judgement.Verdict);
        Assert.Equal([Verdict.Accepted, Verdict.WrongAnswer], judgement.Cases.Select(c => c.Verdict));
        Assert.Equal("line 1, token 1: differs", judgement.Message);
    }

    [Fact]
    public async Task White_space_where_it_matters_is_a_presentation_error()
    {
        _directory.Case("sample/1", "", "1 2\n").Write("data/test_group.yaml", "output_validator_args: [space_change_sensitive]\n");
        Assert.Equal(Verdict.PresentationError, (await JudgeAsync("python", "print('1  2')")).Verdict);
        Assert.Equal(Verdict.Accepted, (await JudgeAsync("python", "print('1 2')")).Verdict);
    }

    [Fact]
    public async Task A_busy_loop_exceeds_the_time_limit_and_is_told_both_numbers()
    {
        _directory.Case("sample/1", "", "");
        var judgement = await JudgeAsync("c", "int main(void) { for (volatile int i = 0;; i++) ; }");
        Assert.Equal(Verdict.TimeLimitExceeded, judgement.Verdict);
        Assert.Matches(@"^CPU time limit of 1000 ms exceeded: \d{4} ms used$", judgement.Message);
        Assert.InRange(judgement.TimeMs!.Value, 1000, 3000);
    }

    [Fact]
    public async Task A_sleeper_exceeds_the_wall_time_and_is_told_so()
    {
        _directory.Case("sample/1", "", "");
        var judgement = await JudgeAsync("python", "import time\ntime.sleep(60)");
        Assert.Equal(Verdict.TimeLimitExceeded, judgement.Verdict);
        // Python's allowance: (1 s × 2 + 50 ms) of CPU, so twice that and a second of wall time.
        Assert.Matches(@"^wall time limit of 5100 ms exceeded, with \d+ ms of CPU time used$", judgement.Message);
        Assert.InRange(judgement.WallMs!.Value, 5100, 15_300);
    }

    /// <summary>All ends of a program but the good one, by one that is compiled once and told by its input which to come to.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_crash_an_exit_code_a_busy_loop_and_memory_without_end_get_their_verdicts_in_every_language(string language)
    {
        // In order of name, the crash first: it is of the first case that is asked whether the source is a program at all.
        foreach (var how in (string[])["crash", "exit", "loop", "memory"]) _directory.Case($"sample/{how}", $"{how}\n", "");
        var package = PackageReader.Read(_directory.Path) with { RunsAll = true, TimeLimit = TimeSpan.FromSeconds(0.3) };
        var judgement = await fixture.Pool.Judge.JudgeAsync(language, LanguagePrograms.Behave(language), package, _ => { }, CancellationToken.None);
        var all = $"{judgement.Message} {judgement.CompileOutput} {string.Join('\n', judgement.Cases.Select(c => $"{c.Name}: {c.Verdict}, {c.Message}"))}";
        Assert.True(judgement.Cases.Count == 4, all);
        var (crash, exit, loop, memory) = (judgement.Cases[0], judgement.Cases[1], judgement.Cases[2], judgement.Cases[3]);
        Assert.True(crash.Verdict == Verdict.RuntimeError, all);
        Assert.True(exit is { Verdict: Verdict.RuntimeError, ExitCode: 3, Message: "exit code 3" }, all);
        Assert.True(loop.Verdict == Verdict.TimeLimitExceeded, all);
        Assert.True(memory.Verdict == Verdict.MemoryLimitExceeded && memory.Message!.Contains("KiB", StringComparison.Ordinal), all);
        Assert.True(memory.Output is "", $"a runtime's last words are not the program's: {memory.Output}");
    }

    [Fact]
    public async Task Output_without_end_exceeds_the_output_limit()
    {
        _directory.Case("sample/1", "", "");
        var judgement = await JudgeAsync("c", "#include <stdio.h>\nint main(void) { for (;;) puts(\"more\"); }");
        Assert.Equal((Verdict.OutputLimitExceeded, "output limit of 1024 KiB exceeded"), (judgement.Verdict, judgement.Message));
    }

    [Fact]
    public async Task An_exit_code_is_a_runtime_error_even_when_the_output_is_right()
    {
        _directory.Case("sample/1", "5\n", "5\n");
        var judgement = await JudgeAsync("python", Echo + "\nraise SystemExit(3)");
        Assert.Equal((Verdict.RuntimeError, "exit code 3"), (judgement.Verdict, judgement.Message));
        Assert.Equal((3, (int?)null), (judgement.Cases[0].ExitCode, judgement.Cases[0].Signal));
    }

    [Theory]
    [InlineData("int main(void) { *(volatile int *)0 = 1; }", "ended by SIGSEGV", 11)]
    [InlineData("#include <stdlib.h>\nint main(void) { abort(); }", "ended by SIGABRT", 6)]
    [InlineData("#include <signal.h>\nint main(void) { raise(SIGFPE); }", "ended by SIGFPE", 8)]
    public async Task A_signal_is_a_runtime_error_that_names_it(string source, string message, int signal)
    {
        _directory.Case("sample/1", "", "");
        var judgement = await JudgeAsync("c", source);
        Assert.Equal((Verdict.RuntimeError, message), (judgement.Verdict, judgement.Message));
        Assert.Equal(((int?)null, signal), (judgement.Cases[0].ExitCode, judgement.Cases[0].Signal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task What_is_no_program_is_a_compile_error_in_the_compilers_words_on_the_users_file(string language)
    {
        _directory.Case("sample/1", "", "").Case("secret/1", "", "");
        var judgement = await JudgeAsync(language, LanguagePrograms.Wrong(language));
        Assert.True(judgement.Verdict == Verdict.CompileError, $"{judgement.Verdict}: {judgement.Message}");
        Assert.Matches($@"\b{Regex.Escape(LanguageCatalog.Find(language)!.SourceFile)}\b", judgement.CompileOutput);
        Assert.DoesNotContain("/box/", judgement.CompileOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("<string>", judgement.CompileOutput, StringComparison.Ordinal);
        Assert.NotNull(judgement.Message);
        Assert.Empty(judgement.Cases);
        Assert.Null(judgement.TimeMs);
    }

    [Theory]
    [InlineData("python", "undefined_name")]
    [InlineData("javascript", "undefinedName();")]
    public async Task A_program_that_breaks_while_it_runs_is_no_compile_error(string language, string source)
    {
        _directory.Case("sample/1", "", "");
        Assert.Equal(Verdict.RuntimeError, (await JudgeAsync(language, source)).Verdict);
    }

    /// <summary>The last one has no line of its own to be wrong in.</summary>
    [Theory]
    [InlineData("/* public class Text */\npackage p.q;\nclass Helper { static final String S = \"public class Other { }\"; }\npublic final class Foo { public static void main(String[] a) { System.out.println(Helper.S.length()); } }", Verdict.Accepted, null)]
    [InlineData("public class Foo {\n  int x = \"text\";\n  public static void main(String[] a) { }\n}", Verdict.CompileError, "Foo.java:2: error: incompatible types")]
    [InlineData("class Solution { int main() { return 1; } }", Verdict.CompileError, "a class with the method main")]
    public async Task Java_takes_any_name_of_the_class_with_main(string source, Verdict verdict, string? told)
    {
        _directory.Case("sample/1", "", "22\n").Case("secret/1", "", "22\n");
        var judgement = await JudgeAsync("java", source);
        Assert.True(judgement.Verdict == verdict, $"{judgement.Verdict}: {judgement.Message} {judgement.CompileOutput}");
        if (told is not null) Assert.Contains(told, $"{judgement.CompileOutput} {judgement.Message}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_compiler_warns_of_is_kept_with_an_accepted_program()
    {
        _directory.Case("sample/1", "", "");
        var judgement = await JudgeAsync("c", "#warning \"mind the gap\"\nint main(void) { }");
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
        Assert.Contains("mind the gap", judgement.CompileOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_compilers_flood_is_cut_at_16_KiB()
    {
        _directory.Case("sample/1", "", "");
        var judgement = await JudgeAsync("c", string.Concat(Enumerable.Range(0, 15).Select(i => $"#error {i} {new string('é', 1000)}\n")));
        Assert.Equal(Verdict.CompileError, judgement.Verdict);
        var bytes = System.Text.Encoding.UTF8.GetByteCount(judgement.CompileOutput!);
        Assert.InRange(bytes, 16 * 1024 - 4, 16 * 1024);
        Assert.DoesNotContain('\ufffd', judgement.CompileOutput!);
    }

    [Fact]
    public async Task A_compiler_cannot_be_made_to_show_the_hosts_files()
    {
        _directory.Case("sample/1", "", "");
        foreach (var path in (string[])["/etc/shadow", "/etc/passwd", Path.Combine(_directory.Path, "problem.yaml")])
        {
            Assert.True(File.Exists(path));
            var judgement = await JudgeAsync("c", $"#include \"{path}\"\nint main(void) {{ }}");
            Assert.Equal(Verdict.CompileError, judgement.Verdict);
            // There is an /etc/passwd, with nobody of the host's in it.
            Assert.Contains(path == "/etc/passwd" ? "judge" : "No such file", judgement.CompileOutput, StringComparison.Ordinal);
            Assert.DoesNotContain("root", judgement.CompileOutput, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_compilation_without_end_is_stopped_and_says_so()
    {
        _directory.Case("sample/1", "", "");
        var judgement = await JudgeAsync("c", "#include \"/dev/zero\"\nint main(void) { }");
        Assert.Equal(Verdict.CompileError, judgement.Verdict);
        Assert.Contains("the compiler", judgement.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Judging_stops_at_the_first_failure()
    {
        for (var i = 10; i < 40; i++) _directory.Case($"secret/{i}", $"{i}\n", i == 14 ? "0\n" : $"{i}\n");
        var judgement = await JudgeAsync("python", Echo);
        Assert.Equal(Verdict.WrongAnswer, judgement.Verdict);
        Assert.Equal(["secret/10", "secret/11", "secret/12", "secret/13", "secret/14"], judgement.Cases.Select(c => c.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Cases_are_listed_in_order_whichever_ends_first()
    {
        _directory.Case("sample/1", "0.6\n", "0.6\n").Case("secret/1", "0\n", "0\n").Case("secret/2", "0.3\n", "0.3\n").Case("secret/3", "0\n", "0\n");
        var judgement = await JudgeAsync("python", "import time\nx = input()\ntime.sleep(float(x))\nprint(x)", Parallel(4));
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
        Assert.Equal(["sample/1", "secret/1", "secret/2", "secret/3"], judgement.Cases.Select(c => c.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_later_case_that_fails_early_does_not_hide_an_earlier_one_that_fails_late()
    {
        _directory.Case("secret/1", "0.8\n", "").Case("secret/2", "0\n", "").Case("secret/3", "0\n", "");
        var judgement = await JudgeAsync("python", "import time\nx = float(input())\ntime.sleep(x)\nif x > 0: raise SystemExit(7)\nprint('wrong')", Parallel(3));
        Assert.Equal((Verdict.RuntimeError, "exit code 7"), (judgement.Verdict, judgement.Message));
        Assert.Equal("secret/1", Assert.Single(judgement.Cases).Name);
    }

    [Fact]
    public async Task A_later_case_that_fails_early_waits_for_an_earlier_one_that_is_right()
    {
        _directory.Case("secret/1", "0.8\n", "0.8\n").Case("secret/2", "0\n", "").Case("secret/3", "60\n", "60\n");
        var judgement = await JudgeAsync("python", "import time\nx = input()\ntime.sleep(float(x))\nprint(x)", Parallel(3));
        Assert.Equal(Verdict.WrongAnswer, judgement.Verdict);
        Assert.Equal([("secret/1", Verdict.Accepted), ("secret/2", Verdict.WrongAnswer)], judgement.Cases.Select(c => (c.Name, c.Verdict)));
    }

    [Fact]
    public async Task Nothing_survives_from_case_to_case()
    {
        for (var i = 1; i <= 4; i++) _directory.Case($"secret/{i}", "", "[] ['main.py']\n");
        var judgement = await JudgeAsync("python", """
            import os
            print(os.listdir('/tmp'), os.listdir('.'))
            open('/tmp/left', 'w').close()
            try: open('/box/left', 'w').close()
            except OSError: pass
            """);
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
        Assert.Equal(4, judgement.Cases.Count);
    }

    [Fact]
    public async Task A_program_sees_neither_the_answers_nor_the_other_inputs()
    {
        _directory.Case("secret/1", "needle-in\n", "").Case("secret/2", "needle-in\n", "");
        await File.WriteAllTextAsync(Path.Combine(_directory.Path, "data/secret/1.ans"), "");
        var judgement = await JudgeAsync("python", $$"""
            import os
            for top in '/', '{{_directory.Path}}':
                for root, folders, files in os.walk(top):
                    if root in ('/proc', '/usr', '/lib'): folders[:] = []
                    for f in files:
                        if f.endswith(('.ans', '.in')) and not root.startswith('/usr'): print(root, f)
            """);
        Assert.Equal((Verdict.Accepted, null), (judgement.Verdict, judgement.Message));
    }

    [Fact]
    public async Task A_sample_is_shown_in_full_and_a_secret_case_never()
    {
        _directory.Case("sample/1", "in\n", "in\n").Case("secret/1", "classified\n", "answer\n");
        var judgement = await JudgeAsync("python", "import sys\nx = input()\nprint(x)\nprint('note', x, file=sys.stderr)");
        Assert.Equal(Verdict.WrongAnswer, judgement.Verdict);
        var (sample, secret) = (judgement.Cases[0], judgement.Cases[1]);
        Assert.Equal(("in\n", "in\n", "in\n", "note in\n", null), (sample.Input, sample.Expected, sample.Output, sample.Stderr, sample.Truncated));
        Assert.Equal((null, null, null, null, null), (secret.Input, secret.Expected, secret.Output, secret.Stderr, secret.Truncated));
        Assert.Equal("line 1, token 1: differs", secret.Message);
    }

    [Fact]
    public async Task A_samples_message_quotes_what_differs()
    {
        _directory.Case("sample/1", "got\n", "wanted\n");
        Assert.Equal("line 1, token 1: differs (expected \"wanted\", got \"got\")", (await JudgeAsync("python", Echo)).Message);
    }

    [Fact]
    public async Task A_long_sample_is_cut_at_4_KiB_between_characters_and_says_so()
    {
        var text = "x" + new string('é', 5000) + "\n";
        _directory.Case("sample/1", text, text).Case("sample/2", "short\n", "short\n");
        var judgement = await JudgeAsync("python", "import sys\nx = input()\nprint(x)\nprint(x, file=sys.stderr)");
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
        var cut = judgement.Cases[0];
        Assert.True(cut.Truncated);
        // One byte and 2047 characters of two are 4095; half a character more would be 4096.
        var shown = "x" + new string('é', 2047);
        Assert.Equal((shown, shown, shown, shown), (cut.Input, cut.Expected, cut.Output, cut.Stderr));
        Assert.Null(judgement.Cases[1].Truncated);
    }

    [Fact]
    public async Task Progress_is_reported_after_every_case()
    {
        for (var i = 0; i < 6; i++) _directory.Case($"secret/{i}", "1\n", "1\n");
        var reports = new ConcurrentBag<int>();
        await fixture.Pool.Judge.JudgeAsync("python", Echo, PackageReader.Read(_directory.Path), reports.Add, CancellationToken.None);
        Assert.Equal([1, 2, 3, 4, 5, 6], reports.Order());
    }

    [Fact]
    public async Task Cancelling_ends_the_judging()
    {
        _directory.Case("secret/1", "", "");
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var package = PackageReader.Read(_directory.Path);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fixture.Pool.Judge.JudgeAsync("python", "import time; time.sleep(60)", package with { TimeLimit = TimeSpan.FromSeconds(30) }, _ => { }, cancellation.Token));
        Assert.Equal(Verdict.Accepted, (await JudgeAsync("python", "")).Verdict);
    }

    [Fact]
    public async Task A_language_that_is_not_there_is_the_workers_trouble()
    {
        _directory.Case("sample/1", "", "");
        var e = await Assert.ThrowsAsync<SandboxException>(() => JudgeAsync("intercal", ""));
        Assert.Contains("intercal", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_host_is_as_it_was()
    {
        _directory.Case("sample/1", "", "");
        var before = Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories).Length;
        var source = """
            #include <stdlib.h>
            #include <unistd.h>
            int main(void) {
                return system("rm -rf /tmp/* /box/* /usr/bin/* / 2>/dev/null; touch /usr/judge-evil /etc/judge-evil /judge-evil /tmp/judge-evil 2>/dev/null; true");
            }
            """;
        await JudgeAsync("c", source);
        Assert.Equal(before, Directory.GetFiles(_directory.Path, "*", SearchOption.AllDirectories).Length);
        Assert.All((string[])["/usr/judge-evil", "/etc/judge-evil", "/judge-evil", "/tmp/judge-evil"], p => Assert.False(File.Exists(p), p));
    }

    private SubmissionJudge Parallel(int cases)
    {
        // As many runs at a time as cases, whatever the machine has.
        _bench ??= Sandbox.SandboxBench.Bubblewrap(cases);
        return new SubmissionJudge(_bench.Sandbox, fixture.Pool.Toolchains, PoolProfile.Big() with { CaseParallelism = cases, ConcurrentRuns = cases });
    }

    private Task<Judgement> JudgeAsync(string language, string source, SubmissionJudge? judge = null) =>
        (judge ?? fixture.Pool.Judge).JudgeAsync(language, source, PackageReader.Read(_directory.Path), _ => { }, CancellationToken.None);
}
