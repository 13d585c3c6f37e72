using System.Globalization;
using System.Text.Json;

namespace Judge.Worker.Functions;

/// <summary>Whether lines of JSON are values of the types that a signature asks for, and if not, why: in one line, such as
/// <c>line 2: expected integer[], got string</c>.</summary>
internal static class FunctionInput
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <summary>How many lines a case's input has.</summary>
    public static int LinesOf(Signature signature) => signature.IsClass ? 2 : signature.Main.Parameters.Count;

    /// <param name="signature">The problem's.</param>
    /// <param name="text">One case: a line for each parameter; of a class, its calls and their arguments.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? Fault(Signature signature, string text)
    {
        var lines = Lines(text);
        var wanted = LinesOf(signature);
        if (lines.Count != wanted) return $"expected {Count(wanted, "line")}, {Described(signature)}; got {Count(lines.Count, "line")}";
        return Fault(signature, lines, firstLine: 1);
    }

    /// <param name="signature">The problem's.</param>
    /// <param name="lines">The lines of one case.</param>
    /// <param name="firstLine">The first one's number in its file.</param>
    public static string? Fault(Signature signature, IReadOnlyList<string> lines, int firstLine)
    {
        if (signature.IsClass) return CallsFault(signature, lines, firstLine);
        for (var i = 0; i < lines.Count; i++)
        {
            if (ValueFault(lines[i], signature.Main.Parameters[i].Type) is { } fault) return $"line {Number(firstLine + i)}{fault}";
        }

        return null;
    }

    /// <param name="signature">The problem's.</param>
    /// <param name="lines">The lines of the case's input, in which there is no fault.</param>
    /// <param name="answer">The answer's line.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? AnswerFault(Signature signature, IReadOnlyList<string> lines, string answer)
    {
        if (!signature.IsClass) return ValueFault(answer, signature.AnswerOf(signature.Main)) is { } fault ? fault.TrimStart(',', ':', ' ') : null;
        using var document = TryParse(answer, out var why);
        if (document is null) return why;
        var calls = FunctionCall.Read(signature, lines);
        if (document.RootElement.ValueKind != JsonValueKind.Array || document.RootElement.GetArrayLength() != calls.Count) return $"expected an array with {Count(calls.Count, "result")}";
        var at = 0;
        foreach (var result in document.RootElement.EnumerateArray())
        {
            if (Fault(result, calls[at].Function.Returns) is { } wrong) return $"[{Number(at)}]{wrong}";
            at++;
        }

        return null;
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

    /// <summary>Lines without what ends them; empty ones at the end are none.</summary>
    public static List<string> Lines(string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        while (lines.Count > 0 && lines[^1].Trim().Length == 0) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static string? CallsFault(Signature signature, IReadOnlyList<string> lines, int firstLine)
    {
        using var names = TryParse(lines[0], out var why);
        if (names is null) return $"line {Number(firstLine)}: {why}";
        using var arguments = TryParse(lines[1], out why);
        if (arguments is null) return $"line {Number(firstLine + 1)}: {why}";
        if (Fault(names.RootElement, SignatureType.Parse("string[]")) is { } fault) return $"line {Number(firstLine)}{fault}";
        if (arguments.RootElement.ValueKind != JsonValueKind.Array) return $"line {Number(firstLine + 1)}: expected an array of arguments, got {Name(arguments.RootElement)}";
        var calls = names.RootElement.GetArrayLength();
        if (calls == 0) return $"line {Number(firstLine)}: the first call must be \"{signature.Name}\"";
        if (arguments.RootElement.GetArrayLength() != calls) return $"line {Number(firstLine + 1)}: expected the arguments of {Count(calls, "call")}, got {Number(arguments.RootElement.GetArrayLength())}";
        var at = 0;
        // An element by its index is looked for from the first on.
        foreach (var (name, given) in names.RootElement.EnumerateArray().Zip(arguments.RootElement.EnumerateArray()))
        {
            var function = signature.Functions.Skip(at == 0 ? 0 : 1).Take(at == 0 ? 1 : int.MaxValue).FirstOrDefault(f => f.Name == name.GetString());
            if (function is null) return $"line {Number(firstLine)}, [{Number(at)}]: {(at == 0 ? $"the first call must be \"{signature.Name}\"" : $"there is no method \"{Cut(name.GetString()!)}\"")}";
            if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() != function.Parameters.Count)
                return $"line {Number(firstLine + 1)}, [{Number(at)}]: {function.Name} takes {Count(function.Parameters.Count, "argument")}";
            for (var i = 0; i < function.Parameters.Count; i++)
            {
                if (Fault(given[i], function.Parameters[i].Type) is { } wrong) return $"line {Number(firstLine + 1)}, [{Number(at)}][{Number(i)}]{wrong}";
            }

            at++;
        }

        return null;
    }

    private static string? ValueFault(string line, SignatureType type)
    {
        using var document = TryParse(line, out var why);
        return document is null ? $": {why}" : Fault(document.RootElement, type);
    }

    private static JsonDocument? TryParse(string line, out string? why)
    {
        why = null;
        try
        {
            return JsonDocument.Parse(line, Options);
        }
        catch (JsonException e)
        {
            why = line.Trim().Length == 0 ? "is empty" : $"is not JSON (at character {Number((e.BytePositionInLine ?? 0) + 1)})";
            return null;
        }
    }

    /// <summary>Where below the value and what; begins with a comma or a colon.</summary>
    private static string? Fault(JsonElement value, SignatureType type)
    {
        if (type.IsSequence)
        {
            if (value.ValueKind != JsonValueKind.Array) return Expected(type, value);
            var at = 0;
            foreach (var element in value.EnumerateArray())
            {
                if (Fault(element, type.Of!) is { } fault) return fault.StartsWith(", [", StringComparison.Ordinal) ? $", [{Number(at)}]{fault[2..]}" : $", [{Number(at)}]{fault}";
                at++;
            }

            return null;
        }

        var fits = type.Kind switch
        {
            TypeKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _),
            TypeKind.Long => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            TypeKind.Double => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number),
            TypeKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            TypeKind.String => TextOf(value) is not null,
            TypeKind.Character => TextOf(value) is { Length: 1 } text && char.IsAscii(text[0]),
            TypeKind.Void => value.ValueKind == JsonValueKind.Null,
            TypeKind.ListNode => value.ValueKind == JsonValueKind.Null || value.ValueKind == JsonValueKind.Array && Fault(value, new SignatureType(TypeKind.Array, new(TypeKind.Integer))) is null,
            _ => IsTree(value),
        };
        return fits ? null : Expected(type, value);
    }

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

    /// <summary>Level by level: integers, and null for a missing child, of which none may hang below another missing one.</summary>
    private static bool IsTree(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null) return true;
        if (value.ValueKind != JsonValueKind.Array) return false;
        var (at, places) = (0, 1L);
        foreach (var node in value.EnumerateArray())
        {
            var missing = node.ValueKind == JsonValueKind.Null;
            if (!missing && (node.ValueKind != JsonValueKind.Number || !node.TryGetInt32(out _))) return false;
            if (at == 0 && missing && value.GetArrayLength() > 1 || places-- == 0) return false;
            if (!missing) places += 2;
            at++;
        }

        return true;
    }

    private static string Expected(SignatureType type, JsonElement value) => $": expected {type}, got {Name(value)}";

    private static string Name(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => TextOf(value) is null ? "half of a surrogate pair" : "string",
        JsonValueKind.Number => Cut(value.GetRawText()),
        JsonValueKind.Null => "null",
        _ => "boolean",
    };

    private static string Described(Signature signature) => signature.IsClass
        ? "the names of the calls and their arguments"
        : string.Join(" and ", signature.Main.Parameters.Select(p => $"{p.Name} ({p.Type})"));

    private static string Cut(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private static string Count(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
