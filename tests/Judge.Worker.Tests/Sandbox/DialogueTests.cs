using System.Text;
using Judge.Testing;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>A program that is asked through its descriptor 3 and answers on 4, and runs that hand files and pipes to programs.</summary>
public sealed class DialogueTests : IDisposable
{
    private readonly SandboxBench _bench = Bubblewrap(2);

    public void Dispose() => _bench.Dispose();

    [Fact]
    public async Task Each_answer_has_its_own_output_time_and_memory()
    {
        var turns = new List<RunResult>();
        var said = new List<string>();
        var run = await _bench.RunAsync(Asked("""
            import os, sys, time
            questions, answers = os.fdopen(3), os.fdopen(4, 'w')
            answers.write('ready\n'); answers.flush()
            for line in questions:
                n = int(line)
                end = time.process_time() + n / 1000
                while time.process_time() < end: pass
                big = bytearray(b'x') * ((n << 20) // 2)
                del big
                print('asked', n, flush=True)
                answers.write(f'{n * 2}\n'); answers.flush()
            """,
            ["20", "200", "20"], said, turns));
        Assert.Equal(["ready", "40", "400", "40"], said);
        Assert.Equal(["", "asked 20\n", "asked 200\n", "asked 20\n"], turns.Select(t => Text(t.Stdout)));
        Assert.All(turns, t => Assert.Equal(RunEnd.Finished, t.End));
        Assert.InRange(turns[2].Cpu.TotalMilliseconds, 200, 500 * Pace.Scale);
        Assert.InRange(turns[3].Cpu.TotalMilliseconds, 20, 150 * Pace.Scale);
        Assert.Equal(RunEnd.Finished, run.End);
        using var cgroups = Cgroups();
        if (!cgroups.Description.Contains("v1", StringComparison.Ordinal)) return; // the peak cannot be set back there
        Assert.InRange(turns[2].MemoryBytes >> 20, 100, 130);
        Assert.InRange(turns[3].MemoryBytes >> 20, 10, 40);
    }

    [Theory]
    [InlineData("n = 1 / 0 if line == 'b\\n' else 0", "Finished", 1, null)]
    [InlineData("if line == 'b\\n': os._exit(0)", "Finished", 0, null)]
    [InlineData("if line == 'b\\n': os.kill(os.getpid(), 11)", "Finished", null, 11)]
    [InlineData("if line == 'b\\n': time.sleep(1000)", "WallLimit", null, null)]
    [InlineData("while line == 'b\\n': pass", "CpuLimit", null, null)]
    [InlineData("x = bytearray(b'x') * (600 << 20) if line == 'b\\n' else 0", "MemoryLimit", null, null)]
    [InlineData("while line == 'b\\n': print('x' * 1000)", "OutputLimit", null, null)]
    [InlineData("while line == 'b\\n': answers.write('x' * 1000)", "OutputLimit", null, null)]
    [InlineData("if line == 'b\\n': os.close(4); os.close(3); time.sleep(1000)", "WallLimit", null, null)]
    public async Task What_ends_it_ends_only_the_turn_it_is_in(string body, string end, int? exitCode, int? signal)
    {
        var (said, turns) = (new List<string>(), new List<RunResult>());
        var run = await _bench.RunAsync(Asked(
            $"""
            import os, sys, time
            questions, answers = os.fdopen(3), os.fdopen(4, 'w')
            answers.write('ready\n'); answers.flush()
            for line in questions:
                {body}
                print('heard', line, end='', flush=True)
                answers.write('1\n'); answers.flush()
            """,
            // A busy machine takes long to make so much memory.
            ["a", "b", "c"], said, turns, end == "MemoryLimit" ? Roomy with { Cpu = Pace.Seconds(20), Wall = Pace.Seconds(40) } : Roomy with { Cpu = Pace.Seconds(1), Wall = Pace.Seconds(2) }));
        Assert.Equal(["ready", "1"], said);
        Assert.Equal("heard a\n", Text(turns[^1].Stdout));
        Assert.Equal(end, run.End.ToString());
        if (end == "Finished") Assert.Equal((exitCode, signal), (run.ExitCode, run.Signal));
    }

    [Fact]
    public async Task Long_questions_and_answers_go_through_and_more_than_one_line_is_seen()
    {
        var (said, turns) = (new List<string>(), new List<RunResult>());
        var large = new string('7', 3 << 20);
        await _bench.RunAsync(Asked("""
            import os
            questions, answers = os.fdopen(3), os.fdopen(4, 'w')
            answers.write('ready\n'); answers.flush()
            answers.write(questions.readline()); answers.flush()
            questions.readline()
            answers.write('two\nlines\n'); answers.flush()
            questions.readline()
            """,
            [large, "a", "b"], said, turns));
        Assert.Equal("ready", said[0]);
        Assert.Equal(large, said[1]);
        Assert.Equal("two\nlines", said[2]);
    }

    [Fact]
    public async Task What_a_program_does_behind_its_answer_is_charged_to_the_next_turn()
    {
        var (said, turns) = (new List<string>(), new List<RunResult>());
        await _bench.RunAsync(Asked("""
            import os, threading, time
            questions, answers = os.fdopen(3), os.fdopen(4, 'w')
            answers.write('ready\n'); answers.flush()
            def burn():
                end = time.thread_time() + 0.2
                while time.thread_time() < end: pass
            for line in questions:
                if line == 'wait\n': thread.join()
                else: thread = threading.Thread(target=burn); thread.start()
                answers.write('1\n'); answers.flush()
            """,
            ["a", "wait"], said, turns));
        Assert.InRange((turns[1].Cpu + turns[2].Cpu).TotalMilliseconds, 200, 600);
    }

    [Fact]
    public async Task Files_are_read_by_path_and_changed_by_nobody()
    {
        var request = Shell("cat \"$0\" \"$1\"; echo x 2>/dev/null > \"$1\" || echo kept") with { Files = ["one\n"u8.ToArray(), "two\n"u8.ToArray()] };
        var run = await _bench.RunAsync(request with { Arguments = [.. request.Arguments, "{file:0}", "{file:1}"] });
        Assert.Equal("one\ntwo\nkept\n", Said(run));
        Assert.Equal("none\n", Said(await _bench.ShellAsync("for fd in 3 4 5 6 7 8 9; do [ -e /proc/$$/fd/$fd ] && echo $fd; done; echo none")));
    }

    /// <summary>Asks these one after the other, a turn each, and notes what it hears.</summary>
    private static RunRequest Asked(string script, IReadOnlyList<string> questions, List<string> said, List<RunResult> turns, RunLimits? limits = null) =>
        Python(script, limits ?? Roomy) with { Dialogue = new Asking(questions, said, turns) };

    private sealed class Asking(IReadOnlyList<string> questions, List<string> said, List<RunResult> turns) : IDialogue
    {
        public ReadOnlyMemory<byte>? Next(ReadOnlyMemory<byte> answer, Func<RunResult> endTurn)
        {
            said.Add(Text(answer));
            turns.Add(endTurn());
            if (said.Count > questions.Count) return null;
            return Encoding.UTF8.GetBytes($"{questions[said.Count - 1]}\n");
        }
    }
}
