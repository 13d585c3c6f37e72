namespace Judge.Api.Hosting;

/// <summary>Lets a loop that comes round by itself be told that there is something to do now; told more than once, it comes round once.</summary>
internal sealed class WakeUp : IDisposable
{
    private readonly SemaphoreSlim _told = new(0);

    public void Tell()
    {
        if (_told.CurrentCount == 0) _told.Release();
    }

    /// <summary>Ends when it was told, or when so much time has passed.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _told.WaitAsync(atMost, cancellationToken);

    public void Dispose() => _told.Dispose();
}
