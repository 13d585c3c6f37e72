using Judge.Worker.Hosting;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Attacks;

/// <summary>Attacks on what a cgroup bounds, on a pool without cgroups; <c>Worker__Cgroups=none ./judge test</c> runs all others so, too.</summary>
[Collection(NoCgroupCollection.Name)]
public sealed class NoCgroupAttackTests(NoCgroupGround ground) : IClassFixture<NoCgroupGround>
{
    private static readonly string[] Kinds = ["memory_", "fork_", "thread_", "file", "output_", "python_fork_bomb", "python_thread_bomb", "java_thread_bomb", "node_array_buffers"];

    public static TheoryData<string> Programs => [.. Attack.All.Where(name => Kinds.Any(kind => name.StartsWith(kind, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Programs))]
    public Task It_is_contained(string program) => ground.ContainsAsync(Attack.Read(program), ground.Problem);
}

public sealed class NoCgroupGround(NoCgroupPoolFixture fixture) : AttackGround(fixture);

public sealed class NoCgroupPoolFixture : PoolFixture
{
    private protected override PoolProfile Started => Profile with { Cgroups = false };
}

[CollectionDefinition(Name)]
public sealed class NoCgroupCollection : ICollectionFixture<NoCgroupPoolFixture>
{
    public const string Name = "pool without cgroups";
}
