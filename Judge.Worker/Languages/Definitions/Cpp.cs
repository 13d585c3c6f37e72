using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static readonly string[] Gxx = ["/usr/bin/g++", "-std=gnu++20", "-O2", "-pipe", "-fmax-errors=20"];

    private static Language Cpp { get; } = new()
    {
        Id = "cpp",
        Name = "C++20 (GCC)",
        SourceFile = "main.cpp",
        Extensions = [".cpp", ".cc", ".cxx"],
        Compile = [.. Gxx, "main.cpp", "-o", "main"],
        Preparation = new Preparation
        {
            Inputs = ["/usr/include", "/usr/lib/gcc"],
            Parts = [.. ((string[])["bits/stdc++.h", "iostream", "vector", "algorithm", "string"]).Select(h => CppHeaders.Precompiled(Gxx, h))],
            Compile = [.. Gxx, "{linker}", "-isystem", "{prepared}", "main.cpp", "-o", "main"],
        },
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Functions = new CppFunctions(),
        Version = ["/usr/bin/g++", "--version"],
        Needs = ["/usr/bin/g++"],
        Packages = "g++",
        LooksFor = [Gold],
        Locate = LocateLinker,
        OutOfMemoryMarkers = ["std::bad_alloc"],
        SelfTest = """
            #include <iostream>
            int main() { long a, b; std::cin >> a >> b; std::cout << a + b << '\n'; }
            """,
    };
}
