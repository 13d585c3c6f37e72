using Judge.Testing;
using Judge.Worker.Functions;
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

    public static TheoryData<string> Tried => [.. Pace.Sample(Slugs)];

    [Theory]
    [MemberData(nameof(Tried))]
    public async Task The_programs_get_the_verdicts_their_folders_name(string slug)
    {
        var rows = await VerifyCommand.JudgeAllAsync(fixture.Pool, Repository.Problem(slug), path => IsTried(slug, path), CancellationToken.None);
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
        Assert.InRange(Accepted(slug).Count, 2, 9);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(Repository.Problem(slug), "submissions", "wrong_answer")));
    }

    [Fact]
    public void There_are_many_problems_of_either_kind()
    {
        Assert.InRange(Slugs.Count(IsFunction), 30, 1000);
        Assert.InRange(Slugs.Count(s => !IsFunction(s)), 12, 1000);
    }

    [Fact]
    public void The_usual_languages_have_accepted_programs_and_a_function_problem_has_them_in_four()
    {
        Assert.Superset(new HashSet<string>(["c", "cpp", "csharp", "go", "java", "javascript", "python", "rust", "typescript"], StringComparer.Ordinal), Slugs.SelectMany(Accepted).ToHashSet(StringComparer.Ordinal));
        Assert.All(Slugs.Where(IsFunction), s => Assert.InRange(Accepted(s).Count, 4, 9));
    }

    [Fact]
    public void Every_type_and_comparison_of_signatures_has_its_problems()
    {
        var signatures = Slugs.Select(s => PackageReader.Read(Repository.Problem(s)).Signature).OfType<Signature>().ToList();
        var types = signatures.SelectMany(s => s.Types).Select(t => t.Kind).ToHashSet();
        Assert.Empty(Enum.GetValues<TypeKind>().Except(types));
        Assert.Empty(Enum.GetValues<Ordering>().Except(signatures.Select(s => s.Ordering)));
        Assert.Contains(signatures, s => s.OutputSized);
        Assert.Contains(signatures, s => s is { OutputParameter: not null, OutputSized: false });
        Assert.Contains(Slugs, s => PackageReader.Read(Repository.Problem(s)) is { Signature: not null, Validator: not null });
        Assert.InRange(signatures.Count(s => s.IsClass), 6, 100);
    }

    [Fact]
    public void Every_difficulty_is_there() =>
        Assert.Equal(["easy", "hard", "medium"], Slugs.Select(s => PackageReader.Read(Repository.Problem(s)).Difficulty!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static bool IsFunction(string slug) => File.Exists(Path.Combine(Repository.Problem(slug), Signature.FileName));

    /// <summary>All programs, more than five hundred, are tried by <c>./judge verify problems/*</c>, or with <see cref="Pace.Long"/>; otherwise, of
    /// <see cref="Tried"/>, all in one language, with each problem another.</summary>
    private static bool IsTried(string slug, string path)
    {
        if (Pace.Long) return true;
        var languages = Accepted(slug).Order(StringComparer.Ordinal).ToList();
        return LanguageCatalog.ForFile(path)?.Id == languages[Array.IndexOf(Slugs, slug) % languages.Count];
    }

    private static HashSet<string> Accepted(string slug) => Directory
        .GetFiles(Path.Combine(Repository.Problem(slug), "submissions", "accepted"))
        .Select(p => LanguageCatalog.ForFile(p)?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
