using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Sandbox.Docker;

/// <summary>A pool whose sandboxes are containers, from the toolchains in an image to the verdict.</summary>
[Collection(DockerTests.Name)]
public sealed class DockerPoolTests(DockerFixture docker)
{
    private const string Sum = "a, b = map(int, input().split())\nprint(a + b)\n";

    [Fact]
    public async Task Submissions_are_judged_with_the_toolchains_of_the_image()
    {
        var images = new Dictionary<string, string>(StringComparer.Ordinal) { ["javascript"] = "no-such-image" };
        using var pool = await JudgingPool.StartAsync(PoolProfile.Big() with { Docker = docker.Options with { Images = images } }, CancellationToken.None);
        using var package = new PackageDirectory("name: Sums\nlimits: {time_limit: 1, memory: 64}\n", cases: false);
        for (var i = 1; i <= 6; i++) package.Case($"secret/{i}", $"{i} {i}\n", $"{2 * i}\n");

        Assert.True(pool.Toolchains["python"].Status.Available);
        Assert.Matches("^Python 3", pool.Toolchains["python"].Status.Version);
        Assert.Contains("no-such-image", pool.Toolchains["javascript"].Status.Reason, StringComparison.Ordinal);
        // The host has them, the image does not.
        Assert.Contains("is not in the image", pool.Toolchains["java"].Status.Reason, StringComparison.Ordinal);
        Assert.Contains("is not in the image", pool.Toolchains["csharp"].Status.Reason, StringComparison.Ordinal);

        async Task ExpectAsync(Verdict verdict, string language, string source, string? message = null)
        {
            var judgement = await pool.Judge.JudgeAsync(language, source, PackageReader.Read(package.Path), _ => { }, CancellationToken.None);
            Assert.True(verdict == judgement.Verdict, $"{judgement.Verdict}: {judgement.Message} {judgement.CompileOutput}");
            if (verdict == Verdict.Accepted) Assert.Equal(6, judgement.Cases.Count);
            if (message is not null) Assert.Contains(message, judgement.Message, StringComparison.Ordinal);
        }

        const string SumC = "#include <stdio.h>\nint main(void) { long a, b; if (scanf(\"%ld %ld\", &a, &b) != 2) return 1; printf(\"%ld\\n\", a + b); }";
        await ExpectAsync(Verdict.Accepted, "python", Sum);
        await ExpectAsync(Verdict.Accepted, "c", SumC);
        await ExpectAsync(Verdict.CompileError, "c", "int main(void) { return 0 }");
        await ExpectAsync(Verdict.CompileError, "python", "print('unclosed'");
        await ExpectAsync(Verdict.WrongAnswer, "c", SumC.Replace("a + b", "a - b", StringComparison.Ordinal));
        await ExpectAsync(Verdict.RuntimeError, "c", "int main(void) { *(volatile int *)0 = 1; }", "SIGSEGV");
        await ExpectAsync(Verdict.TimeLimitExceeded, "c", "int main(void) { for (volatile int i = 0;; i++) ; }", "time limit of");
        await ExpectAsync(Verdict.MemoryLimitExceeded, "c", "#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) memset(malloc(1 << 20), 1, 1 << 20); }", "KiB");
        await ExpectAsync(Verdict.OutputLimitExceeded, "c", "#include <stdio.h>\nint main(void) { for (;;) puts(\"more\"); }");
    }
}
