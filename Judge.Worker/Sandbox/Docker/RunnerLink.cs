using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>Frames to and from a container's judge-runner. One question at a time. Whatever goes wrong is a
/// <see cref="SandboxException"/>, after which the link is of no more use.</summary>
internal sealed class RunnerLink(AttachedStream stream) : IAsyncDisposable
{
    /// <summary>For an answer that takes no program to run.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private const int MostChunk = 64 * 1024, MostAnswer = 1 << 30;

    private readonly byte[] _chunk = new byte[MostChunk];
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>Set when the link broke; who uses it afterwards is told that.</summary>
    public SandboxException? Broken { get; private set; }

    public Task<RunnerProtocol.IdleFrame> ReceiveIdleAsync(CancellationToken cancellationToken) =>
        GuardAsync(Patience, token => ReceiveAsync<RunnerProtocol.IdleFrame>(RunnerProtocol.Idle, token), cancellationToken);

    /// <returns>An errno.</returns>
    public Task<int> PutAsync(byte[] path, ReadOnlyMemory<byte> content, bool executable, CancellationToken cancellationToken) => GuardAsync(Patience, async token =>
    {
        await SendAsync(RunnerProtocol.Put, [executable ? (byte)1 : (byte)0, .. path], content, token);
        return await ReceiveAsync<int>(RunnerProtocol.Put, token);
    }, cancellationToken);

    /// <returns>Null when there is no such regular file, or it is too large.</returns>
    public Task<(ReadOnlyMemory<byte> Content, bool Executable)?> GetAsync(byte[] path, long limit, CancellationToken cancellationToken) =>
        GuardAsync<(ReadOnlyMemory<byte>, bool)?>(Patience, async token =>
    {
        await SendAsync(RunnerProtocol.Get, [.. BitConverter.GetBytes(limit), .. path], default, token);
        var answer = await ReceiveAsync(RunnerProtocol.Get, Math.Min(limit, MostAnswer), token);
        return BitConverter.ToInt32(answer) == 0 ? (answer.AsMemory(5), answer[4] != 0) : null;
    }, cancellationToken);

    public Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken) => GuardAsync<IReadOnlyList<string>>(Patience, async token =>
    {
        await SendAsync(RunnerProtocol.List, [], default, token);
        var answer = await ReceiveAsync(RunnerProtocol.List, MostAnswer, token);
        return Encoding.UTF8.GetString(answer).Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }, cancellationToken);

    /// <param name="request">What to run.</param>
    /// <param name="payload">See <see cref="RunnerProtocol.RunPayload"/>.</param>
    /// <param name="cancellationToken">Ends it early; what it came to is returned then, too.</param>
    /// <summary>Runs a program to its end.</summary>
    public async Task<RunnerOutcome> RunAsync(RunRequest request, byte[] payload, CancellationToken cancellationToken)
    {
        // The runner keeps the limits; this clock is for a runner, or an engine, that no longer does anything.
        return await GuardAsync(request.Limits.Wall + Patience, async token =>
        {
            await SendAsync(RunnerProtocol.Run, payload, request.Stdin, token);
            await using var cancelling = cancellationToken.Register(() => _ = CancelAsync());
            var (stdout, stderr) = (new ArrayBufferWriter<byte>(), new ArrayBufferWriter<byte>());
            for (; ; )
            {
                var (op, size) = await ReceiveHeaderAsync(token);
                if (op == RunnerProtocol.Done)
                    return new RunnerOutcome(await ReceiveBodyAsync<RunnerProtocol.DoneFrame>(size, token), stdout.WrittenMemory, stderr.WrittenMemory);
                var (kept, most) = op switch
                {
                    RunnerProtocol.Stdout => (stdout, request.Limits.OutputBytes),
                    RunnerProtocol.Stderr => (stderr, (long)request.Limits.StderrBytes),
                    _ => throw Unexpected(op),
                };
                if (size > MostChunk || kept.WrittenCount + (long)size > most) throw Unexpected(op);
                var chunk = _chunk.AsMemory(0, (int)size);
                await FillAsync(chunk, token);
                kept.Write(chunk.Span);
            }
        }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Broken ??= new SandboxException("the container has been thrown away");
        await stream.DisposeAsync();
        _writing.Dispose();
    }

    private async Task CancelAsync()
    {
        try
        {
            await SendAsync(RunnerProtocol.Cancel, [], default, CancellationToken.None);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Whoever reads will notice.
        }
    }

    private async Task<T> GuardAsync<T>(TimeSpan patience, Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        if (Broken is { } broken) throw new SandboxException(broken.Message, broken);
        cancellationToken.ThrowIfCancellationRequested();
        using var clock = new CancellationTokenSource(patience);
        try
        {
            return await ask(clock.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SandboxException)
        {
            var what = clock.IsCancellationRequested ? $"no answer in {patience.TotalSeconds:0} s" : e.Message;
            throw Broken = new SandboxException($"lost a container: {(stream.Said.Length == 0 ? what : stream.Said)}", e);
        }
    }

    private async Task SendAsync(byte op, byte[] start, ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        var frame = new RunnerProtocol.Frame { Op = op, Size = (ulong)(start.Length + rest.Length) };
        byte[] head = [.. MemoryMarshal.AsBytes(new ReadOnlySpan<RunnerProtocol.Frame>(in frame)), .. start];
        await _writing.WaitAsync(cancellationToken);
        try
        {
            await stream.WriteAsync(head, cancellationToken);
            if (rest.Length > 0) await stream.WriteAsync(rest, cancellationToken);
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task<(byte Op, ulong Size)> ReceiveHeaderAsync(CancellationToken cancellationToken)
    {
        var header = new byte[Marshal.SizeOf<RunnerProtocol.Frame>()];
        await FillAsync(header, cancellationToken);
        var frame = MemoryMarshal.Read<RunnerProtocol.Frame>(header);
        return (frame.Op, frame.Size);
    }

    private async Task<T> ReceiveAsync<T>(byte expected, CancellationToken cancellationToken)
        where T : unmanaged
    {
        var (op, size) = await ReceiveHeaderAsync(cancellationToken);
        return op == expected ? await ReceiveBodyAsync<T>(size, cancellationToken) : throw Unexpected(op);
    }

    private async Task<T> ReceiveBodyAsync<T>(ulong size, CancellationToken cancellationToken)
        where T : unmanaged
    {
        var body = new byte[Marshal.SizeOf<T>()];
        if (size != (ulong)body.Length) throw Unexpected(0);
        await FillAsync(body, cancellationToken);
        return MemoryMarshal.Read<T>(body);
    }

    private async Task<byte[]> ReceiveAsync(byte expected, long most, CancellationToken cancellationToken)
    {
        var (op, size) = await ReceiveHeaderAsync(cancellationToken);
        if (op != expected || size > (ulong)most + 16) throw Unexpected(op);
        var body = new byte[(int)size];
        await FillAsync(body, cancellationToken);
        return body;
    }

    private async Task FillAsync(Memory<byte> bytes, CancellationToken cancellationToken)
    {
        if (!await stream.ReadAsync(bytes, cancellationToken)) throw new EndOfStreamException("it has ended");
    }

    private static SandboxException Unexpected(byte op) => new($"its runner sent what nobody asked for ({op})");
}

/// <summary>What came of a run, as the runner tells it.</summary>
internal sealed record RunnerOutcome(RunnerProtocol.DoneFrame Done, ReadOnlyMemory<byte> Stdout, ReadOnlyMemory<byte> Stderr);

/// <summary>A regular file of a box.</summary>
internal sealed record BoxFile(string Path, ReadOnlyMemory<byte> Content, bool Executable);
