using System.Xml;
using System.Xml.Linq;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>Reads XML that a stranger wrote: no DTD and with it no entities, nothing fetched, bounded in size and depth.</summary>
internal static class SafeXml
{
    private const int Largest = 4 << 20, Deepest = 50;

    /// <exception cref="PackageException">It is not XML, or made to break its reader; with the line.</exception>
    public static XElement Read(string path, string name)
    {
        try
        {
            using (var reader = Reader(path))
            {
                while (reader.Read())
                {
                    if (reader.Depth > Deepest) throw new XmlException("it is nested too deeply", null, Line(reader), 0);
                }
            }

            using var again = Reader(path);
            return XDocument.Load(again, LoadOptions.SetLineInfo).Root!;
        }
        catch (XmlException e)
        {
            throw new PackageException($"{Conversion.At(name, Math.Max(1, e.LineNumber))}: is not XML that we can read: {e.Message}");
        }
    }

    public static int Line(this XObject node) => ((IXmlLineInfo)node).LineNumber;

    private static int Line(XmlReader reader) => ((IXmlLineInfo)reader).LineNumber;

    private static XmlReader Reader(string path) => XmlReader.Create(
        path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Largest, MaxCharactersFromEntities = 1024 });
}
