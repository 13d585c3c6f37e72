namespace Judge.Benchmarks.Push;

/// <summary>A table of words, as aligned text and as Markdown; the first column is to the left, the others to the right.</summary>
internal sealed class Table(params string[] head)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public IEnumerable<string> Text()
    {
        var widths = head.Select((h, i) => _rows.Select(r => r[i].Length).Append(h.Length).Max()).ToList();
        return _rows.Prepend(head).Select(r => string.Join("  ", r.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd());
    }

    public IEnumerable<string> Markdown() =>
        _rows.Select(Line).Prepend($"|{string.Concat(head.Select((_, i) => i == 0 ? "---|" : "---:|"))}").Prepend(Line(head));

    private static string Line(string[] cells) => $"| {string.Join(" | ", cells)} |";
}
