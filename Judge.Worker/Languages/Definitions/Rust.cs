using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>One unit of code, which the optimizer sees as a whole: for a program of this size that is the quickest way, too. gold takes a third off the time.</summary>
    private static readonly string[] Rustc =
        ["/usr/bin/rustc", "--edition", "2021", "-O", "-C", "codegen-units=1", "-C", "linker=/usr/bin/gcc", "-C", "link-args={linker}"];

    private static Language Rust { get; } = new()
    {
        Id = "rust",
        Name = "Rust 2021",
        SourceFile = "main.rs",
        Extensions = [".rs"],
        Compile = [.. Rustc, "main.rs", "-o", "main"],
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Version = ["/usr/bin/rustc", "--version"],
        Needs = ["/usr/bin/rustc", "/usr/bin/gcc"],
        Packages = "rustc",
        LooksFor = [Gold],
        Locate = LocateLinker,
        OutOfMemoryMarkers = ["memory allocation of"],
        Functions = new RustFunctions(Rustc),
        SelfTest = """
            use std::io;

            fn main() {
                let mut line = String::new();
                io::stdin().read_line(&mut line).unwrap();
                println!("{}", line.split_whitespace().map(|word| word.parse::<i64>().unwrap()).sum::<i64>());
            }
            """,
    };
}
