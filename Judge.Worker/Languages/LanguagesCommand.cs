using Judge.Worker.Hosting;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Languages;

/// <summary><c>languages</c>: what this host can judge. <c>--markdown</c>: docs/languages.md. <c>--packages all|ID…</c>: for <c>./judge</c>, a line
/// <c>PATH:PACKAGES</c> for each of the named ones that is not here and apt-get can bring: what is missed, and what brings it. Instead of an id, <c>.py</c> is
/// the language of such files, if there is one.</summary>
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
                if (ids.FirstOrDefault(id => id != "all" && !id.StartsWith('.') && LanguageCatalog.Find(id) is null) is { } unknown)
                {
                    await Console.Error.WriteLineAsync($"languages: '{unknown}' is none; known are all, {string.Join(", ", LanguageCatalog.All.Select(l => l.Id))}");
                    return 2;
                }

                foreach (var language in LanguageCatalog.All.Where(l => ids.Any(id => id == "all" || id == l.Id || l.Extensions.Contains(id, StringComparer.Ordinal))))
                {
                    if (Missing(language) is { } file && PackagesOf(language) is { } packages) Console.WriteLine($"{file}:{packages}");
                }

                return 0;
            default:
                await Console.Error.WriteLineAsync("languages: only --markdown, or --packages all|ID...");
                return 2;
        }
    }

    /// <summary>What apt-get takes; null where the toolchain is none of Debian's.</summary>
    public static string? PackagesOf(Language language) => language.Needs.Length == 0 ? null : language.Packages;

    /// <summary>The first thing that this host lacks; null when the toolchain is here.</summary>
    private static string? Missing(Language language) =>
        language.Needs.FirstOrDefault(f => !File.Exists(f)) ?? (language.Locate(HostFiles.Find(language.LooksFor)) is null ? language.LooksFor[0] : null);

    private static async Task ListAsync(PoolProfile profile, CancellationToken cancellationToken)
    {
        using var pool = await JudgingPool.StartAsync(profile, cancellationToken);
        Console.WriteLine($"{"id",-11} {"name",-22} version, or why not");
        foreach (var (language, status) in pool.Toolchains.Values.Select(t => (t.Language, t.Status)))
            Console.WriteLine($"{language.Id,-11} {language.Name,-22} {(status.Available ? status.Version : $"- {status.Reason}")}");
    }
}
