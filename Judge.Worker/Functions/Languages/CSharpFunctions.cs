using System.Text;
using Judge.Worker.Languages;

namespace Judge.Worker.Functions.Languages;

/// <summary>C#: a class Solution, or the class to design; names of methods begin with a capital letter, as LeetCode has them.</summary>
internal sealed class CSharpFunctions : FunctionLanguage
{
    private const string Usings = """
        global using System;
        global using System.Collections;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Numerics;
        global using System.Text;
        global using System.Text.RegularExpressions;
        global using System.Threading;
        global using System.Threading.Tasks;

        """;

    private const string ListNode = """
        /**
         * Definition for singly-linked list.
         * public class ListNode {
         *     public int val;
         *     public ListNode next;
         *     public ListNode(int val=0, ListNode next=null) {
         *         this.val = val;
         *         this.next = next;
         *     }
         * }
         */

        """;

    private const string TreeNode = """
        /**
         * Definition for a binary tree node.
         * public class TreeNode {
         *     public int val;
         *     public TreeNode left;
         *     public TreeNode right;
         *     public TreeNode(int val=0, TreeNode left=null, TreeNode right=null) {
         *         this.val = val;
         *         this.left = left;
         *         this.right = right;
         *     }
         * }
         */

        """;

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(ListNode);
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append(TreeNode);
        text.Append($"public class {ClassOf(signature)} {{\n");
        foreach (var function in signature.Functions)
        {
            var isConstructor = signature.IsClass && function == signature.Main;
            var returns = isConstructor ? "" : Name(function.Returns) + " ";
            var parameters = string.Join(", ", function.Parameters.Select(p => $"{Name(p.Type)} {p.Name}"));
            text.Append($"{(function == signature.Main ? "" : "\n")}    public {returns}{(isConstructor ? function.Name : Method(function))}({parameters}) {{\n        \n    }}\n");
        }

        return text.Append("}\n").ToString();
    }

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        const string SourceFile = "Solution.cs";
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SourceFile] = source,
            ["Main.cs"] = Driver(signature),
            ["JudgeRuntime.cs"] = Runtime("JudgeRuntime.cs"),
        };
        var hasNodes = signature.Types.Any(t => t.Kind is TypeKind.ListNode or TypeKind.TreeNode);
        if (hasNodes) files["JudgeNodes.cs"] = Runtime("JudgeNodes.cs");
        files["Usings.cs"] = Usings + (hasNodes ? "global using Judge.Given;\n" : "");
        // With what a stack trace needs to name lines, and in it the file as the compiler names it.
        var compile = LanguageCatalog.Find("csharp")!.Compile!
            .Where(a => a != "main.cs").Select(a => a == "-debug-" ? "-debug:embedded" : a).Append("-pathmap:/box=.");
        return new FunctionProgram(SourceFile, files, Compile: [.. compile, .. files.Keys]);
    }

    private static string ClassOf(Signature signature) => signature.IsClass ? signature.Name : "Solution";

    private static string Method(Function function) => char.ToUpperInvariant(function.Name[0]) + function.Name[1..];

    private static string Driver(Signature signature)
    {
        var name = ClassOf(signature);
        var text = new StringBuilder("internal sealed class JudgeMain : JudgeRuntime\n{\n    private static void Main() => new JudgeMain().Serve();\n\n");
        text.Append($"    protected override void Load() => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof({name}).TypeHandle);\n\n");
        if (signature.IsClass) text.Append($"    private {name} _object;\n\n");
        text.Append("    protected override void Answer()\n    {\n");
        if (signature.IsClass)
        {
            text.Append("        switch (Line())\n        {\n");
            foreach (var function in signature.Functions)
            {
                var callee = function == signature.Main ? $"_object = new {name}" : $"_object.{Method(function)}";
                text.Append($"            case \"{function.Name}\":\n            {{\n{Call(signature, function, callee, "                ")}                break;\n            }}\n");
            }

            text.Append("        }\n");
        }
        else
        {
            text.Append(Call(signature, signature.Main, $"new {name}().{Method(signature.Main)}", "        "));
        }

        return text.Append("    }\n}\n").ToString();
    }

    /// <summary>Reads the arguments, calls, and writes the answer.</summary>
    private static string Call(Signature signature, Function function, string callee, string indent)
    {
        var text = new StringBuilder();
        foreach (var (parameter, i) in function.Parameters.Select((p, i) => (p, i)))
            text.Append($"{indent}{Name(parameter.Type)} p{i} = {Read(parameter.Type)};\n{indent}LineEnd();\n");
        var isVoid = function.Returns.Kind == TypeKind.Void || signature.IsClass && function == signature.Main;
        var call = $"{callee}({string.Join(", ", function.Parameters.Select((_, i) => $"p{i}"))})";
        text.Append(indent).Append(isVoid ? "" : $"{Name(function.Returns)} returned = ").Append(call).Append(";\n");
        if (signature.OutputParameter is { } index)
        {
            var type = function.Parameters[index].Type;
            var count = !type.IsSequence || !signature.OutputSized ? null : $"Counted(returned, p{index}.{Count(type)}, \"{function.Name}\")";
            return text.Append($"{indent}{Write(type, $"p{index}", $"{function.Parameters[index].Name} must be {type}", count)};\n").ToString();
        }

        var written = isVoid ? "WriteNull()" : Write(function.Returns, "returned", $"{function.Name} must return {function.Returns}", null);
        return text.Append($"{indent}{written};\n").ToString();
    }

    private static string Read(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer => "ReadInt()",
        TypeKind.Long => "ReadLong()",
        TypeKind.Double => "ReadDouble()",
        TypeKind.Boolean => "ReadBoolean()",
        TypeKind.Character => "ReadChar()",
        TypeKind.String => "ReadString()",
        TypeKind.ListNode => "JudgeNodes.ReadList(this)",
        TypeKind.TreeNode => "JudgeNodes.ReadTree(this)",
        TypeKind.Array => $"ReadMany<{Name(type.Of!)}>(() => {Read(type.Of!)}).ToArray()",
        _ => $"ReadMany<{Name(type.Of!)}>(() => {Read(type.Of!)})",
    };

    private static string Write(SignatureType type, string value, string what, string? count)
    {
        if (type.Kind == TypeKind.String) return $"Write(Present({value}, \"{what}\"))";
        if (!type.IsSequence) return type.Kind is TypeKind.ListNode or TypeKind.TreeNode ? $"JudgeNodes.Write(this, {value})" : $"Write({value})";
        var element = $"e{type.Depth}";
        var inner = what.EndsWith(" without null", StringComparison.Ordinal) ? what : $"{what} without null";
        return $"WriteMany<{Name(type.Of!)}>(Present({value}, \"{what}\"), {count ?? "-1"}, {element} => {Write(type.Of!, element, inner, null)})";
    }

    private static string Count(SignatureType sequence) => sequence.Kind == TypeKind.Array ? "Length" : "Count";

    private static string Name(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer => "int",
        TypeKind.Long => "long",
        TypeKind.Double => "double",
        TypeKind.Boolean => "bool",
        TypeKind.String => "string",
        TypeKind.Character => "char",
        TypeKind.Array => $"{Name(type.Of!)}[]",
        TypeKind.List => $"IList<{Name(type.Of!)}>",
        _ => type.ToString(),
    };
}
