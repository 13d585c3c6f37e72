using Judge.Chaos;

namespace Judge.EndToEnd.Tests;

public sealed class ChaosTests
{
    [Fact]
    public void A_seed_makes_the_same_plan_every_time_and_knows_every_fault()
    {
        var plan = FaultPlan.Make(7, TimeSpan.FromMinutes(5));
        Assert.Equal(plan, FaultPlan.Make(7, TimeSpan.FromMinutes(5)));
        Assert.NotEqual(plan, FaultPlan.Make(8, TimeSpan.FromMinutes(5)));
        Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.Contains(plan, f => f.Kind == kind));
    }
}
