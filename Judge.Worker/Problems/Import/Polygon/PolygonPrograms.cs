using System.Xml.Linq;
using Judge.Worker.Languages;

namespace Judge.Worker.Problems.Import.Polygon;

/// <summary>Checker, interactor, validators and solutions of a Polygon package.</summary>
internal static class PolygonPrograms
{
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
        Extras(conversion, xml);
        if (assets?.Element("interactor") is { } interactor)
        {
            Interactor(conversion, xml, interactor, headers, header.Scoring);
            return Program(conversion, interactor, "output_validators/interactor", headers) ? header with { Validation = "custom interactive", Testlib = true } : header;
        }

        if (assets?.Element("checker") is not { } checker)
        {
            conversion.Note("there is no checker: tokens are compared");
            return header;
        }

        var place = Conversion.At(PolygonConverter.File, checker.Line());
        if (checker.Attribute("type") is { Value: not "testlib" } type) conversion.Fault(place, $"checkers of type '{type.Value}' are not supported, only testlib");
        var path = Source(checker) is { } source ? conversion.TryFind(source.Path) : null;
        var text = path is null ? null : CppText.Read(path);
        if (StandardCheckers.Name(checker, path) is { } name)
        {
            if (StandardCheckers.Flags(name, text) is { } flags) return flags.Length > 0 ? header with { ValidatorFlags = flags } : header;
            if (path is null)
            {
                conversion.Fault(place, $"the checker std::{name}.cpp is not known here, and its source is not in the package: take a full package, which has it");
                return header;
            }
        }

        if (text is not null) Points(conversion, xml, checker, text, header.Scoring);
        return Program(conversion, checker, "output_validators/checker", headers) ? header with { Validation = "custom", Testlib = true } : header;
    }

    /// <summary>An interactor alone decides here. What it writes for the checker after it (testlib's tout, its second argument) says that it does not on Polygon.</summary>
    private static void Interactor(Conversion conversion, XElement xml, XElement interactor, List<string> headers, bool scoring)
    {
        var place = Conversion.At(PolygonConverter.File, interactor.Line());
        var path = Source(interactor) is { } source ? conversion.TryFind(source.Path) : null;
        List<string> texts = [.. headers.Where(h => Path.GetFileName(h) != "testlib.h").Prepend(path).OfType<string>().Select(CppText.Read)];
        if (texts.Exists(CppText.WritesOutput))
            conversion.Fault(place, "the interactor writes a file for the checker after it (tout), and no checker runs after an interactor here: let the interactor itself decide (quitf) and write nothing");
        else if (xml.Elements("assets").Elements("checker").Any()) conversion.Note("the checker is left out: the interactor's exit code decides, and it writes nothing that a checker could look at");
        Points(conversion, xml, interactor, string.Join('\n', texts), scoring);
    }

    /// <summary>Points that a program gives must be such as a test here may have.</summary>
    private static void Points(Conversion conversion, XElement xml, XElement program, string text, bool scoring)
    {
        if (!CppText.GivesPoints(text)) return;
        var what = $"the {program.Name.LocalName} gives points (quitp, _points, _pc or _partially), and";
        if (!scoring) conversion.Fault(Conversion.At(PolygonConverter.File, program.Line()), $"{what} no test is worth any: enable points for the tests in Polygon");
        else if (xml.Element("judging") is { } judging && PolygonTests.MainSet(judging) is { } set && PolygonGroups.AnyEarnTogether(set))
            conversion.Fault(Conversion.At(PolygonConverter.File, program.Line()), $"{what} there is a complete-group of several tests: give each of its tests a group of its own, or use each-test");
    }

    /// <summary>What else has a part in the judging.</summary>
    private static void Extras(Conversion conversion, XElement xml)
    {
        foreach (var file in xml.Elements("files").Elements("resources").Elements("file").Where(f => f.Elements("assets").Elements("asset").Any(a => "SOLUTION".Equals(a.Attribute("name")?.Value, StringComparison.OrdinalIgnoreCase))))
        {
            conversion.Fault(
                Conversion.At(PolygonConverter.File, file.Line()),
                $"{file.Attribute("path")?.Value} goes with every solution (a grader): that is not supported; a function problem has a signature.json here (docs/function-problems.md), else programs must stand alone");
        }

        foreach (var scorer in xml.Elements("assets").Elements("scorer"))
            conversion.Fault(Conversion.At(PolygonConverter.File, scorer.Line()), "a scorer is not supported: give the tests or groups points");
    }

    private static void Validators(Conversion conversion, XElement? assets, List<string> headers)
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
    private static bool Program(Conversion conversion, XElement element, string folder, List<string> headers)
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
}
