using System.Text.RegularExpressions;
using System.Xml.Linq;
using Judge.Worker.Languages;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>Checker, interactor, validators and solutions of a Polygon package.</summary>
internal static partial class PolygonPrograms
{
    /// <summary>Testlib's own checkers that the default validator judges alike, with its flags. Those that look at lines (lcmp, fcmp, …) are not among them.</summary>
    private static readonly Dictionary<string, string> Standard = new(StringComparer.Ordinal)
    {
        ["wcmp"] = "case_sensitive",
        ["ncmp"] = "case_sensitive",
        ["icmp"] = "case_sensitive",
        ["hcmp"] = "case_sensitive",
        ["yesno"] = "",
        ["nyesno"] = "",
        ["rcmp4"] = "float_tolerance 1e-4",
        ["rcmp6"] = "float_tolerance 1e-6",
        ["rcmp9"] = "float_tolerance 1e-9",
        ["rcmp"] = "float_absolute_tolerance 1.5e-6",
        ["dcmp"] = "float_tolerance 1e-6",
        ["acmp"] = "float_absolute_tolerance 1.5e-6",
    };

    /// <summary>Folder and verdicts of a solution's tag; no folder: it is left out.</summary>
    private static readonly Dictionary<string, (string? Folder, string? Permitted)> Tags = new(StringComparer.Ordinal)
    {
        ["main"] = ("accepted", null),
        ["accepted"] = ("accepted", null),
        ["wrong-answer"] = ("wrong_answer", null),
        ["presentation-error"] = ("presentation_error", "WA, PE"),
        ["time-limit-exceeded"] = ("time_limit_exceeded", null),
        ["memory-limit-exceeded"] = ("memory_limit_exceeded", "MLE, RTE"),
        ["time-limit-exceeded-or-accepted"] = ("mixed", "AC, TLE"),
        ["time-limit-exceeded-or-memory-limit-exceeded"] = ("mixed", "TLE, MLE"),
        ["rejected"] = ("rejected", null),
        ["failed"] = ("rejected", null),
        ["do-not-run"] = (null, null),
    };

    public static ProblemYaml Convert(Conversion conversion, XElement xml, ProblemYaml header)
    {
        var assets = xml.Element("assets");
        var headers = Headers(conversion, xml);
        Validators(conversion, assets, headers);
        Solutions(conversion, assets);
        var interactor = assets?.Element("interactor");
        if (interactor is not null)
        {
            if (assets?.Element("checker") is { } after && StandardName(conversion, after) is null)
                conversion.Note("the checker is left out: the interactor alone decides");
            return Program(conversion, interactor, "output_validators/interactor", headers) ? header with { Validation = "custom interactive", Testlib = true } : header;
        }

        if (assets?.Element("checker") is not { } checker)
        {
            conversion.Note("there is no checker: tokens are compared");
            return header;
        }

        if (checker.Attribute("type") is { Value: not "testlib" } type) conversion.Fault(Conversion.At(PolygonConverter.File, checker.Line()), $"checkers of type '{type.Value}' are not supported, only testlib");
        if (StandardName(conversion, checker) is { } name && Standard.TryGetValue(name, out var flags)) return flags.Length > 0 ? header with { ValidatorFlags = flags } : header;
        return Program(conversion, checker, "output_validators/checker", headers) ? header with { Validation = "custom", Testlib = true } : header;
    }

    /// <summary>Which of testlib's own it is: by its name, or what the first lines of its source call it.</summary>
    private static string? StandardName(Conversion conversion, XElement checker)
    {
        if (StandardMarker().Match(checker.Attribute("name")?.Value ?? "") is { Success: true } named) return named.Groups["name"].Value;
        if (checker.Attribute("name") is not null || Source(checker) is not { } source || conversion.TryFind(source.Path) is not { } path) return null;
        return StandardMarker().Match(string.Join('\n', File.ReadLines(path).Take(10))) is { Success: true } marked ? marked.Groups["name"].Value : null;
    }

    private static void Validators(Conversion conversion, XElement? assets, IReadOnlyList<string> headers)
    {
        var index = 0;
        foreach (var validator in assets?.Elements("validators").Elements("validator") ?? [])
            Program(conversion, validator, $"input_validators/validator{(++index == 1 ? "" : index.ToString(System.Globalization.CultureInfo.InvariantCulture))}", headers);
    }

    private static void Solutions(Conversion conversion, XElement? assets)
    {
        var permitted = new List<string>();
        foreach (var solution in assets?.Elements("solutions").Elements("solution") ?? [])
        {
            var (tag, place) = (solution.Attribute("tag")?.Value ?? "", Conversion.At(PolygonConverter.File, solution.Line()));
            if (Source(solution) is not { } source) continue;
            if (!Tags.TryGetValue(tag, out var expected)) conversion.Note($"{source.Path}: the tag '{tag}' is not known; left out");
            else if (expected.Folder is null) conversion.Note($"{source.Path}: is not to be run; left out");
            else if (source.Type.StartsWith("python.2", StringComparison.Ordinal) || LanguageCatalog.ForFile(source.Path) is null) conversion.Note($"{source.Path}: no language takes it ({source.Type}); left out");
            else if (conversion.Find(source.Path, place) is { } path)
            {
                var name = $"{expected.Folder}/{Path.GetFileName(path)}";
                conversion.Copy(path, $"submissions/{name}");
                if (expected.Permitted is not null) permitted.Add($"{name}: {{permitted: [{expected.Permitted}]}}\n");
            }
        }

        if (permitted.Count > 0) conversion.Write("submissions/submissions.yaml", string.Concat(permitted.Order(StringComparer.Ordinal)));
    }

    /// <summary>A testlib program with what it may include beside it.</summary>
    private static bool Program(Conversion conversion, XElement element, string folder, IReadOnlyList<string> headers)
    {
        var place = Conversion.At(PolygonConverter.File, element.Line());
        if (Source(element) is not { } source)
        {
            conversion.Fault(place, $"the {element.Name.LocalName} has no source");
            return false;
        }

        if (LanguageCatalog.ForFile(source.Path)?.Id is not "cpp")
        {
            conversion.Fault(place, $"the {element.Name.LocalName} {source.Path} is not C++ ({source.Type})");
            return false;
        }

        if (conversion.Find(source.Path, place) is not { } path) return false;
        conversion.Copy(path, $"{folder}/{Path.GetFileName(path)}");
        foreach (var header in headers) conversion.Copy(header, $"{folder}/{Path.GetFileName(header)}");
        return true;
    }

    private static List<string> Headers(Conversion conversion, XElement xml) =>
    [
        .. xml.Elements("files").Elements("resources").Elements("file").Select(f => f.Attribute("path")?.Value ?? "").Append("files/testlib.h")
            .Where(p => Path.GetExtension(p) is ".h" or ".hpp").Distinct(StringComparer.Ordinal).Select(conversion.TryFind).OfType<string>(),
    ];

    private static (string Path, string Type)? Source(XElement element) =>
        element.Element("source") is { } source && source.Attribute("path")?.Value is { Length: > 0 } path ? (path, source.Attribute("type")?.Value ?? "") : null;

    [GeneratedRegex(@"std::(?<name>[a-z0-9]+)\.cpp", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StandardMarker();
}
