using System.Text.Json;

namespace Judge.Benchmarks.Push;

/// <summary>What a client reads of a submission.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Verdict">The verdict; null while it is not judged.</param>
/// <param name="JudgedAt">When the verdict was stored, by the server's clock, to 1 ms; null while it is not judged.</param>
internal sealed record SubmissionState(string Id, int Version, string? Verdict, DateTimeOffset? JudgedAt)
{
    /// <summary>From the body of an answer or the data of an event.</summary>
    public static SubmissionState Parse(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        return From(JsonElement.ParseValue(ref reader));
    }

    /// <summary>From a message of the WebSocket.</summary>
    /// <exception cref="InvalidOperationException">It is none that carries a submission.</exception>
    public static SubmissionState ParseMessage(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var message = JsonElement.ParseValue(ref reader);
        return message.TryGetProperty("submission", out var submission) ? From(submission) : throw new InvalidOperationException($"the server sent {message}");
    }

    private static SubmissionState From(JsonElement submission) => new(
        submission.GetProperty("id").GetString()!,
        submission.GetProperty("version").GetInt32(),
        submission.GetProperty("verdict").GetString(),
        submission.GetProperty("judgedAt") is { ValueKind: JsonValueKind.String } at ? at.GetDateTimeOffset() : null);
}
