using System.Globalization;
using System.Text.Json;
using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Languages;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Functions;

/// <summary>Programs under cheats/ that would be accepted without solving the problem, or in less time than they take. Each names on its first line what it gets.</summary>
[Collection(PoolCollection.Name)]
public sealed class CheatTests(PoolFixture fixture)
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Judge.Worker.Tests", "Functions", "cheats");

    public static TheoryData<string> Programs => [.. Directory.GetFiles(Folder).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_cheat_gets_what_it_deserves(string program)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Folder, program));
        var expected = source.Split('\n')[0].Split("expect: ")[1].Trim();
        using var bench = Scramble();
        var judgement = await bench.JudgeAsync(LanguageCatalog.ForFile(program)!.Id, source);
        Assert.True(JsonSerializer.Serialize(judgement.Verdict) == $"\"{expected}\"", FunctionBench.Told(judgement));
        Assert.True(judgement.Cases.Count < 30, "it got through all cases");
    }

    [Fact]
    public async Task The_honest_solution_is_accepted()
    {
        using var bench = Scramble();
        var judgement = await bench.JudgeAsync("python", "class Solution:\n    def scramble(self, x): return (x * 1103515245 + 12345) % 2147483647");
        Assert.True(judgement is { Verdict: Verdict.Accepted, Cases.Count: 30 }, FunctionBench.Told(judgement));
    }

    private FunctionBench Scramble()
    {
        var bench = new FunctionBench(fixture, """{"name":"scramble","params":[{"name":"x","type":"integer"}],"return":{"type":"integer"}}""", "0.3");
        var inputs = Enumerable.Range(1, 30).Select(i => i * 7919L).ToList();
        return bench.Cases(
            "secret/1", string.Join('\n', inputs.Select(x => x.ToString(CultureInfo.InvariantCulture))),
            string.Join('\n', inputs.Select(x => (x * 1103515245 + 12345) % 2147483647).Select(x => x.ToString(CultureInfo.InvariantCulture))));
    }
}
