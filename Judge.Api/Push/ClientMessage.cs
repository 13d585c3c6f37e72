using System.Runtime.InteropServices;
using System.Text.Json;

namespace Judge.Api.Push;

internal enum ClientMessageKind
{
    Subscribe,
    Unsubscribe,

    /// <summary>Answered at once with a pong: a page cannot see the protocol's own pings.</summary>
    Ping,
}

/// <summary>What a client says over its WebSocket: subscribe or unsubscribe, to one submission or (id null) to all its own; or a ping.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClientMessage(ClientMessageKind Kind, Guid? Id)
{
    private const string Shapes = """send {"type":"subscribe","id":"…"}, {"type":"subscribe","mine":true} or the same with "unsubscribe" """;

    /// <param name="utf8">The message.</param>
    /// <param name="message">What it says.</param>
    /// <param name="fault">What is wrong with it.</param>
    public static bool TryRead(ReadOnlyMemory<byte> utf8, out ClientMessage message, out string fault)
    {
        message = default;
        try
        {
            using var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 8 });
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object) return Fail($"is not a JSON object; {Shapes}", out fault);
            ClientMessageKind? kind = Text(root, "type") switch
            {
                "subscribe" => ClientMessageKind.Subscribe,
                "unsubscribe" => ClientMessageKind.Unsubscribe,
                "ping" => ClientMessageKind.Ping,
                _ => null,
            };
            if (kind is null) return Fail($"has no known type; {Shapes}", out fault);
            if (kind == ClientMessageKind.Ping)
            {
                (message, fault) = (new ClientMessage(kind.Value, null), "");
                return true;
            }

            var hasId = root.TryGetProperty("id", out _);
            var mine = root.TryGetProperty("mine", out var flag) && flag.ValueKind == JsonValueKind.True;
            if (hasId == mine) return Fail($"needs either an id or mine: true; {Shapes}", out fault);
            var id = Guid.Empty;
            if (hasId && !Guid.TryParseExact(Text(root, "id"), "D", out id)) return Fail("has an id that is not a submission id (a UUID)", out fault);
            (message, fault) = (new ClientMessage(kind.Value, hasId ? id : null), "");
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not valid Unicode.
            return Fail($"is not JSON; {Shapes}", out fault);
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool Fail(string why, out string fault)
    {
        fault = why.TrimEnd();
        return false;
    }
}
