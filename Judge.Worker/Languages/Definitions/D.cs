namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language D { get; } = new()
    {
        Id = "d",
        Name = "D (LDC)",
        SourceFile = "main.d",
        Extensions = [".d"],
        Compile = ["/usr/bin/ldc2", "-O2", "-of=main", "main.d"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/ldc2", "--version"],
        Needs = ["/usr/bin/ldc2"],
        Packages = "ldc gcc libc6-dev",
        // Where its library is.
        LooksFor = ["/etc/ldc2.conf"],
        Locate = Show("/etc/ldc2.conf"),
        ExtraTime = TimeSpan.FromMilliseconds(10),
        ExtraMemoryMb = 16,
        OutOfMemoryMarkers = ["OutOfMemoryError"],
        SelfTest = """
            import std.stdio;
            void main() { long a, b; readf(" %d %d", a, b); writeln(a + b); }
            """,
    };
}
