using System.Text;
using Judge.Contracts;
using Judge.Worker.Functions;

namespace Judge.Worker.Tests.Functions;

public sealed class AnswerComparerTests
{
    [Theory]
    [InlineData("integer", "exact", "5", "5", null)]
    [InlineData("integer", "exact", "5", "6", "differs (expected 5, got 6)")]
    [InlineData("integer", "exact", "5", "\"5\"", "differs (expected 5, got \"5\")")]
    [InlineData("integer", "exact", "5", "nonsense", "the answer is not a value (nonsense)")]
    [InlineData("integer", "exact", "5", "", "the answer is not a value ()")]
    [InlineData("string", "exact", "\"a\"", "\"\\ud83d\"", "the answer is not a value (\"\\ud83d\")")]
    [InlineData("string", "exact", "\"\\u00e9\"", "\"é\"", null)]
    [InlineData("boolean", "exact", "true", "1", "differs (expected true, got 1)")]
    [InlineData("double", "exact", "1.0", "1.000009", null)]
    [InlineData("double", "exact", "1.0", "1.00002", "number outside the tolerance (expected 1.0, got 1.00002)")]
    [InlineData("double", "exact", "1000000.0", "1000009.0", null)]
    [InlineData("double", "exact", "1.0", "NaN", "the answer is not a value (NaN)")]
    [InlineData("double", "exact", "1.0", "null", "number outside the tolerance (expected 1.0, got null)")]
    [InlineData("integer[]", "exact", "[1,2]", "[1, 2]", null)]
    [InlineData("integer[]", "exact", "[1,2]", "[2,1]", "[0]: differs (expected 1, got 2)")]
    [InlineData("integer[]", "exact", "[1,2]", "[1]", "another number of elements (expected 2, got 1)")]
    [InlineData("integer[]", "exact", "[1,2]", "3", "not an array (expected [1,2], got 3)")]
    [InlineData("integer[]", "anyOrder", "[1,2,2]", "[2,1,2]", null)]
    [InlineData("integer[]", "anyOrder", "[1,2,2]", "[2,1,1]", "an element that is not among the expected ones, or too often (1)")]
    [InlineData("double[]", "anyOrder", "[1.0,2.0]", "[2.000001,1.0]", null)]
    [InlineData("double[]", "anyOrder", "[1.0,2.0]", "[2.1,1.0]", "[1]: number outside the tolerance (expected 2.0, got 2.1)")]
    [InlineData("list<list<integer>>", "anyOrder", "[[1,2],[3]]", "[[3],[1,2]]", null)]
    [InlineData("list<list<integer>>", "anyOrder", "[[1,2],[3]]", "[[3],[2,1]]", "an element that is not among the expected ones, or too often ([2,1])")]
    [InlineData("list<list<integer>>", "anyOrderNested", "[[1,2],[3]]", "[[3],[2,1]]", null)]
    [InlineData("list<list<integer>>", "anyOrderNested", "[[1,2],[3]]", "[[3],[2,1,1]]", "an element that is not among the expected ones, or too often ([2,1,1])")]
    [InlineData("ListNode", "exact", "[]", "null", null)]
    [InlineData("ListNode", "exact", "[1,2]", "[1,2,null]", null)]
    [InlineData("TreeNode", "exact", "[1,null,2]", "[1,null,2,null,null]", null)]
    [InlineData("TreeNode", "exact", "[1,null,2]", "[1,2]", "differs (expected [1,null,2], got [1,2])")]
    [InlineData("ListNode[]", "anyOrder", "[[1],[]]", "[null,[1]]", null)]
    public void An_answer_is_compared_as_the_signature_wants_it(string type, string comparison, string expected, string actual, string? difference)
    {
        var faults = new List<string>();
        var signature = SignatureReader.Read(
            $$"""{"name":"f","params":[{"name":"x","type":"integer"}],"return":{"type":"{{type}}"},"comparison":"{{comparison}}"}""", (_, what) => faults.Add(what));
        Assert.Empty(faults);
        var result = AnswerComparer.Check(signature!, [new FunctionCall(signature!.Main, [])], Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(actual));
        Assert.Equal((difference is null ? Verdict.Accepted : Verdict.WrongAnswer, difference), (result.Verdict, result.Difference));
        // What is said of secret cases quotes nothing.
        if (difference is not null) Assert.Equal(difference[..difference.LastIndexOf(" (", StringComparison.Ordinal)], result.Place);
    }

    [Theory]
    [InlineData("[1,2]\n3", "line 2: expected list<string>, got 3")]
    [InlineData("[1,2]", "expected 2 lines, nums (integer[]) and words (list<string>); got 1 line")]
    [InlineData("[1,2]\n[\"a\"]", null)]
    [InlineData("\"x\"\n[]", "line 1: expected integer[], got string")]
    [InlineData("[1,\"x\"]\n[]", "line 1, [1]: expected integer, got string")]
    [InlineData("[1]\n{}", "line 2: expected list<string>, got an object")]
    [InlineData("[1]\n[\"a\",2]", "line 2, [1]: expected string, got 2")]
    [InlineData("[1.5]\n[]", "line 1, [0]: expected integer, got 1.5")]
    [InlineData("[2147483648]\n[]", "line 1, [0]: expected integer, got 2147483648")]
    [InlineData("[1\n[]", "line 1: is not JSON (at character 3)")]
    [InlineData("\n[]", "line 1: is empty")]
    [InlineData("[1]\n[\"\\ud83d\"]", "line 2, [0]: expected string, got half of a surrogate pair")]
    public void Input_that_does_not_fit_is_explained_by_line_and_type(string input, string? fault)
    {
        var signature = SignatureReader.Read("""{"name":"f","params":[{"name":"nums","type":"integer[]"},{"name":"words","type":"list<string>"}],"return":{"type":"integer"}}""", (_, what) => Assert.Fail(what));
        Assert.Equal(fault, FunctionInput.Fault(signature!, input));
    }

    [Theory]
    [InlineData("[\"Box\",\"put\",\"count\"]\n[[],[1],[]]", null)]
    [InlineData("[\"put\"]\n[[1]]", "line 1, [0]: the first call must be \"Box\"")]
    [InlineData("[\"Box\",\"Box\"]\n[[],[]]", "line 1, [1]: there is no method \"Box\"")]
    [InlineData("[\"Box\",\"put\"]\n[[]]", "line 2: expected the arguments of 2 calls, got 1")]
    [InlineData("[\"Box\",\"put\"]\n[[],[]]", "line 2, [1]: put takes 1 argument")]
    [InlineData("[\"Box\",\"put\"]\n[[],[\"a\"]]", "line 2, [1][0]: expected integer, got string")]
    [InlineData("[]\n[]", "line 1: the first call must be \"Box\"")]
    [InlineData("3\n[]", "line 1: expected string[], got 3")]
    public void Calls_that_do_not_fit_are_explained_too(string input, string? fault)
    {
        var signature = SignatureReader.Read(
            """{"classname":"Box","methods":[{"name":"put","params":[{"name":"x","type":"integer"}]},{"name":"count","return":{"type":"integer"}}]}""", (_, what) => Assert.Fail(what));
        Assert.Equal(fault, FunctionInput.Fault(signature!, input));
    }

    [Theory]
    [InlineData("{", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("""{"name":"f","params":[],"return":{"type":"integer"}}""", "params must have one at least")]
    [InlineData("""{"name":"class","params":[{"name":"x","type":"integer"}],"return":{"type":"integer"}}""", "'class' is a word of a programming language")]
    [InlineData("""{"name":"f","params":[{"name":"x","type":"int"}],"return":{"type":"integer"}}""", "'int' is not a type")]
    [InlineData("""{"name":"f","params":[{"name":"x","type":"integer"},{"name":"x","type":"integer"}],"return":{"type":"integer"}}""", "there are two x")]
    [InlineData("""{"name":"f","params":[{"name":"x","type":"integer"}],"return":{"type":"void"}}""", "output.paramindex must name")]
    [InlineData("""{"name":"f","params":[{"name":"x","type":"integer"}],"return":{"type":"void"},"output":{"paramindex":1}}""", "output.paramindex must be 0 to 0")]
    [InlineData("""{"name":"f","params":[{"name":"x","type":"integer"}],"return":{"type":"integer"},"comparison":"any"}""", "comparison must be")]
    [InlineData("""{"name":"f","params":[{"name":"x","type":"integer"}],"return":{"type":"integer"},"wrong":1}""", "cannot be read")]
    [InlineData("""{"name":"f","params":[null],"return":{"type":"integer"}}""", "a parameter is null")]
    [InlineData("""{"classname":"A","methods":[null]}""", "a method is null")]
    [InlineData("""{"classname":"A","methods":[{"name":"delete"}]}""", "'delete' is a word of a programming language")]
    [InlineData("""{"classname":"A","methods":[{"name":"m","return":{"type":"double[][]"}}],"comparison":"anyOrder"}""", "doubles cannot be compared in any order")]
    [InlineData("""{"classname":"A"}""", "methods must be")]
    [InlineData("""{"classname":"A","methods":[{"name":"a"}]}""", "there is more than one A")]
    public void A_signature_that_cannot_be_used_is_refused_with_a_reason(string json, string reason)
    {
        var faults = new List<string>();
        Assert.Null(SignatureReader.Read(json, (_, what) => faults.Add(what)));
        Assert.Contains(faults, f => f.Contains(reason, StringComparison.Ordinal));
    }
}
