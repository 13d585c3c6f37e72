using Judge.Testing;

namespace Judge.Worker.Tests.Languages;

/// <summary>The programs that test a language, from Languages/programs/ID/: read from the repository, never built.</summary>
internal static class LanguagePrograms
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests/Judge.Worker.Tests/Languages/programs");

    /// <summary>Reads a word from its input and does as it says: exit (with 3), crash, loop, memory.</summary>
    public static string Behave(string language) => Read(language, "behave");

    /// <summary>What the compiler, or the syntax check, refuses.</summary>
    public static string Wrong(string language) => Read(language, "wrong");

    private static string Read(string language, string name) => File.ReadAllText(Directory.GetFiles(Path.Combine(Folder, language), $"{name}.*").Single());
}
