namespace Judge.Worker.Problems;

/// <summary>A talk of an interactive problem that users are shown: <c>data/sample/*.interaction</c>.
/// Source: https://www.kattis.com/problem-package-format/spec/legacy.html, "Interactive problems".</summary>
/// <param name="Name">Such as <c>sample/1</c>.</param>
/// <param name="Text">A line each of what is said: by the judge with &lt; in front, by the program with &gt;; <c>---</c> where another run begins.</param>
internal sealed record SampleInteraction(string Name, string Text)
{
    private const int LargestKb = 64, MostFaults = 10;

    /// <summary>All of them in order of name. Faults: a file that is too large, a line that nobody says.</summary>
    public static List<SampleInteraction> Read(PackageFiles files)
    {
        var found = new List<SampleInteraction>();
        var directory = files.Path("data/sample");
        if (!Directory.Exists(directory)) return found;
        foreach (var path in Directory.GetFiles(directory, "*.interaction").OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal))
        {
            if (new FileInfo(path).Length > LargestKb * 1024)
            {
                files.Fault(files.Relative(path), $"is larger than {LargestKb} KiB; interactions are shown to users");
                continue;
            }

            var lines = File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
            foreach (var line in Enumerable.Range(0, lines.Length).Where(i => !lines[i].StartsWith('<') && !lines[i].StartsWith('>') && !lines[i].StartsWith("---", StringComparison.Ordinal)).Take(MostFaults))
                files.Fault($"{files.Relative(path)}:{YamlReads.Text(line + 1)}", "must begin with < (what the judge says) or > (what the program says)");
            found.Add(new SampleInteraction($"sample/{Path.GetFileNameWithoutExtension(path)}", string.Join('\n', lines) + "\n"));
        }

        return found;
    }
}
