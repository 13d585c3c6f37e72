using System.Globalization;
using System.Text;
using System.Text.Json;
using Judge.Contracts;
using Judge.Worker.Judging.Checkers;

namespace Judge.Worker.Functions;

/// <summary>Compares an answer with the one that is expected, both JSON, as the signature wants it.</summary>
internal static class AnswerComparer
{
    private const int QuotedLength = 60;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <param name="signature">The problem's.</param>
    /// <param name="calls">What was called.</param>
    /// <param name="expected">JSON in which there is no fault.</param>
    /// <param name="actual">What the driver wrote; of a class, an array of that.</param>
    public static CheckResult Check(Signature signature, IReadOnlyList<FunctionCall> calls, ReadOnlyMemory<byte> expected, ReadOnlyMemory<byte> actual)
    {
        using var wanted = JsonDocument.Parse(expected, Options);
        try
        {
            using var got = JsonDocument.Parse(actual, Options);
            if (!signature.IsClass) return Difference(signature, signature.AnswerOf(signature.Main), wanted.RootElement, got.RootElement, "") ?? CheckResult.Accepted;
            for (var i = 0; i < calls.Count; i++)
            {
                if (Difference(signature, calls[i].Function.Returns, wanted.RootElement[i], got.RootElement[i], "") is { } difference)
                    return new CheckResult(difference.Verdict, $"call {Text(i + 1)}, {calls[i].Function.Name}: {difference.Difference}", $"call {Text(i + 1)}, {calls[i].Function.Name}: {difference.Place}");
            }

            return CheckResult.Accepted;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second: text that is no UTF-8, or half of a surrogate pair.
            return Wrong("the answer is not a value", Quote(Encoding.UTF8.GetString(actual.Span)));
        }
    }

    private static CheckResult? Difference(Signature signature, SignatureType type, JsonElement expected, JsonElement actual, string place)
    {
        if (type.IsSequence)
        {
            if (actual.ValueKind != JsonValueKind.Array) return Wrong($"{At(place)}not an array", Quotes(expected, actual));
            if (expected.GetArrayLength() != actual.GetArrayLength())
                return Wrong($"{At(place)}another number of elements", $"expected {Text(expected.GetArrayLength())}, got {Text(actual.GetArrayLength())}");
            var anyOrder = signature.Ordering == Ordering.AnyNested || signature.Ordering == Ordering.Any && place.Length == 0;
            if (anyOrder && type.Of!.Kind != TypeKind.Double) return DifferentSet(signature, type.Of, expected, actual, place);
            var (wanted, got) = (expected.EnumerateArray().AsEnumerable(), actual.EnumerateArray().AsEnumerable());
            if (anyOrder) (wanted, got) = (wanted.OrderBy(Number), got.OrderBy(Number));
            var at = 0;
            foreach (var (x, y) in wanted.Zip(got))
            {
                if (Difference(signature, type.Of!, x, y, $"{place}[{Text(at)}]") is { } difference) return difference;
                at++;
            }

            return null;
        }

        if (type.Kind == TypeKind.Double)
        {
            var (x, y) = (Number(expected), Number(actual));
            var error = Math.Abs(x - y);
            // Written so that what is no number is never within tolerance.
            return error <= signature.Tolerance || error <= signature.Tolerance * Math.Abs(x) ? null : Wrong($"{At(place)}number outside the tolerance", Quotes(expected, actual));
        }

        return Canonical(type, expected, nested: false) == Canonical(type, actual, nested: false) ? null : Wrong($"{At(place)}differs", Quotes(expected, actual));
    }

    /// <summary>Elements in any order: equal when they are equal sorted.</summary>
    private static CheckResult? DifferentSet(Signature signature, SignatureType element, JsonElement expected, JsonElement actual, string place)
    {
        var nested = signature.Ordering == Ordering.AnyNested;
        var missing = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in expected.EnumerateArray().Select(e => Canonical(element, e, nested))) missing[item] = missing.GetValueOrDefault(item) + 1;
        foreach (var item in actual.EnumerateArray())
        {
            var key = Canonical(element, item, nested);
            if (missing.GetValueOrDefault(key) == 0) return Wrong($"{At(place)}an element that is not among the expected ones, or too often", Quote(item.GetRawText()));
            missing[key]--;
        }

        return null;
    }

    /// <summary>A text that is the same for equal values; what is no value of the type equals nothing that is expected.</summary>
    private static string Canonical(SignatureType type, JsonElement value, bool nested)
    {
        if (type.IsSequence)
        {
            if (value.ValueKind != JsonValueKind.Array) return $"?{value.GetRawText()}";
            var items = value.EnumerateArray().Select(e => Canonical(type.Of!, e, nested));
            return $"[{string.Join(',', nested ? items.Order(StringComparer.Ordinal) : items)}]";
        }

        return (type.Kind, value.ValueKind) switch
        {
            // No list and no tree may be written as an empty one.
            (TypeKind.ListNode or TypeKind.TreeNode, JsonValueKind.Null) => "[]",
            (TypeKind.ListNode or TypeKind.TreeNode, JsonValueKind.Array) => $"[{string.Join(',', Nodes(value))}]",
            (TypeKind.Integer or TypeKind.Long, JsonValueKind.Number) when value.TryGetInt64(out var number) => Text(number),
            (TypeKind.String or TypeKind.Character, JsonValueKind.String) => JsonSerializer.Serialize(value.GetString()),
            (TypeKind.Boolean, JsonValueKind.True) => "true",
            (TypeKind.Boolean, JsonValueKind.False) => "false",
            (TypeKind.Void, JsonValueKind.Null) => "null",
            _ => $"?{value.GetRawText()}",
        };
    }

    /// <summary>Missing children behind the last node say nothing.</summary>
    private static List<string> Nodes(JsonElement tree)
    {
        var nodes = tree.EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Number && n.TryGetInt64(out var number) ? Text(number) : n.GetRawText()).ToList();
        while (nodes.Count > 0 && nodes[^1] == "null") nodes.RemoveAt(nodes.Count - 1);
        return nodes;
    }

    private static double Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : double.NaN;

    private static string Quotes(JsonElement expected, JsonElement actual) => $"expected {Quote(expected.GetRawText())}, got {Quote(actual.GetRawText())}";

    private static string Quote(string text) => text.Length > QuotedLength ? text[..QuotedLength] + "…" : text;

    private static string At(string place) => place.Length == 0 ? "" : $"{place}: ";

    private static CheckResult Wrong(string place, string quotes) => new(Verdict.WrongAnswer, $"{place} ({quotes})", place);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
