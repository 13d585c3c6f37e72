using System.Runtime.InteropServices;
using System.Text.Json;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Push;

/// <summary>One state of one submission, written out once for all who are told of it.</summary>
internal sealed class Snapshot
{
    private static readonly byte[] Before = """{"type":"submission","submission":"""u8.ToArray(), After = "}"u8.ToArray();

    private readonly SubmissionRow _row;

    /// <param name="row">The submission as stored.</param>
    /// <param name="ahead">Its place in the queue; null when it does not wait.</param>
    public Snapshot(SubmissionRow row, int? ahead)
    {
        (_row, Ahead) = (row, ahead);
        (Id, AccountId) = (Guid.Parse(row.Id), Guid.Parse(row.AccountId));
        var json = JsonSerializer.SerializeToUtf8Bytes(SubmissionView.From(row, ahead), JsonSerializerOptions.Web);
        Message = (byte[])[.. Before, .. json, .. After];
    }

    public Guid Id { get; }

    public Guid AccountId { get; }

    public Tier Tier => _row.Tier;

    public int Version => _row.Version;

    public SubmissionState State => _row.State;

    public int? Ahead { get; }

    /// <summary>As a message of the WebSocket, UTF-8.</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>The submission alone, UTF-8, in one line.</summary>
    public ReadOnlyMemory<byte> Json => Message[Before.Length..^After.Length];

    /// <summary>The same with another place in the queue.</summary>
    public Snapshot At(int ahead) => new(_row, ahead);

    /// <summary>Its place in the queue, by what <paramref name="queue"/> shows.</summary>
    public int PlaceIn(Queues.QueuePicture queue) => queue.Ahead(AccountId, Id);
}

/// <summary>What somebody was told last of a submission. Versions only rise; under one version the place in the queue only falls.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Told(int Version, int? Ahead)
{
    /// <summary>Whether that is news to whoever was told this.</summary>
    public bool IsBefore(Snapshot snapshot) => snapshot.Version > Version || (snapshot.Version == Version && snapshot.Ahead < Ahead);

    public static Told Of(Snapshot snapshot) => new(snapshot.Version, snapshot.Ahead);
}
