using System.Globalization;
using System.Xml.Linq;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>A full package of Codeforces' Polygon: problem.xml says where everything is.</summary>
internal static class PolygonConverter
{
    public const string File = "problem.xml";
    private const double Mebibyte = 1024 * 1024;

    /// <exception cref="PackageException">With every fault found.</exception>
    public static ImportedPackage Convert(Conversion conversion, string slug)
    {
        var xml = SafeXml.Read(Path.Combine(conversion.Source, File), File);
        var judging = xml.Element("judging");
        if (xml.Name.LocalName != "problem" || judging is null)
        {
            conversion.Fault(Conversion.At(File, xml.Line()), "must be a <problem> with <judging> in it");
            return conversion.Finish(PackageFormat.Polygon, null);
        }

        Manner(conversion, xml, judging);
        var scoring = PolygonTests.Convert(conversion, judging, validated: xml.Elements("assets").Elements("validators").Elements("validator").Any());
        var header = Limits(conversion, judging, new ProblemYaml(Name(xml) ?? slug) { Scoring = scoring, Keywords = Tags(xml) });
        header = PolygonPrograms.Convert(conversion, xml, header);
        PolygonStatement.Convert(conversion, xml);
        conversion.Write("problem.yaml", header.Text());
        return conversion.Finish(PackageFormat.Polygon, PackageImport.Slug(xml.Attribute("short-name")?.Value ?? ""));
    }

    /// <summary>In English when there is such a one.</summary>
    public static XElement? Preferred(IEnumerable<XElement> elements)
    {
        var list = elements.ToList();
        return list.Find(e => e.Attribute("language")?.Value == "english") ?? list.FirstOrDefault();
    }

    /// <summary>How programs are run: once for each test, with standard input and output.</summary>
    private static void Manner(Conversion conversion, XElement xml, XElement judging)
    {
        foreach (var attribute in judging.Attributes())
        {
            var fault = (attribute.Name.LocalName, attribute.Value.Trim()) switch
            {
                ("input-file" or "output-file", { Length: > 0 } file) => $"is '{file}': programs read standard input and write standard output here",
                ("run-count", not "1") => $"is '{attribute.Value}': a program is run once for each test here, and problems of several runs are not supported",
                ("treat-points-from-checker-as-percent", "true") => "is true: let the checker give points themselves, or a share of them (_pc)",
                _ => null,
            };
            if (fault is not null) conversion.Fault(Conversion.At(File, judging.Line()), $"{attribute.Name.LocalName} {fault}");
        }

        foreach (var tag in xml.Elements("tags").Elements("tag").Where(t => t.Attribute("value")?.Value == "run-twice"))
            conversion.Fault(Conversion.At(File, tag.Line()), "the tag run-twice says that programs are run twice for each test, which is not supported");
    }

    private static string? Name(XElement xml) => Preferred(xml.Elements("names").Elements("name"))?.Attribute("value")?.Value is { Length: > 0 } name ? name : null;

    private static string[] Tags(XElement xml) =>
        [.. xml.Elements("tags").Elements("tag").Select(t => t.Attribute("value")?.Value.Trim().Replace(' ', '-') ?? "").Where(t => t.Length > 0 && !t.StartsWith('*'))];

    private static ProblemYaml Limits(Conversion conversion, XElement judging, ProblemYaml header)
    {
        var tests = PolygonTests.MainSet(judging);
        if (tests?.Element("time-limit") is { } time)
        {
            if (int.TryParse(time.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && ms is >= 50 and <= 60_000) header = header with { TimeLimitSeconds = ms / 1000.0 };
            else conversion.Fault(Conversion.At(File, time.Line()), "time-limit must be milliseconds between 50 and 60000");
        }

        if (tests?.Element("memory-limit") is { } memory)
        {
            if (!long.TryParse(memory.Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) || bytes / Mebibyte is < 1 or > LimitsReader.LargestMemoryMb)
                conversion.Fault(Conversion.At(File, memory.Line()), $"memory-limit must be bytes between 1 and {LimitsReader.LargestMemoryMb} MiB");
            else header = header with { MemoryMb = Math.Max(LimitsReader.SmallestMemoryMb, (int)Math.Ceiling(bytes / Mebibyte)) };
            if (bytes is > 0 and < LimitsReader.SmallestMemoryMb << 20) conversion.Note($"the memory limit is {LimitsReader.SmallestMemoryMb} MiB, the least there is here");
        }

        // Polygon has no limit of its own; ours would fail right programs where twice the largest answer is more.
        var output = (int)Math.Ceiling(2 * conversion.LargestAnswer / Mebibyte);
        if (output > 2 * LimitsReader.LargestOutputMb) conversion.Fault(File, $"the largest answer is longer than the {LimitsReader.LargestOutputMb} MiB that a program may print here");
        return output > LimitsReader.DefaultOutputMb ? header with { OutputMb = Math.Min(output, LimitsReader.LargestOutputMb) } : header;
    }
}
