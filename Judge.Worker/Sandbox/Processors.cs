using System.Globalization;
using System.Threading.Channels;

namespace Judge.Worker.Sandbox;

/// <summary>How many runs may go on at a time, and on which processor each: a run that has one to itself is not disturbed by its
/// neighbours' migrations, so that cases can run in parallel and be timed.</summary>
internal sealed class Processors
{
    /// <summary>No processor in particular.</summary>
    public const int None = -1;

    private readonly Channel<int> _free = Channel.CreateUnbounded<int>();

    /// <param name="concurrentRuns">Runs at a time.</param>
    /// <param name="pinned">Whether each is bound to a processor; else the kernel places them.</param>
    public Processors(int concurrentRuns, bool pinned)
    {
        var allowed = Allowed();
        for (var i = 0; i < concurrentRuns; i++) _free.Writer.TryWrite(pinned ? allowed[i % allowed.Count] : None);
    }

    /// <summary>For what goes on beside a run that has its turn.</summary>
    public static Rented Companion => new(owner: null, None);

    public async ValueTask<Rented> RentAsync(CancellationToken cancellationToken) => new(this, await _free.Reader.ReadAsync(cancellationToken));

    /// <summary>The processors that this process may use, from a list such as <c>0-3,8</c>.</summary>
    private static List<int> Allowed()
    {
        const string Key = "Cpus_allowed_list:";
        var list = File.ReadLines("/proc/self/status").First(l => l.StartsWith(Key, StringComparison.Ordinal))[Key.Length..];
        var processors = new List<int>();
        foreach (var range in list.Split(','))
        {
            var ends = range.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
            processors.AddRange(Enumerable.Range(ends[0], ends[^1] - ends[0] + 1));
        }

        return processors;
    }

    /// <summary>The right to run, given back when disposed.</summary>
    /// <param name="owner">Where it is given back to.</param>
    /// <param name="number">The processor, or <see cref="None"/>.</param>
    public readonly struct Rented(Processors? owner, int number) : IDisposable
    {
        public int Number => number;

        public void Dispose() => owner?._free.Writer.TryWrite(number);
    }
}
