namespace Judge.Testing;

/// <summary>A folder for <c>Judge__ProblemsPath</c> with some of the problems that ship: a server that has all of them to read starts seconds later.</summary>
public static class SomeProblems
{
    /// <param name="directory">Where it is made.</param>
    /// <param name="slugs">Which; none: a-plus-b.</param>
    /// <returns>The folder.</returns>
    public static string In(string directory, params string[] slugs)
    {
        var to = Path.Combine(directory, "problems");
        foreach (var slug in slugs.Length > 0 ? slugs : ["a-plus-b"]) Copy(slug, to, _ => true);
        return to;
    }

    /// <summary>a-plus-b with its two samples and so many of its secret cases: where a test is not about them, each costs a process for every submission.</summary>
    /// <param name="directory">Where it is made.</param>
    /// <param name="secretCases">How many.</param>
    /// <returns>The folder.</returns>
    public static string WithFewCases(string directory, int secretCases)
    {
        var to = Path.Combine(directory, "problems");
        // 01-zeros.in and its answer, and so on.
        Copy("a-plus-b", to, name => !name.StartsWith("data/secret/", StringComparison.Ordinal) || !int.TryParse(Path.GetFileName(name).Split('-')[0], out var number) || number <= secretCases);
        return to;
    }

    private static void Copy(string slug, string to, Func<string, bool> wanted)
    {
        var from = Repository.Problem(slug);
        foreach (var name in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(from, f)).Where(wanted))
        {
            var copy = Path.Combine(to, slug, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(from, name), copy);
        }
    }
}
