using Judge.Worker.Judging;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Attacks;

/// <summary>Nothing goes from one submission to another: not by what the first leaves, not while both run.</summary>
[Collection(PoolCollection.Name)]
public sealed class LeftoverTests(PoolFixture fixture, AttackGround ground) : IClassFixture<AttackGround>
{
    public static TheoryData<string> Programs => [.. Attack.All.Where(name => Attack.Read(name).Cases.Length > 0)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_a_submission_plants_the_next_does_not_find(string program) =>
        await ground.ContainsAsync(Attack.Read(program), ground.Plant, ground.Look);

    [Fact]
    public async Task A_submission_does_not_see_another_that_runs_at_the_same_time()
    {
        var word = ground.Canaries.Word("another submission's source");
        // It runs up to its wall time, and holds the word in its source, its memory, a file and its arguments.
        var other = fixture.Pool.Judge.JudgeAsync(
            "python", $"import os, sys, time\nopen('/tmp/held', 'w').write('{word}')\nos.execv(sys.executable, ['python3', '-c', 'import time; time.sleep(60)', '{word}'])",
            ground.Look, _ => { }, CancellationToken.None);
        var snoop = Attack.Read("secret_snoop.py");
        for (var i = 0; i < 3; i++)
        {
            Judgement judgement = await ground.JudgeAsync(snoop, ground.Look);
            Assert.Empty(ground.Canaries.SeenIn(judgement));
            Assert.True(judgement.Verdict == Contracts.Verdict.Accepted, judgement.Cases[0].Output + judgement.Message);
        }

        await other;
    }
}
