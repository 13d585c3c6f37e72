using Judge.Worker.Functions;

namespace Judge.Worker.Languages;

/// <summary>
/// A language as data: everything the judge knows of it. Arguments and environment may hold <c>{memoryMb}</c> and
/// <c>{memoryHex}</c> (the problem's limit in MiB, and in bytes as hexadecimal)
/// and the variables that <see cref="Locate"/> finds.
/// </summary>
internal sealed record Language
{
    /// <summary>What clients send, such as <c>cpp</c>.</summary>
    public required string Id { get; init; }

    /// <summary>What people read, such as <c>C++20 (GCC)</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The name the source gets in the box.</summary>
    public required string SourceFile { get; init; }

    /// <summary>The language as a source wants it, where files have to be named after what is in them.</summary>
    public Func<Language, string, Language> Fit { get; init; } = static (language, _) => language;

    /// <summary>What a program has to be beside being one, for docs/languages.md; null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>File extensions by which a package's programs are recognised, with the dot.</summary>
    public required string[] Extensions { get; init; }

    /// <summary>Run once before the cases, in the box, which it may write. Null: there is nothing to compile.</summary>
    public string[]? Compile { get; init; }

    /// <summary>How compiling is made faster; null where nothing is known to pay.</summary>
    public Preparation? Preparation { get; init; }

    /// <summary>What a successful compilation must have left in the box, and what to tell the user when it has not.</summary>
    public (string File, string Otherwise)? Artifact { get; init; }

    /// <summary>For languages without <see cref="Compile"/>: exits non-zero when the source is no program at all. Run only after the
    /// first case broke, so that it costs nothing when all is well.</summary>
    public string[]? SyntaxCheck { get; init; }

    /// <summary>Runs the program on one case.</summary>
    public required string[] Run { get; init; }

    /// <summary>For an interpreter that starts in one thread and by opening which file (fopen) it begins with the program: then it need not be
    /// started for every case. See <see cref="Sandbox.RunRequest.BeginsAt"/>.</summary>
    public string? BeginsAt { get; init; }

    /// <summary>Prints the toolchain's version on its first line.</summary>
    public required string[] Version { get; init; }

    /// <summary>Files without which there is no toolchain.</summary>
    public required string[] Needs { get; init; }

    /// <summary>What else <see cref="Locate"/> wants to know of; it is told what other languages look for, too. See <see cref="Sandbox.ISandbox.FindAsync"/>.</summary>
    public string[] LooksFor { get; init; } = [];

    /// <summary>The container image with the toolchain, where the sandbox is made of images; null: the default one.
    /// <c>Worker__Docker__Images__</c><see cref="Id"/> goes before.</summary>
    public string? Image { get; init; }

    /// <summary>The Debian packages that bring them.</summary>
    public required string Packages { get; init; }

    /// <summary>Finds what no fixed path can name among the paths that <see cref="LooksFor"/> matches; null when it is not there.</summary>
    public Func<IReadOnlyList<string>, ToolchainFacts?> Locate { get; init; } = static _ => ToolchainFacts.None;

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The problem's time limit is multiplied by this, then <see cref="ExtraTime"/> is added.</summary>
    public double TimeFactor { get; init; } = 1;

    /// <summary>What the language's runtime needs to start.</summary>
    public TimeSpan ExtraTime { get; init; }

    /// <summary>What the language's runtime needs beside the program's own data.</summary>
    public int ExtraMemoryMb { get; init; }

    /// <summary>Processes and threads at one time; a virtual machine has a dozen of its own.</summary>
    public int Processes { get; init; } = 16;

    /// <summary>Text on standard error with which the runtime says that its heap is full; with a non-zero end, that is memoryLimitExceeded.</summary>
    public string[] OutOfMemoryMarkers { get; init; } = [];

    /// <summary>How it takes part in function problems; null: not at all.</summary>
    public FunctionLanguage? Functions { get; init; }

    /// <summary>Reads two integers from one line and prints their sum.</summary>
    public required string SelfTest { get; init; }

    /// <summary>The language for a program in other files.</summary>
    /// <param name="sourceFile">The one in which it begins.</param>
    /// <param name="words">What its commands have in place of the usual name: all files that they are to be told of, and options.</param>
    public Language WithSource(string sourceFile, IReadOnlyList<string> words)
    {
        string[] Of(string[] command) => [.. command.SelectMany(word => word == SourceFile ? words : [word])];
        return this with
        {
            SourceFile = sourceFile,
            Compile = Compile is null ? null : Of(Compile),
            Preparation = Preparation is null ? null : Preparation with { Compile = Of(Preparation.Compile) },
            Run = Of(Run),
        };
    }
}

/// <summary>What the toolchain of a host, or of an image, adds to a language.</summary>
/// <param name="Variables">Placeholder (without braces) → value.</param>
/// <param name="Mounts">Directories outside /usr that a sandbox which shows the host must show, too.</param>
/// <param name="Files">Files to put into the box beside the source: name → content.</param>
internal sealed record ToolchainFacts(
    IReadOnlyDictionary<string, string> Variables, IReadOnlyList<string> Mounts, IReadOnlyDictionary<string, string> Files)
{
    public static readonly ToolchainFacts None = new(
        new Dictionary<string, string>(StringComparer.Ordinal), [], new Dictionary<string, string>(StringComparer.Ordinal));
}
