using Judge.Worker.Languages;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Attacks;

/// <summary>Every hostile program gets the verdict that its first lines name, is shown nothing, and leaves the host as it was.</summary>
[Collection(PoolCollection.Name)]
public sealed class AttackTests(AttackGround ground) : IClassFixture<AttackGround>
{
    public static TheoryData<string> Programs => [.. Attack.All.Where(name => Attack.Read(name).Cases != "submissions")];

    public static TheoryData<string> BegunPrograms =>
        [.. Attack.All.Where(name => Attack.Read(name) is { Cases: "" } attack && LanguageCatalog.Find(attack.Language)!.BeginsAt is not null)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task It_is_contained(string program)
    {
        var attack = Attack.Read(program);
        await ground.ContainsAsync(attack, attack.Cases == "leftovers" ? ground.Leftovers : ground.Problem);
    }

    /// <summary>As copies of an interpreter that was started for all cases.</summary>
    [Theory]
    [MemberData(nameof(BegunPrograms))]
    public async Task It_is_contained_when_its_cases_begin_alike(string program) => await ground.ContainsAsync(Attack.Read(program), ground.Copies);

    [Fact]
    public void There_are_at_least_ninety_programs() => Assert.InRange(Attack.All.Count(), 90, 1000);

    [AllHere]
    public void All_programs_can_be_judged() => Assert.Empty(Attack.Missing);

    /// <summary>Skipped where languages are missing; names the programs that are not judged therefore.</summary>
    private sealed class AllHereAttribute : FactAttribute
    {
        public AllHereAttribute()
        {
            if (Attack.Missing.Any()) Skip = $"this host has no language, or is too slow for it, of {string.Join(", ", Attack.Missing)}";
        }
    }
}
