using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Judge.Benchmarks.Api;

/// <summary>What a load brought.</summary>
/// <param name="PerSecond">Right answers a second.</param>
/// <param name="Latencies">From a request's first byte sent to its answer's last byte read, ms.</param>
/// <param name="Wrong">Answers with another status than was expected; the first of them as text.</param>
internal sealed record LoadResult(double PerSecond, IReadOnlyList<double> Latencies, IReadOnlyList<string> Wrong);

/// <summary>Keep-alive connections, each with one request after the other, as fast as answers come. By hand, because a full HTTP client would
/// take more of the two processors than the server that is measured.</summary>
internal static class HttpLoad
{
    /// <param name="url">The server.</param>
    /// <param name="connections">How many at once.</param>
    /// <param name="duration">For how long.</param>
    /// <param name="status">What a right answer's status is.</param>
    /// <param name="request">The n-th request, whole.</param>
    public static async Task<LoadResult> RunAsync(Uri url, int connections, TimeSpan duration, int status, Func<int, byte[]> request)
    {
        var number = -1;
        var (latencies, wrong) = (new List<double>(), new List<string>());
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(ConnectionAsync)));
        return new LoadResult(latencies.Count / Stopwatch.GetElapsedTime(started).TotalSeconds, latencies, wrong);

        async Task ConnectionAsync()
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(url.Host, url.Port);
            var (own, buffer) = (new List<double>(), new byte[64 * 1024]);
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                var sent = Stopwatch.GetTimestamp();
                await socket.SendAsync(request(Interlocked.Increment(ref number)));
                var (answer, text) = await ReadAsync(socket, buffer);
                if (answer == status) own.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
                else lock (wrong) wrong.Add(text());
            }

            lock (latencies) latencies.AddRange(own);
        }
    }

    /// <summary>A request of HTTP/1.1 as bytes.</summary>
    public static byte[] Request(string method, string path, string headers = "", string body = "") => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: judge\r\n{headers}{(body.Length == 0 ? "" : $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n")}\r\n{body}");

    private static async Task<(int Status, Func<string> Text)> ReadAsync(Socket socket, byte[] buffer)
    {
        var read = 0;
        while (true)
        {
            var n = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (n == 0) throw new IOException("the server closed the connection");
            read += n;
            if (IsWhole(buffer.AsSpan(0, read), out var status)) return (status, () => Encoding.UTF8.GetString(buffer, 0, read));
        }
    }

    private static bool IsWhole(ReadOnlySpan<byte> answer, out int status)
    {
        status = 0;
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0) return false;
        status = Number(answer["HTTP/1.1 ".Length..]);
        var length = answer[..head].IndexOf("Content-Length: "u8);
        return answer.Length >= head + 4 + (length < 0 ? 0 : Number(answer[(length + "Content-Length: ".Length)..]));
    }

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int number, out _) ? number : throw new IOException($"no number: {Encoding.UTF8.GetString(text[..20])}");
}
