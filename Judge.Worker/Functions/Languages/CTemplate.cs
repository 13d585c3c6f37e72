using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>C's starter code.</summary>
internal static class CTemplate
{
    private const string Body = " {\n    \n}\n";

    private const string List = """
        /**
         * Definition for singly-linked list.
         * struct ListNode {
         *     int val;
         *     struct ListNode *next;
         * };
         */

        """;

    private const string Tree = """
        /**
         * Definition for a binary tree node.
         * struct TreeNode {
         *     int val;
         *     struct TreeNode *left;
         *     struct TreeNode *right;
         * };
         */

        """;

    private const string Array = """
        /**
         * Note: The returned array must be malloced, assume caller calls free().
         */

        """;

    private const string Arrays = """
        /**
         * Return an array of arrays of size *returnSize.
         * The sizes of the arrays are returned as *returnColumnSizes array.
         * Note: Both returned array and *columnSizes array must be malloced, assume caller calls free().
         */

        """;

    public static string Of(Signature signature)
    {
        var text = new StringBuilder();
        if (signature.Types.Any(t => t.Kind == TypeKind.ListNode)) text.Append(List);
        if (signature.Types.Any(t => t.Kind == TypeKind.TreeNode)) text.Append(Tree);
        if (!signature.IsClass) return text.Append(Function(signature.Main, signature.Name, receiver: null)).ToString();
        var (name, prefix) = (signature.Name, Casing.Lower(signature.Name));
        text.Append("typedef struct {\n    \n} ").Append(name).Append(";\n\n");
        var constructor = string.Join(", ", signature.Main.Parameters.SelectMany(Parameters));
        text.Append(name).Append("* ").Append(prefix).Append("Create(").Append(constructor).Append(')').Append(Body).Append('\n');
        foreach (var method in signature.Functions.Skip(1)) text.Append(Function(method, prefix + Casing.Upper(method.Name), $"{name}* obj")).Append('\n');
        return text.Append("void ").Append(prefix).Append("Free(").Append(name).Append("* obj)").Append(Body).ToString();
    }

    private static string Function(Function function, string name, string? receiver)
    {
        var parameters = function.Parameters.SelectMany(Parameters).Concat(Returned(function.Returns));
        if (receiver is not null) parameters = parameters.Prepend(receiver);
        var note = function.Returns.Depth switch { 0 => "", 1 => Array, _ => Arrays };
        return $"{note}{CType.Name(function.Returns)} {name}({string.Join(", ", parameters)}){Body}";
    }

    private static IEnumerable<string> Parameters(Parameter parameter)
    {
        yield return $"{CType.Name(parameter.Type)} {parameter.Name}";
        for (var level = 1; level <= parameter.Type.Depth; level++)
            yield return $"{CType.Size(level)} {parameter.Name}{string.Concat(Enumerable.Repeat("Col", level - 1))}Size";
    }

    private static IEnumerable<string> Returned(SignatureType type)
    {
        if (type.IsSequence) yield return "int* returnSize";
        for (var level = 2; level <= type.Depth; level++) yield return $"{CType.Size(level)}* return{string.Concat(Enumerable.Repeat("Column", level - 1))}Sizes";
    }
}
