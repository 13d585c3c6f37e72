using System.Globalization;
using System.Text.Json;

namespace Judge.Worker.Functions;

/// <summary>Whether lines of JSON are values of the types that a signature asks for, and if not, why: in one line, such as
/// <c>line 2: expected integer[], got string</c>.</summary>
internal static class FunctionInput
{
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
        return Fault(signature, lines, firstLine: 1)?.ToString();
    }

    /// <param name="signature">The problem's.</param>
    /// <param name="lines">The lines of one case.</param>
    /// <param name="firstLine">The first one's number in its file.</param>
    public static FunctionFault? Fault(Signature signature, IReadOnlyList<string> lines, int firstLine)
    {
        if (signature.IsClass) return CallsFault(signature, lines, firstLine);
        for (var i = 0; i < lines.Count; i++)
        {
            if (ValueFault(lines[i], signature.Main.Parameters[i].Type, firstLine + i) is { } fault) return fault;
        }

        return null;
    }

    /// <param name="signature">The problem's.</param>
    /// <param name="lines">The lines of the case's input, in which there is no fault.</param>
    /// <param name="answer">The answer's line.</param>
    /// <returns>What is wrong; null: nothing.</returns>
    public static string? AnswerFault(Signature signature, IReadOnlyList<string> lines, string answer) => AnswerFault(signature, lines, answer, line: 1) is not { } fault ? null
        : fault.Place.Length == 0 ? fault.What : $"{fault.Place}: {fault.What}";

    /// <summary>The same with the answer's line in its file.</summary>
    public static FunctionFault? AnswerFault(Signature signature, IReadOnlyList<string> lines, string answer, int line)
    {
        if (!signature.IsClass) return ValueFault(answer, signature.AnswerOf(signature.Main), line);
        using var document = FunctionValue.TryParse(answer, out var why);
        if (document is null) return new FunctionFault(line, "", why!);
        var calls = FunctionCall.Read(signature, lines);
        if (document.RootElement.ValueKind != JsonValueKind.Array) return FunctionValue.Expected($"an array with {Count(calls.Count, "result")}", document.RootElement, line);
        if (document.RootElement.GetArrayLength() != calls.Count) return new FunctionFault(line, "", $"expected an array with {Count(calls.Count, "result")}, got {Number(document.RootElement.GetArrayLength())}");
        return document.RootElement.EnumerateArray().Select((result, at) => FunctionValue.Fault(result, calls[at].Function.Returns, line, $"[{Number(at)}]")).FirstOrDefault(f => f is not null);
    }

    /// <summary>Lines without what ends them; empty ones at the end are none.</summary>
    public static List<string> Lines(string text)
    {
        var lines = text.Split('\n').Select(l => l.TrimEnd('\r')).ToList();
        while (lines.Count > 0 && lines[^1].Trim().Length == 0) lines.RemoveAt(lines.Count - 1);
        return lines;
    }

    private static FunctionFault? CallsFault(Signature signature, IReadOnlyList<string> lines, int firstLine)
    {
        var second = firstLine + 1;
        using var names = FunctionValue.TryParse(lines[0], out var why);
        if (names is null) return new FunctionFault(firstLine, "", why!);
        using var arguments = FunctionValue.TryParse(lines[1], out why);
        if (arguments is null) return new FunctionFault(second, "", why!);
        if (FunctionValue.Fault(names.RootElement, SignatureType.Parse("string[]"), firstLine) is { } fault) return fault;
        if (arguments.RootElement.ValueKind != JsonValueKind.Array) return FunctionValue.Expected("an array of arguments", arguments.RootElement, second);
        var calls = names.RootElement.GetArrayLength();
        if (calls == 0) return new FunctionFault(firstLine, "", $"the first call must be \"{signature.Name}\"");
        if (arguments.RootElement.GetArrayLength() != calls)
            return new FunctionFault(second, "", $"expected the arguments of {Count(calls, "call")}, got {Number(arguments.RootElement.GetArrayLength())}");
        var at = 0;
        // An element by its index is looked for from the first on.
        foreach (var (name, given) in names.RootElement.EnumerateArray().Zip(arguments.RootElement.EnumerateArray()))
        {
            var function = signature.Functions.Skip(at == 0 ? 0 : 1).Take(at == 0 ? 1 : int.MaxValue).FirstOrDefault(f => f.Name == name.GetString());
            if (function is null)
                return new FunctionFault(firstLine, $"[{Number(at)}]", at == 0 ? $"the first call must be \"{signature.Name}\"" : $"there is no method \"{FunctionValue.Cut(name.GetString()!)}\"");
            if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() != function.Parameters.Count)
                return new FunctionFault(second, $"[{Number(at)}]", $"{function.Name} takes {Count(function.Parameters.Count, "argument")}");
            for (var i = 0; i < function.Parameters.Count; i++)
            {
                if (FunctionValue.Fault(given[i], function.Parameters[i].Type, second, $"[{Number(at)}][{Number(i)}]") is { } wrong) return wrong;
            }

            at++;
        }

        return null;
    }

    private static FunctionFault? ValueFault(string json, SignatureType type, int line)
    {
        using var document = FunctionValue.TryParse(json, out var why);
        return document is null ? new FunctionFault(line, "", why!) : FunctionValue.Fault(document.RootElement, type, line);
    }

    private static string Described(Signature signature) => signature.IsClass
        ? "the names of the calls and their arguments"
        : string.Join(" and ", signature.Main.Parameters.Select(p => $"{p.Name} ({p.Type})"));

    private static string Count(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
