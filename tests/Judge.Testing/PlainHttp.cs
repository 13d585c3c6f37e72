using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Judge.Testing;

/// <summary>
/// A client of HTTP/1.1 that sends every request once. HttpClient sends one again by itself when a kept connection turns out to be closed, and
/// would hide what is to be found here. One request at a time.
/// </summary>
public sealed class PlainHttp(string url, string key, bool keepAlive) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Uri _server = new(url);
    private TcpClient? _connection;
    private Stream _stream = Stream.Null;

    /// <summary>Connections made so far.</summary>
    public int Connections { get; private set; }

    /// <exception cref="IOException">The connection ended before the answer did, or was not to be had.</exception>
    public async Task<(int Status, string Body)> SendAsync(string method, string path, string? json = null, string headers = "")
    {
        // A server may close a connection that is idle; to be seen before anything is sent.
        if (_connection is not { } kept || (kept.Client.Poll(0, SelectMode.SelectRead) && kept.Available == 0)) await ConnectAsync();
        var body = Encoding.UTF8.GetBytes(json ?? "");
        var head = $"{method} {path} HTTP/1.1\r\nHost: {_server.Authority}\r\nAuthorization: Bearer {key}\r\n{headers}"
            + (json is null ? "" : $"Content-Type: application/json\r\nContent-Length: {Number(body.Length)}\r\n")
            + (keepAlive ? "\r\n" : "Connection: close\r\n\r\n");
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await _stream.WriteAsync((byte[])[.. Encoding.ASCII.GetBytes(head), .. body], deadline.Token);
            return await ReceiveAsync(deadline.Token);
        }
        catch (Exception e) when (e is not IOException)
        {
            Close();
            throw new IOException(e.Message, e);
        }
        catch
        {
            Close();
            throw;
        }
    }

    public void Dispose() => Close();

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task ConnectAsync()
    {
        Close();
        _connection = new TcpClient { NoDelay = true };
        try
        {
            await _connection.ConnectAsync(_server.Host, _server.Port);
        }
        catch (SocketException e)
        {
            Close();
            throw new IOException($"no connection: {e.Message}", e);
        }

        _stream = new BufferedStream(_connection.GetStream());
        Connections++;
    }

    private async Task<(int Status, string Body)> ReceiveAsync(CancellationToken cancellationToken)
    {
        var status = int.Parse((await LineAsync(cancellationToken)).Split(' ')[1], CultureInfo.InvariantCulture);
        var (length, chunked, ends) = (0, false, !keepAlive);
        while (await LineAsync(cancellationToken) is { Length: > 0 } header)
        {
            var (name, value) = (header[..header.IndexOf(':')].ToLowerInvariant(), header[(header.IndexOf(':') + 1)..].Trim());
            if (name == "content-length") length = int.Parse(value, CultureInfo.InvariantCulture);
            if (name == "transfer-encoding") chunked = value.Equals("chunked", StringComparison.OrdinalIgnoreCase);
            if (name == "connection") ends |= value.Equals("close", StringComparison.OrdinalIgnoreCase);
        }

        using var body = new MemoryStream();
        if (status == 304) length = 0;
        else if (!chunked) await ReadAsync(length);
        else
            while (int.Parse(await LineAsync(cancellationToken), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var chunk)
            {
                await ReadAsync(chunk);
                await LineAsync(cancellationToken);
                if (chunk == 0) break;
            }

        if (ends) Close();
        return (status, Encoding.UTF8.GetString(body.ToArray()));

        async Task ReadAsync(int count)
        {
            var bytes = new byte[count];
            await _stream.ReadExactlyAsync(bytes, cancellationToken);
            body.Write(bytes);
        }
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (line is not [.., (byte)'\r', (byte)'\n'])
        {
            await _stream.ReadExactlyAsync(one, cancellationToken);
            line.Add(one[0]);
        }

        return Encoding.ASCII.GetString([.. line.SkipLast(2)]);
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
