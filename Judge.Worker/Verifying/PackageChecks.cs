using System.Security.Cryptography;
using Judge.Worker.Problems;

namespace Judge.Worker.Verifying;

/// <summary>What can be said of a package without running anything: its statement, and cases that are there twice.</summary>
internal static class PackageChecks
{
    private const int ShortestStatement = 30;

    public static async Task CheckAsync(string directory, ProblemPackage package, Findings findings, CancellationToken cancellationToken)
    {
        Statement(directory, package, findings);
        await DuplicatesAsync(package.Cases, findings, cancellationToken);
        if (!package.Cases.Any(c => c.IsSample) && package.Interactions.Count == 0) findings.Warn("data/sample: there is no sample");
    }

    /// <summary>A solver of a program problem has to be told of its input and output, one of a function problem the function's name, or it cannot be solved.</summary>
    private static void Statement(string directory, ProblemPackage package, Findings findings)
    {
        const string Place = "statement/problem.en.md";
        var text = package.Statement;
        if (text.Trim().Length == 0 && !IsUnread(directory)) findings.Fault($"{Place}: is missing, or empty");
        else if (text.Trim().Length is > 0 and < ShortestStatement) findings.Warn($"{Place}: has fewer than {ShortestStatement} letters");
        if (text.Trim().Length == 0) return;
        if (package.Signature is { IsClass: true } signature)
        {
            foreach (var method in signature.Functions.Skip(1).Where(m => !text.Contains(m.Name, StringComparison.Ordinal))) findings.Warn($"{Place}: does not mention the method {method.Name}");
        }
        else if (package.Signature is { } function)
        {
            foreach (var parameter in function.Main.Parameters.Where(p => !text.Contains(p.Name, StringComparison.Ordinal))) findings.Warn($"{Place}: does not mention the parameter {parameter.Name}");
        }
        else
        {
            foreach (var word in ((string[])["input", "output"]).Where(w => !text.Contains(w, StringComparison.OrdinalIgnoreCase) && !Says(text, w)))
                findings.Warn($"{Place}: does not say what the {word} is");
        }
    }

    /// <summary>A statement that says something, if not to us. It has been told of by who reads packages.</summary>
    private static bool IsUnread(string directory) =>
        ((string[])["statement", "problem_statement"]).Select(f => Path.Combine(directory, f)).Any(f => Directory.Exists(f) && Directory.GetFiles(f, "problem.*pdf").Length > 0);

    /// <summary>An interactive problem talks of interaction instead.</summary>
    private static bool Says(string text, string word) =>
        text.Contains("interact", StringComparison.OrdinalIgnoreCase) || word == "output" && text.Contains("print", StringComparison.OrdinalIgnoreCase);

    private static async Task DuplicatesAsync(IReadOnlyList<ProblemCase> cases, Findings findings, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, ProblemCase>(StringComparer.Ordinal);
        foreach (var one in cases)
        {
            var hash = Convert.ToHexString(SHA256.HashData(await one.Input.ReadAsync(cancellationToken)));
            if (!seen.TryAdd(hash, one)) findings.Warn($"data/{one.Name}.in: is the same as data/{seen[hash].Name}.in");
        }
    }
}

/// <summary>What was found wrong (the package fails) and what is only odd.</summary>
internal sealed class Findings
{
    private readonly List<string> _faults = [], _warnings = [];

    public IReadOnlyList<string> Faults => _faults;

    public IReadOnlyList<string> Warnings => _warnings;

    public void Fault(string what) => _faults.Add(what);

    public void Warn(string what) => _warnings.Add(what);
}
