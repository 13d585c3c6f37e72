namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Awk { get; } = new()
    {
        Id = "awk",
        Name = "AWK (GNU)",
        SourceFile = "main.awk",
        Extensions = [".awk"],
        // Prints the program prettily instead of running it.
        SyntaxCheck = ["/usr/bin/gawk", "-o/dev/null", "-f", "main.awk"],
        Run = ["/usr/bin/gawk", "-f", "main.awk"],
        Version = ["/usr/bin/gawk", "--version"],
        Needs = ["/usr/bin/gawk"],
        Packages = "gawk",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(10),
        ExtraMemoryMb = 8,
        OutOfMemoryMarkers = ["Cannot allocate memory", "memory exhausted"],
        SelfTest = "{ print $1 + $2 }\n",
    };
}
