namespace Judge.Worker.Functions;

/// <summary>Why a line is no value of the type that is asked for.</summary>
/// <param name="Line">The line, from 1 on.</param>
/// <param name="Place">Where in it, such as <c>[2][0]</c>; empty: all of it.</param>
/// <param name="What">What is wrong, such as <c>expected integer, got string</c>.</param>
/// <param name="Value">The value that does not fit, as it stands there but no more than its beginning, where <paramref name="What"/> does not have it.</param>
internal sealed record FunctionFault(int Line, string Place, string What, string? Value = null)
{
    /// <summary>For whoever has typed the lines: <c>line 2, [0]: expected integer, got string</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"line {Line}{(Place.Length == 0 ? "" : $", {Place}")}: {What}");

    /// <summary>For whoever knows the line: <c>[0]: expected integer, got string "x"</c>.</summary>
    public string WithValue => $"{(Place.Length == 0 ? "" : $"{Place}: ")}{What}{(Value is null ? "" : $" {Value}")}";
}
