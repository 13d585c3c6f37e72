namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>gold links a small program in half the time of the default linker; nothing else of the program changes.</summary>
    private static ToolchainFacts LocateLinker(IReadOnlyList<string> paths) => ToolchainFacts.None with
    {
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["linker"] = paths.Contains(Gold, StringComparer.Ordinal) ? "-fuse-ld=gold" : "" },
    };

    private const string Gold = "/usr/bin/ld.gold";
}
