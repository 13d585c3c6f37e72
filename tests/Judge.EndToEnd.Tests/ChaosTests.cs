using Judge.Chaos;
using Xunit.Abstractions;

namespace Judge.EndToEnd.Tests;

/// <summary>The short form of ./judge chaos.</summary>
[Collection(UnderLoad.Name)]
public sealed class ChaosTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Twenty_five_seconds_of_faults_break_no_promise()
    {
        var result = await ChaosRun.RunAsync(seed: 3, TimeSpan.FromSeconds(25), output.WriteLine);
        Assert.True(result.Holds, string.Join('\n', result.Complaints));
        Assert.InRange(result.Faults, 15, 40);
    }

    [Fact]
    public void A_seed_makes_the_same_plan_every_time_and_knows_every_fault()
    {
        var plan = FaultPlan.Make(7, TimeSpan.FromMinutes(5));
        Assert.Equal(plan, FaultPlan.Make(7, TimeSpan.FromMinutes(5)));
        Assert.NotEqual(plan, FaultPlan.Make(8, TimeSpan.FromMinutes(5)));
        Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.Contains(plan, f => f.Kind == kind));
    }
}
