namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Cpp { get; } = new()
    {
        Id = "cpp",
        Name = "C++20 (GCC)",
        SourceFile = "main.cpp",
        Extensions = [".cpp", ".cc", ".cxx"],
        Compile = ["/usr/bin/g++", "-std=gnu++20", "-O2", "-pipe", "-fmax-errors=20", "main.cpp", "-o", "main"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/g++", "--version"],
        Needs = ["/usr/bin/g++"],
        Packages = "g++",
        OutOfMemoryMarkers = ["std::bad_alloc"],
        SelfTest = """
            #include <iostream>
            int main() { long a, b; std::cin >> a >> b; std::cout << a + b << '\n'; }
            """,
    };
}
