using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>TypeScript: a function, or a class.</summary>
internal sealed class TypeScriptFunctions() : NodeFunctions("typescript")
{
    private const string ListNode = """
        /**
         * Definition for singly-linked list.
         * class ListNode {
         *     val: number
         *     next: ListNode | null
         *     constructor(val?: number, next?: ListNode | null) {
         *         this.val = (val===undefined ? 0 : val)
         *         this.next = (next===undefined ? null : next)
         *     }
         * }
         */

        """;

    private const string TreeNode = """
        /**
         * Definition for a binary tree node.
         * class TreeNode {
         *     val: number
         *     left: TreeNode | null
         *     right: TreeNode | null
         *     constructor(val?: number, left?: TreeNode | null, right?: TreeNode | null) {
         *         this.val = (val===undefined ? 0 : val)
         *         this.left = (left===undefined ? null : left)
         *         this.right = (right===undefined ? null : right)
         *     }
         * }
         */

        """;

    /// <summary>What Node.js gives to all programs, in types.</summary>
    public static string NodeTypes => Runtime("node.d.ts");

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(ListNode);
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append(TreeNode);
        if (!signature.IsClass) return text.Append($"function {Head(signature.Main, signature.Name, "")}}};\n").ToString();
        text.Append($"class {signature.Name} {{\n");
        foreach (var function in signature.Functions)
        {
            var isConstructor = IsConstructor(signature, function);
            text.Append($"{(isConstructor ? "" : "\n")}    {Head(function, isConstructor ? null : function.Name, "    ")}    }}\n");
        }

        return text.Append("}\n").ToString();
    }

    protected override void Complete(Signature signature, Dictionary<string, string> files)
    {
        if (HasNodes(signature)) files["nodes.d.ts"] = Runtime("nodes.d.ts");
    }

    private static string Head(Function function, string? name, string indent)
    {
        var parameters = string.Join(", ", function.Parameters.Select(p => $"{p.Name}: {Name(p.Type)}"));
        return $"{name ?? "constructor"}({parameters}){(name is null ? "" : $": {Name(function.Returns)}")} {{\n{indent}    \n";
    }

    private static string Name(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer or TypeKind.Long or TypeKind.Double => "number",
        TypeKind.Character => "string",
        TypeKind.ListNode or TypeKind.TreeNode => $"{type} | null",
        TypeKind.Array or TypeKind.List => type.Of!.Kind is TypeKind.ListNode or TypeKind.TreeNode ? $"Array<{Name(type.Of)}>" : $"{Name(type.Of!)}[]",
        _ => type.ToString(),
    };
}
