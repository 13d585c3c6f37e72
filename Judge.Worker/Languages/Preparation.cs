namespace Judge.Worker.Languages;

/// <summary>
/// What makes a language compile faster: things made once per host and toolchain, in the sandbox (see <see cref="Preparer"/>), and
/// the command that compiles with their help. Only its silence counts: where the compiler may have said anything in other words than
/// with <see cref="Language.Compile"/>, that command is asked, too.
/// </summary>
internal sealed record Preparation
{
    /// <summary>Host files and directories that what is made depends on; it is made anew when a size or a time of them changes.</summary>
    public string[] Inputs { get; init; } = [];

    /// <summary>What is made. One that cannot be made is done without.</summary>
    public IReadOnlyList<PreparedPart> Parts { get; init; } = [];

    /// <summary>Used instead of <see cref="Language.Compile"/>; <c>{prepared}</c> is the directory with what was made.</summary>
    public required string[] Compile { get; init; }

    /// <summary>Whether the compiler says the same in the same words as with <see cref="Language.Compile"/>, whatever it is about. If
    /// not, then only where it speaks of nothing but the source.</summary>
    public bool SameWords { get; init; }
}

/// <summary>One thing that is made, in a box of its own.</summary>
/// <param name="Files">What is put into the box: path → text.</param>
/// <param name="Ways">Each is commands that have to succeed one after the other. The first way that does is taken.</param>
/// <param name="Keep">The paths in the box of what is kept, under the same paths.</param>
internal sealed record PreparedPart(IReadOnlyDictionary<string, string> Files, string[][][] Ways, string[] Keep);
