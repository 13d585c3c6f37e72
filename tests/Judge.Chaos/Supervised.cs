using Judge.Testing;

namespace Judge.Chaos;

/// <summary>A process that is started again whenever it ends, as systemd or Compose would.</summary>
internal sealed class Supervised : IAsyncDisposable
{
    private static readonly TimeSpan RestartPause = TimeSpan.FromMilliseconds(500);
    private readonly Func<JudgeProcess> _start;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _running;
    private JudgeProcess _process;

    public Supervised(string name, Func<JudgeProcess> start)
    {
        (Name, _start, _process) = (name, start, start());
        _running = RunAsync();
    }

    public string Name { get; }

    /// <summary>What the present process has printed.</summary>
    public string Output => _process.Output;

    public int Starts { get; private set; } = 1;

    public async Task KillAsync()
    {
        try
        {
            await _process.KillAsync();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself and is about to be started.
        }
    }

    public void Signal(string name) => _process.Signal(name);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        await _process.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            await Task.Delay(RestartPause, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stopping.IsCancellationRequested || !_process.HasExited) continue;
            var ended = _process;
            _process = _start();
            Starts++;
            await ended.DisposeAsync();
        }
    }
}
