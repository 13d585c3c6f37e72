namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language Elixir { get; } = new()
    {
        Id = "elixir",
        Name = "Elixir",
        SourceFile = "main.exs",
        Extensions = [".exs", ".ex"],
        SyntaxCheck = ["/usr/bin/elixir", "--erl", OneScheduler, "-e", "Code.string_to_quoted!(File.read!(\"main.exs\"), file: \"main.exs\")"],
        Run = ["/usr/bin/elixir", "--erl", OneScheduler, "main.exs"],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ERL_CRASH_DUMP_BYTES"] = "0" },
        // Without starting the virtual machine.
        Version = ["/usr/bin/elixir", "--short-version"],
        Needs = ["/usr/bin/elixir", "/usr/bin/erl"],
        Packages = "elixir",
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(750),
        ExtraMemoryMb = 80,
        Processes = 64,
        OutOfMemoryMarkers = ["Cannot allocate"],
        SelfTest = """
            IO.gets("") |> String.split() |> Enum.map(&String.to_integer/1) |> Enum.sum() |> IO.puts()
            """,
    };
}
