using System.Diagnostics;
using Judge.Worker.Sandbox.Native;

namespace Judge.Worker.Sandbox.Bubblewrap;

/// <summary>
/// Starts interpreters ahead: a lane becomes one that is held where it would open its program, and each run goes on from there as a copy. See
/// Cell/warm.c and Warm/held.c. Where that does not work every run starts its own, which is slower and else the same.
/// </summary>
internal sealed class WarmStarts : IDisposable
{
    /// <summary>judge-warm.so.</summary>
    public static readonly string Library = Path.Combine(AppContext.BaseDirectory, "judge-warm.so");

    // A file in memory: the program can see the names of what is mapped, and need not know where this is on the host.
    private const int MostFailures = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    private readonly Descriptor _library = Descriptor.SealedFile(File.ReadAllBytes(Library));
    private int _failures;
    private long _failedAt;
    private volatile string? _lastFailure;

    /// <summary>Why none are started ahead for a while, after five in a row that could not be; null while they are.</summary>
    public string? GivenUp => Volatile.Read(ref _failures) < MostFailures || Stopwatch.GetElapsedTime(Volatile.Read(ref _failedAt)) > Rest ? null : _lastFailure;

    /// <returns>False: it could not be made warm, and is of no use any more.</returns>
    public bool TryWarm(Lane lane, RunRequest first)
    {
        try
        {
            lane.Warm(first, _library);
            Volatile.Write(ref _failures, 0);
            return true;
        }
        catch (SandboxException e)
        {
            _lastFailure = e.Message;
            Volatile.Write(ref _failedAt, Stopwatch.GetTimestamp());
            Interlocked.Increment(ref _failures);
            return false;
        }
    }

    public void Dispose() => _library.Dispose();
}
