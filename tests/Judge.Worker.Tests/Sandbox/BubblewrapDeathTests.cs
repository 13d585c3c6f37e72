using Judge.Testing;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Native;
using static Judge.Worker.Tests.Sandbox.Host;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>
/// Processes of the sandbox itself are killed from outside. That is never the program's fault, nobody waits for ever, and the next
/// box works. Seen from the host: bwrap, its cell, the cell's lanes, each lane's init, and its program or what is to become one.
/// </summary>
public sealed class BubblewrapDeathTests : IDisposable
{
    private const int Program = 0, Init = 1, Lane = 2, Cell = 3, Bwrap = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly SandboxBench _bench = SandboxBench.Bubblewrap();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(Init)]
    [InlineData(Lane)]
    [InlineData(Cell)]
    [InlineData(Bwrap)]
    public async Task A_sandbox_that_dies_under_a_run_is_an_exception_and_the_next_box_works(int generation)
    {
        foreach (var writable in (bool[])[false, true])
        {
            await using var box = await _bench.Sandbox.OpenBoxAsync(CancellationToken.None);
            var (run, ancestry) = await SleeperAsync(box, writable);
            Kill(ancestry[generation]);
            await Assert.ThrowsAsync<SandboxException>(() => run.WaitAsync(Patience));
            await Repository.UntilAsync(() => Task.FromResult(Parent(ancestry[Program]) == 0), Patience, "the program outlived its sandbox");
            await NobodyWaitsAsync(box, writable, worksAgain: generation < Cell);
            await NextBoxWorksAsync();
        }
    }

    [Fact]
    public async Task A_program_that_is_killed_from_outside_has_that_signal()
    {
        var (run, ancestry) = await SleeperAsync(await _bench.Box, writable: false);
        Kill(ancestry[Program]);
        var result = await run.WaitAsync(Patience);
        Assert.Equal((RunEnd.Finished, null, 9), (result.End, result.ExitCode, result.Signal));
    }

    [Theory]
    [InlineData(Program)]
    [InlineData(Init)]
    [InlineData(Lane)]
    [InlineData(Cell)]
    [InlineData(Bwrap)]
    public async Task A_sandbox_that_dies_while_it_stands_ready_is_never_the_programs_failure(int generation)
    {
        await using var box = await _bench.Sandbox.OpenBoxAsync(CancellationToken.None);
        var (run, ancestry) = await SleeperAsync(box, writable: false);
        // All of this box, but not the running sandbox's own.
        var (cell, lane) = (ancestry[Cell], ancestry[Lane]);
        List<int>[] all = [[], [], [.. Children(cell).Where(l => l != lane)], [cell], [ancestry[Bwrap]]];
        all[Init] = [.. all[Lane].SelectMany(Children)];
        all[Program] = [.. all[Init].SelectMany(Children)];
        Assert.NotEmpty(all[generation]);
        foreach (var pid in all[generation]) Kill(pid);
        if (generation >= Cell) await Assert.ThrowsAsync<SandboxException>(() => run.WaitAsync(Patience));
        await NobodyWaitsAsync(box, writable: true, worksAgain: generation < Cell);
        await NobodyWaitsAsync(box, writable: false, worksAgain: generation < Cell);
        if (generation < Cell) Kill(ancestry[Program]);
        if (generation < Cell) Assert.Equal(9, (await run.WaitAsync(Patience)).Signal);
        await NextBoxWorksAsync();
    }

    [Fact]
    public async Task A_dead_cell_answers_every_call_with_an_exception()
    {
        await using var box = await _bench.Sandbox.OpenBoxAsync(CancellationToken.None);
        var (run, ancestry) = await SleeperAsync(box, writable: false);
        Kill(ancestry[Cell]);
        await Assert.ThrowsAsync<SandboxException>(() => run.WaitAsync(Patience));
        await Assert.ThrowsAsync<SandboxException>(() => box.PutAsync("file", default, executable: false, CancellationToken.None));
        await Assert.ThrowsAsync<SandboxException>(() => box.GetAsync("file", 1, CancellationToken.None));
        await Assert.ThrowsAsync<SandboxException>(() => box.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_box_that_died_in_stock_costs_no_more_than_itself()
    {
        await NextBoxWorksAsync();
        // bwrap, the cell and four lanes with what stands ready in them. (A bwrap that is killed while it sets a cell up leaves one behind.)
        await Repository.UntilAsync(
            () => Task.FromResult(Children().Count == 1 && Descendants(Environment.ProcessId).Count == 14), Patience, "there is no box in stock");
        Kill(Assert.Single(Children()));
        await NobodyWaitsAsync(await _bench.Box, writable: false, worksAgain: false);
        await NextBoxWorksAsync();
        await NextBoxWorksAsync();
    }

    /// <summary>A run that sleeps, and its process, the parent of that, and so on.</summary>
    private static async Task<(Task<RunResult> Run, int[] Ancestry)> SleeperAsync(IBox box, bool writable)
    {
        var marker = Marker();
        var run = box.RunAsync(new RunRequest { Arguments = ["/usr/bin/sleep", marker], Limits = Roomy, BoxWritable = writable }, CancellationToken.None);
        var pids = new List<int>();
        await Repository.UntilAsync(() => Task.FromResult((pids = Processes(marker)).Count > 0), Patience, "the sleeper did not start");
        var ancestry = new int[5];
        for (var (i, pid) = (0, Assert.Single(pids)); i < ancestry.Length; i++, pid = Parent(pid)) ancestry[i] = pid;
        Assert.Equal(Environment.ProcessId, Parent(ancestry[Bwrap]));
        return (run, ancestry);
    }

    /// <summary>Every further run in the box ends: well, or with an exception, and well in the end if the cell lives.</summary>
    private static async Task NobodyWaitsAsync(IBox box, bool writable, bool worksAgain)
    {
        var ended = 0;
        for (var i = 0; i < 8; i++)
        {
            try
            {
                Assert.Equal("well\n", Said(await box.RunAsync(Shell("echo well") with { BoxWritable = writable }, CancellationToken.None).WaitAsync(Patience)));
                ended++;
            }
            catch (SandboxException)
            {
                Assert.True(!worksAgain || i < 7, "the box does not recover");
            }
        }

        if (worksAgain) Assert.InRange(ended, 4, 8);
    }

    private async Task NextBoxWorksAsync()
    {
        await using var next = await _bench.Sandbox.OpenBoxAsync(CancellationToken.None);
        Assert.Equal("next\n", Said(await next.RunAsync(Shell("echo next"), CancellationToken.None)));
    }

    private static void Kill(int pid)
    {
        using var process = Descriptor.Own(Libc.PidfdOpen(pid), "pidfd_open");
        _ = Libc.PidfdKill(process.Fd);
    }
}
