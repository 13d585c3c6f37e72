using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>A Polygon statement as Markdown: from its sections, else from problem-properties.json, else from the whole TeX file.</summary>
internal static class PolygonStatement
{
    private const int Largest = 1 << 20;
    private static readonly (string Section, string? Heading)[] Sections =
        [("legend", null), ("input", "Input"), ("output", "Output"), ("interaction", "Interaction"), ("scoring", "Scoring"), ("notes", "Notes")];

    public static void Convert(Conversion conversion, XElement xml)
    {
        var tex = PolygonConverter.Preferred(xml.Elements("statements").Elements("statement").Where(s => s.Attribute("type")?.Value is null or "application/x-tex"));
        var language = tex?.Attribute("language")?.Value ?? "english";
        var text = Assemble(section => Read(conversion, $"statement-sections/{language}/{section}.tex"));
        if (text.Length == 0 && Properties(conversion, $"statements/{language}/problem-properties.json") is { } properties) text = Assemble(properties.GetValueOrDefault);
        if (text.Length == 0 && tex?.Attribute("path")?.Value is { } path && Read(conversion, path) is { } whole) text = TexMarkdown.Convert(whole);
        if (text.Length == 0) conversion.Note("there is no statement in TeX; the problem has none here");
        else conversion.Write("statement/problem.en.md", text);
    }

    private static string Assemble(Func<string, string?> section)
    {
        var text = new StringBuilder();
        foreach (var (name, heading) in Sections)
        {
            if (section(name) is not { } tex || TexMarkdown.Convert(tex) is not { Length: > 0 } markdown) continue;
            if (heading is not null) text.Append("\n## ").Append(heading).Append("\n\n");
            text.Append(markdown);
        }

        return text.ToString();
    }

    private static string? Read(Conversion conversion, string name) =>
        conversion.TryFind(name) is { } path && new FileInfo(path).Length <= Largest ? File.ReadAllText(path) : null;

    private static Dictionary<string, string>? Properties(Conversion conversion, string name)
    {
        if (Read(conversion, name) is not { } json) return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object ? null : document.RootElement.EnumerateObject()
                .Where(p => p.Value.ValueKind == JsonValueKind.String).GroupBy(p => p.Name, StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.First().Value.GetString()!, StringComparer.Ordinal);
        }
        catch (JsonException e)
        {
            conversion.Fault(Conversion.At(name, (e.LineNumber ?? 0) + 1), "is not JSON");
            return null;
        }
        catch (InvalidOperationException)
        {
            conversion.Fault(name, "holds half of a surrogate pair");
            return null;
        }
    }
}
