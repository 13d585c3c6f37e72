namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Ada { get; } = new()
    {
        Id = "ada",
        Name = "Ada (GNAT)",
        SourceFile = "main.adb",
        Note = "The main procedure is `Main`.",
        Extensions = [".adb"],
        Compile = ["/usr/bin/gnatmake", "-q", "-O2", "main.adb", "-o", "main"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/gnatmake", "--version"],
        Needs = ["/usr/bin/gnatmake"],
        Packages = "gnat",
        ExtraMemoryMb = 4,
        OutOfMemoryMarkers = ["heap exhausted"],
        SelfTest = """
            with Ada.Long_Integer_Text_IO; use Ada.Long_Integer_Text_IO;
            procedure Main is
               A, B : Long_Integer;
            begin
               Get (A);
               Get (B);
               Put (A + B);
            end Main;
            """,
    };
}
