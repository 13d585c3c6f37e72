namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Cobol { get; } = new()
    {
        Id = "cobol",
        Name = "COBOL (GnuCOBOL)",
        SourceFile = "main.cob",
        Note = "Free format: `>>SOURCE FORMAT IS FIXED` on the first line changes that.",
        Extensions = [".cob", ".cbl"],
        // Free format: a program may begin in any column.
        Compile = ["/usr/bin/cobc", "-x", "-free", "-O2", "-o", "main", "main.cob"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/cobc", "--version"],
        Needs = ["/usr/bin/cobc", "/usr/bin/gcc"],
        Packages = "gnucobol3 gcc libc6-dev",
        // Which dialect it reads.
        LooksFor = ["/etc/gnucobol"],
        Locate = Show("/etc/gnucobol"),
        ExtraTime = TimeSpan.FromMilliseconds(10),
        ExtraMemoryMb = 16,
        OutOfMemoryMarkers = ["cannot allocate", "unable to allocate"],
        SelfTest = """
            identification division.
            program-id. addition.
            data division.
            working-storage section.
            01 given pic x(80).
            01 a pic s9(18).
            01 b pic s9(18).
            01 total pic -(18)9.
            procedure division.
                accept given.
                unstring given delimited by all spaces into a b.
                add a b giving total.
                display function trim(total).
                stop run.
            """,
    };
}
