using System.Globalization;
using Judge.Testing;
using Judge.Worker.Languages;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Bubblewrap;
using static Judge.Worker.Tests.Sandbox.Host;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>A worker runs for months: nothing may be left of a run or a box, however it ended.</summary>
public sealed class BubblewrapLeakTests
{
    private const int Boxes = 100, RunsPerBox = 100, WarmBoxes = 2;
    private static readonly RunLimits Tight = Roomy with { MemoryBytes = 16 << 20, OutputBytes = 1000, Wall = Pace.Seconds(10) };

    [Fact]
    public async Task Ten_thousand_runs_in_a_hundred_boxes_leave_nothing_behind()
    {
        var cgroupsAtFirst = Cgroups(Environment.ProcessId);
        var marker = Marker();
        using (var cgroups = SandboxBench.Cgroups())
        using (var sandbox = new BubblewrapSandbox(cgroups, LanguageCatalog.Mounts, new BubblewrapOptions(2, 1, WarmBoxes, Pinned: false)))
        {
            await RunAsync(sandbox, 4, marker);
            await QuietAsync();
            var (descriptors, mounts, temporary, groups) = (Descriptors(), Mounts(), Temporary(), Cgroups(Environment.ProcessId).Count);
            var endings = await RunAsync(sandbox, Boxes, marker);
            await QuietAsync();

            Assert.Equal(Boxes * RunsPerBox, endings.Values.Sum());
            Assert.All(endings, e => Assert.InRange(e.Value, Boxes / 2, int.MaxValue));
            Assert.Equal(["0", "11", "3", "CpuLimit", "MemoryLimit", "OutputLimit", "cancelled"], endings.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
            // Lanes may have been setting sandboxes up while these were counted.
            Assert.InRange(Descriptors(), 0, descriptors + 30);
            Assert.Equal(mounts, Mounts());
            Assert.Empty(Temporary().Except(temporary, StringComparer.Ordinal));
            Assert.Empty(Processes(marker));
            // The groups of boxes that are being closed while others open are kept for later; their number does not grow with the runs.
            Assert.InRange(Cgroups(Environment.ProcessId).Count, 0, groups + 60);
        }

        Assert.Empty(Children());
        Assert.Equal((0, 0), (Threads("sandbox-lane"), Threads("sandbox-maker")));
        Assert.Equal(cgroupsAtFirst, Cgroups(Environment.ProcessId), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Who_gives_up_waiting_for_a_box_leaves_none_behind()
    {
        using var bench = SandboxBench.Bubblewrap();
        for (var i = 0; i < 20; i++)
        {
            using var cancellation = new CancellationTokenSource();
            var opening = Enumerable.Range(0, 3).Select(_ => bench.Sandbox.OpenBoxAsync(cancellation.Token)).ToList();
            await cancellation.CancelAsync();
            foreach (var box in opening)
            {
                if (await Task.WhenAny(box) is { IsCompletedSuccessfully: true }) await (await box).DisposeAsync();
            }
        }

        await Task.Delay(TimeSpan.FromSeconds(2));
        // What three at a time had ordered at most, and the one in stock: not sixty.
        await Repository.UntilAsync(() => Task.FromResult(Children().Count <= 4), TimeSpan.FromSeconds(20), "boxes that nobody wants are kept");
    }

    /// <summary>Two boxes at a time, and how many of their runs ended in each way.</summary>
    private static async Task<Dictionary<string, int>> RunAsync(BubblewrapSandbox sandbox, int boxes, string marker)
    {
        var endings = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            var seen = new List<string>();
            for (var box = 0; box < boxes / 2; box++) seen.AddRange(await BoxAsync(sandbox, marker));
            return seen;
        })));
        return endings.SelectMany(e => e).CountBy(e => e, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    private static async Task<List<string>> BoxAsync(BubblewrapSandbox sandbox, string marker)
    {
        await using var box = await sandbox.OpenBoxAsync(image: null, CancellationToken.None);
        await box.PutAsync("file", "content"u8.ToArray(), executable: false, CancellationToken.None);
        var endings = new List<string>();
        for (var i = 0; i < RunsPerBox; i++)
        {
            var request = i switch
            {
                10 => Shell("while :; do :; done", Tight with { Cpu = Pace.Seconds(0.02) }),
                20 => Shell("tail /dev/zero", Tight),
                30 => Shell("yes", Tight),
                40 => Shell($"sleep {marker} & exit 3", Tight),
                50 => Shell($"sleep {marker}", Tight),
                60 => Shell("echo > made", Tight) with { BoxWritable = true },
                70 => Shell("kill -SEGV $$", Tight),
                _ => new RunRequest { Arguments = ["/usr/bin/true"], Limits = Tight },
            };
            using var cancellation = new CancellationTokenSource();
            if (i == 50) cancellation.CancelAfter(TimeSpan.FromMilliseconds(5));
            try
            {
                var run = await box.RunAsync(request, cancellation.Token);
                endings.Add(run.End == RunEnd.Finished ? string.Create(CultureInfo.InvariantCulture, $"{run.ExitCode}{run.Signal}") : run.End.ToString());
            }
            catch (OperationCanceledException)
            {
                endings.Add("cancelled");
            }
        }

        Assert.Equal(["file", "made"], (await box.ListAsync(CancellationToken.None)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        return endings;
    }

    /// <summary>Until the last boxes are closed, and only those in stock are there, each with its lanes' threads.</summary>
    private static Task QuietAsync() => Repository.UntilAsync(
        () => Task.FromResult(Children().Count == WarmBoxes && Threads("sandbox-lane") == WarmBoxes * 3), TimeSpan.FromSeconds(20), "children or threads are left");

    /// <summary>Other processes of the machine mount things, too; not these.</summary>
    private static int Mounts() => File.ReadLines("/proc/self/mountinfo").Count(l => l.Contains("box", StringComparison.Ordinal) || l.Contains("bwrap", StringComparison.Ordinal)
        || l.Contains("newroot", StringComparison.Ordinal) || l.Contains("oldroot", StringComparison.Ordinal) || l.Contains("61000", StringComparison.Ordinal));

    private static List<string> Temporary() => [.. Directory.EnumerateFileSystemEntries("/tmp", "*", SearchOption.TopDirectoryOnly).Where(e =>
        e.Contains("box", StringComparison.Ordinal) || e.Contains("bwrap", StringComparison.Ordinal) || e.Contains("sandbox", StringComparison.Ordinal))];
}
