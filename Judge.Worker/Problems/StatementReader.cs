using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Finds a package's statement, in English when there is one, and its name.</summary>
internal sealed partial class StatementReader(PackageFiles files)
{
    private const int LargestShown = 1024 * 1024;
    private static readonly string[] Folders = ["statement", "problem_statement"];

    /// <summary>Markdown; empty when there is none in a form that can be shown.</summary>
    public string Read()
    {
        if (Find() is not { } file)
        {
            foreach (var pdf in Folders.SelectMany(f => files.Below(f).Select(name => $"{f}/{name}")).Prepend("problem.pdf").Where(f => f.EndsWith(".pdf", StringComparison.Ordinal) && StatementPattern().IsMatch(f)))
            {
                if (File.Exists(files.Path(pdf))) files.Warn(pdf, "a statement as PDF cannot be shown, and there is no other: users see an empty one; write statement/problem.en.md or .tex");
            }

            return "";
        }

        var text = Text(file);
        return file.EndsWith(".tex", StringComparison.Ordinal) ? TexMarkdown.Convert(text) : text;
    }

    /// <param name="yaml">problem.yaml.</param>
    /// <param name="version">Its format: in the legacy one the statement may say the name.</param>
    /// <param name="otherwise">What a problem is called that does not say.</param>
    public string Title(YamlMappingNode yaml, FormatVersion version, string otherwise)
    {
        yaml.Children.TryGetValue("name", out var name);
        var title = name is YamlMappingNode languages ? languages.Scalar("en") ?? (languages.Children.FirstOrDefault().Value as YamlScalarNode)?.Value : (name as YamlScalarNode)?.Value;
        if (!string.IsNullOrWhiteSpace(title) && yaml.Says("name")) return title;
        if (version == FormatVersion.Legacy && name is null or YamlScalarNode) return FromTex() ?? otherwise;
        files.Fault("problem.yaml", name is null ? "name is missing" : "name is empty");
        return "";
    }

    private string? FromTex()
    {
        if (Find() is not { } file || !file.EndsWith(".tex", StringComparison.Ordinal)) return null;
        var text = Text(file);
        var plain = PlainNamePattern().Match(text);
        var name = plain.Success ? plain.Groups["name"].Value.Trim() : TexMarkdown.NameOf(text);
        return name.Length > 0 ? name : null;
    }

    private string Text(string file)
    {
        var info = new FileInfo(files.Path(file));
        if (info.Length <= LargestShown) return File.ReadAllText(info.FullName);
        if (!files.Faults.Any(f => f.StartsWith(file, StringComparison.Ordinal))) files.Fault(file, $"is larger than {LargestShown / 1024} KiB");
        return "";
    }

    /// <summary>English, then without a language, which is English, then any other; Markdown before TeX.</summary>
    private string? Find()
    {
        var there = Folders.SelectMany(f => files.Below(f).Select(name => $"{f}/{name}")).Where(f => StatementPattern().Match(f) is { Success: true } match && match.Groups["type"].Value != "pdf").ToList();
        return there.MinBy(f => StatementPattern().Match(f) is var m && m.Groups["language"].Value is var language
            ? ((language is "" or "en" ? 0 : 1, language is "" or "en" ? "" : language, m.Groups["type"].Value, language == "en" ? 0 : 1, f.StartsWith("statement/", StringComparison.Ordinal) ? 0 : 1))
            : default);
    }

    [GeneratedRegex(@"^((statement|problem_statement)/)?problem(\.(?<language>[A-Za-z]{2,3}(-[A-Za-z]{2,4})?))?\.(?<type>md|tex|pdf)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StatementPattern();

    [GeneratedRegex(@"%%\s*plainproblemname:(?<name>[^\n]*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PlainNamePattern();
}
