using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>
    /// The compiler and the linker by themselves against the archives of the standard library that Debian's package holds: an eighth of a second, with no cache
    /// to be filled. <c>go build</c> would look through every package for changes first, and without the archives compile them all.
    /// </summary>
    private static string[] GoBuild(params string[] files) =>
    [
        "/bin/sh", "-c",
        $"{{gotools}}/compile -o main.o -p main -complete -trimpath \"$PWD\" -I {{gostd}} {string.Join(' ', files)} && {{gotools}}/link -o main -s -w -L {{gostd}} main.o && rm main.o || exit 1",
    ];

    private static Language Go { get; } = new()
    {
        Id = "go",
        Name = "Go",
        SourceFile = "main.go",
        Extensions = [".go"],
        Compile = GoBuild("main.go"),
        Artifact = ("main", "the compiler made no program"),
        Run = ["/box/main"],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // The collector begins early enough for the heap to stay below the limit.
            ["GOMEMLIMIT"] = "{memoryMb}MiB",
        },
        Version = ["/usr/bin/go", "version"],
        Needs = ["/usr/bin/go"],
        LooksFor = ["/usr/lib/go-*/pkg/tool/linux_*/compile", "/usr/lib/go-*/pkg/linux_*/fmt.a"],
        Packages = "golang-go",
        Note = "Up to Go 1.19, the last that comes with its standard library compiled; programs are one file and of the standard library.",
        Locate = LocateGo,
        ExtraTime = TimeSpan.FromMilliseconds(5),
        ExtraMemoryMb = 16,
        Processes = 64,
        OutOfMemoryMarkers = ["fatal error: runtime: out of memory", "fatal error: runtime: cannot allocate memory", "cannot allocate memory"],
        Functions = new GoFunctions(GoBuild),
        SelfTest = """
            package main

            import "fmt"

            func main() {
                var a, b int
                fmt.Scan(&a, &b)
                fmt.Println(a + b)
            }
            """,
    };

    private static ToolchainFacts? LocateGo(IReadOnlyList<string> paths)
    {
        var (compiler, archive) = (paths.LastOrDefault(p => p.EndsWith("/compile", StringComparison.Ordinal)), paths.LastOrDefault(p => p.EndsWith("/fmt.a", StringComparison.Ordinal)));
        if (compiler is null || archive is null) return null;
        return ToolchainFacts.None with
        {
            Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["gotools"] = Path.GetDirectoryName(compiler)!, ["gostd"] = Path.GetDirectoryName(archive)! },
        };
    }
}
