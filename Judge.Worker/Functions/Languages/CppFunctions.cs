using System.Globalization;
using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>C++: the user's source stands between the driver and the calls that are generated, as a file of its own to the compiler.</summary>
internal sealed class CppFunctions : FunctionLanguage
{
    private const string SourceFile = "solution.cpp";

    /// <summary>First, and by itself: it may be precompiled.</summary>
    private const string Header = "#include <bits/stdc++.h>\n#include <unistd.h>\n";

    private const string ListNode = """
        /**
         * Definition for singly-linked list.
         * struct ListNode {
         *     int val;
         *     ListNode *next;
         *     ListNode() : val(0), next(nullptr) {}
         *     ListNode(int x) : val(x), next(nullptr) {}
         *     ListNode(int x, ListNode *next) : val(x), next(next) {}
         * };
         */

        """;

    private const string TreeNode = """
        /**
         * Definition for a binary tree node.
         * struct TreeNode {
         *     int val;
         *     TreeNode *left;
         *     TreeNode *right;
         *     TreeNode() : val(0), left(nullptr), right(nullptr) {}
         *     TreeNode(int x) : val(x), left(nullptr), right(nullptr) {}
         *     TreeNode(int x, TreeNode *left, TreeNode *right) : val(x), left(left), right(right) {}
         * };
         */

        """;

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(ListNode);
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append(TreeNode);
        text.Append("class ").Append(signature.IsClass ? signature.Name : "Solution").Append(" {\npublic:\n");
        foreach (var function in signature.Functions)
        {
            var parameters = string.Join(", ", function.Parameters.Select(p => $"{Type(p.Type)}{(p.Type.IsSequence ? "&" : "")} {p.Name}"));
            var returns = signature.IsClass && function == signature.Main ? "" : Type(function.Returns) + " ";
            text.Append("    ").Append(returns).Append(function.Name).Append('(').Append(parameters).Append(") {\n        \n    }\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n};\n";
    }

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var main = new StringBuilder(Header).Append(Runtime("driver.hpp"))
            .Append("#line 1 \"").Append(SourceFile).Append("\"\n").Append(source).Append("\n#line 1 \"driver.cpp\"\n");
        // Of what users like to define, what is needed below.
        foreach (var word in (string[])["int", "long", "double", "bool", "char", "string", "vector", "void", "auto", "if", "while", "return", "main", "read", "write", "more", "static"]) main.Append("#undef ").Append(word).Append('\n');
        main.Append("int main() {\n  judge_driver::output = \"ready\";\n  judge_driver::say();\n");
        if (signature.IsClass) AppendCalls(main, signature);
        else AppendCases(main, signature);
        main.Append("  _exit(0);\n}\n");
        return new FunctionProgram(SourceFile, new Dictionary<string, string>(StringComparer.Ordinal) { [SourceFile] = source, ["main.cpp"] = main.ToString() });
    }

    private static void AppendCases(StringBuilder main, Signature signature)
    {
        var function = signature.Main;
        main.Append("  while (judge_driver::more()) {\n");
        var arguments = AppendArguments(main, function, "    ");
        var call = $"Solution().{function.Name}({arguments})";
        if (signature.OutputParameter is not { } index)
        {
            main.Append("    ").Append(Type(function.Returns)).Append(" answer = ").Append(call).Append(";\n    judge_driver::write(answer);\n");
        }
        else
        {
            var given = string.Create(CultureInfo.InvariantCulture, $"argument{index}");
            if (signature.OutputSized)
            {
                main.Append("    auto size = ").Append(call).Append(";\n    if (size < 0 || (size_t)size > ").Append(given).Append(".size()) judge_driver::fail(\"")
                    .Append(function.Name).Append(" returned \" + to_string(size) + \", which is no number of elements\");\n    else { ").Append(given).Append(".resize(size); judge_driver::write(").Append(given).Append("); }\n");
            }
            else
            {
                main.Append("    ").Append(call).Append(";\n    judge_driver::write(").Append(given).Append(");\n");
            }
        }

        main.Append("    judge_driver::say();\n    judge_driver::nodes.clear();\n  }\n");
    }

    private static void AppendCalls(StringBuilder main, Signature signature)
    {
        main.Append("  ").Append(signature.Name).Append("* object = nullptr;\n  std::string name;\n  while (judge_driver::next_call(name)) {\n");
        foreach (var function in signature.Functions)
        {
            main.Append("    if (name == \"").Append(function.Name).Append("\") {\n");
            if (function == signature.Main) main.Append("      delete object;\n      object = nullptr;\n      judge_driver::nodes.clear();\n");
            var arguments = AppendArguments(main, function, "      ");
            if (function == signature.Main) main.Append("      object = new ").Append(signature.Name).Append('(').Append(arguments).Append(");\n      judge_driver::output = \"null\";\n");
            else if (function.Returns.Kind == TypeKind.Void) main.Append("      object->").Append(function.Name).Append('(').Append(arguments).Append(");\n      judge_driver::output = \"null\";\n");
            else main.Append("      ").Append(Type(function.Returns)).Append(" answer = object->").Append(function.Name).Append('(').Append(arguments).Append(");\n      judge_driver::write(answer);\n");
            main.Append("    }\n");
        }

        main.Append("    judge_driver::say();\n  }\n");
    }

    /// <returns>The arguments of the call.</returns>
    private static string AppendArguments(StringBuilder main, Function function, string indent)
    {
        var names = new List<string>();
        foreach (var parameter in function.Parameters)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"argument{names.Count}");
            main.Append(indent).Append(Type(parameter.Type)).Append(' ').Append(name).Append(" = judge_driver::read<").Append(Type(parameter.Type)).Append(">();\n");
            names.Add(name);
        }

        return string.Join(", ", names);
    }

    private static string Type(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer => "int",
        TypeKind.Long => "long long",
        TypeKind.Double => "double",
        TypeKind.Boolean => "bool",
        TypeKind.String => "string",
        TypeKind.Character => "char",
        TypeKind.Void => "void",
        TypeKind.ListNode => "ListNode*",
        TypeKind.TreeNode => "TreeNode*",
        _ => $"vector<{Type(type.Of!)}>",
    };
}
