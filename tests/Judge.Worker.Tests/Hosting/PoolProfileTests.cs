using System.Globalization;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace Judge.Worker.Tests.Hosting;

/// <summary>Big and small differ for real.</summary>
public sealed class PoolProfileTests
{
    [Fact]
    public void Big_serves_premium_with_more_slots_parallel_cases_and_more_weight()
    {
        var (big, small) = (PoolProfile.Big(), PoolProfile.Small());
        Assert.Equal((Tier.Premium, Tier.Free), (big.Tier, small.Tier));
        Assert.Equal(Environment.ProcessorCount, big.Slots);
        Assert.Equal(Math.Max(1, Environment.ProcessorCount / 2), small.Slots);
        Assert.Equal(Math.Min(4, Environment.ProcessorCount), big.CaseParallelism);
        Assert.Equal(1, small.CaseParallelism);
        Assert.Equal(8, big.CpuWeight / small.CpuWeight);
    }

    [Fact]
    public async Task The_kernel_gives_the_runs_of_big_eight_times_the_weight()
    {
        using var big = await JudgingPool.StartAsync(PoolProfile.Big(), CancellationToken.None);
        using var small = await JudgingPool.StartAsync(PoolProfile.Small(), CancellationToken.None);
        if (big.Weakness is not null)
        {
            // No cgroup on this host: nothing to weigh with, and the pool says so.
            Assert.NotNull(small.Weakness);
            return;
        }

        Assert.Equal(8, Weight("big") / Weight("small"));
    }

    [Theory]
    [InlineData("big", null, Tier.Premium)]
    [InlineData("small", "7", Tier.Free)]
    public void The_settings_choose_the_pool_and_its_slots(string pool, string? slots, Tier tier)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Worker:Pool", pool), new("Worker:Slots", slots)])
            .Build();
        var profile = PoolProfile.From(configuration);
        Assert.Equal((pool, tier), (profile.Name, profile.Tier));
        if (slots is not null) Assert.Equal(7, profile.Slots);
    }

    /// <summary>cpu.shares or cpu.weight of this process's pool.</summary>
    private static int Weight(string pool)
    {
        var mine = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{pool}-*");
        var roots = (string[])["/sys/fs/cgroup/cpu/judge", "/sys/fs/cgroup/cpu,cpuacct/judge"];
        var groups = roots.Where(Directory.Exists).SelectMany(r => Directory.GetDirectories(r, mine)).ToList();
        if (groups.Count == 0)
            groups = [.. Directory.GetDirectories("/sys/fs/cgroup", mine, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 4, IgnoreInaccessible = true })];
        var group = Assert.Single(groups);
        var file = (string[])["cpu.shares", "cpu.weight"];
        return int.Parse(File.ReadAllText(file.Select(f => Path.Combine(group, f)).First(File.Exists)), CultureInfo.InvariantCulture);
    }
}
