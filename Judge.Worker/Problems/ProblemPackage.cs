using System.Text;
using Judge.Worker.Functions;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Judging.Scoring;

namespace Judge.Worker.Problems;

/// <summary>A problem package in the Kattis/ICPC format, read from a directory. Source: https://www.kattis.com/problem-package-format/.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Difficulty">easy, medium or hard, from the first keyword of that name; null when there is none.</param>
/// <param name="Tags">The other keywords.</param>
/// <param name="Statement">Markdown; empty when the package has none in a form we can show.</param>
/// <param name="TimeLimit">CPU time per case, before a language's allowance.</param>
/// <param name="MemoryMb">Memory per case, MiB, before a language's allowance.</param>
/// <param name="OutputMb">Standard output per case, MiB.</param>
/// <param name="Cases">Samples first, then secret ones, each in order of name.</param>
internal sealed record ProblemPackage(
    string Title, string? Difficulty, IReadOnlyList<string> Tags, string Statement, TimeSpan TimeLimit, int MemoryMb, int OutputMb,
    IReadOnlyList<ProblemCase> Cases)
{
    /// <summary>What the user writes instead of a whole program; null of a problem with input and output.</summary>
    public Signature? Signature { get; init; }

    /// <summary>Whether judging goes on after a case that failed.</summary>
    public bool RunsAll { get; init; }

    /// <summary>The package's own program that judges outputs, or talks with programs; null: outputs are compared with answers.</summary>
    public OutputValidator? Validator { get; init; }

    /// <summary>Of an interactive problem, the talks that users are shown in place of samples.</summary>
    public IReadOnlyList<SampleInteraction> Interactions { get; init; } = [];

    /// <summary>How the cases add up; null of a problem that is solved or not.</summary>
    public ScoringPlan? Scoring { get; init; }

    /// <summary>What the package says that is not done here, or seems a mistake: a line each, as faults are.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>One case.</summary>
/// <param name="Name">Path below data/ without extension, such as <c>sample/1</c>.</param>
/// <param name="Input">The .in file, or of a function problem its lines there.</param>
/// <param name="Answer">The .ans file, or its line there; null: whatever is printed is right, and shown.</param>
/// <param name="IsSample">Samples are shown to users, secret cases never are.</param>
/// <param name="Checker">How its output is compared.</param>
internal sealed record ProblemCase(string Name, FilePart Input, FilePart? Answer, bool IsSample, CheckerOptions Checker)
{
    /// <summary>A file that gets all that the program prints, or of a function its answer, when all is well; null: nobody wants it.</summary>
    public string? KeepOutputAt { get; init; }

    /// <summary>Whether users see a secret case when it is the first that failed.</summary>
    public bool ShowsFailure { get; init; }

    /// <summary>Whether its input is read by an interactor alone.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether users may see what their program did in it.</summary>
    public bool MayBeSeen => IsSample || ShowsFailure;

    /// <summary>Whether they may see its input and answer too; an interactive sample's may be what the program has to find out.</summary>
    public bool ShowsData => ShowsFailure || IsSample && !IsInteractive;

    /// <summary>Arguments for the package's own output validator.</summary>
    public IReadOnlyList<string> ValidatorFlags { get; init; } = [];

    /// <summary>What it is worth; null of a problem that is solved or not.</summary>
    public CaseScores? Scores { get; init; }
}

/// <summary>A file, or some of its bytes.</summary>
/// <param name="Path">The file.</param>
/// <param name="Offset">Where the part begins.</param>
/// <param name="Length">Its bytes; null: to the end.</param>
internal sealed record FilePart(string Path, long Offset = 0, long? Length = null)
{
    public async Task<byte[]> ReadAsync(CancellationToken cancellationToken)
    {
        if (Length is not { } length) return await File.ReadAllBytesAsync(Path, cancellationToken);
        await using var file = File.OpenRead(Path);
        file.Position = Offset;
        var bytes = new byte[length];
        await file.ReadExactlyAsync(bytes, cancellationToken);
        return bytes;
    }

    public async Task<string> ReadTextAsync(CancellationToken cancellationToken) => Encoding.UTF8.GetString(await ReadAsync(cancellationToken));
}

/// <summary>A package that cannot be used, with every fault found.</summary>
internal sealed class PackageException(IReadOnlyList<string> faults) : Exception(string.Join("; ", faults))
{
    public PackageException(string fault) : this([fault]) { }

    /// <summary>One line each: the file and what is wrong with it.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
