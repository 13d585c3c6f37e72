using System.Buffers.Binary;
using System.Text;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>
/// A container's standard streams over a connection that the engine has handed over: what is written is its standard input, what
/// is read its standard output. Both outputs come in chunks, each behind eight bytes: 1 or 2 for which, three zeros, the size,
/// big-endian. Closing it is the end of the container's standard input.
/// </summary>
internal sealed class AttachedStream(HttpResponseMessage response, Stream raw) : IAsyncDisposable
{
    private const int MostSaid = 4096;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private readonly StringBuilder _said = new();
    private int _from, _to, _chunkLeft;
    private bool _chunkIsError;

    /// <summary>What the container has written to standard error.</summary>
    public string Said => _said.ToString().Trim();

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) => await raw.WriteAsync(bytes, cancellationToken);

    /// <summary>Fills the buffer from standard output.</summary>
    /// <returns>False when that has ended.</returns>
    /// <exception cref="IOException">The connection broke.</exception>
    public async ValueTask<bool> ReadAsync(Memory<byte> bytes, CancellationToken cancellationToken)
    {
        while (bytes.Length > 0)
        {
            if (_chunkLeft == 0)
            {
                if (!await FillAsync(8, cancellationToken)) return false;
                _chunkIsError = _buffer[_from] == 2;
                _chunkLeft = checked((int)BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_from + 4)));
                _from += 8;
                continue;
            }

            if (!await FillAsync(1, cancellationToken)) return false;
            var size = Math.Min(_chunkLeft, _to - _from);
            if (!_chunkIsError) size = Math.Min(size, bytes.Length);
            var part = _buffer.AsMemory(_from, size);
            if (_chunkIsError)
            {
                if (_said.Length < MostSaid) _said.Append(Encoding.UTF8.GetString(part.Span));
            }
            else
            {
                part.CopyTo(bytes);
                bytes = bytes[size..];
            }

            _from += size;
            _chunkLeft -= size;
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await raw.DisposeAsync();
        response.Dispose();
    }

    /// <summary>Sees to it that at least that many bytes stand in the buffer.</summary>
    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        if (_from == _to) _from = _to = 0;
        if (_buffer.Length - _from < count)
        {
            _buffer.AsSpan(_from, _to - _from).CopyTo(_buffer);
            (_from, _to) = (0, _to - _from);
        }

        while (_to - _from < count)
        {
            var n = await raw.ReadAsync(_buffer.AsMemory(_to), cancellationToken);
            if (n == 0) return false;
            _to += n;
        }

        return true;
    }
}
