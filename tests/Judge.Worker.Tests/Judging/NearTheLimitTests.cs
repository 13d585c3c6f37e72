using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Judging;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Judging;

/// <summary>A case that is up to a tenth over its time limit is run once more. Runs are real; what noise would add to the CPU time of
/// one of them is added here.</summary>
[Collection(PoolCollection.Name)]
public sealed class NearTheLimitTests(PoolFixture fixture) : IDisposable
{
    /// <summary>The limit of 1 s with Python's allowance.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.05);

    private readonly PackageDirectory _directory = new("name: Test\nlimits: {time_limit: 1, memory: 64, output: 1}\n", cases: false);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task A_run_a_little_over_the_limit_is_repeated_and_the_better_time_counts()
    {
        var (judgement, runs) = await JudgeAsync("print(42)", Limit * 1.05);
        Assert.Equal((Verdict.Accepted, 2), (judgement.Verdict, runs));
        Assert.InRange(judgement.TimeMs!.Value, 0, Limit.TotalMilliseconds);
    }

    [Fact]
    public async Task A_run_that_is_over_the_limit_twice_is_over_the_limit()
    {
        var (judgement, runs) = await JudgeAsync("print(42)", Limit * 1.08, Limit * 1.05);
        Assert.Equal((Verdict.TimeLimitExceeded, 2), (judgement.Verdict, runs));
        Assert.Matches(@"^CPU time limit of 2050 ms exceeded: 2\d\d\d ms used$", judgement.Message);
        // The better of the two times.
        Assert.InRange(judgement.TimeMs!.Value, Limit.TotalMilliseconds * 1.05, Limit.TotalMilliseconds * 1.079);
    }

    [Fact]
    public async Task A_run_within_the_limit_is_not_repeated()
    {
        var (judgement, runs) = await JudgeAsync("print(42)");
        Assert.Equal((Verdict.Accepted, 1), (judgement.Verdict, runs));
    }

    [Fact]
    public async Task A_wrong_answer_over_the_limit_gets_its_second_chance_too()
    {
        var (judgement, runs) = await JudgeAsync("print(41)", Limit * 1.05);
        Assert.Equal((Verdict.WrongAnswer, 2), (judgement.Verdict, runs));
    }

    [Fact]
    public async Task A_run_that_was_stopped_is_not_repeated()
    {
        var (judgement, runs) = await JudgeAsync("while True: pass");
        Assert.Equal((Verdict.TimeLimitExceeded, 1), (judgement.Verdict, runs));
        // Or the wall limit, on a machine that is busy with other things.
        if (!judgement.Message!.StartsWith("CPU", StringComparison.Ordinal)) return;
        Assert.InRange(int.Parse(judgement.Message.Split(' ')[^3], CultureInfo.InvariantCulture), Limit.TotalMilliseconds * 1.1, Limit.TotalMilliseconds * 2);
    }

    [Fact]
    public async Task Python_without_memory_for_one_large_object_is_over_the_memory_limit()
    {
        var (judgement, _) = await JudgeAsync("x = bytearray(1 << 50)");
        Assert.Equal(Verdict.MemoryLimitExceeded, judgement.Verdict);
    }

    /// <param name="source">A Python program.</param>
    /// <param name="noise">CPU time added to the first run, the second, and so on.</param>
    private async Task<(Judgement Judgement, int Runs)> JudgeAsync(string source, params TimeSpan[] noise)
    {
        _directory.Case("secret/1", "", "42\n");
        var sandbox = new NoisySandbox(fixture.Pool.Sandbox, new Queue<TimeSpan>(noise));
        var judge = new SubmissionJudge(sandbox, fixture.Pool.Toolchains, fixture.Pool.Profile);
        var judgement = await judge.JudgeAsync("python", source, PackageReader.Read(_directory.Path), _ => { }, CancellationToken.None);
        return (judgement, sandbox.Runs);
    }

    private sealed class NoisySandbox(ISandbox inner, Queue<TimeSpan> noise) : ISandbox
    {
        public int Runs { get; private set; }

        public string Description => inner.Description;

        public string? Weakness => inner.Weakness;

        public async Task<IBox> OpenBoxAsync(string? image, CancellationToken cancellationToken) => new Box(this, await inner.OpenBoxAsync(image, cancellationToken), noise);

        public Task<IReadOnlyList<string>> FindAsync(string? image, IReadOnlyList<string> patterns, CancellationToken cancellationToken) =>
            inner.FindAsync(image, patterns, cancellationToken);

        private sealed class Box(NoisySandbox sandbox, IBox box, Queue<TimeSpan> noise) : IBox
        {
            public Task PutAsync(string path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken) =>
                box.PutAsync(path, content, executable, cancellationToken);

            public Task<byte[]?> GetAsync(string path, long limit, CancellationToken cancellationToken) => box.GetAsync(path, limit, cancellationToken);

            public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => box.ListAsync(cancellationToken);

            public async Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken)
            {
                var run = await box.RunAsync(request, cancellationToken);
                sandbox.Runs++;
                return noise.TryDequeue(out var added) ? run with { Cpu = run.Cpu + added } : run;
            }

            public ValueTask DisposeAsync() => box.DisposeAsync();
        }
    }
}
