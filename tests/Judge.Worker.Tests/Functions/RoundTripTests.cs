using System.Text.Json;
using Judge.Contracts;
using Judge.Worker.Languages;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Functions;

/// <summary>Every type of a signature, in every language: what goes in by a parameter comes out as the answer. One class with a method for each type, so that a language is
/// compiled once; and one function for each way of changing a parameter.</summary>
[Collection(PoolCollection.Name)]
public sealed class RoundTripTests(PoolFixture fixture)
{
    private static readonly string Text = JsonSerializer.Serialize("a\"b\\c\n\t\u0001/é漢😀'{}");

    /// <summary>Type → values.</summary>
    private static readonly (string Type, string[] Values)[] Types =
    [
        ("integer", ["0", "-1", "2147483647", "-2147483648"]),
        ("long", ["0", "9007199254740991", "-9007199254740991", "4294967296"]),
        ("double", ["0.0", "-1.5", "0.1", "1e-7", "12345678901.25", "1e300", "3"]),
        ("boolean", ["true", "false"]),
        ("string", ["\"\"", Text, "\"\\ud83d\\ude00\\u00e9\"", "\"null\""]),
        ("character", ["\"a\"", "\"\\\"\"", "\"\\\\\"", "\" \""]),
        ("ListNode", ["[]", "[1]", "[1,-2,2147483647]"]),
        ("TreeNode", ["[]", "[1]", "[1,null,2,3]", "[5,4,8,11,null,13,4,7,2,null,null,null,1]", "[1,2,null,3,null,4]"]),
        ("integer[]", ["[]", "[\t]", "[1,-2,3]", "[ 1\t,\t-2 ]", $"[{string.Join(',', Enumerable.Range(-500, 3000))}]"]),
        ("long[]", ["[]", "[9007199254740991,-1]"]),
        ("double[]", ["[]", "[0.5,-2.25,1e10]", "[\t0.5\t, -2.25 ,1e10\t]"]),
        ("boolean[]", ["[]", "[true,false,true]"]),
        ("string[]", ["[]", "[\"\"]", $"[{Text},\"x\"]"]),
        ("character[]", ["[]", "[\"a\",\"b\"]"]),
        ("ListNode[]", ["[]", "[[1,2],[],[3]]"]),
        ("TreeNode[]", ["[]", "[[1,2],[],[3,null,4]]"]),
        ("integer[][]", ["[]", "[[]]", "[[1,2],[3]]", "[[1,2,3],[],[4]]"]),
        ("character[][]", ["[]", "[[\"a\",\"b\"],[\"c\"]]"]),
        ("string[][]", ["[]", "[[\"a\"],[],[\"b\",\"\"]]"]),
        ("list<integer>", ["[]", "[\t ]", "[1,2,3]"]),
        ("list<string>", ["[]", "[\"x\",\"\"]"]),
        ("list<double>", ["[1.5]"]),
        ("list<boolean>", ["[true,false]"]),
        ("list<list<integer>>", ["[]", "[[]]", "[[1],[2,3]]"]),
        ("list<list<string>>", ["[[\"a\",\"b\"],[\"c\"]]"]),
    ];

    public static TheoryData<string> Languages => [.. LanguageCatalog.All.Where(l => l.Functions is not null).Select(l => l.Id)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Every_type_comes_back_as_it_went_in(string language)
    {
        var methods = Types.Select((t, i) => (Name: $"echo{(char)('A' + i)}", t.Type, t.Values)).ToList();
        var signature = JsonSerializer.Serialize(new
        {
            classname = "Echo",
            constructor = new { @params = new[] { new { name = "start", type = "integer" } } },
            methods = methods.Select(m => new { name = m.Name, @params = new[] { new { name = "value", type = m.Type } }, @return = new { type = m.Type } })
                .Append(new { name = "nothing", @params = new[] { new { name = "value", type = "integer" } }, @return = new { type = "void" } }),
        });
        var calls = methods.SelectMany(m => m.Values.Select(v => (m.Name, Arguments: $"[{v}]", Answer: v))).Append((Name: "nothing", Arguments: "[1]", Answer: "null")).ToList();
        // No list and no tree may be given as null, too.
        calls.AddRange(methods.Where(m => m.Type is "ListNode" or "TreeNode").Select(m => (m.Name, Arguments: "[null]", Answer: "[]")));
        using var bench = new FunctionBench(fixture, signature);
        // Twice, so that an object of the second case is one of its own.
        var input = $"[\"Echo\",{string.Join(',', calls.Select(c => $"\"{c.Name}\""))}]\n[[7],{string.Join(',', calls.Select(c => c.Arguments))}]";
        var answer = $"[null,{string.Join(',', calls.Select(c => c.Answer))}]";
        bench.Cases("sample/1", $"{input}\n{input}", $"{answer}\n{answer}");
        var judgement = await bench.JudgeAsync(language, EchoPrograms.Class(language, bench.Package.Signature!));
        Assert.True(judgement.Verdict == Verdict.Accepted && judgement.Cases.Count == 2, FunctionBench.Told(judgement));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_parameter_that_was_changed_is_the_answer(string language)
    {
        using var whole = new FunctionBench(fixture, """{"name":"negate","params":[{"name":"values","type":"integer[]"}],"return":{"type":"void"},"output":{"paramindex":0}}""");
        whole.Cases("sample/1", "[1,-2,3]\n[]\n[5]", "[-1,2,-3]\n[]\n[-5]");
        var judgement = await whole.JudgeAsync(language, EchoPrograms.Negate(language, whole.Package.Signature!));
        Assert.True(judgement.Verdict == Verdict.Accepted && judgement.Cases.Count == 3, FunctionBench.Told(judgement));

        using var sized = new FunctionBench(fixture, """{"name":"negate","params":[{"name":"values","type":"integer[]"}],"return":{"type":"integer"},"output":{"paramindex":0,"size":"ret"}}""");
        sized.Cases("sample/1", "[1,-2,3]\n[1]", "[-1,2]\n[]");
        judgement = await sized.JudgeAsync(language, EchoPrograms.Negate(language, sized.Package.Signature!));
        Assert.True(judgement.Verdict == Verdict.Accepted && judgement.Cases.Count == 2, FunctionBench.Told(judgement));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_starter_code_names_what_is_asked_for(string language)
    {
        using var bench = new FunctionBench(fixture, """{"name":"twoSum","params":[{"name":"nums","type":"integer[]"},{"name":"head","type":"ListNode"}],"return":{"type":"list<list<integer>>"}}""");
        var template = LanguageCatalog.Find(language)!.Functions!.Template(bench.Cases("sample/1", "[]\n[]", "[]").Package.Signature!);
        foreach (var name in (string[])["nums", "head", "ListNode", "two"]) Assert.Contains(name, template, StringComparison.OrdinalIgnoreCase);
    }
}
