namespace Judge.Worker.Problems;

/// <summary>domjudge-problem.ini, in which DOMjudge's packages say what the formats had no words for.
/// Source: https://www.domjudge.org/docs/manual/main/problem-format.html.</summary>
internal static class DomjudgeIni
{
    public const string File = "domjudge-problem.ini";

    private const int Largest = 64 * 1024;

    /// <summary><c>key='value'</c>, with quotes or without; null when it is not there, or no such file that anybody wrote.</summary>
    public static string? Value(PackageFiles files, string key) => new FileInfo(files.Path(File)) is not { Exists: true, Length: <= Largest } info ? null
        : System.IO.File.ReadAllLines(info.FullName).Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .Where(pair => pair is [var name, _] && name == key).Select(pair => pair[1].Split(';')[0].Trim().Trim('\'', '"').Trim()).LastOrDefault();
}
