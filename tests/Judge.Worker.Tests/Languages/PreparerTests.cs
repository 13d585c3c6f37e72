using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Judging;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Languages;

/// <summary>How what is prepared is made, found, shared and done without; on Java's archive, which is made in a few seconds.</summary>
public sealed class PreparerTests : IClassFixture<PreparedPoolFixture>, IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly PreparedPoolFixture _fixture;
    private readonly CountingSandbox _sandbox;

    public PreparerTests(PreparedPoolFixture fixture) => (_fixture, _sandbox) = (fixture, new CountingSandbox(fixture.Pool.Sandbox));

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task What_is_there_is_not_made_again()
    {
        var preparer = new Preparer(PreparedPoolFixture.Directory, "/inside");
        foreach (var toolchain in (await ToolchainsAsync()).Values)
        {
            Assert.Empty(await preparer.PrepareAsync(toolchain, _sandbox, CancellationToken.None));
            Assert.Equal(toolchain.Language.Preparation is { Parts.Count: > 0 }, toolchain.Prepared is not null);
        }

        Assert.Empty(_sandbox.Compilers);
    }

    [Fact]
    public async Task Of_two_workers_that_start_together_one_makes_it()
    {
        var (one, two) = ((await ToolchainsAsync())["java"], (await ToolchainsAsync())["java"]);
        var problems = await Task.WhenAll(PrepareAsync(one), PrepareAsync(two));
        Assert.All(problems, Assert.Empty);
        Assert.Equal(one.Prepared, two.Prepared);
        Assert.Equal(2, _sandbox.Compilers.Count); // the archive and its trial
        var made = Assert.Single(Directory.GetDirectories(_directory.Path));
        Assert.Equal("javac.jsa", Path.GetFileName(Assert.Single(Directory.GetFiles(made))));
    }

    [Fact]
    public async Task What_a_worker_that_died_left_half_made_is_made_again()
    {
        var java = (await ToolchainsAsync())["java"];
        using var stop = new CancellationTokenSource();
        _sandbox.BeforeCompiler = _ => stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new Preparer(_directory.Path, "/inside").PrepareAsync(java, _sandbox, stop.Token));
        Assert.EndsWith(".new", Assert.Single(Directory.GetDirectories(_directory.Path)), StringComparison.Ordinal);
        Assert.Null(java.Prepared);

        _sandbox.BeforeCompiler = _ => Task.CompletedTask;
        Assert.Empty(await PrepareAsync(java));
        Assert.DoesNotContain(".new", Assert.Single(Directory.GetDirectories(_directory.Path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_has_used_for_long_goes_when_something_new_is_made()
    {
        foreach (var (name, days) in ((string, int)[])[("java-old", 40), ("java-young", 5), ("cpp-old", 40)])
        {
            Directory.CreateDirectory(Path.Combine(_directory.Path, name));
            Directory.SetLastWriteTimeUtc(Path.Combine(_directory.Path, name), DateTime.UtcNow.AddDays(-days));
        }

        Assert.Empty(await PrepareAsync((await ToolchainsAsync())["java"]));
        var names = Directory.GetDirectories(_directory.Path).Select(Path.GetFileName).ToArray();
        Assert.DoesNotContain("java-old", names);
        Assert.Contains("java-young", names);
        Assert.Contains("cpp-old", names);
    }

    [Fact]
    public async Task Where_the_sandboxs_user_may_not_go_it_is_done_without_and_said()
    {
        // The temporary directory is its owner's alone, as CreateTempSubdirectory makes it.
        using var pool = await JudgingPool.StartAsync(PoolProfile.Small(), new CompileOptions(null, _directory.Path), CancellationToken.None);
        if (Environment.IsPrivilegedProcess)
            Assert.Equal($"nothing can be prepared: {_directory.Path} may not be entered by the sandbox's user (chmod o+x)", Assert.Single(await pool.Preparing));
        using var problem = new PackageDirectory("name: Test\n", cases: false).Case("secret/1", "1 2\n", "3\n");
        var judgement = await pool.Judge.JudgeAsync("cpp", LanguageCatalog.Find("cpp")!.SelfTest, PackageReader.Read(problem.Path), _ => { }, CancellationToken.None);
        Assert.Equal(Verdict.Accepted, judgement.Verdict);
    }

    [Theory]
    [InlineData("class Main { public static void main(String[] a) { int x = \"text\"; undeclared(); } }")]
    [InlineData("import java.util.*; class Main { public static void main(String[] a) { List<int> x; Date d = new Date(1, 2, 3); } }")]
    public async Task Javas_errors_are_the_same_with_the_archive(string source)
    {
        using var problem = new PackageDirectory("name: Test\n", cases: false).Case("secret/1", "", "");
        var package = PackageReader.Read(problem.Path);
        var judge = new SubmissionJudge(_sandbox, _fixture.Pool.Toolchains, _fixture.Pool.Profile);
        var without = new SubmissionJudge(_sandbox, await ToolchainsAsync(), _fixture.Pool.Profile);
        var (archived, plain) = (await judge.JudgeAsync("java", source, package, _ => { }, default), await without.JudgeAsync("java", source, package, _ => { }, default));
        Assert.Equal(Verdict.CompileError, archived.Verdict);
        Assert.Equal(plain.CompileOutput, archived.CompileOutput);
        Assert.Contains(_sandbox.Compilers.First().Arguments, a => a.EndsWith("/javac.jsa", StringComparison.Ordinal));
        Assert.Equal(2, _sandbox.Compilers.Count);
    }

    private Task<IReadOnlyList<string>> PrepareAsync(Toolchain toolchain) =>
        new Preparer(_directory.Path, "/inside").PrepareAsync(toolchain, _sandbox, CancellationToken.None);

    /// <summary>As a worker finds them: nothing prepared.</summary>
    private Task<IReadOnlyDictionary<string, Toolchain>> ToolchainsAsync() => Toolchain.ProbeAllAsync(_fixture.Pool.Sandbox, served: null, static _ => null, CancellationToken.None);
}
