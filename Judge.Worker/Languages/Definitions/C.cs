namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language C { get; } = new()
    {
        Id = "c",
        Name = "C17 (GCC)",
        SourceFile = "main.c",
        Extensions = [".c"],
        Compile = ["/usr/bin/gcc", "-std=gnu17", "-O2", "-pipe", "-fmax-errors=20", "main.c", "-o", "main", "-lm"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/gcc", "--version"],
        Needs = ["/usr/bin/gcc"],
        Packages = "gcc libc6-dev",
        SelfTest = """
            #include <stdio.h>
            int main(void) { long a, b; if (scanf("%ld %ld", &a, &b) != 2) return 1; printf("%ld\n", a + b); }
            """,
    };
}
