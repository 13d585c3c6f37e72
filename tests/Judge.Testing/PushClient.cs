using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace Judge.Testing;

/// <summary>A WebSocket client of /api/ws that knows nothing of the server's code.</summary>
public sealed class PushClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly Channel<JsonObject> _messages = Channel.CreateUnbounded<JsonObject>();
    private Task _receiving = Task.CompletedTask;

    private PushClient()
    {
    }

    /// <summary>How the server closed; null while it has not.</summary>
    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public string? CloseDescription => _socket.CloseStatusDescription;

    /// <summary>Ends when the connection does.</summary>
    public Task Closed => _receiving;

    /// <summary>Connects with an API key, or with the headers given.</summary>
    public static async Task<PushClient> ConnectAsync(string url, string? key, params (string Name, string Value)[] headers)
    {
        var client = new PushClient();
        client._socket.Options.AddSubProtocol("judge.v1");
        if (key is not null) client._socket.Options.SetRequestHeader("Authorization", $"Bearer {key}");
        foreach (var (name, value) in headers) client._socket.Options.SetRequestHeader(name, value);
        await client._socket.ConnectAsync(new Uri($"{url.Replace("http", "ws", StringComparison.Ordinal)}/api/ws"), CancellationToken.None);
        client._receiving = client.ReceiveAsync();
        return client;
    }

    public Task SubscribeAsync(string id) => SendAsync($$"""{"type":"subscribe","id":"{{id}}"}""");

    public Task SendAsync(string text) => SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public Task SendAsync(byte[] bytes, WebSocketMessageType type) => _socket.SendAsync(bytes, type, endOfMessage: true, CancellationToken.None);

    /// <summary>The next message; a connection that ends, or none for half a minute, throws.</summary>
    public async Task<JsonObject> NextAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30) * Pace.Scale);
        return await _messages.Reader.ReadAsync(deadline.Token);
    }

    /// <summary>The next message of a submission; an error throws.</summary>
    public async Task<JsonObject> NextSubmissionAsync()
    {
        var message = await NextAsync();
        return message["type"]!.GetValue<string>() == "submission" ? message["submission"]!.AsObject() : throw new InvalidOperationException(message.ToJsonString());
    }

    /// <summary>Every state of one submission up to the verdict, as they come.</summary>
    public async Task<IReadOnlyList<JsonObject>> UntilJudgedAsync(string id)
    {
        var states = new List<JsonObject>();
        while (states.Count == 0 || states[^1]["state"]!.GetValue<string>() != "judged")
        {
            if (await NextSubmissionAsync() is var submission && submission["id"]!.GetValue<string>() == id) states.Add(submission);
        }

        return states;
    }

    /// <summary>A message that is there already.</summary>
    public bool TryNext(out JsonObject? message) => _messages.Reader.TryRead(out message);

    public Task CloseAsync() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _receiving;
        _socket.Dispose();
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
                    break;
                }

                message.Write(buffer.AsSpan(0, received.Count));
                if (!received.EndOfMessage) continue;
                await _messages.Writer.WriteAsync(JsonNode.Parse(message.ToArray())!.AsObject());
                message.SetLength(0);
            }

            _messages.Writer.Complete();
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            _messages.Writer.Complete(e);
        }
    }
}
