using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Judge.Chaos;
using Judge.Testing;

namespace Judge.EndToEnd.Tests.Rolling;

/// <summary>
/// Clients that submit all the while and wait for verdicts in every way there is, with no patience at all: whatever is not an answer, whatever
/// ends other than it should, is written down.
/// </summary>
internal sealed partial class Load(string url) : IDisposable
{
    private static readonly string[] Keys = ["demo-premium", "demo-free"];
    private static readonly TimeSpan SubmitEvery = TimeSpan.FromMilliseconds(1500), InsistEvery = TimeSpan.FromMilliseconds(20), PollEvery = TimeSpan.FromMilliseconds(100);

    private static readonly (string Source, string Verdict)[] Sent =
    [
        // Those that go wrong do so at the first case: two processors serve all of this.
        (Programs.Mixed[2].Source, "wrongAnswer"), (Programs.Slow(0.15), "accepted"), (Programs.Mixed[4].Source, "runtimeError"), (Programs.Mixed[2].Source, "wrongAnswer"),
        (Programs.Mixed[0].Source, "accepted"),
    ];

    private readonly ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly Dictionary<string, Channel<(string Id, string Key)>> _toFollow = new(StringComparer.Ordinal)
    {
        ["poll"] = Channel.CreateUnbounded<(string, string)>(), ["wait"] = Channel.CreateUnbounded<(string, string)>(), ["stream"] = Channel.CreateUnbounded<(string, string)>(),
    };

    private readonly CancellationTokenSource _enough = new(), _over = new();
    private readonly List<Task> _submitters = [], _followers = [], _sockets = [];
    private int _submitted;

    /// <summary>What was promised, and told.</summary>
    public Ledger Ledger { get; } = new();

    /// <summary>What a client may not meet, a line each.</summary>
    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>What was done, by kind.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <summary>How often the server closed each WebSocket client's socket with 1001.</summary>
    public int[] Farewells { get; } = new int[6];

    public void Start()
    {
        foreach (var key in Keys)
            foreach (var keepAlive in (bool[])[true, false]) _submitters.Add(SubmitAsync(key, keepAlive));
        foreach (var keepAlive in (bool[])[true, true, true, false]) _submitters.Add(InsistAsync(keepAlive));
        foreach (var keepAlive in (bool[])[true, true, true, false]) _followers.Add(FollowAsync("poll", (id, key) => PollAsync(id, key, keepAlive)));
        for (var i = 0; i < 6; i++) _followers.Add(FollowAsync("wait", WaitAsync));
        for (var i = 0; i < 6; i++) _followers.Add(FollowAsync("stream", StreamAsync));
        for (var i = 0; i < Farewells.Length; i++) _sockets.Add(ListenAsync(i));
    }

    /// <summary>Submits no more and waits until all that was submitted is judged, as far as the clients were told.</summary>
    public async Task FinishAsync(TimeSpan deadline)
    {
        await _enough.CancelAsync();
        await Task.WhenAll(_submitters);
        foreach (var ids in _toFollow.Values) ids.Writer.Complete();
        await Task.WhenAll(_followers).WaitAsync(deadline);
        await _over.CancelAsync();
        await Task.WhenAll(_sockets).WaitAsync(deadline);
    }

    public void Dispose()
    {
        _enough.Cancel();
        _over.Cancel();
    }

    private void Count(string what) => _counts.AddOrUpdate(what, 1, (_, n) => n + 1);

    private void Fail(string what, string how) => _failures.Enqueue($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {what}: {how}");

    /// <summary>No Idempotency-Key: nobody between here and there may send it twice.</summary>
    private async Task SubmitAsync(string key, bool keepAlive)
    {
        using var http = new PlainHttp(url, key, keepAlive);
        var kind = keepAlive ? "POST kept" : "POST closed";
        using var timer = new PeriodicTimer(SubmitEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(_enough.Token))
            {
                var number = Interlocked.Increment(ref _submitted);
                var (source, verdict) = Sent[number % Sent.Length];
                await SubmitAsync(http, kind, source, verdict, key, _toFollow.Values.ElementAt(number % _toFollow.Count));
            }
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    /// <summary>One whose verdict takes so long, without any work, that every instance is restarted meanwhile, and a stream that follows it.</summary>
    public async Task SubmitLongAsync()
    {
        using var http = new PlainHttp(url, Keys[0], keepAlive: true);
        await SubmitAsync(http, "POST kept", Programs.Slow(2.5), "accepted", Keys[0], _toFollow["stream"]);
    }

    private async Task SubmitAsync(PlainHttp http, string kind, string source, string verdict, string key, Channel<(string Id, string Key)> follower)
    {
        var json = new JsonObject { ["problem"] = "a-plus-b", ["language"] = "python", ["source"] = source }.ToJsonString();
        if (await AskAsync(http, kind, "POST", "/api/submissions", 202, json) is not { } submission) return;
        var id = submission["id"]!.GetValue<string>();
        Ledger.Promise(id, verdict);
        await follower.Writer.WriteAsync((id, key));
    }

    /// <summary>Many that are refused: they cost no judging, and neither they nor an answer to them may be lost.</summary>
    private async Task InsistAsync(bool keepAlive)
    {
        using var http = new PlainHttp(url, Keys[0], keepAlive);
        using var timer = new PeriodicTimer(InsistEvery);
        try
        {
            while (await timer.WaitForNextTickAsync(_enough.Token)) await AskAsync(http, "POST refused", "POST", "/api/submissions", 400, "{}");
        }
        catch (OperationCanceledException)
        {
            // Enough.
        }
    }

    /// <summary>One request, once.</summary>
    /// <returns>Null when it failed.</returns>
    private async Task<JsonObject?> AskAsync(PlainHttp http, string kind, string method, string path, int expected, string? json = null)
    {
        Count(kind);
        try
        {
            var (status, body) = await http.SendAsync(method, path, json);
            if (status == expected) return JsonNode.Parse(body)!.AsObject();
            Fail(kind, $"{status} {body}");
        }
        catch (IOException e)
        {
            Fail(kind, e.Message);
        }

        return null;
    }

    private async Task FollowAsync(string way, Func<string, string, Task> follow)
    {
        await foreach (var (id, key) in _toFollow[way].Reader.ReadAllAsync())
        {
            try
            {
                await follow(id, key);
            }
            catch (Exception e)
            {
                Fail(way, $"{e.GetType().Name} {e.Message}");
            }
        }
    }
}
