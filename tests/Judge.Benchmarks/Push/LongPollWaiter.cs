namespace Judge.Benchmarks.Push;

/// <summary>Asks for the next version and is answered when there is one, or after 20 s.</summary>
internal sealed class LongPollWaiter(Client client) : IWaiter
{
    public async Task<SubmissionState> VerdictAsync(string id, CancellationToken cancellationToken)
    {
        for (var version = 1; ;)
        {
            if (await client.GetAsync($"/api/submissions/{id}?wait=20", version, cancellationToken) is not { } state) continue;
            if (state.Verdict is not null) return state;
            version = state.Version;
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
