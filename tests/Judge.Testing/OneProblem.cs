namespace Judge.Testing;

/// <summary>A folder for <c>Judge__ProblemsPath</c> that holds a-plus-b alone: a server starts sooner without the others.</summary>
public static class OneProblem
{
    /// <param name="directory">Where it is made.</param>
    /// <param name="secretCases">How many of its secret cases are taken: where a test is not about them, each costs a process for every submission.</param>
    /// <returns>The folder.</returns>
    public static string In(string directory, int secretCases)
    {
        const string Slug = "a-plus-b";
        var (from, to) = (Repository.Problem(Slug), Path.Combine(directory, "problems"));
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(from, file);
            // 01-zeros.in and its answer, and so on.
            if (name.StartsWith("data/secret/", StringComparison.Ordinal) && int.TryParse(Path.GetFileName(name).Split('-')[0], out var number) && number > secretCases) continue;
            var copy = Path.Combine(to, Slug, name);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return to;
    }
}
