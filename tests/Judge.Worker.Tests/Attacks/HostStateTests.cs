using System.Diagnostics;

namespace Judge.Worker.Tests.Attacks;

/// <summary>That a look at the host sees what an attack would leave: each is left here on purpose.</summary>
public sealed class HostStateTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.Zero;

    [Fact]
    public async Task Nothing_has_changed_when_nothing_was_done() => Assert.Empty(await HostState.Take().ChangesAsync(TimeSpan.FromSeconds(10)));

    [Theory]
    [InlineData("/tmp/evil-{0}")]
    [InlineData("/dev/shm/evil-{0}")]
    [InlineData("/tmp/core.{0}")]
    public async Task A_file_is_seen(string pattern)
    {
        var before = HostState.Take();
        var path = pattern.Replace("{0}", $"{Guid.NewGuid():N}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, "");
        try
        {
            Assert.Contains(await before.ChangesAsync(AtOnce), c => c.Contains(path, StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_process_is_seen_even_under_another_name()
    {
        var before = HostState.Take();
        using var process = Process.Start("/usr/bin/python3", ["-c", "import ctypes, time; ctypes.CDLL(None).prctl(15, b'bwrap', 0, 0, 0); time.sleep(60)"]);
        try
        {
            Assert.Contains(await before.ChangesAsync(AtOnce), c => c.StartsWith("still running", StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task System_V_memory_is_seen()
    {
        if (!File.Exists("/proc/sysvipc/shm")) return;
        var before = HostState.Take();
        // With the first of the keys that the attacks use.
        using (var python = Process.Start("/usr/bin/python3", ["-c", "import ctypes; ctypes.CDLL(None).shmget(0x6576696c, 4096, 0o1600)"])) await python.WaitForExitAsync();
        try
        {
            Assert.Contains(await before.ChangesAsync(AtOnce), c => c.Contains("System V shm", StringComparison.Ordinal));
        }
        finally
        {
            using var python = Process.Start("/usr/bin/python3", ["-c", "import ctypes; c = ctypes.CDLL(None); c.shmctl(c.shmget(0x6576696c, 0, 0), 0, 0)"]);
            await python.WaitForExitAsync();
        }
    }
}
