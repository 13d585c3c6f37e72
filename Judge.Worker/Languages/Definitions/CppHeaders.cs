namespace Judge.Worker.Languages;

/// <summary>
/// Precompiled headers. GCC takes one only for a program's first include, and only when nothing before it and no flag differs, so
/// there is one for each header that programs usually begin with and that is worth it. None is forced upon a program that does not
/// include it: names of other headers would change what it means.
/// </summary>
internal static class CppHeaders
{
    /// <summary>Registers <c>#pragma judge instantiate</c>, which instantiates the templates that a header uses by itself. GCC leaves
    /// that to the end of every program, which for bits/stdc++.h is most of the time that its precompiled header has left over. The
    /// program is the same, but for the order of its functions. No program of users is ever compiled with the plugin. The declarations are those of GCC's plugin API, 15 is PLUGIN_PRAGMAS; were
    /// they others, the plugin would not load or the pragma be ignored, and the header be precompiled without.</summary>
    private const string Plugin = """
        struct cpp_reader;
        struct plugin_name_args { const char *base_name; };
        extern void c_register_pragma(const char *space, const char *name, void (*handler)(cpp_reader *));
        extern void instantiate_pending_templates(int retries);
        extern "C" {
        int plugin_is_GPL_compatible;
        int register_callback(const char *plugin, int event, void (*callback)(void *, void *), void *data);
        static void instantiate(cpp_reader *) { instantiate_pending_templates(0); }
        static void on_pragmas(void *, void *) { c_register_pragma("judge", "instantiate", instantiate); }
        int plugin_init(plugin_name_args *arguments, void *) { return register_callback(arguments->base_name, 15, on_pragmas, nullptr), 0; }
        }
        """;

    /// <param name="compiler">The compiler with the flags that programs are compiled with, to the letter.</param>
    /// <param name="header">As in <c>#include</c>.</param>
    public static PreparedPart Precompiled(string[] compiler, string header)
    {
        string[] precompile = [.. compiler, "-x", "c++-header", "judge.h", "-o", $"{header}.gch"];
        string[] trial = [.. compiler, "-isystem", ".", "-Winvalid-pch", "-Werror", "trial.cpp", "-o", "trial"];
        return new PreparedPart(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["plugin.cpp"] = Plugin,
                ["judge.h"] = $"#include <{header}>\n#pragma judge instantiate\n",
                // What is found beside the .gch when it does not fit, or at the header's second include.
                [header] = $"#include_next <{header}>\n",
                ["trial.cpp"] = $"#include <{header}>\nint main() {{ return 0; }}\n",
            },
            [
                [
                    [compiler[0], "-O1", "-shared", "-fPIC", "-fno-rtti", "-fno-exceptions", "plugin.cpp", "-o", "plugin.so"],
                    [.. precompile, "-fplugin=./plugin.so"],
                    trial,
                ],
                [precompile, trial],
            ],
            [header, $"{header}.gch"]);
    }
}
