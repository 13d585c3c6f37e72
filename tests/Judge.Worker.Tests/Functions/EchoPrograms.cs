using Judge.Worker.Functions;
using Judge.Worker.Languages;

namespace Judge.Worker.Tests.Functions;

/// <summary>Solutions that are the starter code with a body, so that the starter code is tried, too.</summary>
internal static class EchoPrograms
{
    /// <summary>Every method returns its parameter <c>value</c>.</summary>
    public static string Class(string language, Signature signature)
    {
        var template = LanguageCatalog.Find(language)!.Functions!.Template(signature);
        return language switch
        {
            "python" => Filled(template, line => !line.Contains("__init__", StringComparison.Ordinal), "        return value"),
            "cpp" => Filled(template, line => line.Contains("value) {", StringComparison.Ordinal) && !line.Contains(" void ", StringComparison.Ordinal), "        return value;"),
            "c" => CEcho(template),
            "go" => Filled(template.Replace("Constructor(start int) Echo {\n\t", "Constructor(start int) Echo {\n\treturn Echo{}", StringComparison.Ordinal), line => !line.EndsWith(") {", StringComparison.Ordinal), "\treturn value"),
            "rust" => Filled(template.Replace("-> Self {\n        ", "-> Self {\n        Echo {}", StringComparison.Ordinal), line => line.Contains("->", StringComparison.Ordinal), "        value"),
            "ruby" => Filled(template, line => !line.Contains("def nothing", StringComparison.Ordinal), "        value"),
            "java" or "csharp" => Filled(template, line => line.Contains("value) {", StringComparison.Ordinal) && !line.Contains(" void ", StringComparison.Ordinal), "        return value;"),
            "javascript" => Filled(template, line => line.Contains("value) {", StringComparison.Ordinal), "    return value;"),
            "typescript" => Filled(template, line => !line.Contains(": void", StringComparison.Ordinal), "        return value;"),
            _ => throw new NotSupportedException($"say here how a method of a class returns its parameter in {language}"),
        };
    }

    /// <summary>Changes the sign of every element of <c>values</c>; where a number is returned, it is one less than there are.</summary>
    public static string Negate(string language, Signature signature)
    {
        var sized = signature.OutputSized;
        return language switch
        {
            "python" => $"class Solution:\n    def negate(self, values: List[int]):\n        for i in range(len(values)): values[i] = -values[i]\n{(sized ? "        return len(values) - 1\n" : "")}",
            "cpp" => $"class Solution {{ public: {(sized ? "int" : "void")} negate(vector<int>& values) {{ for (int& x : values) x = -x; {(sized ? "return values.size() - 1;" : "")} }} }};",
            "c" => $"{(sized ? "int" : "void")} negate(int* values, int valuesSize) {{ for (int i = 0; i < valuesSize; i++) values[i] = -values[i]; {(sized ? "return valuesSize - 1;" : "")} }}",
            "go" => $"func negate(values []int) {(sized ? "int " : "")}{{ for i := range values {{ values[i] = -values[i] }}; {(sized ? "return len(values) - 1" : "")} }}",
            "rust" => $"impl Solution {{ pub fn negate(values: &mut Vec<i32>) {(sized ? "-> i32 " : "")}{{ for x in values.iter_mut() {{ *x = -*x; }} {(sized ? "values.len() as i32 - 1" : "")} }} }}",
            "ruby" => $"def negate(values)\n  values.map!(&:-@)\n{(sized ? "  values.size - 1\n" : "")}end",
            "java" => $"class Solution {{ {(sized ? "int" : "void")} negate(int[] values) {{ for (int i = 0; i < values.length; i++) values[i] = -values[i]; {(sized ? "return values.length - 1;" : "")} }} }}",
            "csharp" => $"public class Solution {{ public {(sized ? "int" : "void")} Negate(int[] values) {{ for (int i = 0; i < values.Length; i++) values[i] = -values[i]; {(sized ? "return values.Length - 1;" : "")} }} }}",
            "javascript" => $"const negate = values => {{ for (let i = 0; i < values.length; i++) values[i] = -values[i]; {(sized ? "return values.length - 1;" : "")} }}",
            "typescript" => $"function negate(values: number[]): {(sized ? "number" : "void")} {{ for (let i = 0; i < values.length; i++) values[i] = -values[i]; {(sized ? "return values.length - 1;" : "")} }}",
            _ => throw new NotSupportedException($"say here how an array is changed in {language}"),
        };
    }

    /// <summary>Sizes are returned beside the array, where there are any.</summary>
    private static string CEcho(string template)
    {
        var lines = template.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length > 0 || !lines[i - 1].Contains(" value", StringComparison.Ordinal) || lines[i - 1].StartsWith("void", StringComparison.Ordinal)) continue;
            lines[i] = $"{(lines[i - 1].Contains("returnSize", StringComparison.Ordinal) ? "*returnSize = valueSize; " : "")}{(lines[i - 1].Contains("returnColumnSizes", StringComparison.Ordinal) ? "*returnColumnSizes = valueColSize; " : "")}return value;";
        }

        return string.Join('\n', lines).Replace("echoCreate(int start) {\n", "echoCreate(int start) { return calloc(1, sizeof(Echo));\n", StringComparison.Ordinal);
    }

    /// <summary>Has a body stand below the first line of each method that is meant.</summary>
    private static string Filled(string template, Func<string, bool> isMeant, string body)
    {
        var lines = template.Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim() is "" or "pass" && lines[i - 1].Contains("value", StringComparison.Ordinal) && isMeant(lines[i - 1])) lines[i] = body;
        }

        return string.Join('\n', lines);
    }
}
