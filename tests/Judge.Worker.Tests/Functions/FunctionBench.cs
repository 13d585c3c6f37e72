using Judge.Worker.Judging;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Judging;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Functions;

/// <summary>A function problem for a test: its package on disk, judged by a pool's own compilers and sandboxes.</summary>
internal sealed class FunctionBench : IDisposable
{
    private readonly PackageDirectory _directory;
    private readonly PoolFixture _fixture;

    /// <param name="fixture">Judges.</param>
    /// <param name="signature">signature.json.</param>
    /// <param name="seconds">The time limit.</param>
    /// <param name="type">problem.yaml's.</param>
    public FunctionBench(PoolFixture fixture, string signature, string seconds = "1", string type = "pass-fail")
    {
        (_fixture, _directory) = (fixture, new PackageDirectory($"problem_format_version: 2023-07-draft\ntype: {type}\nname: Test\nlimits: {{time_limit: {seconds}, memory: 256, output: 4}}\n", cases: false));
        _directory.Write("signature.json", signature);
    }

    public ProblemPackage Package => PackageReader.Read(_directory.Path);

    /// <summary>A file of cases; lines are separated by line feeds.</summary>
    public FunctionBench Cases(string name, string input, string answers)
    {
        _directory.Case(name, input + "\n", answers + "\n");
        return this;
    }

    public Task<Judgement> JudgeAsync(string language, string source) => JudgeAsync(language, source, Package);

    public Task<Judgement> JudgeAsync(string language, string source, ProblemPackage package) =>
        _fixture.Pool.Judge.JudgeAsync(language, source, package, _ => { }, CancellationToken.None);

    public void Dispose() => _directory.Dispose();

    /// <summary>What a failed assertion should tell.</summary>
    public static string Told(Judgement judgement) =>
        $"{judgement.Verdict}: {judgement.Message}\n{judgement.CompileOutput}\n{string.Join('\n', judgement.Cases.Select(c => $"{c.Name} {c.Verdict} {c.Message} {c.Output} {c.Stderr}"))}";
}
