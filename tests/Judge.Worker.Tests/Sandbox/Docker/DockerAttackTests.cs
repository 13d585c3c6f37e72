using System.Text.RegularExpressions;
using Judge.Testing;
using Judge.Worker.Hosting;
using Judge.Worker.Tests.Attacks;

namespace Judge.Worker.Tests.Sandbox.Docker;

/// <summary>The hostile programs, against containers.</summary>
[Collection(DockerTests.Name)]
public sealed class DockerAttackTests(DockerFixture docker, AttackGround ground) : IClassFixture<AttackGround>
{
    /// <summary>What a container shows by itself: that it is one, its own cgroup, the image's user, and where on the host judge-runner lies.</summary>
    private static readonly Regex Shown = new(
        @"^(sample/1: WrongAnswer )?ESCAPED: ((/etc/hosts|/run|/sys/class|/sys/fs/cgroup|/\.dockerenv) is there|user judge|a mount tells of the host: (\S+ ){3}\S+/judge-runner /run/judge-runner .*)$",
        RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Every_attack_in_a_language_of_the_image_is_contained()
    {
        using var pool = await JudgingPool.StartAsync(PoolProfile.Big() with { Docker = docker.Options }, CancellationToken.None);
        var escaped = new List<string>();
        var attacks = Attack.All.Select(Attack.Read).Where(a => pool.Toolchains[a.Language].Status.Available && a.Cases != "submissions").ToArray();
        Assert.InRange(attacks.Length, 80, 1000);
        foreach (var attack in Pace.Sample(attacks))
        {
            if (await Record.ExceptionAsync(() => ground.ContainsAsync(pool, attack, attack.Cases == "leftovers" ? ground.Leftovers : ground.Problem)) is not { } e) continue;
            var lines = e.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).ToArray();
            if (lines.Length == 0 || !lines.All(l => Shown.IsMatch(l))) escaped.Add(e.Message);
        }

        Assert.True(escaped.Count == 0, string.Join("\n", escaped));
    }
}
