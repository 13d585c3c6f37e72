using System.Text;
using System.Text.Json;

namespace Judge.Worker.Functions.Languages;

/// <summary>Python: the driver is the same for every problem and is handed the signature.</summary>
internal sealed class PythonFunctions : FunctionLanguage
{
    private const string SourceFile = "solution.py";

    private const string Prelude = """
        from typing import *
        from collections import *
        from heapq import *
        from bisect import *
        from itertools import *
        from functools import *
        from math import *
        from builtins import *
        import bisect, collections, functools, heapq, itertools, math, operator, string, sys
        """;

    private const string ListNode = """
        # Definition for singly-linked list.
        # class ListNode:
        #     def __init__(self, val=0, next=None):
        #         self.val = val
        #         self.next = next

        """;

    private const string TreeNode = """
        # Definition for a binary tree node.
        # class TreeNode:
        #     def __init__(self, val=0, left=None, right=None):
        #         self.val = val
        #         self.left = left
        #         self.right = right

        """;

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(ListNode);
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append(TreeNode);
        text.Append("class ").Append(signature.IsClass ? signature.Name : "Solution").Append(":\n");
        foreach (var function in signature.Functions)
        {
            var constructs = signature.IsClass && function == signature.Main;
            var parameters = function.Parameters.Select(p => $"{p.Name}: {Type(p.Type)}").Prepend("self");
            text.Append("    def ").Append(constructs ? "__init__" : function.Name).Append('(').AppendJoin(", ", parameters).Append(')');
            if (!constructs) text.Append(" -> ").Append(Type(function.Returns));
            text.Append(":\n        ").Append(signature.OutputParameter is null ? "pass" : $"\"\"\"Changes {function.Parameters[signature.OutputParameter.Value].Name} in place.\"\"\"").Append("\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    public override FunctionProgram Wrap(Signature signature, string source)
    {
        var handed = JsonSerializer.Serialize(new
        {
            functions = signature.Functions.Select(f => (object[])[f.Name, f.Parameters.Select(p => p.Type.ToString()), signature.AnswerOf(f).ToString()]),
            is_class = signature.IsClass,
            output = signature.OutputParameter,
            sized = signature.OutputSized,
            prelude = Prelude,
        });
        // Read as JSON: what the text is in Python is no question then.
        var call = $"judge_driver(__import__('json').loads({JsonSerializer.Serialize(handed)}))\n";
        return new FunctionProgram(
            SourceFile, new Dictionary<string, string>(StringComparer.Ordinal) { [SourceFile] = source, ["main.py"] = Runtime("driver.py") + call });
    }

    private static string Type(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer or TypeKind.Long => "int",
        TypeKind.Double => "float",
        TypeKind.Boolean => "bool",
        TypeKind.String or TypeKind.Character => "str",
        TypeKind.Void => "None",
        TypeKind.ListNode => "Optional[ListNode]",
        TypeKind.TreeNode => "Optional[TreeNode]",
        _ => $"List[{Type(type.Of!)}]",
    };
}
