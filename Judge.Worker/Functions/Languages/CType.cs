using System.Globalization;

namespace Judge.Worker.Functions.Languages;

/// <summary>A signature's types in C.</summary>
internal static class CType
{
    /// <summary><c>int**</c></summary>
    public static string Name(SignatureType type) => Innermost(type) + new string('*', type.Depth);

    /// <summary>The type of the sizes on a level, counted from 1: <c>int</c> on the first, <c>int*</c> on the second.</summary>
    public static string Size(int level) => "int" + new string('*', level - 1);

    /// <summary>What the functions that read and put it are named by: <c>int</c>, <c>int_2</c>.</summary>
    public static string Suffix(SignatureType type) => Word(type.Innermost.Kind) + (type.IsSequence ? $"_{type.Depth.ToString(CultureInfo.InvariantCulture)}" : "");

    private static string Innermost(SignatureType type) => type.Innermost.Kind switch
    {
        TypeKind.Long => "long long",
        TypeKind.String => "char*",
        TypeKind.ListNode => "struct ListNode*",
        TypeKind.TreeNode => "struct TreeNode*",
        var kind => Word(kind),
    };

    private static string Word(TypeKind kind) => kind switch
    {
        TypeKind.Integer => "int",
        TypeKind.Long => "long",
        TypeKind.Double => "double",
        TypeKind.Boolean => "bool",
        TypeKind.String => "string",
        TypeKind.Character => "char",
        TypeKind.Void => "void",
        TypeKind.ListNode => "list",
        TypeKind.TreeNode => "tree",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is around others"),
    };
}
