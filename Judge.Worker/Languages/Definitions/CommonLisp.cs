namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language CommonLisp { get; } = new()
    {
        Id = "commonlisp",
        Name = "Common Lisp (SBCL)",
        SourceFile = "main.lisp",
        Note = "Compiled as a file and loaded; nothing is called.",
        Extensions = [".lisp", ".cl"],
        // Fails only where there is nothing to load: an undefined variable is a mere warning, and may be defined in time.
        Compile =
        [
            "/usr/bin/sbcl", "--noinform", "--no-sysinit", "--no-userinit", "--disable-debugger",
            "--eval", "(sb-ext:exit :code (if (compile-file \"main.lisp\" :verbose nil :print nil) 0 1) :abort t)",
        ],
        Artifact = ("main.fasl", "the compiler made no program"),
        Run = ["/usr/bin/sbcl", "--script", "main.fasl"],
        Version = ["/usr/bin/sbcl", "--version"],
        Needs = ["/usr/bin/sbcl"],
        Packages = "sbcl",
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(20),
        // A collection is made every 53 MB, and copies what is kept.
        ExtraMemoryMb = 128,
        OutOfMemoryMarkers = ["Heap exhausted"],
        SelfTest = "(format t \"~d~%\" (+ (read) (read)))\n",
    };
}
