using System.Text;

namespace Judge.Worker.Languages;

/// <summary>
/// Java wants a file to be named after its public class, and to be told which class has <c>main</c>. Both are read off the source by a
/// scan of its tokens, comments and texts left out: people paste programs as their own tools have named them.
/// </summary>
/// <param name="Public">The public type of the file; null: there is none.</param>
/// <param name="WithMain">The type that is run; null: none has a method main of its own.</param>
/// <param name="Package">Of the file; null: none.</param>
internal sealed record JavaNames(string? Public, string? WithMain, string? Package)
{
    private const string Usual = "Main";

    /// <summary>In bytes. A longer one is no name for a file in a box: it is left to the compiler to refuse.</summary>
    private const int LongestName = 100;

    /// <summary>The language with the names that this source must have.</summary>
    public static Language Fit(Language language, string source)
    {
        var names = Of(source);
        if (names.Public is null or Usual && names.WithMain is null or Usual && names.Package is null) return language;
        var file = names.Public is null ? language.SourceFile : $"{names.Public}.java";
        return names.Fit(language, [file], file);
    }

    /// <summary>The language with the names of a program of several files.</summary>
    /// <param name="language">Java.</param>
    /// <param name="sources">What is compiled.</param>
    /// <param name="sourceFile">The one of these names.</param>
    public Language Fit(Language language, IReadOnlyList<string> sources, string sourceFile)
    {
        var type = $"{(Package is null ? "" : $"{Package}.")}{WithMain ?? Usual}";
        return language.WithSource(sourceFile, sources) with
        {
            Artifact = language.Artifact is { } artifact ? artifact with { File = $"{type.Replace('.', '/')}.class" } : null,
            Run = [.. language.Run.Select(word => word == Usual ? type : word)],
        };
    }

    public static JavaNames Of(string source)
    {
        var (tokens, types) = (Tokens(source), new List<(string Name, bool Public, bool Main)>());
        string? package = null;
        var (depth, isPublic) = (0, false);
        for (var i = 0; i < tokens.Count; i++)
        {
            string At(int next) => i + next < tokens.Count ? tokens[i + next] : "";
            switch (tokens[i])
            {
                case "{" or "(":
                    depth++;
                    break;
                case ")":
                    depth--;
                    break;
                case "}":
                    depth--;
                    isPublic = isPublic && depth > 0;
                    break;
                case ";" when depth == 0:
                    isPublic = false;
                    break;
                case "public" when depth == 0:
                    isPublic = true;
                    break;
                case "package" when depth == 0 && package is null:
                    package = string.Concat(tokens.Skip(i + 1).TakeWhile(t => t != ";"));
                    break;
                case "class" or "interface" or "enum" when depth == 0 && IsName(At(1)):
                case "record" when depth == 0 && IsName(At(1)) && At(2) is "(" or "<":
                    types.Add((At(1), isPublic, false));
                    isPublic = false;
                    break;
                case "main" when depth == 1 && types.Count > 0 && At(1) == "(" && i > 0 && tokens[i - 1] == "void":
                    types[^1] = types[^1] with { Main = true };
                    break;
            }
        }

        var (shown, able) = (types.Find(t => t.Public), types.Where(t => t.Main).ToList());
        // The public one, as a file's name says it elsewhere; then the usual name; then whatever can be run.
        var main = able.Find(t => t.Public).Name ?? able.Find(t => t.Name == Usual).Name ?? able.FirstOrDefault().Name;
        return new JavaNames(shown.Name, main, package is { Length: > 0 } && Encoding.UTF8.GetByteCount(package) <= LongestName && package.Split('.').All(IsName) ? package : null);
    }

    private static bool IsName(string token) => token.Length > 0 && Encoding.UTF8.GetByteCount(token) <= LongestName && (char.IsLetter(token[0]) || token[0] is '_' or '$');

    /// <summary>Words and single signs.</summary>
    private static List<string> Tokens(string source)
    {
        var tokens = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < source.Length; i++)
        {
            var rest = source.AsSpan(i);
            if (char.IsLetterOrDigit(rest[0]) || rest[0] is '_' or '$')
            {
                word.Append(rest[0]);
                continue;
            }

            if (word.Length > 0) tokens.Add(word.ToString());
            word.Clear();
            if (rest.StartsWith("//")) i += Until(rest, "\n", from: 2);
            else if (rest.StartsWith("/*")) i += Until(rest, "*/", from: 2) + 1;
            else if (rest.StartsWith("\"\"\"")) i += UntilQuote(rest, "\"\"\"");
            else if (rest[0] is '"' or '\'') i += UntilQuote(rest, rest[..1]);
            else if (!char.IsWhiteSpace(rest[0])) tokens.Add(rest[..1].ToString());
        }

        if (word.Length > 0) tokens.Add(word.ToString());
        return tokens;
    }

    /// <summary>Where it ends; the text's end when it does not.</summary>
    private static int Until(ReadOnlySpan<char> text, string end, int from) => text[from..].IndexOf(end) is >= 0 and var at ? from + at : text.Length;

    /// <summary>The last character of a literal, in which a backslash takes the next character's meaning away.</summary>
    private static int UntilQuote(ReadOnlySpan<char> text, ReadOnlySpan<char> quote)
    {
        for (var i = quote.Length; i < text.Length; i++)
        {
            if (text[i] == '\\') i++;
            else if (text[i..].StartsWith(quote)) return i + quote.Length - 1;
            else if (text[i] == '\n' && quote.Length == 1) return i;
        }

        return text.Length;
    }
}
