namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Lua { get; } = new()
    {
        Id = "lua",
        Name = "Lua 5.4",
        SourceFile = "main.lua",
        Extensions = [".lua"],
        SyntaxCheck = ["/usr/bin/luac5.4", "-p", "main.lua"],
        Run = ["/usr/bin/lua5.4", "main.lua"],
        Version = ["/usr/bin/lua5.4", "-v"],
        Needs = ["/usr/bin/lua5.4", "/usr/bin/luac5.4"],
        Packages = "lua5.4",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(10),
        ExtraMemoryMb = 8,
        OutOfMemoryMarkers = ["not enough memory"],
        SelfTest = """
            local a, b = io.read("n", "n")
            print(a + b)
            """,
    };
}
