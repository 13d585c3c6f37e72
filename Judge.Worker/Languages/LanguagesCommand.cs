using Judge.Worker.Hosting;

namespace Judge.Worker.Languages;

/// <summary><c>languages</c>: what this host can judge. <c>--markdown</c>: docs/languages.md. <c>--packages all|ID…</c>: for <c>./judge</c>, a line
/// <c>PATH:PACKAGES</c> for every file that the named ones need and apt-get can bring.</summary>
internal static class LanguagesCommand
{
    /// <returns>0; 2 when asked for what there is not.</returns>
    public static async Task<int> RunAsync(string[] arguments, PoolProfile profile, CancellationToken cancellationToken)
    {
        switch (arguments)
        {
            case []:
                await ListAsync(profile, cancellationToken);
                return 0;
            case ["--markdown"]:
                Console.Write(LanguagesPage.Text);
                return 0;
            case ["--packages", .. { Length: > 0 } ids]:
                if (ids.FirstOrDefault(id => id != "all" && LanguageCatalog.Find(id) is null) is { } unknown)
                {
                    await Console.Error.WriteLineAsync($"languages: '{unknown}' is none; known are all, {string.Join(", ", LanguageCatalog.All.Select(l => l.Id))}");
                    return 2;
                }

                foreach (var language in LanguageCatalog.All.Where(l => ids.Contains("all", StringComparer.Ordinal) || ids.Contains(l.Id, StringComparer.Ordinal)))
                {
                    foreach (var file in language.Needs) Console.WriteLine($"{file}:{language.Packages}");
                }

                return 0;
            default:
                await Console.Error.WriteLineAsync("languages: only --markdown, or --packages all|ID...");
                return 2;
        }
    }

    private static async Task ListAsync(PoolProfile profile, CancellationToken cancellationToken)
    {
        using var pool = await JudgingPool.StartAsync(profile, cancellationToken);
        Console.WriteLine($"{"id",-11} {"name",-22} version, or why not");
        foreach (var (language, status) in pool.Toolchains.Values.Select(t => (t.Language, t.Status)))
            Console.WriteLine($"{language.Id,-11} {language.Name,-22} {(status.Available ? status.Version : $"- {status.Reason}")}");
    }
}
