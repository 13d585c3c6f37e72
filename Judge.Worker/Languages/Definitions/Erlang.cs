namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>Schedulers of the virtual machine: programs have one processor, and each scheduler is a thread.</summary>
    private const string OneScheduler = "+S 1:1 +SDcpu 1:1 +SDio 1 +A 1";

    private static Language Erlang { get; } = new()
    {
        Id = "erlang",
        Name = "Erlang",
        SourceFile = "main.erl",
        Note = "The module is `main` and exports `main/0`.",
        Extensions = [".erl"],
        Compile = ["/usr/bin/erlc", "main.erl"],
        Artifact = ("main.beam", "the program must be the module main, with the exported function main/0"),
        Run = ["/usr/bin/erl", .. OneScheduler.Split(' '), "-noshell", "-boot", "no_dot_erlang", "-eval", "main:main(), halt()."],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["ERL_CRASH_DUMP_BYTES"] = "0" },
        // Without starting the virtual machine.
        Version = ["/usr/bin/erl", "+V"],
        Needs = ["/usr/bin/erl", "/usr/bin/erlc"],
        Packages = "erlang-base",
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(300),
        ExtraMemoryMb = 48,
        Processes = 64,
        OutOfMemoryMarkers = ["Cannot allocate"],
        SelfTest = """
            -module(main).
            -export([main/0]).
            main() ->
                {ok, [A, B]} = io:fread("", "~d ~d"),
                io:format("~b~n", [A + B]).
            """,
    };
}
