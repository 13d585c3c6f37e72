using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Judging;

/// <summary>Each row of docs/packages.md's table of who ends how, with real programs and real pipes.</summary>
[Collection(PoolCollection.Name)]
public sealed class InteractionTests(PoolFixture fixture) : IDisposable
{
    private const string Yaml = "problem_format_version: 2023-07-draft\ntype: interactive\nname: Talk\nlimits: {time_limit: 0.3, memory: 64, output: 1, validation_time: 1}\n";

    /// <summary>Does what its input says: a line of Python each.</summary>
    private const string Obedient = "import os, sys, time\nfor line in open(sys.argv[1]): exec(line)\nsys.exit(42)\n";

    private const string Echo = "import sys\nfor line in sys.stdin: print(line, end='', flush=True)\n";
    private const string Ask = "print('hello', flush=True)\nassert sys.stdin.readline() == 'hello\\n'\n";

    private readonly PackageDirectory _directory = new(Yaml, cases: false);

    public void Dispose() => _directory.Dispose();

    [Theory]
    // The interactor is satisfied.
    [InlineData(Ask, Echo, "Accepted", null)]
    [InlineData(Ask, "print(input(), flush=True)\nraise SystemExit(1)", "RuntimeError", "exit code 1")]
    [InlineData(Ask + "sys.exit(42)\n", "import time\nprint(input(), flush=True)\nwhile True: print('x' * 10000, flush=True)", "OutputLimitExceeded", null)]
    [InlineData(Ask + "sys.exit(42)\n", "import time\nprint(input(), flush=True)\ntime.sleep(0.2)\nprint('x' * 200000, flush=True)\ntry: input()\nexcept EOFError: pass", "Accepted", null)]
    [InlineData(Ask, "print(input(), flush=True)\nwhile True: pass", "TimeLimitExceeded", "CPU time")]
    [InlineData(Ask, "import time\nprint(input(), flush=True)\ntime.sleep(60)", "TimeLimitExceeded", "wall time")]
    [InlineData(Ask, "print(input(), flush=True)\nx = bytearray(b'x') * (200 << 20)", "MemoryLimitExceeded", null)]
    // It is not, and was first.
    [InlineData(Ask + "sys.exit(43)\n", Echo, "WrongAnswer", null)]
    [InlineData("sys.exit(43)\n", "print(input(), flush=True)", "WrongAnswer", null)]
    [InlineData("sys.exit(43)\n", "while True: print('x' * 10000, flush=True)", "WrongAnswer", null)]
    [InlineData("sys.exit(43)\n", "import os\ntry: input()\nexcept EOFError: os.kill(os.getpid(), 11)", "WrongAnswer", null)]
    [InlineData("sys.exit(43)\n", "try: input()\nexcept EOFError: pass\nwhile True: pass", "WrongAnswer", null)]
    // The program was first.
    [InlineData("if not sys.stdin.readline(): sys.exit(43)\n", "pass", "WrongAnswer", null)]
    [InlineData("time.sleep(0.2)\nprint('x' * 200000, flush=True)\nif not sys.stdin.readline(): sys.exit(43)\n", "pass", "WrongAnswer", null)]
    [InlineData("time.sleep(0.2)\nprint('x' * 200000, flush=True)\nif not sys.stdin.readline(): sys.exit(43)\n", "raise SystemExit(3)", "RuntimeError", "exit code 3")]
    [InlineData("if not sys.stdin.readline(): sys.exit(43)\n", "raise SystemExit(3)", "RuntimeError", "exit code 3")]
    [InlineData("if not sys.stdin.readline(): sys.exit(43)\n", "import os\nos.kill(os.getpid(), 11)", "RuntimeError", "SIGSEGV")]
    [InlineData("if not sys.stdin.readline(): raise EOFError\n", "raise SystemExit(3)", "RuntimeError", "exit code 3")]
    [InlineData("if not sys.stdin.readline(): raise EOFError\n", "pass", "InternalError", "check.py failed: exit code 1")]
    [InlineData("if not sys.stdin.readline(): sys.exit(43)\n", "while True: pass", "TimeLimitExceeded", "CPU time")]
    [InlineData("if not sys.stdin.readline(): sys.exit(43)\n", "import os\nwhile True: os.write(1, b'x' * 65536)", "OutputLimitExceeded", null)]
    // Both wait for each other.
    [InlineData("if not sys.stdin.readline(): sys.exit(43)\n", "input()", "TimeLimitExceeded", "wall time")]
    // It fails itself.
    [InlineData("raise ValueError\n", Echo, "InternalError", "check.py failed: exit code 1")]
    [InlineData("while True: pass\n", Echo, "InternalError", "check.py failed: it was stopped after 1 s")]
    [InlineData("end = time.process_time() + 0.5\nwhile time.process_time() < end: pass\nsys.exit(44)\n", Echo, "InternalError", "check.py failed: exit code 44")]
    public async Task Whose_word_counts(string script, string program, string verdict, string? message)
    {
        _directory.Case("secret/1", $"exec({System.Text.Json.JsonSerializer.Serialize(script)})\n", "").Write("output_validator/check.py", Obedient);
        var judgement = await JudgeAsync(program);
        Assert.True(judgement.Verdict.ToString() == verdict, $"{judgement.Verdict} and not {verdict}: {judgement.Message} {judgement.Reason}");
        if (message is not null) Assert.Contains(message, judgement.Message, StringComparison.Ordinal);
        Assert.Single(judgement.Cases);
    }

    [Theory]
    [InlineData(null, true, "Accepted", "Accepted")]
    [InlineData(null, true, "WrongAnswer", "WrongAnswer")]
    [InlineData(null, true, "InternalError", "InternalError")]
    [InlineData("RuntimeError", true, "Accepted", "RuntimeError")]
    [InlineData("RuntimeError", true, "WrongAnswer", "RuntimeError")]
    [InlineData("RuntimeError", true, "InternalError", "RuntimeError")]
    [InlineData("RuntimeError", false, "Accepted", "RuntimeError")]
    [InlineData("RuntimeError", false, "WrongAnswer", "WrongAnswer")]
    [InlineData("RuntimeError", false, "InternalError", "InternalError")]
    [InlineData("TimeLimitExceeded", true, "Accepted", "TimeLimitExceeded")]
    [InlineData("TimeLimitExceeded", true, "WrongAnswer", "TimeLimitExceeded")]
    [InlineData("TimeLimitExceeded", true, "InternalError", "TimeLimitExceeded")]
    [InlineData("TimeLimitExceeded", false, "Accepted", "TimeLimitExceeded")]
    [InlineData("TimeLimitExceeded", false, "WrongAnswer", "WrongAnswer")]
    [InlineData("TimeLimitExceeded", false, "InternalError", "InternalError")]
    public void The_table(string? program, bool programFirst, string interactor, string verdict)
    {
        CheckResult? failure = program is null ? null : new CheckResult(Enum.Parse<Verdict>(program), "", "");
        Assert.Equal(verdict, Interaction.Decide(failure, programFirst, new CheckResult(Enum.Parse<Verdict>(interactor), "", "")).Verdict.ToString());
    }

    [Fact]
    public async Task A_long_conversation_in_a_pool_of_one_slot_is_measured_and_shown()
    {
        _directory.Case("sample/1", "n = 500\nfor i in range(n):\n    print(i, flush=True)\n    assert sys.stdin.readline() == f'{i * 2}\\n'\n", "none\n")
            .Case("sample/2", "open(sys.argv[3] + 'teammessage.txt', 'w').write('that was wrong'); sys.exit(43)\n", "none\n")
            .Write("output_validator/check.py", "import sys\nexec(open(sys.argv[1]).read())\nsys.exit(42)\n");
        var profile = PoolProfile.Small(1) with { Cgroups = PoolFixture.Profile.Cgroups };
        using var sandbox = await PoolSandbox.StartAsync(profile, prepared: null, CancellationToken.None);
        var judgement = await new SubmissionJudge(sandbox.Sandbox, fixture.Pool.Toolchains, profile).JudgeAsync(
            "cpp", "#include <iostream>\nint main() { long n; while (std::cin >> n) std::cout << n * 2 << std::endl; }", PackageReader.Read(_directory.Path), _ => { }, CancellationToken.None);
        Assert.Equal([Verdict.Accepted, Verdict.WrongAnswer], judgement.Cases.Select(c => c.Verdict));
        Assert.Equal("that was wrong", judgement.Message);
        Assert.Equal((0, ""), (judgement.Cases[0].ExitCode, judgement.Cases[0].Output));
        Assert.InRange(judgement.Cases[0].TimeMs, 1, 600);
    }

    private Task<Judgement> JudgeAsync(string source) =>
        fixture.Pool.Judge.JudgeAsync("python", source, PackageReader.Read(_directory.Path), _ => { }, CancellationToken.None);
}
