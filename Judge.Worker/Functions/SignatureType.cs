using System.Globalization;

namespace Judge.Worker.Functions;

internal enum TypeKind
{
    Integer,
    Long,
    Double,
    Boolean,
    String,
    Character,
    Void,
    ListNode,
    TreeNode,

    /// <summary><c>T[]</c></summary>
    Array,

    /// <summary><c>list&lt;T&gt;</c></summary>
    List,
}

/// <summary>A type of LeetCode's metadata.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Of">The elements' type, of an array or a list; null of all others.</param>
internal sealed record SignatureType(TypeKind Kind, SignatureType? Of = null)
{
    private const int Deepest = 5;

    private static readonly Dictionary<string, TypeKind> Names = new(StringComparer.Ordinal)
    {
        ["integer"] = TypeKind.Integer,
        ["long"] = TypeKind.Long,
        ["double"] = TypeKind.Double,
        ["boolean"] = TypeKind.Boolean,
        ["string"] = TypeKind.String,
        ["character"] = TypeKind.Character,
        ["void"] = TypeKind.Void,
        ["ListNode"] = TypeKind.ListNode,
        ["TreeNode"] = TypeKind.TreeNode,
    };

    public static readonly SignatureType Void = new(TypeKind.Void);

    /// <summary>Whether its values are arrays of others: <c>T[]</c> and <c>list&lt;T&gt;</c>.</summary>
    public bool IsSequence => Of is not null;

    /// <summary>How many sequences are around the innermost type.</summary>
    public int Depth => Of is null ? 0 : 1 + Of.Depth;

    /// <summary>The type inside of all sequences.</summary>
    public SignatureType Innermost => Of is null ? this : Of.Innermost;

    /// <summary>Reads <c>integer[][]</c>, <c>list&lt;string&gt;</c> and the like.</summary>
    /// <exception cref="FormatException">It is none; the message says so.</exception>
    public static SignatureType Parse(string text)
    {
        var type = TryParse(text.Trim());
        if (type is null) throw new FormatException($"'{text}' is not a type (integer, long, double, boolean, string, character, void, ListNode, TreeNode, T[], list<T>)");
        if (type.Depth > Deepest) throw new FormatException($"'{text}' is nested more than {Deepest.ToString(CultureInfo.InvariantCulture)} deep");
        return type.Depth > 0 && type.Innermost.Kind == TypeKind.Void ? throw new FormatException($"'{text}': there are no sequences of void") : type;
    }

    /// <summary>As it is written in signature.json.</summary>
    public override string ToString() => Kind switch
    {
        TypeKind.Array => $"{Of}[]",
        TypeKind.List => $"list<{Of}>",
        _ => Names.First(n => n.Value == Kind).Key,
    };

    private static SignatureType? TryParse(string text)
    {
        if (text.Length > 100) return null;
        if (text.EndsWith("[]", StringComparison.Ordinal)) return TryParse(text[..^2]) is { } element ? new(TypeKind.Array, element) : null;
        if (text.StartsWith("list<", StringComparison.Ordinal) && text.EndsWith('>')) return TryParse(text[5..^1].Trim()) is { } item ? new(TypeKind.List, item) : null;
        return Names.TryGetValue(text, out var kind) ? new(kind) : null;
    }
}
