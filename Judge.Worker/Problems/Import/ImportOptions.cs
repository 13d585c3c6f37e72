namespace Judge.Worker.Problems.Import;

/// <summary>What <c>import</c> is told.</summary>
internal sealed record ImportOptions(IReadOnlyList<string> Paths, Uri Url, string Key, string? Slug, string? ConvertOnly)
{
    /// <returns>Null, and what is wrong, when it cannot be understood.</returns>
    public static (ImportOptions? Options, string? Fault) Parse(IReadOnlyList<string> arguments, Func<string, string?> environment)
    {
        var (paths, url, key) = (new List<string>(), environment("JUDGE_URL") ?? "http://127.0.0.1:5080", environment("JUDGE_KEY") ?? "demo-admin");
        string? slug = null, convertOnly = null;
        for (var i = 0; i < arguments.Count; i++)
        {
            var word = arguments[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                paths.Add(word);
                continue;
            }

            if (word is not ("--url" or "--key" or "--slug" or "--convert-only")) return (null, $"unknown option {word}");
            if (++i == arguments.Count || arguments[i].Length == 0) return (null, $"{word} needs a value");
            switch (word)
            {
                case "--url": url = arguments[i]; break;
                case "--key": key = arguments[i]; break;
                case "--slug": slug = arguments[i]; break;
                default: convertOnly = arguments[i]; break;
            }
        }

        if (paths.Count == 0) return (null, "name at least one package, a zip or a directory");
        if (slug is not null && paths.Count > 1) return (null, "--slug is for one package");
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")) return (null, $"--url '{url}' is no http or https address");
        return (new ImportOptions(paths, address, key, slug, convertOnly), null);
    }
}
