using Judge.Contracts;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Problems.Import;

/// <summary>A converted package in the real sandbox.</summary>
[Collection(PoolCollection.Name)]
public sealed class DmojJudgedTests(PoolFixture fixture)
{
    /// <summary>What the DMOJ's site would add up: a case keeps its half, a batch has its least case, one that failed before its end has nothing, and what it was needed for is skipped.</summary>
    [Fact]
    public async Task A_package_with_partial_points_is_scored_as_there()
    {
        using var source = ForeignPackage.Dmoj("""
            checker: check.py
            test_cases:
            - {in: wrong-half, points: 20}
            - {points: 20, batched: [{in: right-half}, {in: right-whole}, {in: right-whole}]}
            - {points: 20, batched: [{in: right-whole}, {in: wrong-half}]}
            - {points: 20, batched: [{in: wrong-half}, {in: right-whole}]}
            - {points: 20, batched: [{in: right-whole}], dependencies: [3]}
            - {in: right-whole, points: 40}
            - {in: wrong, points: 0}
            - {in: right-whole, points: 1000}
            """);
        foreach (var (name, text) in ((string, string)[])[("wrong-half", "False 0.5"), ("right-half", "True 0.5"), ("right-whole", "True 1"), ("wrong", "False 0")]) source.Write(name, text);
        source.Write("check.py", """
            from dmoj.result import CheckerResult

            def check(process_output, judge_output, judge_input, point_value, **kwargs):
                assert process_output == judge_input and judge_output == b''
                right, share = process_output.split()
                return CheckerResult(right == b'True', point_value * float(share))
            """);
        source.Converted(out var package, out _);
        var judgement = await fixture.Pool.Judge.JudgeAsync("python", "print(input())", package, _ => { }, CancellationToken.None);
        Assert.Equal([10, 10, 10, 0, 0, 40, 0, 0], judgement.Groups!.Where(g => g.Name.Count(c => c == '/') == 1).Select(g => g.Score));
        Assert.Equal((Verdict.WrongAnswer, 70), (judgement.Verdict, judgement.Score));
    }
}
