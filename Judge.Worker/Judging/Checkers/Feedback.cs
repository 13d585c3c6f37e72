using System.Text;

namespace Judge.Worker.Judging.Checkers;

/// <summary>What a validator left behind beside its exit code: the files of its feedback directory, and its standard error. A run's sandbox is gone when the run
/// has ended, so a shell around the validator says them on its own standard error.</summary>
internal sealed class Feedback
{
    /// <summary>The directory, as the format wants it: with a slash at its end.</summary>
    public const string Directory = "/tmp/feedback/";

    /// <summary>Bytes of each file that are told.</summary>
    private const int MostBytes = 4096;

    private static readonly string[] Files = ["judgemessage.txt", "teammessage.txt", "score.txt", "score_multiplier.txt"];

    /// <summary>Called with the validator's command line. A program that has ended early is for an interactor to find out, and no signal. No shell says anything of a signal: standard error is not its own meanwhile.</summary>
    private static readonly string Script =
        $$"""
        mkdir -p {{Directory}} && cd /box || exit 1
        trap '' PIPE
        { "$@" 2>/tmp/stderr; } 2>/dev/null
        code=$?
        for file in {{string.Join(' ', Files.Select(f => Directory + f))}} /tmp/stderr; do
          if [ -s "$file" ]; then printf '%s\000' "${file##*/}"; head -c {{MostBytes}} "$file" | tr -d '\000'; printf '\000'; fi
        done >&2
        exit $code
        """;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>For the judges.</summary>
    public string? JudgeMessage => Text("judgemessage.txt");

    /// <summary>For the user.</summary>
    public string? TeamMessage => Text("teammessage.txt");

    public string? Score => Text("score.txt");

    public string? ScoreMultiplier => Text("score_multiplier.txt");

    public string? Stderr => Text("stderr");

    /// <summary>The validator's command line with the shell around it.</summary>
    public static string[] Around(IEnumerable<string> command) => ["/bin/sh", "-c", Script, "validator", .. command];

    /// <param name="said">The shell's standard error.</param>
    public static Feedback Read(ReadOnlySpan<byte> said)
    {
        var feedback = new Feedback();
        var parts = Encoding.UTF8.GetString(said).Split('\0');
        for (var i = 0; i + 1 < parts.Length; i += 2) feedback._texts[parts[i]] = parts[i + 1];
        return feedback;
    }

    /// <summary>For tests and for those that have no shell around them.</summary>
    public static Feedback Of(params (string Name, string Text)[] files)
    {
        var feedback = new Feedback();
        foreach (var (name, text) in files) feedback._texts[name] = text;
        return feedback;
    }

    /// <summary>On one line; null when there is nothing.</summary>
    private string? Text(string name) =>
        _texts.TryGetValue(name, out var text) && string.Join(' ', text.Split((char[])['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is { Length: > 0 } line ? line : null;
}
