using System.Runtime.InteropServices;
using System.Text.Json;
using Judge.Api.Distributions;
using Judge.Api.Submissions;
using Judge.Contracts;

namespace Judge.Api.Push;

/// <summary>One state of one submission, written out once for all who are told of it.</summary>
internal sealed class Snapshot
{
    private static readonly byte[] Before = """{"type":"submission","submission":"""u8.ToArray(), After = "}"u8.ToArray();

    /// <param name="row">The submission as stored.</param>
    /// <param name="queue">Its place in the queue; null when it does not wait.</param>
    /// <param name="standing">Where it stands among the accepted ones; null when it is none.</param>
    public Snapshot(SubmissionRow row, QueueView? queue, Standing? standing = null)
    {
        (Id, AccountId, Version, State, Ahead) = (Guid.Parse(row.Id), Guid.Parse(row.AccountId), row.Version, row.State, queue?.Ahead);
        Place = row.State == SubmissionState.Queued ? new Place(row, queue?.Ahead ?? int.MaxValue) : null;
        var json = JsonSerializer.SerializeToUtf8Bytes(SubmissionView.From(row, queue, standing), JsonSerializerOptions.Web);
        Message = (byte[])[.. Before, .. json, .. After];
    }

    public Guid Id { get; }

    public Guid AccountId { get; }

    public int Version { get; }

    public SubmissionState State { get; }

    public int? Ahead { get; }

    /// <summary>Where it stands, if it is queued.</summary>
    public Place? Place { get; }

    /// <summary>As a message of the WebSocket, UTF-8.</summary>
    public ReadOnlyMemory<byte> Message { get; }

    /// <summary>The submission alone, UTF-8, in one line.</summary>
    public ReadOnlyMemory<byte> Json => Message[Before.Length..^After.Length];
}

/// <summary>What somebody was told last of a submission. Versions only rise; under one version the place in the queue only falls.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Told(int Version, int? Ahead)
{
    /// <summary>Whether that is news to whoever was told this.</summary>
    public bool IsBefore(Snapshot snapshot) => snapshot.Version > Version || (snapshot.Version == Version && snapshot.Ahead < Ahead);

    public static Told Of(Snapshot snapshot) => new(snapshot.Version, snapshot.Ahead);
}
