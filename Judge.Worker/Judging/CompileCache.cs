using System.Collections.Concurrent;

namespace Judge.Worker.Judging;

/// <summary>What was compiled once need not be again. Of those that ask for the same at one time, one compiles and the others wait.</summary>
internal sealed class CompileCache(CompileStore store)
{
    private readonly ConcurrentDictionary<string, Task<Flight>> _flights = new(StringComparer.Ordinal);

    /// <summary>How the one that compiled fared.</summary>
    private enum Flown
    {
        /// <summary>With an outcome for all who asked.</summary>
        Arrived,

        /// <summary>With one that another may not get: everybody compiles for himself.</summary>
        Alone,

        /// <summary>It was cancelled or failed: one of the others takes its place.</summary>
        Lost,
    }

    /// <param name="key">Stands for everything the outcome depends on.</param>
    /// <param name="compile">Compiles; says whether the outcome is the same every time. Called at most once.</param>
    /// <param name="cancellationToken">Gives up, waiting or compiling.</param>
    /// <returns>The outcome, and whether it was there already or was another's.</returns>
    public async Task<(Compilation Compilation, bool Hit)> GetAsync(
        string key, Func<Task<(Compilation Compilation, bool Lasting)>> compile, CancellationToken cancellationToken)
    {
        var mine = new TaskCompletionSource<Flight>(TaskCreationOptions.RunContinuationsAsynchronously);
        for (Task<Flight> first; (first = _flights.GetOrAdd(key, mine.Task)) != mine.Task;)
        {
            var flight = await first.WaitAsync(cancellationToken);
            if (flight.Flown == Flown.Arrived) return (flight.Compilation!, true);
            if (flight.Flown == Flown.Alone) return ((await compile()).Compilation, false);
        }

        var outcome = new Flight(Flown.Lost, null);
        try
        {
            if (await store.ReadAsync(key, cancellationToken) is { } stored && Compilation.FromBytes(stored) is { } known)
            {
                outcome = new Flight(Flown.Arrived, known);
                return (known, true);
            }

            var (compilation, lasting) = await compile();
            outcome = lasting ? new Flight(Flown.Arrived, compilation) : new Flight(Flown.Alone, null);
            if (lasting) await store.WriteAsync(key, compilation.ToBytes(), cancellationToken);
            return (compilation, false);
        }
        finally
        {
            _flights.TryRemove(key, out _);
            mine.SetResult(outcome);
        }
    }

    private sealed record Flight(Flown Flown, Compilation? Compilation);
}
