using System.Security.Cryptography;
using Judge.Testing;
using Judge.Worker.Judging;

namespace Judge.Worker.Tests.Judging;

public sealed class CompileStoreTests : IDisposable
{
    private const int Bound = 1 << 20, Piece = 32 << 10;
    private readonly TemporaryDirectory _directory = new();

    private long Total => new DirectoryInfo(_directory.Path).GetFiles().Sum(f => f.Length);

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task It_never_grows_beyond_its_bound_and_forgets_what_was_not_asked_for_longest()
    {
        var store = new CompileStore(_directory.Path, Bound);
        for (var i = 0; i < 100; i++)
        {
            await store.WriteAsync(Key(i), new byte[Piece], CancellationToken.None);
            Assert.InRange(Total, Piece, Bound);
            if (i > 0) Assert.NotNull(await store.ReadAsync(Key(0), CancellationToken.None));
            await Task.Delay(2);
        }

        Assert.NotNull(await store.ReadAsync(Key(99), CancellationToken.None));
        Assert.Null(await store.ReadAsync(Key(1), CancellationToken.None));
    }

    [Fact]
    public async Task A_smaller_bound_holds_from_the_next_start()
    {
        var store = new CompileStore(_directory.Path, Bound);
        for (var i = 0; i < 20; i++) await store.WriteAsync(Key(i), new byte[Piece], CancellationToken.None);
        _ = new CompileStore(_directory.Path, Bound / 4);
        Assert.InRange(Total, Piece, Bound / 4);
    }

    [Fact]
    public async Task What_would_fill_half_of_it_is_not_kept()
    {
        var store = new CompileStore(_directory.Path, Bound);
        await store.WriteAsync(Key(0), new byte[Bound / 2 + 1], CancellationToken.None);
        Assert.Null(await store.ReadAsync(Key(0), CancellationToken.None));
    }

    [Fact]
    public async Task What_a_dead_writer_left_is_removed_in_time()
    {
        var (old, young) = (Path.Combine(_directory.Path, "a.1.new"), Path.Combine(_directory.Path, "b.2.new"));
        foreach (var file in (string[])[old, young]) await File.WriteAllTextAsync(file, "half");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-2));
        _ = new CompileStore(_directory.Path, Bound);
        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
    }

    [Fact]
    public async Task Many_writers_and_readers_at_once_see_whole_entries_or_none()
    {
        // Two stores on one directory are what two processes are: they share nothing else.
        CompileStore[] stores = [new(_directory.Path, Bound), new(_directory.Path, Bound)];
        await Parallel.ForAsync(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, cancellationToken) =>
        {
            var (store, key) = (stores[i % 2], Key(i % 40));
            if (i % 3 == 0) await store.WriteAsync(key, Content(i % 40), cancellationToken);
            else if (await store.ReadAsync(key, cancellationToken) is { } found) Assert.Equal(Content(i % 40), found);
        });
        Assert.InRange(Total, 1, Bound + 2 * (Bound / 16 + Piece));
    }

    private static byte[] Content(int i) => [.. Enumerable.Repeat((byte)i, Piece)];

    private static string Key(int i) => Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(i)));
}
