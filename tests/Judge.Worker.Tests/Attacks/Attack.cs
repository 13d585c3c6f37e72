using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Languages;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Attacks;

/// <summary>
/// A hostile program under programs/. Its first comment lines say what is attacked and which verdicts it may get:
/// <c>attack:</c>, <c>judge:</c>, and where they differ <c>judge-no-cgroup:</c>, <c>stage: compile</c>,
/// <c>cases: leftovers</c> (some cases plant, others look) or <c>cases: submissions</c> (one submission plants, the next looks).
/// </summary>
internal sealed record Attack(string Name, string Language, string Source, IReadOnlyDictionary<string, string> Header)
{
    private const string SharedInclude = "#include \"attack.h\"\n";
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Judge.Worker.Tests", "Attacks", "programs");
    private static readonly string[] Known = ["attack", "judge", "judge-no-cgroup", "stage", "cases"];

    private static readonly ILookup<bool, string> Programs = Directory.GetFiles(Folder).Where(f => !f.EndsWith(".h", StringComparison.Ordinal))
        .Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal).ToLookup(name => PoolFixture.IsHere(LanguageCatalog.ForFile(name)!));

    /// <summary>The names of all programs whose languages this host has, with extension.</summary>
    public static IEnumerable<string> All => Programs[true];

    /// <summary>The names of the others.</summary>
    public static IEnumerable<string> Missing => Programs[false];

    public string What => Header["attack"];

    public string Cases => Header.GetValueOrDefault("cases", "");

    public static Attack Read(string name)
    {
        var source = File.ReadAllText(Path.Combine(Folder, name));
        var header = source.Split('\n')
            .TakeWhile(l => l.StartsWith("// ", StringComparison.Ordinal) || l.StartsWith("# ", StringComparison.Ordinal))
            .Select(l => l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(": ", 2))
            .Where(p => p.Length == 2 && Known.Contains(p[0], StringComparer.Ordinal))
            .ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        var shared = File.ReadAllText(Path.Combine(Folder, "attack.h"));
        return new Attack(name, LanguageCatalog.ForFile(name)!.Id, source.Replace(SharedInclude, shared, StringComparison.Ordinal), header);
    }

    /// <summary>The verdicts that show the attack contained.</summary>
    /// <param name="exact">Whether the kernel counts for a whole run, that is: there are cgroups.</param>
    public IReadOnlyList<Verdict> Permitted(bool exact)
    {
        var text = !exact && Header.TryGetValue("judge-no-cgroup", out var other) ? other : Header["judge"];
        return [.. text.Split(' ').Select(v => Enum.Parse<Verdict>(v, ignoreCase: true))];
    }
}
