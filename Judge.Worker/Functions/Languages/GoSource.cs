using System.Text.RegularExpressions;

namespace Judge.Worker.Functions.Languages;

/// <summary>Makes a file of a package out of what the user wrote: without a package clause and, as on LeetCode, without imports of the usual packages.</summary>
internal static partial class GoSource
{
    public const string File = "solution.go";

    private static readonly string[] Keywords =
    [
        "break", "case", "chan", "const", "continue", "default", "defer", "else", "fallthrough", "for", "func", "go", "goto", "if", "import", "interface", "map", "package",
        "range", "return", "select", "struct", "switch", "type", "var",
    ];

    /// <summary>What is imported when it is used, and something of it, for an import that is not used is an error.</summary>
    private static readonly (string Path, string Member)[] Usual =
    [
        ("bufio", "NewReader"), ("bytes", "Equal"), ("container/heap", "Init"), ("container/list", "New"), ("container/ring", "New"), ("errors", "New"), ("fmt", "Print"),
        ("math", "Abs"), ("math/big", "NewInt"), ("math/bits", "Len"), ("math/rand", "Int"), ("os", "Exit"), ("reflect", "DeepEqual"), ("regexp", "MustCompile"),
        ("sort", "Ints"), ("strconv", "Itoa"), ("strings", "Repeat"), ("sync", "NewCond"), ("time", "Now"), ("unicode", "IsDigit"), ("unicode/utf8", "RuneLen"),
    ];

    /// <summary>What is added stands before the first line and after the last one; a line directive gives the compiler the user's own lines and columns.</summary>
    public static string Complete(string source)
    {
        var code = NoCode().Replace(source, " ");
        if (PackageClause().IsMatch(code)) return source;
        var missing = Usual.Where(p => IsMissing(p.Path, source, code)).ToArray();
        var imports = string.Concat(missing.Select(p => $"import \"{p.Path}\";"));
        var uses = string.Join(", ", missing.Select(p => $"{Last(p.Path)}.{p.Member}"));
        var end = missing.Length == 0 ? "" : $"\n/*line {File}:{source.AsSpan().Count('\n') + 1}:1*/var {string.Join(", ", missing.Select(_ => "_"))} = {uses}\n";
        return $"package main;{imports}/*line {File}:1:1*/{source}{end}";
    }

    /// <summary>As a name of a parameter.</summary>
    public static string Safe(string name) => Keywords.Contains(name, StringComparer.Ordinal) ? $"{name}_" : name;

    private static bool IsMissing(string path, string source, string code)
    {
        var name = Last(path);
        return Regex.IsMatch(code, $@"(?<![\w.]){name}\.[A-Z]", RegexOptions.None, Patience)
            && !Regex.IsMatch(code, $@"\b(?:func|var|type|const)\s+{name}\b", RegexOptions.None, Patience)
            && !Regex.IsMatch(source, $@"""(?:[\w.-]+/)*{name}""|\b{name}\s+""", RegexOptions.None, Patience);
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Comments and literals.</summary>
    [GeneratedRegex("""//[^\n]*|/\*[\s\S]*?\*/|"(?:\\.|[^"\\\n])*"|`[^`]*`|'(?:\\.|[^'\\\n])+'""", RegexOptions.NonBacktracking, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoCode();

    [GeneratedRegex(@"^\s*package\s", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PackageClause();
}
