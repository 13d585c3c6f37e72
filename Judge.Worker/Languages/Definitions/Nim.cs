namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Nim { get; } = new()
    {
        Id = "nim",
        Name = "Nim",
        SourceFile = "main.nim",
        Extensions = [".nim"],
        Compile = ["/usr/bin/nim", "compile", "-d:release", "--hints:off", "--colors:off", "--nimcache:/tmp/nim", "-o:main", "main.nim"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/nim", "--version"],
        Needs = ["/usr/bin/nim", "/usr/bin/gcc"],
        Packages = "nim gcc libc6-dev",
        // Where its library is.
        LooksFor = ["/etc/nim"],
        Locate = Show("/etc/nim"),
        ExtraMemoryMb = 4,
        OutOfMemoryMarkers = ["out of memory", "OutOfMemDefect"],
        SelfTest = """
            import std/[strutils, sequtils, math]
            echo stdin.readLine.split.map(parseInt).sum
            """,
    };
}
