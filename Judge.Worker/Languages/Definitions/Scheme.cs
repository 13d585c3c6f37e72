namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Scheme { get; } = new()
    {
        Id = "scheme",
        Name = "Scheme (Guile)",
        SourceFile = "main.scm",
        Note = "Compiled as a file and loaded; nothing is called.",
        Extensions = [".scm"],
        Compile = ["/usr/bin/guile", "--no-auto-compile", "-c", "(use-modules (system base compile)) (compile-file \"main.scm\" #:output-file \"main.go\")"],
        Artifact = ("main.go", "the compiler made no program"),
        Run = ["/usr/bin/guile", "--no-auto-compile", "-c", "(load-compiled \"main.go\")"],
        Version = ["/usr/bin/guile", "--version"],
        Needs = ["/usr/bin/guile"],
        Packages = "guile-3.0",
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(30),
        ExtraMemoryMb = 16,
        OutOfMemoryMarkers = ["Out of Memory", "Too many heap sections"],
        SelfTest = """
            (let* ((a (read)) (b (read)))
              (display (+ a b))
              (newline))
            """,
    };
}
