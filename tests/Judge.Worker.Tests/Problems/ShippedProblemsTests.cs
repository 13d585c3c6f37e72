using Judge.Testing;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Judging;
using Judge.Worker.Verifying;

namespace Judge.Worker.Tests.Problems;

/// <summary>The programs that come with the problems are tests as data: a source file and the verdict it must get.</summary>
[Collection(PoolCollection.Name)]
public sealed class ShippedProblemsTests(PoolFixture fixture)
{
    private static readonly string[] Slugs = [.. Directory.GetDirectories(Path.Combine(Repository.Root, "problems")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Problems => [.. Slugs];

    [Theory]
    [MemberData(nameof(Problems))]
    public async Task Every_program_gets_the_verdict_its_folder_names(string slug)
    {
        var rows = await VerifyCommand.JudgeAllAsync(fixture.Pool, Repository.Problem(slug), CancellationToken.None);
        Assert.NotEmpty(rows);
        var wrong = rows.Where(r => !r.Agrees).Select(r => r.ToString(slug)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void A_problem_has_cases_enough_and_programs_that_fail(string slug)
    {
        var cases = PackageReader.Read(Repository.Problem(slug)).Cases;
        Assert.InRange(cases.Count(c => c.IsSample), 1, 10);
        Assert.InRange(cases.Count(c => !c.IsSample), 10, 1000);
        Assert.InRange(Accepted(slug).Count, 3, 6);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Repository.Problem(slug), "submissions", "wrong_answer")));
    }

    [Fact]
    public void There_are_at_least_twelve_problems() => Assert.InRange(Slugs.Length, 12, 1000);

    [Fact]
    public void Every_language_has_an_accepted_program_somewhere() =>
        Assert.Equal(LanguageCatalog.All.Select(l => l.Id).Order(StringComparer.Ordinal), Slugs.SelectMany(Accepted).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    [Fact]
    public void Every_difficulty_is_there() =>
        Assert.Equal(["easy", "hard", "medium"], Slugs.Select(s => PackageReader.Read(Repository.Problem(s)).Difficulty!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static HashSet<string> Accepted(string slug) => Directory
        .GetFiles(Path.Combine(Repository.Problem(slug), "submissions", "accepted"))
        .Select(p => LanguageCatalog.ForFile(p)?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
