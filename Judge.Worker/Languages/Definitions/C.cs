using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static readonly string[] Gcc = ["/usr/bin/gcc", "-std=gnu17", "-O2", "-pipe", "-fmax-errors=20"];

    private static Language C { get; } = new()
    {
        Id = "c",
        Name = "C17 (GCC)",
        SourceFile = "main.c",
        Extensions = [".c"],
        Compile = [.. Gcc, "main.c", "-o", "main", "-lm"],
        Preparation = new Preparation { Compile = [.. Gcc, "{linker}", "main.c", "-o", "main", "-lm"] },
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/gcc", "--version"],
        Needs = ["/usr/bin/gcc"],
        Packages = "gcc libc6-dev",
        LooksFor = [Gold],
        Locate = LocateLinker,
        Functions = new CFunctions(Gcc),
        SelfTest = """
            #include <stdio.h>
            int main(void) { long a, b; if (scanf("%ld %ld", &a, &b) != 2) return 1; printf("%ld\n", a + b); }
            """,
    };
}
