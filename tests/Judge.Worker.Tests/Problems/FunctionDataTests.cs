using Judge.Worker.Functions;
using Judge.Worker.Problems;

namespace Judge.Worker.Tests.Problems;

/// <summary>What is wrong in the data and the signature of a function problem is told by file and line, all of it.</summary>
public sealed class FunctionDataTests
{
    private const string Draft = "problem_format_version: 2023-07-draft\nname: Sums\nlimits: {time_limit: 1}\n";

    [Fact]
    public void Every_faulty_case_is_told_with_its_own_line_and_the_value_that_does_not_fit()
    {
        using var directory = Problem("TreeNode", "character", "list<ListNode>");
        directory
            .Case("secret/1", "[1]\n\"a\"\n[]\n[1,null,2]\n\"é\"\n[]\n[null]\n\"a\"\n[]\n[1,\"x\"]\n\"a\"\n[]\n", "1\n2\n3\n4\n")
            .Case("secret/2", "[1,null,null,2]\n\"a\"\n[]\n[]\n\"a\"\n[[1],[2,null]]\n" + new string('[', 17) + new string(']', 17) + "\n\"a\"\n[]\n[1,2]\n\"a\"\n[]\n[]\n\"a\"\n", "1\n2\n3\n[4]\n")
            .Case("secret/3", "[]\n\"b\"\n[]\n", "1\n2\n");
        Assert.Equal(
            [
                "data/secret/1.in:10: [1]: expected integer or null in TreeNode, got string \"x\"",
                "data/secret/1.in:5: expected character (one, of ASCII), got string \"é\"",
                "data/secret/1.in:7: [0]: expected integer as the root of TreeNode, got null (no tree is [])",
                "data/secret/2.ans:4: expected integer, got an array [4]",
                "data/secret/2.in:14: ends within a case: the file has 14 lines, and each case has 3",
                "data/secret/2.in:1: [3]: expected the end of TreeNode: there is no node left that this could hang below",
                "data/secret/2.in:6: [1][1]: expected integer in ListNode, got null",
                "data/secret/2.in:7: is nested more than 16 deep",
                "data/secret/3.ans:2: is not one line for each case: the file has 2 lines, and there is 1 case",
            ],
            Faults(directory).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Of_a_file_that_is_all_wrong_the_first_faults_are_told_and_that_there_are_more()
    {
        using var directory = Problem("integer");
        directory.Case("secret/1", string.Concat(Enumerable.Repeat("\"x\"\n", 100)), string.Concat(Enumerable.Repeat("1\n", 100)));
        var faults = Faults(directory);
        Assert.Equal(21, faults.Count);
        Assert.Equal("data/secret/1.in:20: expected integer, got string \"x\"", faults[19]);
        Assert.StartsWith("data/secret/1.in:21: here and after it there are more faults", faults[20], StringComparison.Ordinal);
    }

    [Fact]
    public void A_signatures_faults_have_their_lines_and_none_is_told_that_only_follows_from_another()
    {
        using var directory = new PackageDirectory(Draft, cases: false);
        directory.Case("secret/1", "1\n", "1\n").Write("signature.json", """
            {
              "name": "class",
              "params": [
                { "name": "nums", "type": "integer[]" },
                {
                  "name": "n",
                  "type": "int"
                },
                { "name": "gone", "type": "void" }
              ],
              "return": { "type": "whole" },
              "output": { "paramindex": 1, "size": "ret" },
              "comparison": "any"
            }
            """);
        const string Types = "(integer, long, double, boolean, string, character, void, ListNode, TreeNode, T[], list<T>)";
        Assert.Equal(
            [
                "signature.json:11: return: 'whole' is not a type " + Types,
                "signature.json:13: comparison must be exact, anyOrder or anyOrderNested",
                "signature.json:2: name: 'class' is a word of a programming language",
                "signature.json:7: params: n: 'int' is not a type " + Types,
                "signature.json:9: params: gone cannot be void",
            ],
            Faults(directory).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        directory.Write("signature.json", "{\n\"name\": \"f\",\n\"parms\": []\n}\n");
        Assert.Equal(["signature.json:3: cannot be read, at $.parms: a signature has no such key"], Faults(directory), StringComparer.Ordinal);
    }

    [Fact]
    public void The_same_words_without_the_value_go_to_whoever_has_typed_the_lines()
    {
        var signature = SignatureReader.Read("""{"name":"f","params":[{"name":"x","type":"TreeNode"},{"name":"y","type":"string[]"}],"return":{"type":"integer"}}""", (_, what) => Assert.Fail(what))!;
        Assert.Equal("line 1, [0]: expected integer as the root of TreeNode, got null (no tree is [])", FunctionInput.Fault(signature, "[null]\n[]"));
        Assert.Equal("line 2: expected string[], got string", FunctionInput.Fault(signature, "[]\n\"x\""));
        Assert.Null(FunctionInput.Fault(signature, "[]\n[]"));
    }

    private static PackageDirectory Problem(params string[] types)
    {
        var parameters = types.Select((type, i) => $$"""{"name":"p{{i}}","type":"{{type}}"}""");
        return new PackageDirectory(Draft, cases: false).Write("signature.json", $$"""{"name":"f", "params":[{{string.Join(", ", parameters)}}], "return":{"type":"integer"} }""");
    }

    private static IReadOnlyList<string> Faults(PackageDirectory directory) => Assert.Throws<PackageException>(() => PackageReader.Read(directory.Path)).Faults;
}
