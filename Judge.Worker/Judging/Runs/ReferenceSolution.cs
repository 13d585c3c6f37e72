using Judge.Contracts;
using Judge.Worker.Languages;
using Judge.Worker.Problems;

namespace Judge.Worker.Judging.Runs;

/// <summary>A program that came with a problem and is right: a file below submissions/accepted.</summary>
/// <param name="Language">Its language.</param>
/// <param name="Path">The file.</param>
internal sealed record ReferenceSolution(Language Language, string Path)
{
    /// <summary>Quickest to have an answer first, compilation included: it is compiled once and then kept.</summary>
    private static readonly string[] Quickest = ["cpp", "c", "rust", "go", "java", "csharp", "javascript", "typescript", "python"];

    /// <summary>The one that this host would run: the same on every host that has the same languages.</summary>
    /// <param name="directory">The problem's package.</param>
    /// <param name="package">The problem.</param>
    /// <param name="toolchains">The languages of this host.</param>
    /// <returns>Null when there is none in a language that this host has.</returns>
    public static ReferenceSolution? Find(string directory, ProblemPackage package, IReadOnlyDictionary<string, Toolchain> toolchains)
    {
        var accepted = System.IO.Path.Combine(directory, "submissions", "accepted");
        if (!Directory.Exists(accepted)) return null;
        return Directory.GetFiles(accepted).Where(f => new FileInfo(f).Length <= SubmissionLimits.SourceBytes && !Shebang.IsPython2(f))
            .Select(f => (Path: f, Language: LanguageCatalog.ForFile(f)))
            .Where(f => f.Language is { } language && toolchains.TryGetValue(language.Id, out var toolchain) && toolchain.Status.Available
                && (package.Signature is null || language.Functions is not null))
            .OrderBy(f => Array.IndexOf(Quickest, f.Language!.Id) is >= 0 and var place ? place : Quickest.Length)
            .ThenBy(f => f.Language!.Id, StringComparer.Ordinal).ThenBy(f => f.Path, StringComparer.Ordinal)
            .Select(f => new ReferenceSolution(f.Language!, f.Path)).FirstOrDefault();
    }
}
