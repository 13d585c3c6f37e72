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
            _ => throw new NotSupportedException($"say here how an array is changed in {language}"),
        };
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
