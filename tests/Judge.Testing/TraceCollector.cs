using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace Judge.Testing;

/// <summary>A span as a collector is sent it.</summary>
/// <param name="Service">The resource's service.name.</param>
/// <param name="Trace">The trace's id, hex.</param>
/// <param name="Id">Its own id, hex.</param>
/// <param name="Parent">Its parent's, empty for a root.</param>
/// <param name="Name">What it is.</param>
public sealed record Span(string Service, string Trace, string Id, string Parent, string Name);

/// <summary>Takes traces by OTLP over HTTP (opentelemetry/proto/collector/trace/v1, protobuf) and remembers the spans.</summary>
public sealed class TraceCollector : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly Task _serving;

    public TraceCollector()
    {
        Url = $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
        _listener.Prefixes.Add($"{Url}/");
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Url { get; }

    public IReadOnlyCollection<Span> Spans => _spans;

    /// <summary>How many bodies of metrics have come.</summary>
    public int Metrics { get; private set; }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await context.Request.InputStream.CopyToAsync(body);
                if (context.Request.Url!.AbsolutePath == "/v1/traces") Read(body.ToArray());
                else Metrics++;
                context.Response.ContentType = "application/x-protobuf";
                context.Response.Close();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Read(ReadOnlyMemory<byte> request)
    {
        foreach (var resourceSpans in Fields(request, 1))
        {
            var service = Fields(resourceSpans, 1).SelectMany(resource => Fields(resource, 1))
                .Where(attribute => Text(attribute, 1) == "service.name").Select(attribute => Text(Fields(attribute, 2).Single(), 1)).Single();
            foreach (var span in Fields(resourceSpans, 2).SelectMany(scope => Fields(scope, 2)))
                _spans.Enqueue(new Span(service, Hex(span, 1), Hex(span, 2), Hex(span, 4), Text(span, 5)));
        }
    }

    private static string Text(ReadOnlyMemory<byte> message, int field) => Encoding.UTF8.GetString(Fields(message, field).SingleOrDefault().Span);

    private static string Hex(ReadOnlyMemory<byte> message, int field) => Convert.ToHexStringLower(Fields(message, field).SingleOrDefault().Span);

    /// <summary>The fields of that number that are strings, bytes or messages (protobuf.dev/programming-guides/encoding).</summary>
    private static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        var (found, at) = (new List<ReadOnlyMemory<byte>>(), 0);
        while (at < message.Length)
        {
            var key = Varint();
            switch (key & 7)
            {
                case 0:
                    Varint();
                    break;
                case 1:
                    at += 8;
                    break;
                case 2:
                    var length = (int)Varint();
                    if (key >> 3 == (ulong)number) found.Add(message.Slice(at, length));
                    at += length;
                    break;
                case 5:
                    at += 4;
                    break;
                default:
                    throw new InvalidDataException($"wire type {key & 7}");
            }
        }

        return found;

        ulong Varint()
        {
            var (value, shift) = (0UL, 0);
            while (true)
            {
                var next = message.Span[at++];
                value |= (ulong)(next & 0x7f) << shift;
                if (next < 0x80) return value;
                shift += 7;
            }
        }
    }
}
