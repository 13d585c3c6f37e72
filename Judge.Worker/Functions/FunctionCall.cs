using System.Text;
using System.Text.Json;

namespace Judge.Worker.Functions;

/// <summary>One call of a case: what a driver is asked.</summary>
/// <param name="Function">What is called.</param>
/// <param name="Question">Its lines, as docs/function-problems.md has them.</param>
internal sealed record FunctionCall(Function Function, byte[] Question)
{
    /// <param name="signature">The problem's.</param>
    /// <param name="lines">A case's input, in which <see cref="FunctionInput"/> finds no fault.</param>
    public static IReadOnlyList<FunctionCall> Read(Signature signature, IReadOnlyList<string> lines)
    {
        if (!signature.IsClass) return [new FunctionCall(signature.Main, Encode(lines))];
        var names = JsonSerializer.Deserialize<string[]>(lines[0])!;
        using var arguments = JsonDocument.Parse(lines[1]);
        return
        [
            .. names.Zip(arguments.RootElement.EnumerateArray()).Select((call, i) => new FunctionCall(
                i == 0 ? signature.Main : signature.Functions.Skip(1).First(f => f.Name == call.First),
                Encode(call.Second.EnumerateArray().Select(a => a.GetRawText().Replace('\n', ' ').Replace('\r', ' ')).Prepend(call.First)))),
        ];
    }

    private static byte[] Encode(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\n")));
}
