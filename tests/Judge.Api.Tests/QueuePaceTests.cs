using Judge.Api.Queues;

namespace Judge.Api.Tests;

public sealed class QueuePaceTests
{
    [Theory]
    [InlineData(0, 0, 100.0, 5, null)] // No worker.
    [InlineData(2, 2, null, 5, null)] // Nothing judged of late.
    [InlineData(2, 0, 100.0, 0, 0)]
    [InlineData(2, 1, 100.0, 0, 0)]
    [InlineData(2, 2, 100.0, 0, 25)]
    [InlineData(2, 2, 100.0, 9, 475)]
    [InlineData(4, 0, 100.0, 3, 0)]
    [InlineData(4, 0, 100.0, 4, 12)]
    [InlineData(2, 0, null, 1, 0)]
    public void What_has_a_free_slot_does_not_wait_and_what_has_none_waits_its_turns(int slots, int judging, double? serviceMs, int ahead, int? waitMs) =>
        Assert.Equal((long?)waitMs, new QueuePace(slots, judging, serviceMs).WaitMs(ahead));
}
