namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Pascal { get; } = new()
    {
        Id = "pascal",
        Name = "Pascal (Free Pascal)",
        SourceFile = "main.pas",
        Extensions = [".pas", ".pp"],
        Compile = ["/usr/bin/fpc", "-O2", "-Xs", "-l-", "-v0ew", "-omain", "main.pas"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/fpc", "-iV"],
        Needs = ["/usr/bin/fpc"],
        Packages = "fp-compiler",
        // Where its units are.
        LooksFor = ["/etc/fpc.cfg"],
        Locate = Show("/etc/fpc.cfg"),
        // Exit codes 203 and, of an unhandled exception, 217.
        OutOfMemoryMarkers = ["Runtime error 203", "EOutOfMemory"],
        SelfTest = """
            var a, b: int64;
            begin
              readln(a, b);
              writeln(a + b);
            end.
            """,
    };
}
