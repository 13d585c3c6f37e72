using System.Globalization;
using System.Text;
using Judge.Contracts;

namespace Judge.Worker.Judging.Checkers;

/// <summary>What a checker found.</summary>
/// <param name="Verdict">Accepted, wrongAnswer or presentationError.</param>
/// <param name="Difference">Where and how the output differs, quoting both sides; null when it is accepted.</param>
/// <param name="Place">The same without quoting anything.</param>
internal readonly record struct CheckResult(Verdict Verdict, string? Difference, string? Place)
{
    public static readonly CheckResult Accepted = new(Verdict.Accepted, null, null);

    /// <summary>What the checker gives for it in a scoring problem; null: what the case is worth.</summary>
    public double? Score { get; init; }
}

/// <summary>
/// The Kattis default output validator as a pure function: walks the answer token by token. White space is what C's isspace(3)
/// says, letters are compared without case unless asked, an answer token that is a number is compared as one when a
/// tolerance is set. A difference in white space alone, where the problem cares, is a presentationError.
/// </summary>
internal static class TokenChecker
{
    private const int QuotedLength = 40;

    public static CheckResult Check(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> output, CheckerOptions options)
    {
        CheckResult? spacing = null;
        int a = 0, o = 0, line = 1, token = 0;
        while (true)
        {
            var answerSpace = Space(answer, ref a);
            var outputSpace = Space(output, ref o);
            if (options.SpaceChangeSensitive && spacing is null && !answerSpace.SequenceEqual(outputSpace))
                spacing = Differs(Verdict.PresentationError, line, token, "white space differs", null, null);
            var lines = outputSpace.Count((byte)'\n');
            line += lines;
            token = lines > 0 ? 1 : token + 1;
            var expected = Token(answer, ref a);
            var actual = Token(output, ref o);
            if (expected.IsEmpty && actual.IsEmpty) return spacing ?? CheckResult.Accepted;
            if (expected.IsEmpty) return Differs(Verdict.WrongAnswer, line, token, "more output than expected", null, Quote(actual));
            if (actual.IsEmpty) return Differs(Verdict.WrongAnswer, line, token, "output ends too early", Quote(expected), null);
            if (Mismatch(expected, actual, options) is { } how)
                return Differs(Verdict.WrongAnswer, line, token, how, Quote(expected), Quote(actual));
        }
    }

    private static string? Mismatch(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, CheckerOptions options)
    {
        if ((options.FloatAbsoluteTolerance ?? options.FloatRelativeTolerance) is not null && Number(expected) is { } wanted)
        {
            if (Number(actual) is not { } got) return "not a number";
            var error = Math.Abs(wanted - got);
            // Written so that a NaN on either side is never within tolerance.
            return error <= options.FloatAbsoluteTolerance || error <= options.FloatRelativeTolerance * Math.Abs(wanted)
                ? null
                : "number outside the tolerance";
        }

        var same = options.CaseSensitive ? expected.SequenceEqual(actual) : EqualsIgnoringAsciiCase(expected, actual);
        return same ? null : "differs";
    }

    /// <summary>As strcasecmp(3) in the C locale: ASCII letters fold, any other byte must be the same.</summary>
    private static bool EqualsIgnoringAsciiCase(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        if (x.Length != y.Length) return false;
        for (var i = 0; i < x.Length; i++)
        {
            if (x[i] != y[i] && !(char.IsAsciiLetter((char)x[i]) && (x[i] | 0x20) == (y[i] | 0x20))) return false;
        }

        return true;
    }

    /// <summary>A finite number as strtod(3) reads it; "nan" and "inf" are words to us, or an infinite answer would accept anything.</summary>
    private static double? Number(ReadOnlySpan<byte> token) =>
        !token.Contains((byte)0) && double.TryParse(token, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;

    private static ReadOnlySpan<byte> Space(ReadOnlySpan<byte> text, ref int at)
    {
        var start = at;
        while (at < text.Length && IsSpace(text[at])) at++;
        return text[start..at];
    }

    private static ReadOnlySpan<byte> Token(ReadOnlySpan<byte> text, ref int at)
    {
        var start = at;
        while (at < text.Length && !IsSpace(text[at])) at++;
        return text[start..at];
    }

    private static bool IsSpace(byte b) => b is (byte)' ' or >= 9 and <= 13;

    private static CheckResult Differs(Verdict verdict, int line, int token, string how, string? expected, string? actual)
    {
        var place = $"line {line.ToString(CultureInfo.InvariantCulture)}, token {token.ToString(CultureInfo.InvariantCulture)}: {how}";
        var quotes = string.Join(", ", new[] { expected is null ? null : $"expected {expected}", actual is null ? null : $"got {actual}" }.OfType<string>());
        return new CheckResult(verdict, quotes.Length == 0 ? place : $"{place} ({quotes})", place);
    }

    private static string Quote(ReadOnlySpan<byte> token) =>
        $"\"{Encoding.UTF8.GetString(token[..Math.Min(token.Length, QuotedLength)])}{(token.Length > QuotedLength ? "…" : "")}\"";
}
