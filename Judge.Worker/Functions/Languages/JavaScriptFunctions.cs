using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>JavaScript: a function, or a constructor with methods, said by JSDoc what of.</summary>
internal sealed class JavaScriptFunctions() : NodeFunctions("javascript")
{
    private const string ListNode = """
        /**
         * Definition for singly-linked list.
         * function ListNode(val, next) {
         *     this.val = (val===undefined ? 0 : val)
         *     this.next = (next===undefined ? null : next)
         * }
         */

        """;

    private const string TreeNode = """
        /**
         * Definition for a binary tree node.
         * function TreeNode(val, left, right) {
         *     this.val = (val===undefined ? 0 : val)
         *     this.left = (left===undefined ? null : left)
         *     this.right = (right===undefined ? null : right)
         * }
         */

        """;

    public override string Template(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(ListNode);
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append(TreeNode);
        foreach (var function in signature.Functions)
        {
            var isConstructor = IsConstructor(signature, function);
            text.Append(function == signature.Main ? "/**\n" : "\n/**\n");
            foreach (var parameter in function.Parameters) text.Append($" * @param {{{Name(parameter.Type)}}} {parameter.Name}\n");
            if (signature.OutputParameter is { } index && function.Returns.Kind == TypeKind.Void)
                text.Append($" * @return {{void}} Do not return anything, modify {function.Parameters[index].Name} in-place instead.\n");
            else if (!isConstructor) text.Append($" * @return {{{Name(function.Returns)}}}\n");
            var what = signature.IsClass && !isConstructor ? $"{signature.Name}.prototype.{function.Name}" : $"var {function.Name}";
            text.Append($" */\n{what} = function({string.Join(", ", function.Parameters.Select(p => p.Name))}) {{\n    \n}};\n");
        }

        return text.ToString();
    }

    private static string Name(SignatureType type) => type.Kind switch
    {
        TypeKind.Integer or TypeKind.Long or TypeKind.Double => "number",
        TypeKind.Array or TypeKind.List => $"{Name(type.Of!)}[]",
        _ => type.ToString(),
    };
}
