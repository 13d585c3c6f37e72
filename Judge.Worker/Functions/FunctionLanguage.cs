namespace Judge.Worker.Functions;

/// <summary>How a language takes part in function problems: what the user starts from, and what is generated around what he wrote.
/// docs/function-problems.md says how a driver behaves.</summary>
internal abstract class FunctionLanguage
{
    /// <summary>Starter code, with empty bodies that compile where the language allows it.</summary>
    public abstract string Template(Signature signature);

    /// <summary>The whole program around a user's source.</summary>
    public abstract FunctionProgram Wrap(Signature signature, string source);

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
