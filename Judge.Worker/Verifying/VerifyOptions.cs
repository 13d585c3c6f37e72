namespace Judge.Worker.Verifying;

/// <summary>What <c>verify</c> is told.</summary>
/// <param name="Paths">Directories and zips.</param>
/// <param name="Json">Whether the report is for machines.</param>
internal sealed record VerifyOptions(IReadOnlyList<string> Paths, bool Json)
{
    /// <returns>Null, and what is wrong, when it cannot be understood.</returns>
    public static (VerifyOptions? Options, string? Fault) Parse(IReadOnlyList<string> arguments)
    {
        if (arguments.FirstOrDefault(a => a.StartsWith('-') && a != "--json") is { } unknown) return (null, $"unknown option {unknown}");
        var paths = arguments.Where(a => a != "--json").ToList();
        return paths.Count == 0 ? (null, "name at least one problem directory, such as problems/*") : (new VerifyOptions(paths, arguments.Contains("--json", StringComparer.Ordinal)), null);
    }
}
