namespace Judge.Worker.Problems;

/// <summary>How a validator is called and how it answers.</summary>
internal enum ValidatorStyle
{
    /// <summary>Kattis and ICPC: <c>input answer feedback_dir [flags]</c>, the output on standard input; 42 and 43.</summary>
    Kattis,

    /// <summary>testlib: <c>input output answer [flags]</c>; 0, 1, 2, 3, 7, 16 and up.</summary>
    Testlib,
}

/// <summary>A package's own program that judges outputs, or talks with programs.</summary>
/// <param name="Name">Where it is in the package, such as <c>output_validator/check.cpp</c>.</param>
/// <param name="Language">A language id, <c>cpp</c> or <c>python</c>.</param>
/// <param name="Sources">What is compiled, or, first, what is run: paths in its box.</param>
/// <param name="Files">All its files: path in its box → file.</param>
/// <param name="Style">How it is called.</param>
/// <param name="Interactive">Whether it talks with the program while that runs.</param>
/// <param name="Limits">What one run of it may take.</param>
internal sealed record OutputValidator(
    string Name, string Language, IReadOnlyList<string> Sources, IReadOnlyDictionary<string, string> Files, ValidatorStyle Style, bool Interactive, ValidatorLimits Limits)
{
    /// <summary>Whether a package may mean it by that name: that of its file, with its extension or without, or of its folder.</summary>
    public bool IsCalled(string name) => InputFlags.Is(Name, name);
}

/// <summary>The package's <c>limits</c> of its validator.</summary>
/// <param name="Cpu"><c>validation_time</c>.</param>
/// <param name="MemoryMb"><c>validation_memory</c>, MiB.</param>
/// <param name="OutputMb"><c>validation_output</c>, MiB.</param>
internal sealed record ValidatorLimits(TimeSpan Cpu, int MemoryMb, int OutputMb);
