using System.Text.RegularExpressions;

namespace Judge.Worker.Functions;

/// <summary>How a language takes part in function problems: what the user starts from, and what is generated around what he wrote.
/// docs/function-problems.md says how a driver behaves.</summary>
internal abstract partial class FunctionLanguage
{
    /// <summary>Starter code, with empty bodies that compile where the language allows it.</summary>
    public abstract string Template(Signature signature);

    /// <summary>The whole program around a user's source.</summary>
    public abstract FunctionProgram Wrap(Signature signature, string source);

    /// <summary>What the starter code defines and a source nowhere mentions, by which compilers blame what is generated; null: nothing.</summary>
    public string? Missing(Signature signature, string source)
    {
        static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant();
        var asked = signature.Functions.Select(f => Plain(f.Name)).Append(Plain(signature.Name)).Append("SOLUTION").ToHashSet(StringComparer.Ordinal);
        var written = Words().Matches(source).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        return Words().Matches(Template(signature)).Select(m => m.Value).FirstOrDefault(w => asked.Contains(Plain(w)) && !written.Contains(w));
    }

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    /// <summary>A file of Functions/Runtimes/, which is the same for every problem.</summary>
    protected static string Runtime(string name)
    {
        using var stream = typeof(FunctionLanguage).Assembly.GetManifestResourceStream($"Runtimes/{name}") ?? throw new InvalidOperationException($"there is no runtime {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>A user's source and what is generated around it.</summary>
/// <param name="SourceFile">The file that holds what the user wrote, with its own line numbers: what compilers name.</param>
/// <param name="Files">All files of the program, that one too: name → content.</param>
/// <param name="Compile">How it is compiled; null: as every program of the language.</param>
/// <param name="Run">How it is run; null: as every program of the language.</param>
internal sealed record FunctionProgram(string SourceFile, IReadOnlyDictionary<string, string> Files, string[]? Compile = null, string[]? Run = null);
