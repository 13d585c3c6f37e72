using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Judge.Worker.Problems;

/// <summary>What is wrong with a YAML file, in words for its author and not for the author of its reader.</summary>
internal static class YamlFaults
{
    /// <summary>What the library says, what we do, and whether the place meant is where it stopped rather than where it had begun.</summary>
    private static readonly (string Said, string Meant, bool AtEnd)[] Known =
    [
        ("tab character", "there is a tab, where YAML wants spaces", true),
        ("unexpected end of stream", "the quote that opens here is not closed", false),
        ("wrong indentation", "the quote that opens here is not closed, or what it quotes goes on further to the left", false),
        ("unknown escape character", "a \"…\" has a backslash before a letter that means nothing; '…' takes backslashes as they are", false),
        ("found invalid mapping", "there is a second ': ' in one line, or the line is further to the right than its neighbours; a text with ': ' in it wants quotes", false),
        ("expected ',' or '}'", "a '{' before this is not closed, or a ',' is missing", false),
        ("expected ',' or ']'", "a '[' before this is not closed, or a ',' is missing", false),
        ("'-' indicator", "a list ends here, and what comes is no '- ' at the same place", false),
        ("expected ':'", "a key without ':', or a text that goes on further to the left than it began", false),
        ("did not find expected key", "a key without ':', or a line that is not below its neighbours", false),
        ("cannot start any token", "a text that begins with @, ` or % wants quotes", false),
        ("expected node content", "there is a closing bracket, and nothing was opened", false),
        ("incompatible YAML document", "only YAML 1.1 and 1.2 are read", false),
    ];

    /// <param name="error">What the library threw, which is more than its own exceptions.</param>
    /// <param name="last">The last thing that it read well.</param>
    public static (long Line, string Meant) Of(Exception error, ParsingEvent? last)
    {
        if (error is not YamlException yaml) return (last?.End.Line ?? 1, "a '[' or '{' is not closed here, or a ',' is missing");
        if (yaml.Message.StartsWith("Duplicate key ", StringComparison.Ordinal)) return (yaml.Start.Line, $"'{yaml.Message["Duplicate key ".Length..]}' is there twice");
        var (_, meant, atEnd) = Array.Find(Known, k => yaml.Message.Contains(k.Said, StringComparison.Ordinal));
        return (atEnd ? yaml.End.Line : yaml.Start.Line, meant ?? yaml.Message);
    }
}
