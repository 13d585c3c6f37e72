namespace Judge.Worker.Problems;

/// <summary>domjudge-problem.ini, in which DOMjudge's packages say what the formats had no words for.
/// Source: https://www.domjudge.org/docs/manual/main/problem-format.html.</summary>
internal static class DomjudgeIni
{
    public const string File = "domjudge-problem.ini";

    /// <summary><c>key='value'</c>, with quotes or without; null when it is not there.</summary>
    public static string? Value(PackageFiles files, string key) => !System.IO.File.Exists(files.Path(File)) ? null
        : System.IO.File.ReadAllLines(files.Path(File)).Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair is [var name, _] && name == key).Select(pair => pair[1].Split(';')[0].Trim().Trim('\'', '"').Trim()).LastOrDefault();
}
