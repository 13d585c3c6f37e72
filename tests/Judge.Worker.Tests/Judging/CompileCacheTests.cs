using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Problems;
using Microsoft.Extensions.Configuration;

namespace Judge.Worker.Tests.Judging;

/// <summary>What was compiled once, judged again by the real compilers and sandboxes: how often a compiler ran, and what came of it.</summary>
[Collection(PoolCollection.Name)]
public sealed class CompileCacheTests : IDisposable
{
    private const string Broken = "int main(void) { return 0 }";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private readonly PackageDirectory _problem = new("name: Test\nlimits: {time_limit: 2, memory: 64, output: 1}\n", cases: false);
    private readonly TemporaryDirectory _data = new();
    private readonly PoolFixture _fixture;
    private readonly CountingSandbox _sandbox;

    public CompileCacheTests(PoolFixture fixture)
    {
        (_fixture, _sandbox) = (fixture, new CountingSandbox(fixture.Pool.Sandbox));
        _problem.Case("secret/1", "40 2\n", "42\n");
    }

    public static TheoryData<string> Compiled => [.. LanguageCatalog.All.Where(l => l.Compile is not null).Select(l => l.Id)];

    private int Compilers => _sandbox.Compilers.Count;

    public void Dispose()
    {
        _problem.Dispose();
        _data.Dispose();
    }

    [Theory]
    [MemberData(nameof(Compiled))]
    public async Task The_same_source_again_is_judged_without_a_compiler(string language)
    {
        var source = LanguageCatalog.Find(language)!.SelfTest;
        var first = await JudgeAsync(Judge(), language, source);
        var compilers = Compilers;
        // A judge that has nothing in memory: another process, or this one after a restart.
        var second = await JudgeAsync(Judge(), language, source);
        Assert.True(first.Verdict == Verdict.Accepted, first.CompileOutput);
        Assert.Equal((first.Verdict, first.CompileOutput), (second.Verdict, second.CompileOutput));
        Assert.InRange(compilers, 1, 2);
        Assert.Equal(compilers, Compilers);
    }

    [Fact]
    public async Task Classes_beside_the_main_one_are_kept_too()
    {
        const string Source = "class Main { record R(int x) {} static class In { } public static void main(String[] a) { new In(); Runnable r = new Runnable() { public void run() { System.out.println(new R(42).x()); } }; r.run(); } }";
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(Judge(), "java", Source)).Verdict);
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(Judge(), "java", Source)).Verdict);
        Assert.Equal(1, Compilers);
    }

    [Fact]
    public async Task Another_source_another_language_or_another_toolchain_is_something_else()
    {
        const string Source = "int main() { return 7; }";
        foreach (var (language, source) in ((string, string)[])[("c", Source), ("cpp", Source), ("c", Source + " ")])
        {
            var before = Compilers;
            Assert.Equal("exit code 7", (await JudgeAsync(Judge(), language, source)).Message);
            Assert.NotEqual(before, Compilers);
        }
    }

    [Fact]
    public async Task Warnings_are_told_again()
    {
        const string Source = "#warning \"mind the gap\"\n#include <stdio.h>\nint main(void) { puts(\"42\"); }";
        var (first, second) = (await JudgeAsync(Judge(), "c", Source), await JudgeAsync(Judge(), "c", Source));
        Assert.Contains("mind the gap", first.CompileOutput, StringComparison.Ordinal);
        Assert.Equal((Verdict.Accepted, first.CompileOutput), (second.Verdict, second.CompileOutput));
        Assert.Equal(1, Compilers);
    }

    [Fact]
    public async Task A_compile_error_is_kept_with_the_compilers_words()
    {
        var (first, second) = (await JudgeAsync(Judge(), "c", Broken), await JudgeAsync(Judge(), "c", Broken));
        Assert.Equal(Verdict.CompileError, first.Verdict);
        Assert.Equal((first.Verdict, first.CompileOutput, first.Message), (second.Verdict, second.CompileOutput, second.Message));
        Assert.Equal(1, Compilers);
    }

    [Fact]
    public async Task A_compilation_that_was_stopped_is_tried_again()
    {
        const string Endless = "#include \"/dev/zero\"\nint main(void) { }";
        var first = await JudgeAsync(Judge(), "c", Endless);
        var compilers = Compilers;
        var second = await JudgeAsync(Judge(), "c", Endless);
        Assert.Equal((Verdict.CompileError, Verdict.CompileError), (first.Verdict, second.Verdict));
        Assert.Contains("the compiler", second.Message, StringComparison.Ordinal);
        Assert.True(Compilers > compilers);
        Assert.Empty(Directory.GetFiles(_data.Path));
    }

    [Fact]
    public async Task Two_that_arrive_together_are_compiled_once()
    {
        var (judge, gate) = (Judge(), new TaskCompletionSource());
        _sandbox.BeforeCompiler = c => gate.Task.WaitAsync(c);
        var source = LanguageCatalog.Find("cpp")!.SelfTest;
        var both = new[] { JudgeAsync(judge, "cpp", source), JudgeAsync(judge, "cpp", source) };
        await Repository.UntilAsync(() => Task.FromResult(_sandbox.Boxes.Count == 2), Deadline, "two boxes");
        await Task.Delay(100);
        gate.SetResult();
        Assert.All(await Task.WhenAll(both), j => Assert.Equal(Verdict.Accepted, j.Verdict));
        Assert.Equal(1, Compilers);
    }

    [Fact]
    public async Task When_the_first_of_two_is_cancelled_the_second_compiles()
    {
        var (judge, gate) = (Judge(), new TaskCompletionSource());
        _sandbox.BeforeCompiler = c => gate.Task.WaitAsync(c);
        var source = LanguageCatalog.Find("c")!.SelfTest;
        using var cancellation = new CancellationTokenSource();
        var first = JudgeAsync(judge, "c", source, cancellation.Token);
        await Repository.UntilAsync(() => Task.FromResult(Compilers == 1), Deadline, "the first compiler");
        var second = JudgeAsync(judge, "c", source);
        await Task.Delay(100);
        Assert.Equal(1, Compilers);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Repository.UntilAsync(() => Task.FromResult(Compilers == 2), Deadline, "the second compiler");
        gate.SetResult();
        Assert.Equal(Verdict.Accepted, (await second).Verdict);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_entry_is_compiled_anew_and_replaced(bool truncated)
    {
        var source = LanguageCatalog.Find("c")!.SelfTest;
        await JudgeAsync(Judge(), "c", source);
        var entry = Assert.Single(Directory.GetFiles(_data.Path));
        var bytes = await File.ReadAllBytesAsync(entry);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(entry, truncated ? bytes[..(bytes.Length / 2)] : bytes);
        for (var i = 0; i < 2; i++) Assert.Equal(Verdict.Accepted, (await JudgeAsync(Judge(), "c", source)).Verdict);
        Assert.Equal(2, Compilers);
    }

    [Fact]
    public async Task What_is_kept_is_out_of_a_programs_reach()
    {
        var source = "#include <stdio.h>\nint main(void) { FILE *f = fopen(\"/etc/judge/x\", \"w\"); puts(f || fopen(\"" + _data.Path + "\", \"r\") ? \"seen\" : \"42\"); }";
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(Judge(), "c", source)).Verdict);
        Assert.Equal(Verdict.Accepted, (await JudgeAsync(Judge(), "c", source)).Verdict);
    }

    [Fact]
    public async Task Programs_too_large_to_keep_are_judged_all_the_same()
    {
        const string Source = "#include <stdio.h>\nchar big[40 << 20] = {1};\nint main(void) { puts(\"42\"); }";
        for (var i = 0; i < 2; i++) Assert.Equal(Verdict.Accepted, (await JudgeAsync(Judge(), "c", Source)).Verdict);
        Assert.Equal(2, Compilers);
        Assert.Empty(Directory.GetFiles(_data.Path));
    }

    [Fact]
    public async Task Two_processes_share_the_directory()
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Judge__DataPath"] = _data.Path };
        await using var one = JudgeProcess.Start("Judge.Worker", settings, "verify", Repository.Problem("puddle-paths"));
        await using var two = JudgeProcess.Start("Judge.Worker", settings, "verify", Repository.Problem("puddle-paths"));
        foreach (var process in (JudgeProcess[])[one, two]) Assert.True(await process.WaitForExitAsync(TimeSpan.FromMinutes(3)) == 0, process.Output);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(_data.Path, "compile-cache")));
        Assert.DoesNotContain(Directory.GetFiles(Path.Combine(_data.Path, "compile-cache")), f => f.EndsWith(".new", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("16", true)]
    [InlineData(null, true)]
    public void A_setting_bounds_it_or_turns_it_off(string? megabytes, bool cached)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Worker:CompileCacheMb", megabytes), new("Judge:DataPath", _data.Path)]).Build();
        Assert.Equal(cached, CompileOptions.From(configuration).Cache is not null);
        Assert.Equal(cached, Directory.Exists(Path.Combine(_data.Path, "compile-cache")));
    }

    private SubmissionJudge Judge() => new(_sandbox, _fixture.Pool.Toolchains, PoolProfile.Big(), new CompileCache(new CompileStore(_data.Path, 256L << 20)));

    private Task<Judgement> JudgeAsync(SubmissionJudge judge, string language, string source, CancellationToken cancellationToken = default) =>
        judge.JudgeAsync(language, source, PackageReader.Read(_problem.Path), _ => { }, cancellationToken);
}
