using System.Text.RegularExpressions;

namespace Judge.Worker.Languages;

/// <summary>The first line of a script.</summary>
internal static partial class Shebang
{
    /// <summary>Whether a file of Python's is one of Python 2, which no language here is; the legacy package format tells the two apart by this.</summary>
    public static bool IsPython2(string path) => Path.GetExtension(path) == ".py" && Python2().IsMatch(File.ReadLines(path).FirstOrDefault() ?? "");

    [GeneratedRegex("^#!.*python2", RegexOptions.NonBacktracking)]
    private static partial Regex Python2();
}
