using System.Buffers;
using System.Globalization;
using System.Text;

namespace Judge.Worker.Languages;

/// <summary>docs/languages.md, from the data.</summary>
internal static class LanguagesPage
{
    private const string Head = """
        # Languages

        Written by `./judge languages --markdown > docs/languages.md`; a test compares.

        `./judge languages` lists what a machine has and what is missing, `./judge languages --install all` or `--install ruby php` installs it by
        apt-get. `./judge run` installs C, C++, Python, JavaScript, TypeScript and Java only (C# comes with the .NET SDK); a language without its toolchain is
        listed by `GET /api/languages` as not available, with the reason, and the others are judged.

        A language's runtime takes time and memory to start, which is not the program's doing. So the problem's limits are widened: CPU time to
        the time limit × factor + start, memory by what the runtime needs: about twice what the smallest program was measured to take, and room for
        a collector that first collects after some dozens of MiB.


        """;

    /// <summary>Has to work as it stands: a record, and a program for every end it can come to.</summary>
    private const string Adding = """"
        ## Not among them

        What Debian 12 has, and what keeps it out: Haskell (GHC takes 795 MB), OCaml (448 MB), Racket (412 MB), Kotlin (355 MB, and it is version 1.3),
        Octave (251 MB); Scala (2.11, 5.3 s of CPU to compile one line), Groovy and Clojure (a second of the virtual machine before the first line runs).

        ## Adding a language

        A language is a record, and two programs that test it. LuaJIT, complete:

        `Judge.Worker/Languages/Definitions/LuaJit.cs`; its name goes into the list in `LanguageCatalog.cs`:

        ```csharp
        namespace Judge.Worker.Languages;

        internal static partial class LanguageCatalog
        {
            private static Language LuaJit { get; } = new()
            {
                Id = "luajit",
                Name = "Lua (LuaJIT)",
                SourceFile = "main.lua",
                Extensions = [],
                SyntaxCheck = ["/usr/bin/luajit", "-b", "main.lua", "/dev/null"],
                Run = ["/usr/bin/luajit", "main.lua"],
                Version = ["/usr/bin/luajit", "-v"],
                Needs = ["/usr/bin/luajit"],
                Packages = "luajit",
                ExtraTime = TimeSpan.FromMilliseconds(10),
                ExtraMemoryMb = 8,
                OutOfMemoryMarkers = ["not enough memory"],
                SelfTest = """
                    local a, b = io.read("*n", "*n")
                    print(a + b)
                    """,
            };
        }
        ```

        `tests/Judge.Worker.Tests/Languages/programs/luajit/behave.lua`, which does as the first line of its input says:

        ```lua
        local what = io.read("*l")
        if what == "exit" then os.exit(3) end
        if what == "crash" then error("crashed") end
        if what == "loop" then while true do end end
        local kept = {}
        while true do kept[#kept + 1] = string.rep("x", 1000000) .. #kept end
        ```

        and `wrong.lua` beside it, which is no program:

        ```lua
        local x = = 1
        ```

        `./judge test --filter FullyQualifiedName~SubmissionJudgeTests` then judges the self-test (accepted), `wrong` (compile error, with the
        compiler's words on the source file) and `behave`, which has to exit with 3, crash, exceed the time limit and exceed the memory limit.
        `./judge languages --markdown > docs/languages.md` mends this page. What to know:

        - Everything is run in the sandbox: `/usr` read-only, of `/etc` nothing but what `Locate` names in `Mounts`, no network, `/tmp` empty and
          its own in every run, `/box` with the source read-only but for the compiler. Paths are absolute.
        - With `Compile` the program is compiled once; `Artifact` is what has to be there then. Without it, `SyntaxCheck` is asked only when the first case ends in a
          runtime error, and tells a compile error from one.
        - `OutOfMemoryMarkers` is for runtimes that notice a full heap and exit; whoever just takes memory is stopped by the sandbox.
        - `ExtraTime` and `ExtraMemoryMb` are measured: `./judge verify` with the self-test as the only submission prints both.
        - `Processes` counts threads.
        - `Version` is asked whenever a worker starts, so it should not start a virtual machine.
        - A package in `Packages` goes into `deploy/languages/Dockerfile`, too. A `Preparation` and `Functions` (docs/function-problems.md) are there for
          languages that have them.

        """";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(" ;()'\"|$");

    public static string Text { get; } = Make();

    private static string Make()
    {
        var text = new StringBuilder(Head);
        text.Append("| id | language | source | in packages | Debian packages | CPU time | memory | function problems |\n|---|---|---|---|---|---|---|---|\n");
        foreach (var l in LanguageCatalog.All)
        {
            var packages = LanguagesCommand.PackagesOf(l) is { } names ? $"`{names}`" : l.Packages;
            text.Append(CultureInfo.InvariantCulture,
                $"| `{l.Id}` | {l.Name} | `{l.SourceFile}` | {string.Join(' ', l.Extensions.Select(e => $"`{e}`"))} | {packages} | {Time(l)} | + {l.ExtraMemoryMb} MiB | {(l.Functions is null ? "" : "yes")} |\n");
        }

        text.Append("\nCPU time is per case, for a problem's limit t.\n\n## How each is compiled and run\n\nEvery program here reads two integers from a line and prints their sum; it is the self-test of `./judge doctor`.\n");
        foreach (var l in LanguageCatalog.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {l.Name}\n\n");
            if (l.Note is { } note) text.Append(note).Append("\n\n");
            if (l.Compile is { } compile) text.Append(CultureInfo.InvariantCulture, $"- compiled by `{Command(compile)}`\n");
            if (l.SyntaxCheck is { } check) text.Append(CultureInfo.InvariantCulture, $"- checked by `{Command(check)}`\n");
            text.Append(CultureInfo.InvariantCulture, $"- run by `{Command(l.Run)}`\n\n```\n{l.SelfTest.TrimEnd()}\n```\n");
        }

        return text.Append('\n').Append(Adding).ToString();
    }

    private static string Time(Language l)
    {
        var factor = l.TimeFactor > 1 ? l.TimeFactor.ToString(CultureInfo.InvariantCulture) + " t" : "t";
        return l.ExtraTime > TimeSpan.Zero ? string.Create(CultureInfo.InvariantCulture, $"{factor} + {l.ExtraTime.TotalMilliseconds} ms") : factor;
    }

    /// <summary>As a shell would take it.</summary>
    private static string Command(string[] words) => string.Join(' ', words.Select(w => w.AsSpan().ContainsAny(Quoted) ? $"'{w.Replace("'", "'\\''", StringComparison.Ordinal)}'" : w));
}
