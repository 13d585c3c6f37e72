namespace Judge.Benchmarks.Push;

/// <summary>Asks at an interval, first after one interval, with the version it knows: most answers are a 304 without a body.</summary>
internal sealed class PollingWaiter(Client client, TimeSpan interval) : IWaiter
{
    public async Task<SubmissionState> VerdictAsync(string id, CancellationToken cancellationToken)
    {
        var version = 1;
        using var timer = new PeriodicTimer(interval);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (await client.GetAsync($"/api/submissions/{id}", version, cancellationToken) is not { } state) continue;
            if (state.Verdict is not null) return state;
            version = state.Version;
        }

        throw new OperationCanceledException(cancellationToken);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
