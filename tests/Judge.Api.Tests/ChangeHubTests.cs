using Judge.Api.Push;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Tests;

/// <summary>States that come in the wrong order, from threads that read at different moments.</summary>
public sealed class ChangeHubTests : IDisposable
{
    private static readonly Guid Id = Guid.CreateVersion7(), Account = Guid.CreateVersion7();
    private readonly ChangeHub _hub = new(TimeProvider.System);

    public void Dispose() => _hub.Dispose();

    [Fact]
    public async Task A_waiter_gets_the_newest_whatever_is_told_last()
    {
        using var waiter = new Waiter(_hub, Id);
        _hub.Tell(Snapshot(2, SubmissionState.Judged));
        _hub.Tell(Snapshot(1, SubmissionState.Queued));
        Assert.Equal(2, (await waiter.NextAsync(TimeSpan.FromSeconds(20), default))!.Version);
        Assert.Empty(_hub.Queued());
    }

    [Fact]
    public async Task A_change_is_read_once_however_often_it_is_told_of_and_again_when_reading_failed()
    {
        using var waiter = new Waiter(_hub, Id);
        for (var i = 0; i < 3; i++) _hub.Changed(new SubmissionChanged(Id, Account, 2));
        _hub.Changed(new SubmissionChanged(Guid.CreateVersion7(), Account, 2));
        var changed = await _hub.TakeChangedAsync(default);
        Assert.Equal([Id], changed);
        _hub.PutBack(changed);
        Assert.Equal([Id], await _hub.TakeChangedAsync(default));
        _hub.Changed(new SubmissionChanged(Id, Account, 2));
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _hub.TakeChangedAsync(soon.Token));
    }

    private static Snapshot Snapshot(int version, SubmissionState state) => new(
        new SubmissionRow { Id = Id.ToString(), AccountId = Account.ToString(), Version = version, State = state }, state == SubmissionState.Queued ? new QueueView(3, 250) : null);
}
