using Judge.Worker.Functions;
using Judge.Worker.Languages;
using Judge.Worker.Problems;

namespace Judge.Worker.Verifying;

/// <summary>
/// A program of several files, as the Kattis format has them in a folder. Compilers that take several are given all; other languages have one file
/// that is begun with, and find the others beside it.
/// </summary>
internal static class FolderProgram
{
    private const long LargestFolder = 4 << 20;

    /// <returns>No language, and why it cannot be judged.</returns>
    public static (Language? Language, FunctionProgram? Files, string? Why) Read(string directory, ProblemPackage package)
    {
        (Language?, FunctionProgram?, string?) Skipped(string why) => (null, null, why);
        if (package.Signature is not null) return Skipped("a program of a function problem is one file");
        var paths = Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Select(p => Path.GetRelativePath(directory, p))
            .Where(p => !p.Split('/').Any(part => part is ['.', ..] or "__pycache__")).Order(StringComparer.Ordinal).ToList();
        if (paths.Sum(p => new FileInfo(Path.Combine(directory, p)).Length) > LargestFolder) return Skipped("its files are larger than 4 MiB");
        var languages = paths.Select(LanguageCatalog.ForFile).OfType<Language>().Distinct().ToList();
        // What is C is C++, too.
        if (languages.Exists(l => l.Id == "cpp")) languages.RemoveAll(l => l.Id == "c");
        if (languages is not [var language]) return Skipped(languages.Count == 0 ? "no language has files like these" : $"its files are in several languages: {string.Join(", ", languages.Select(l => l.Id))}");
        var files = paths.ToDictionary(p => p, p => File.ReadAllText(Path.Combine(directory, p)), StringComparer.Ordinal);
        List<string> sources = [.. paths.Where(p => LanguageCatalog.ForFile(p) is { } l && (l == language || language.Id == "cpp" && l.Id == "c"))];
        switch (language.Id)
        {
            case "java":
                var names = sources.Select(s => (File: s, Names: JavaNames.Of(files[s]))).Where(s => s.Names.WithMain is not null).OrderByDescending(s => s.Names.WithMain == "Main").FirstOrDefault();
                return names.Names is null ? Skipped("no class in it has the method main") : (names.Names.Fit(language, sources, names.File), new FunctionProgram(names.File, files), null);
            case "c" or "cpp" or "csharp":
                return (language.WithSource(sources[0], sources), new FunctionProgram(sources[0], files), null);
            case "go":
                return Skipped("a folder of Go files is not supported");
        }

        var first = sources.Find(s => s is "__main__.py") ?? sources.Find(s => s == language.SourceFile) ?? (sources.Count == 1 ? sources[0] : null);
        if (first is null) return Skipped($"a folder of files has to have {language.SourceFile}, which is begun with");
        if (first != language.SourceFile && files.ContainsKey(language.SourceFile)) return Skipped($"it has both {first} and {language.SourceFile}");
        files[language.SourceFile] = files[first];
        if (first != language.SourceFile) files.Remove(first);
        return (language, new FunctionProgram(language.SourceFile, files), null);
    }
}
