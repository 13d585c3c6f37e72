namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>gold links a small program in half the time of the default linker; nothing else of the program changes.</summary>
    private static ToolchainFacts LocateLinker() => ToolchainFacts.None with
    {
        Variables = new Dictionary<string, string>(StringComparer.Ordinal) { ["linker"] = File.Exists("/usr/bin/ld.gold") ? "-fuse-ld=gold" : "" },
    };
}
