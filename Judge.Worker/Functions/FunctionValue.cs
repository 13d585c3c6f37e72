using System.Globalization;
using System.Text.Json;

namespace Judge.Worker.Functions;

/// <summary>Whether JSON is a value of a signature's type.</summary>
internal static class FunctionValue
{
    private const int Deepest = 16, MostShown = 40;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = Deepest };
    private static readonly SignatureType Integer = new(TypeKind.Integer);

    /// <param name="json">One value.</param>
    /// <param name="why">What is wrong with it; null: nothing.</param>
    /// <returns>Null when it cannot be read.</returns>
    public static JsonDocument? TryParse(string json, out string? why)
    {
        why = null;
        try
        {
            return JsonDocument.Parse(json, Options);
        }
        catch (JsonException e)
        {
            why = json.Trim().Length == 0 ? "is empty"
                : e.Message.Contains("depth", StringComparison.Ordinal) ? $"is nested more than {Text(Deepest)} deep"
                : $"is not JSON (at character {Text((e.BytePositionInLine ?? 0) + 1)})";
            return null;
        }
    }

    /// <summary>Whether that is one value, and nothing besides.</summary>
    public static bool IsValue(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <param name="value">The value.</param>
    /// <param name="type">What it should be.</param>
    /// <param name="line">Its line, for the fault.</param>
    /// <param name="place">Where in that line it stands.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static FunctionFault? Fault(JsonElement value, SignatureType type, int line, string place = "")
    {
        if (type.IsSequence)
        {
            return value.ValueKind != JsonValueKind.Array ? Expected($"{type}", value, line, place) : Elements(value).Select(e => Fault(e.Value, type.Of!, line, $"{place}[{Text(e.At)}]")).FirstOrDefault(f => f is not null);
        }

        return type.Kind switch
        {
            TypeKind.ListNode when value.ValueKind == JsonValueKind.Array => Elements(value)
                .Where(e => !Fits(e.Value, Integer)).Select(e => Expected("integer in ListNode", e.Value, line, $"{place}[{Text(e.At)}]")).FirstOrDefault(),
            TypeKind.TreeNode when value.ValueKind == JsonValueKind.Array => TreeFault(value, line, place),
            TypeKind.Character when value.ValueKind == JsonValueKind.String && !Fits(value, type) => Expected("character (one, of ASCII)", value, line, place),
            _ => Fits(value, type) ? null : Expected($"{type}", value, line, place),
        };
    }

    public static FunctionFault Expected(string what, JsonElement value, int line, string place = "") =>
        new(line, place, $"expected {what}, got {Name(value)}", value.ValueKind is JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object ? Cut(value.GetRawText()) : null);

    public static string Cut(string text) => text.Length > MostShown ? text[..MostShown] + "…" : text;

    private static bool Fits(JsonElement value, SignatureType type) => type.Kind switch
    {
        TypeKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
        TypeKind.Long => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        TypeKind.Double => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number),
        TypeKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        TypeKind.String => TextOf(value) is not null,
        TypeKind.Character => TextOf(value) is { Length: 1 } text && char.IsAscii(text[0]),
        _ => value.ValueKind == JsonValueKind.Null,
    };

    /// <summary>Level by level: integers, and null for a missing child, of which none may hang below another missing one. No tree is <c>[]</c>, as on LeetCode.</summary>
    private static FunctionFault? TreeFault(JsonElement value, int line, string place)
    {
        var places = 1L;
        foreach (var (node, at) in Elements(value))
        {
            var (missing, here) = (node.ValueKind == JsonValueKind.Null, $"{place}[{Text(at)}]");
            if (at == 0 && missing) return new FunctionFault(line, here, "expected integer as the root of TreeNode, got null (no tree is [])");
            if (!missing && !Fits(node, Integer)) return Expected("integer or null in TreeNode", node, line, here);
            if (places-- == 0) return new FunctionFault(line, here, "expected the end of TreeNode: there is no node left that this could hang below");
            if (!missing) places += 2;
        }

        return null;
    }

    /// <summary>An element by its index is looked for from the first on.</summary>
    private static IEnumerable<(JsonElement Value, int At)> Elements(JsonElement array) => array.EnumerateArray().Select((element, at) => (element, at));

    /// <summary>Null when it is none, or holds half of a surrogate pair.</summary>
    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => TextOf(value) is null ? "half of a surrogate pair" : "string",
        JsonValueKind.Number => Cut(value.GetRawText()),
        JsonValueKind.Null => "null",
        _ => "boolean",
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
