using System.Globalization;
using System.Text;

namespace Judge.Benchmarks.Push;

/// <summary>A bar of a plot.</summary>
/// <param name="Name">To the left of it.</param>
/// <param name="Value">Its length.</param>
/// <param name="Tail">Drawn lighter behind it, and longer; null for none.</param>
internal sealed record Bar(string Name, double Value, double? Tail);

/// <summary>Horizontal bars on logarithmic axes as SVG. Its colours follow the reader's light or dark scheme.</summary>
internal sealed class BarPlot(string title)
{
    private const int Left = 170, Width = 720, Right = 110, Row = 22, Thick = 14;
    private readonly StringBuilder _body = new();
    private int _y = 30;

    public BarPlot Panel(string heading, IReadOnlyList<Bar> bars)
    {
        var shown = bars.SelectMany(b => (double?[])[b.Value, b.Tail]).OfType<double>().Where(v => v > 0).ToList();
        var (least, most) = (Math.Floor(Math.Log10(shown.Min()) - 0.01), Math.Ceiling(Math.Log10(shown.Max())));
        _y += 30;
        Text(10, _y, "start", heading, "heading");
        _y += 14;
        var (top, bottom) = (_y, _y + (bars.Count * Row));
        for (var power = least; power <= most; power++)
        {
            var x = X(Math.Pow(10, power));
            Add($"""<line class="grid" x1="{x:0.#}" x2="{x:0.#}" y1="{top}" y2="{bottom}"/>""");
            Text(x, bottom + 14, "middle", Math.Pow(10, power).ToString("#,0.###", CultureInfo.InvariantCulture), "axis");
        }

        foreach (var bar in bars)
        {
            Text(Left - 8, _y + 15, "end", bar.Name, "name");
            if (bar.Tail is { } tail) Box(tail, "tail");
            Box(bar.Value, "bar");
            var end = X(Math.Max(bar.Value, bar.Tail ?? 0));
            Text(end + 6, _y + 15, "start", bar.Tail is { } p ? $"{Number(bar.Value)}, {Number(p)}" : Number(bar.Value), "value");
            _y += Row;
        }

        _y = bottom + 18;
        return this;

        double X(double value) => value <= 0 ? Left : Left + ((Width - Left - Right) * (Math.Max(Math.Log10(value), least) - least) / (most - least));

        void Box(double value, string kind) =>
            Add($"""<rect class="{kind}" x="{Left}" y="{_y + ((Row - Thick) / 2)}" width="{X(value) - Left:0.#}" height="{Thick}"/>""");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $$"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{Width}} {{_y + 10}}" role="img" font-family="system-ui, sans-serif" font-size="12">
        <title>{{title}}</title>
        <style>
        text { fill: #24292f } .heading { font-weight: 600 } .title { font-weight: 600; font-size: 15px } .axis { fill: #6e7781; font-size: 11px }
        .grid { stroke: #d0d7de } .bar { fill: #0969da } .tail { fill: #0969da; opacity: 0.3 }
        @media (prefers-color-scheme: dark) {
        text { fill: #e6edf3 } .axis { fill: #8b949e } .grid { stroke: #30363d } .bar, .tail { fill: #4493f8 }
        }
        </style>
        <text class="title" x="10" y="26">{{title}}</text>
        {{_body}}</svg>

        """);

    private void Text(double x, double y, string anchor, string text, string kind) =>
        Add($"""<text class="{kind}" x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}">{text}</text>""");

    private void Add(FormattableString element) => _body.Append(FormattableString.Invariant(element)).Append('\n');

    private static string Number(double value) => value.ToString(value is 0 or >= 10 ? "#,0" : "0.0", CultureInfo.InvariantCulture);
}
