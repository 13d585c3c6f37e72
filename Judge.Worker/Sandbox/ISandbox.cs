using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox;

/// <summary>
/// Runs commands that nobody trusts. Knows no problem and no verdict: request in, result out. A program's failure is a value in
/// the result; a sandbox that could not do its work throws <see cref="SandboxException"/>.
/// </summary>
internal interface ISandbox
{
    /// <summary>What is in force, for logs and <c>doctor</c>, such as <c>bubblewrap, cgroup v1</c>.</summary>
    string Description { get; }

    /// <summary>What cannot be exact on this host; null when everything can.</summary>
    string? Weakness { get; }

    /// <summary>A fresh, empty box for one submission, from a pool of warm ones, or made now when that is exhausted.</summary>
    /// <param name="image">What programs see beside the box, where that is an image; null: the default one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SandboxException">The sandbox itself failed.</exception>
    Task<IBox> OpenBoxAsync(string? image, CancellationToken cancellationToken);

    /// <summary>A box of the default image.</summary>
    /// <exception cref="SandboxException">The sandbox itself failed.</exception>
    Task<IBox> OpenBoxAsync(CancellationToken cancellationToken) => OpenBoxAsync(image: null, cancellationToken);

    /// <summary>The files and directories, as programs see them, that match any of the patterns: absolute paths in which a name may
    /// hold <c>*</c>. A link that leads nowhere is none.</summary>
    /// <exception cref="SandboxException">The sandbox itself failed.</exception>
    Task<IReadOnlyList<string>> FindAsync(string? image, IReadOnlyList<string> patterns, CancellationToken cancellationToken);
}

/// <summary>
/// One submission's folder, <c>/box</c> inside, and the runs that see it: the compiler may write it, programs may not. Every run
/// is a sandbox of its own, thrown away after it, and nothing else passes from one run to the next. Disposing throws the box away.
/// </summary>
internal interface IBox : IAsyncDisposable
{
    /// <summary>Puts a new file into the box.</summary>
    /// <param name="path">Relative, with / between folders.</param>
    /// <param name="content">The file's bytes.</param>
    /// <param name="executable">Whether it may be executed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SandboxException">There is no room, or there is such a file already.</exception>
    Task PutAsync(string path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken);

    /// <summary>Reads a regular file that a run left in the box; null when there is none, or something else of that name, or it is
    /// larger than <paramref name="limit"/> bytes. No link is followed.</summary>
    Task<byte[]?> GetAsync(string path, long limit, CancellationToken cancellationToken);

    /// <summary>The paths of all regular files in the box, in no particular order.</summary>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Runs the command to its end or to the first limit it breaks.</summary>
    /// <exception cref="SandboxException">The sandbox itself failed; nothing can be said of the program.</exception>
    Task<RunResult> RunAsync(RunRequest request, CancellationToken cancellationToken);
}

/// <summary>One command to run. Its working directory is <c>/box</c>.</summary>
internal sealed record RunRequest
{
    /// <summary>The argument vector; the first is an absolute path as seen inside.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    public required RunLimits Limits { get; init; }

    /// <summary>The whole environment; nothing of the worker's own is inherited.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Compilers write into the box, programs do not.</summary>
    public bool BoxWritable { get; init; }

    /// <summary>A file of the box, by opening which an interpreter begins with the program: a sandbox may start it once for many runs of
    /// a box, up to there, and have each run go on from there as a copy. They all have the same arguments, environment and limits then. Null: each
    /// run is executed. What the program sees and does is the same, and what the start took is not charged to it.</summary>
    public string? BeginsAt { get; init; }

    /// <summary>Standard input. The program gets a sealed copy: it can read and seek, never change what another case reads.</summary>
    public ReadOnlyMemory<byte> Stdin { get; init; }

    /// <summary>What else it can read, at most <see cref="MostFiles"/>, as sealed copies: an argument <c>{file:0}</c> becomes the path of the first.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Files { get; init; } = [];

    /// <summary>Instead of <see cref="Stdin"/>, what another run writes. The run closes this end here when it has begun.</summary>
    public Descriptor? StdinPipe { get; init; }

    /// <summary>Instead of collecting standard output, where another run reads it. The run closes this end here when it has begun.</summary>
    public Descriptor? StdoutPipe { get; init; }

    /// <summary>Called when the program has been released, with what tells of it as long as it runs.</summary>
    public Action<Func<RunActivity>>? Began { get; init; }

    /// <summary>Tells of the run that this one talks with: the time in which that is or could be busy is not counted as this one's wall time.</summary>
    public Func<RunActivity>? Partner { get; init; }

    /// <summary>Whether it goes on beside another run that may wait for it: it takes no turn and no processor then, or each could wait for the other.</summary>
    public bool IsCompanion { get; init; }

    /// <summary>Who asks the program through its descriptor 3 and hears its answers from 4; null: nobody, and it has neither. The limits of time and output
    /// hold for each turn of it then, and the result is of the turn in which the program ended.</summary>
    public IDialogue? Dialogue { get; init; }

    public const int MostFiles = 5;
}

/// <summary>What a run is doing.</summary>
/// <param name="Busy">For how long the busiest of its threads has computed, or waited for a processor.</param>
/// <param name="Now">Whether one does now.</param>
internal readonly record struct RunActivity(TimeSpan Busy, bool Now);

/// <summary>Asks a program line by line and hears a line for each; see <see cref="RunRequest.Dialogue"/>. What it costs is measured by turns, from one to the next
/// without a gap: nothing that the program does is in none of them.</summary>
internal interface IDialogue
{
    /// <summary>The program has written a line, the first of them before it was asked anything.</summary>
    /// <param name="answer">The line without its end. When it wrote more than a line, all of it: then there is a line feed in it.</param>
    /// <param name="endTurn">Ends the turn and begins the next: what it took and printed.</param>
    /// <returns>What it is asked next, with all line feeds; null: enough, it is ended.</returns>
    ReadOnlyMemory<byte>? Next(ReadOnlyMemory<byte> answer, Func<RunResult> endTurn);
}

/// <summary>The bounds of one run. All are upper limits.</summary>
/// <param name="Cpu">CPU time of the command and all its descendants.</param>
/// <param name="Wall">Wall time.</param>
/// <param name="MemoryBytes">Memory of all processes together, tmpfs included; also the stack's limit.</param>
/// <param name="OutputBytes">Standard output; going over it ends the run.</param>
/// <param name="StderrBytes">How much of standard error is kept; the rest is read and dropped, up to <paramref name="OutputBytes"/>.</param>
/// <param name="Processes">Processes and threads at one time.</param>
/// <param name="FileBytes">Largest single file.</param>
internal sealed record RunLimits(
    TimeSpan Cpu, TimeSpan Wall, long MemoryBytes, long OutputBytes, int StderrBytes, int Processes, long FileBytes);

/// <summary>Why a run ended.</summary>
internal enum RunEnd
{
    /// <summary>By itself, with an exit code or a signal.</summary>
    Finished,
    CpuLimit,
    WallLimit,
    MemoryLimit,
    OutputLimit,
}

/// <summary>What came of a run.</summary>
/// <param name="End">Why it ended. A limit wins over the exit code it caused.</param>
/// <param name="ExitCode">Exit code; null when a signal ended it.</param>
/// <param name="Signal">Signal number; null when it exited.</param>
/// <param name="Cpu">CPU time of all processes of the run.</param>
/// <param name="Wall">From the moment the command could begin to its end.</param>
/// <param name="MemoryBytes">Peak of all processes together.</param>
/// <param name="Stdout">At most <see cref="RunLimits.OutputBytes"/>.</param>
/// <param name="Stderr">At most <see cref="RunLimits.StderrBytes"/>.</param>
internal sealed record RunResult(
    RunEnd End, int? ExitCode, int? Signal, TimeSpan Cpu, TimeSpan Wall, long MemoryBytes, ReadOnlyMemory<byte> Stdout,
    ReadOnlyMemory<byte> Stderr)
{
    public bool Succeeded => End == RunEnd.Finished && ExitCode == 0;

    /// <summary>Why the command could not even be executed, in the words of strerror(3); null when it was. The exit code is 127 then.</summary>
    public string? NotExecuted { get; init; }
}

/// <summary>The sandbox is broken: infrastructure, never the program's fault.</summary>
internal sealed class SandboxException : Exception
{
    public SandboxException(string message) : base(message) { }

    public SandboxException(string message, Exception inner) : base(message, inner) { }
}
