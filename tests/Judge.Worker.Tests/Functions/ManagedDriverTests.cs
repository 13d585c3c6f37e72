using Judge.Contracts;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Functions;

/// <summary>What the drivers of languages with a runtime of their own have to stand: one program a language, which does what the case's number says.</summary>
[Collection(PoolCollection.Name)]
public sealed class ManagedDriverTests(PoolFixture fixture)
{
    private const string Signature = """
        { "name": "actOn", "params": [ { "name": "head", "type": "ListNode" }, { "name": "what", "type": "integer" } ], "return": { "type": "ListNode" } }
        """;

    private const string Java = """
        import java.util.Comparator;
        class Solution {
            static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }
            ListNode actOn(ListNode head, int what) {
                if (what == 1) { System.setOut(new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))); System.out.print("said"); }
                if (what == 2) return new ListNode(depth(50000), Stream.of(head).map(n -> n.next).collect(Collectors.toList()).get(0));
                if (what == 3) head.next = head;
                if (what == 4) throw new IllegalStateException("tripped");
                return head;
            }
        }
        """;

    private const string CSharp = """
        using System.Diagnostics;
        public class Solution {
            static int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);
            public ListNode ActOn(ListNode head, int what) {
                if (what == 1) { Console.SetOut(new StreamWriter(Console.OpenStandardOutput())); Console.Write("said"); }
                if (what == 2) return new ListNode(Depth(50000), new[] { head }.Select(n => n.next).First());
                if (what == 3) head.next = head;
                if (what == 4) throw new InvalidOperationException("tripped");
                return head;
            }
        }
        """;

    private const string JavaScript = """
        const { stdout } = require('process');
        const depth = n => n === 0 ? 0 : 1 + depth(n - 1);
        const actOn = async (head, what) => {
            await new Promise(resolve => setTimeout(resolve, 1));
            if (what === 1) { JSON.stringify = JSON.parse = process.reallyExit = null; Array.prototype[Symbol.iterator] = Array.prototype.push = () => 1; stdout.write('said'); stdout.write = null; }
            if (what === 2) return new ListNode(depth(50000), head.next);
            if (what === 3) head.next = head;
            if (what === 4) throw new Error('tripped');
            return head;
        };
        """;

    private const string TypeScript = """
        interface Counter { of(n: number): number }
        enum What { Nothing, Say, Dive, Bite, Trip }
        const depth: Counter = { of: n => n === 0 ? 0 : 1 + depth.of(n - 1) };
        function actOn(head: ListNode | null, what: number): ListNode | null {
            if (what === What.Say) process.stdout.write('said');
            if (what === What.Dive) return new ListNode(depth.of(50000), head.next);
            if (what === What.Bite) head.next = head;
            if (what === What.Trip) throw new Error('tripped');
            return head;
        }
        """;

    /// <summary>Language, program, where it throws.</summary>
    public static TheoryData<string, string, string> Programs => new()
    {
        { "java", Java, "Solution.java:8" },
        { "csharp", CSharp, "Solution.cs:line 8" },
        { "javascript", JavaScript, "main.js:8" },
        { "typescript", TypeScript, "main.ts:8" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_is_printed_stands_beside_the_answer_and_an_exception_is_told_with_its_line(string language, string source, string thrown)
    {
        using var bench = new FunctionBench(fixture, Signature);
        bench.Cases("sample/1", "[]\n0\n[7]\n1\n[1,2,3]\n2\n[5]\n0\n[5]\n4", "[]\n[7]\n[50000,2,3]\n[5]\n[5]");
        var judgement = await bench.JudgeAsync(language, source);
        var told = FunctionBench.Told(judgement);
        Assert.True(judgement.Cases.Count == 5, told);
        Assert.All(judgement.Cases.SkipLast(1), c => Assert.True(c.Verdict == Verdict.Accepted, told));
        Assert.Equal("said", judgement.Cases[1].Stdout);
        Assert.All(judgement.Cases.Where((_, i) => i != 1), c => Assert.True(string.IsNullOrEmpty(c.Stdout), told));
        Assert.Equal((Verdict.RuntimeError, 1), (judgement.Verdict, judgement.Cases[4].ExitCode));
        Assert.Contains("tripped", judgement.Cases[4].Stderr, StringComparison.Ordinal);
        Assert.Contains(thrown, judgement.Cases[4].Stderr, StringComparison.Ordinal);

        using var biting = new FunctionBench(fixture, Signature);
        judgement = await biting.Cases("sample/1", "[1,2]\n0\n[1,2]\n3", "[1,2]\n[1,2]").JudgeAsync(language, source);
        Assert.Equal((Verdict.RuntimeError, "a list with a cycle"), (judgement.Verdict, judgement.Message));
    }

    [Theory]
    [InlineData("java", "import java.util.Map;\nclass Solution {\n    ListNode actOn(ListNode head, int what) { return what; }\n}", "Solution.java:3: error: incompatible types")]
    [InlineData("csharp", "using System.Text;\npublic class Solution {\n    public ListNode ActOn(ListNode head, int what) { return what; }\n}", "Solution.cs(3,61): error CS0029")]
    [InlineData("javascript", "function actOn(head, what) {\n\n    return );\n}", "main.js:3")]
    [InlineData("typescript", "// One line more.\nfunction actOn(head: ListNode | null, what: number): ListNode | null {\n    return what;\n}", "main.ts(3,5): error TS2322")]
    [InlineData("javascript", "const actOn = (head, what) => head && head.val;", null, "actOn must return ListNode, got 3")]
    [InlineData("javascript", "var actOn = (head, what) => ({ val: 'x' });", null, "actOn must return ListNode, got { val: 'x' }")]
    [InlineData("java", "class ListNode { int val; ListNode next; ListNode() {} ListNode(int v) { val = v; } }\nclass Solution { ListNode actOn(ListNode head, int what) { return head; } }", null, null)]
    public async Task A_mistake_is_told_in_the_users_own_terms(string language, string source, string? compiler, string? message = null)
    {
        using var bench = new FunctionBench(fixture, Signature);
        var judgement = await bench.Cases("sample/1", "[3,4]\n0", "[3,4]").JudgeAsync(language, source);
        if (compiler is null) Assert.Equal((message is null ? Verdict.Accepted : Verdict.RuntimeError, message), (judgement.Verdict, judgement.Message));
        else Assert.Equal(Verdict.CompileError, judgement.Verdict);
        if (compiler is null) return;
        Assert.Contains(compiler, judgement.CompileOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("driver.js", judgement.CompileOutput, StringComparison.Ordinal);
    }
}
