using Judge.Worker.Sandbox;

namespace Judge.Worker.Languages;

/// <summary>All languages. To add one, add a record under Definitions/ and list it here.</summary>
internal static partial class LanguageCatalog
{
    public static IReadOnlyList<Language> All { get; } =
    [
        C, Cpp, Python, JavaScript, TypeScript, Java, CSharp, Go, Rust,
        Ruby, Php, Perl, Lua, Bash, Awk, Tcl, PyPy, R,
        Pascal, Fortran, Ada, Cobol, D, Nim,
        Erlang, Elixir, Scheme, CommonLisp, Prolog,
    ];

    /// <summary>Directories outside /usr that toolchains of this host need.</summary>
    public static IEnumerable<string> Mounts => All.SelectMany(l => l.Locate(HostFiles.Find(l.LooksFor))?.Mounts ?? []);

    public static Language? Find(string id) => All.FirstOrDefault(l => l.Id == id);

    /// <summary>The language of a package's program, by its extension.</summary>
    public static Language? ForFile(string path) => All.FirstOrDefault(l => l.Extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal));

    /// <summary>Shows the sandbox a part that a toolchain has outside /usr, where it is there.</summary>
    private static Func<IReadOnlyList<string>, ToolchainFacts?> Show(string path) => found => ToolchainFacts.None with
    {
        Mounts = found.Contains(path, StringComparer.Ordinal) ? [path] : [],
    };
}
