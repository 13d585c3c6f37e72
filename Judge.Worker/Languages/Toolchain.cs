using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Judge.Contracts;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Languages;

/// <summary>A language as this host, or an image, has it: its commands with every placeholder filled in.</summary>
internal sealed class Toolchain
{
    /// <summary>What a compiler's runtime may take itself to have, MiB, whatever the problem gives to programs.</summary>
    public const int CompileMemoryMb = 512;

    private static readonly RunLimits VersionLimits = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), 1L << 30, 64 * 1024, 16 * 1024, 64, 1 << 20);

    /// <summary>What this host's toolchains have said, by the command, and by when its program was written: a process has many pools in tests, and two when it embeds them.</summary>
    private static readonly ConcurrentDictionary<(string Command, DateTime Written), string> Known = new();

    private readonly ToolchainFacts _facts;
    private string? _prepared;

    private Toolchain(Language language, string? image, ToolchainFacts facts, LanguageStatus status)
    {
        (Language, Image, _facts, Status) = (language, image, facts, status);
    }

    public Language Language { get; }

    /// <summary>Where it is, when that is an image and not the host.</summary>
    public string? Image { get; }

    public LanguageStatus Status { get; }

    /// <summary>Where runs see what the language's <see cref="Preparation"/> made; null as long as it has not.</summary>
    public string? Prepared { get => Volatile.Read(ref _prepared); set => Volatile.Write(ref _prepared, value); }

    /// <summary>Files the toolchain wants in the box beside the source.</summary>
    public IReadOnlyDictionary<string, string> Files => _facts.Files;

    /// <summary>The same toolchain with other commands.</summary>
    public Toolchain With(Language language) => new(language, Image, _facts, Status) { Prepared = Prepared };

    /// <summary>Looks for every language's toolchain and asks each for its version, inside the sandbox it will run in.</summary>
    /// <param name="sandbox">Where.</param>
    /// <param name="served">The ids of those that are wanted; null: all. Nobody is asked for the others.</param>
    /// <param name="imageOf">The image of each, for a sandbox made of images; else null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<IReadOnlyDictionary<string, Toolchain>> ProbeAllAsync(
        ISandbox sandbox, IReadOnlySet<string>? served, Func<Language, string?> imageOf, CancellationToken cancellationToken)
    {
        // Asking an image what it has takes a container: each is asked once, for all of its languages.
        var found = LanguageCatalog.All.GroupBy(l => imageOf(l) ?? "", StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => sandbox.FindAsync(g.Key.Length == 0 ? null : g.Key, [.. g.SelectMany(l => l.Needs.Concat(l.LooksFor)).Distinct(StringComparer.Ordinal)], cancellationToken),
            StringComparer.Ordinal);
        var toolchains = await Task.WhenAll(LanguageCatalog.All.Select(l => served?.Contains(l.Id) == false
            ? Task.FromResult(Unavailable(l, "is not judged here (Worker__Languages)"))
            : ProbeAsync(l, sandbox, imageOf(l), found[imageOf(l) ?? ""], cancellationToken)));
        return toolchains.ToDictionary(t => t.Language.Id, StringComparer.Ordinal);
    }

    private static async Task<Toolchain> ProbeAsync(
        Language language, ISandbox sandbox, string? image, Task<IReadOnlyList<string>> finding, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> found;
        try
        {
            found = await finding;
        }
        catch (SandboxException e) when (image is not null)
        {
            // The other languages' images may be there.
            return Unavailable(language, e.Message);
        }

        var facts = language.Locate(found);
        var missing = language.Needs.FirstOrDefault(f => !found.Contains(f, StringComparer.Ordinal));
        if (missing is not null || facts is null)
            return Unavailable(language, $"{missing ?? "its toolchain"} is not {(image is null ? "installed" : $"in the image {image}")} (needs {language.Packages})");

        var toolchain = new Toolchain(language, image, facts, new LanguageStatus(language.Id, null, true, null));
        var command = toolchain.Arguments(language.Version, 256);
        var key = (string.Join(' ', command), File.GetLastWriteTimeUtc(command[0]));
        if (image is null && Known.TryGetValue(key, out var known)) return new Toolchain(language, image, facts, toolchain.Status with { Version = known });
        await using var box = await sandbox.OpenBoxAsync(image, cancellationToken);
        var run = await box.RunAsync(
            new RunRequest
            {
                Arguments = command,
                Environment = toolchain.Environment(256),
                Limits = VersionLimits,
            },
            cancellationToken);
        var said = Encoding.UTF8.GetString((run.Stdout.Length > 0 ? run.Stdout : run.Stderr).Span).Split('\n')[0].Trim();
        if (!run.Succeeded) return Unavailable(language, $"{command[0]} does not run in the sandbox: {run.End}, {said}");
        if (image is null) Known[key] = said;
        return new Toolchain(language, image, facts, toolchain.Status with { Version = said });
    }

    private static Toolchain Unavailable(Language language, string reason) =>
        new(language, null, ToolchainFacts.None, new LanguageStatus(language.Id, null, false, reason));

    /// <summary>The arguments with placeholders replaced.</summary>
    /// <param name="arguments">As in the language record. Those that come to nothing are left out.</param>
    /// <param name="memoryMb">The problem's memory limit, MiB.</param>
    public IReadOnlyList<string> Arguments(string[] arguments, int memoryMb) => [.. arguments.Select(a => Fill(a, memoryMb)).Where(a => a.Length > 0)];

    /// <summary>The whole environment of a run in this language.</summary>
    public Dictionary<string, string> Environment(int memoryMb)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = "/tmp",
            ["LANG"] = "C.UTF-8",
        };
        foreach (var (name, value) in Language.Environment) environment[name] = Fill(value, memoryMb);
        return environment;
    }

    private string Fill(string template, int memoryMb)
    {
        if (!template.Contains('{', StringComparison.Ordinal)) return template;
        var text = template
            .Replace("{memoryMb}", memoryMb.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{memoryHex}", (memoryMb * 1024L * 1024).ToString("x", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        if (Prepared is { } prepared) text = text.Replace("{prepared}", prepared, StringComparison.Ordinal);
        foreach (var (name, value) in _facts.Variables) text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }
}
