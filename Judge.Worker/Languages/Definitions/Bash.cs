namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Bash { get; } = new()
    {
        Id = "bash",
        Name = "Bash",
        SourceFile = "main.sh",
        Note = "The last command's status is the program's.",
        Extensions = [".sh"],
        SyntaxCheck = ["/usr/bin/bash", "-n", "main.sh"],
        Run = ["/usr/bin/bash", "main.sh"],
        Version = ["/usr/bin/bash", "--version"],
        Needs = ["/usr/bin/bash"],
        Packages = "bash",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(10),
        ExtraMemoryMb = 8,
        // Pipes and substitutions.
        Processes = 32,
        OutOfMemoryMarkers = ["cannot allocate"],
        SelfTest = """
            read -r a b
            echo $((a + b))
            """,
    };
}
