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
        var expected = source.Split('\n')[0].Split("expect: ")[1].Trim().Split(" or ");
        using var bench = Scramble();
        var judgement = await bench.JudgeAsync(LanguageCatalog.ForFile(program)!.Id, source);
        Assert.True(expected.Contains(JsonSerializer.Serialize(judgement.Verdict).Trim('"'), StringComparer.Ordinal), FunctionBench.Told(judgement));
        Assert.True(judgement.Cases.Count < 30, "it got through all cases");
    }

    [Fact]
    public async Task The_honest_solution_is_accepted()
    {
        using var bench = Scramble();
        var judgement = await bench.JudgeAsync("python", "class Solution:\n    def scramble(self, x): return (x * 1103515245 + 12345) % 2147483647");
        Assert.True(judgement is { Verdict: Verdict.Accepted, Cases.Count: 30 }, FunctionBench.Told(judgement));
    }

    /// <summary>Of a class every call is answered by a value of its own, before the next is known; and nothing that is not answered scores.</summary>
    [Theory]
    [InlineData("python", "class Box:\n    def __init__(self): pass\n    def get(self, x): pass", "runtimeError", "get: expected integer[], got None")]
    [InlineData("python", "import os\nclass Box:\n    def __init__(self): os._exit(0)", "runtimeError", "before it answered")]
    [InlineData("python", "import os\nos._exit(0)", "runtimeError", "before it answered")]
    [InlineData("python", "import os\nclass Box:\n    def __init__(self):\n        os.write(4, b'null\\n[1\\n2],[3,4]\\n')\n        os.read(3, 9999)", "runtimeError", null)]
    [InlineData("python", "import os\nclass Box:\n    def __init__(self): pass\n    def get(self, x):\n        os.write(4, b'[1\\n')\n        os.read(3, 9999); os.write(4, b'2],[3,4]\\n'); os._exit(0)", "runtimeError", "get: what was returned cannot be an answer")]
    [InlineData("cpp", "class Box { public: TreeNode* root = new TreeNode(7); vector<int> get(int x) { TreeNode* other = new TreeNode(x); return {root->val - 6, other->val + 1}; } };", "wrongAnswer", "call 3, get: [0]: differs (expected 3, got 1)")]
    public async Task A_class_answers_call_by_call(string language, string source, string verdict, string? message)
    {
        using var bench = new FunctionBench(fixture, """{"classname":"Box","methods":[{"name":"get","params":[{"name":"x","type":"integer"}],"return":{"type":"integer[]"}}]}""");
        bench.Cases("sample/1", "[\"Box\",\"get\",\"get\"]\n[[],[1],[2]]", "[null,[1,2],[3,4]]");
        var judgement = await bench.JudgeAsync(language, source);
        Assert.True(JsonSerializer.Serialize(judgement.Verdict) == $"\"{verdict}\"", FunctionBench.Told(judgement));
        if (message is not null) Assert.Contains(message, judgement.Message, StringComparison.Ordinal);
    }

    /// <summary>Where points are given all cases are judged: what a program says of its own failure would tell all of their inputs.</summary>
    [Theory]
    [InlineData("return 'the secret is %d' % x")]
    [InlineData("import os; os.write(4, b'!the secret is %d\\n' % x); os.read(3, 1)")]
    public async Task Of_all_cases_only_the_first_that_failed_tells_what_the_program_said(string body)
    {
        using var bench = Scramble("scoring");
        var judgement = await bench.JudgeAsync("python", $"class Solution:\n    def scramble(self, x):\n        {body}");
        Assert.True(judgement is { Verdict: Verdict.RuntimeError, Cases.Count: 30 }, FunctionBench.Told(judgement));
        Assert.Contains("the secret is 7919", judgement.Cases[0].Message, StringComparison.Ordinal);
        Assert.All(judgement.Cases.Skip(1), c => Assert.DoesNotContain("secret is", $"{c.Message}{c.Stdout}{c.Stderr}{c.Output}{c.Input}", StringComparison.Ordinal));
    }

    /// <summary>What the judge takes from an answer to the next call is none of the program's time.</summary>
    [Fact]
    public async Task A_case_of_a_hundred_thousand_calls_is_not_taken_for_sleep()
    {
        const int Calls = 100_000;
        using var bench = new FunctionBench(fixture, """{"classname":"Box","methods":[{"name":"get","params":[{"name":"x","type":"integer"}],"return":{"type":"integer"}}]}""", "2.5");
        bench.Cases(
            "secret/1", $"[\"Box\"{string.Concat(Enumerable.Repeat(",\"get\"", Calls))}]\n[[]{string.Concat(Enumerable.Repeat(",[1]", Calls))}]",
            $"[null{string.Concat(Enumerable.Repeat(",2", Calls))}]");
        var judgement = await bench.JudgeAsync("cpp", "class Box { public: int get(int x) { return x + 1; } };");
        Assert.True(judgement.Verdict == Verdict.Accepted, FunctionBench.Told(judgement));
    }

    private FunctionBench Scramble(string type = "pass-fail")
    {
        var bench = new FunctionBench(fixture, """{"name":"scramble","params":[{"name":"x","type":"integer"}],"return":{"type":"integer"}}""", "0.3", type);
        var inputs = Enumerable.Range(1, 30).Select(i => i * 7919L).ToList();
        return bench.Cases(
            "secret/1", string.Join('\n', inputs.Select(x => x.ToString(CultureInfo.InvariantCulture))),
            string.Join('\n', inputs.Select(x => (x * 1103515245 + 12345) % 2147483647).Select(x => x.ToString(CultureInfo.InvariantCulture))));
    }
}
