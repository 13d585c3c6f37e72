using System.Runtime.InteropServices;
using Judge.Worker.Judging;

namespace Judge.Worker.Tests.Attacks;

/// <summary>Words that stand in a place each where no program may look. One that is seen in what is shown to users tells which.</summary>
internal sealed partial class Canaries : IDisposable
{
    public const string Variable = "JUDGE_ATTACK_SECRET";
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    public Canaries()
    {
        Environment.SetEnvironmentVariable(Variable, Word("the worker's environment"));
        // .NET keeps an environment of its own; what a child would inherit by mistake is libc's.
        _ = setenv(Variable, _words["the worker's environment"], 1);
        File = Path.Combine("/tmp", $"judge-canary-{Guid.NewGuid():N}");
        System.IO.File.WriteAllText(File, Word("a file of the host") + "\n");
        System.IO.File.SetUnixFileMode(File, (UnixFileMode)0x1b6);
        // A line of the host's users that every host has and no sandbox does.
        _words["the host's /etc/passwd"] = "root:x:0:0:";
    }

    /// <summary>A file that everybody on the host may read and write.</summary>
    public string File { get; }

    public bool FileIsIntact => System.IO.File.ReadAllText(File) == _words["a file of the host"] + "\n" && System.IO.File.GetUnixFileMode(File) == (UnixFileMode)0x1b6;

    /// <summary>A new word, for that place.</summary>
    public string Word(string place) => _words[place] = $"canary_{Guid.NewGuid():N}";

    /// <summary>The places whose words stand in anything of the judgement.</summary>
    public IEnumerable<string> SeenIn(Judgement judgement)
    {
        var shown = string.Join('\n', judgement.Cases.SelectMany(c => (string?[])[c.Output, c.Stderr, c.Message, c.Input, c.Expected])
            .Append(judgement.CompileOutput).Append(judgement.Message));
        return _words.Where(w => shown.Contains(w.Value, StringComparison.Ordinal)).Select(w => w.Key);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _ = unsetenv(Variable);
        System.IO.File.Delete(File);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int unsetenv(string name);
}
