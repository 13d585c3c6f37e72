using System.Text;
using Judge.Testing;
using Judge.Worker.Sandbox;
using static Judge.Worker.Tests.Sandbox.SandboxBench;

namespace Judge.Worker.Tests.Sandbox;

/// <summary>Files in and out of a box, in which a hostile compiler may have planted anything.</summary>
public abstract partial class SandboxContract
{
    [Fact]
    public async Task A_compiler_writes_its_box_and_a_program_does_not()
    {
        await PutAsync("source", "text");
        Assert.Equal("/box\ntext", Said(await Bench.ShellAsync("pwd; cat source; echo made > made; rm source", writable: true)));
        Assert.Equal("made\n", await GetAsync("made"));
        Assert.Null(await GetAsync("source"));
        foreach (var attempt in (string[])["echo > made", "echo > new", "rm made", "mkdir new", "ln -s made new", "mv made new", "chmod 0 made", "touch made"])
        {
            var refused = await Bench.ShellAsync(attempt);
            Assert.False(refused.Succeeded, attempt);
            Assert.Matches("Read-only|Permission denied|not permitted", Text(refused.Stderr));
        }

        Assert.Equal("/box\nmade\n", Said(await Bench.ShellAsync("pwd; cat made")));
        // And it still can.
        Said(await Bench.ShellAsync("echo again > made", writable: true));
        Assert.Equal("again\n", await GetAsync("made"));
    }

    [Fact]
    public async Task What_was_put_is_there_with_its_bytes_and_its_mode()
    {
        var box = await Bench.Box;
        var bytes = new byte[1 << 20];
        new Random(2).NextBytes(bytes);
        await box.PutAsync("data", bytes, executable: false, CancellationToken.None);
        await box.PutAsync("empty", default, executable: false, CancellationToken.None);
        await box.PutAsync("deep/er/program", "#!/bin/sh\necho \"ran $1\"\n"u8.ToArray(), executable: true, CancellationToken.None);
        await box.PutAsync("deep/er/text", "#!/bin/sh\n"u8.ToArray(), executable: false, CancellationToken.None);
        var run = await box.RunAsync(new RunRequest { Arguments = ["/usr/bin/cat", "data", "empty"], Limits = Roomy }, CancellationToken.None);
        Assert.True(run.Stdout.Span.SequenceEqual(bytes));
        Assert.Equal("ran well\n", Said(await box.RunAsync(new RunRequest { Arguments = ["/box/deep/er/program", "well"], Limits = Roomy }, CancellationToken.None)));
        var refused = await box.RunAsync(new RunRequest { Arguments = ["/box/deep/er/text"], Limits = Roomy }, CancellationToken.None);
        Assert.Equal((127, "Permission denied"), (refused.ExitCode, refused.NotExecuted));
        Assert.Equal(bytes, await box.GetAsync("data", bytes.Length, CancellationToken.None));
        Assert.Equal("", await GetAsync("empty"));
    }

    [Fact]
    public async Task Only_regular_files_within_the_limit_come_out_and_no_link_is_followed()
    {
        Said(await Bench.ShellAsync("""
            head -c 1000 /dev/zero > file; truncate -s 200M hole; mkdir dir; echo inside > dir/file; mkfifo fifo dir/fifo
            ln -s /etc/passwd absolute; ln -s file link; ln -s dir dirlink; ln -s / root; ln -s .. up; ln -s nowhere dangling
            ln -s link link2; ln -s loop loop; ln -s /proc/self/root/etc/passwd magic
            """, writable: true));
        var box = await Bench.Box;
        Assert.Equal(1000, (await box.GetAsync("file", 1000, CancellationToken.None))!.Length);
        Assert.Equal("inside\n", await GetAsync("dir/file"));
        Assert.Null(await box.GetAsync("file", 999, CancellationToken.None));
        string[] paths =
        [
            "none", "hole", "dir", "fifo", "dir/fifo", "dir/none", "file/x", "absolute", "link", "link2", "loop", "magic", "dirlink", "dirlink/file", "root/etc/passwd",
            "up/etc/passwd", "dangling", "../etc/passwd", "dir/../../etc/passwd", "/etc/passwd", "..", ".", "", new string('x', 400), string.Concat(Enumerable.Repeat("x/", 2000)),
        ];
        foreach (var path in paths)
        {
            // A fifo that is opened without care waits for ever.
            Assert.Null(await box.GetAsync(path, 4096, CancellationToken.None).WaitAsync(Pace.Seconds(20)));
        }
    }

    [Fact]
    public async Task Nothing_is_put_outside_over_something_or_through_a_link()
    {
        await PutAsync("file", "first");
        Said(await Bench.ShellAsync("mkdir dir; ln -s dir dirlink; ln -s /tmp tmp; ln -s new dangling; ln -s .. up; mkfifo fifo; ln -s file link; mkdir -p real; ln -s ../dir real/sub", writable: true));
        string[] paths =
        [
            "../new", "dir/../../new", "/new", "/tmp/new", "/box/new", "file", "dir", "fifo", "link", "dangling", "dirlink/new", "tmp/new", "up/new", "file/new",
            "fifo/new", "real/sub/new", "real/sub/deeper/new", "..", ".", "", new string('x', 400), string.Concat(Enumerable.Repeat("x/", 2000)) + "x",
        ];
        foreach (var path in paths)
        {
            var refused = await Record.ExceptionAsync(() => PutAsync(path, "second"));
            Assert.True(refused is SandboxException, $"'{path}': {refused}");
        }

        // Without the folders that were made on the way.
        Assert.Equal(["file"], (await (await Bench.Box).ListAsync(CancellationToken.None)), StringComparer.Ordinal);
        Assert.Equal("first", await GetAsync("file"));
        Assert.Equal("", Said(await Bench.ShellAsync("find /box -name new -o -name deeper")));
        await PutAsync("second", "second");
        Assert.Equal("second", await GetAsync("second"));
    }

    [Fact]
    public async Task Files_of_a_run_are_read_by_path_beside_standard_input_changed_by_nobody_and_gone_after_it()
    {
        var request = Shell("cat \"$0\" \"$1\" -; cat \"$2\"; { echo x > \"$1\"; } 2>/dev/null || echo kept") with { Files = ["one\n"u8.ToArray(), "two\n"u8.ToArray(), Array.Empty<byte>()], Stdin = "three\n"u8.ToArray() };
        for (var i = 0; i < 2; i++)
            Assert.Equal("one\ntwo\nthree\nkept\n", Said(await Bench.RunAsync(request with { Arguments = [.. request.Arguments, "{file:0}", "{file:1}", "{file:2}"] })));
        Assert.Equal("none\n", Said(await Bench.ShellAsync("ls /tmp; for fd in 3 4 5 6; do [ -f /proc/$$/fd/$fd ] && echo $fd; done; echo none")));
    }

    [Fact]
    public async Task All_regular_files_are_listed_and_nothing_else()
    {
        var box = await Bench.Box;
        Assert.Empty(await box.ListAsync(CancellationToken.None));
        await PutAsync("one", "1");
        await PutAsync("a/b/c/two", "2");
        Said(await Bench.ShellAsync("echo > three; echo > .hidden; echo > 'a/sp ace'; mkdir -p empty; mkfifo fifo; ln -s one link; ln -s a dirlink; chmod 0 three", writable: true));
        Assert.Equal([".hidden", "a/b/c/two", "a/sp ace", "one", "three"], (await box.ListAsync(CancellationToken.None)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_box_of_very_many_files_can_be_listed_and_is_no_failure()
    {
        var box = await Bench.Box;
        Said(await Bench.RunAsync(Python("for i in range(10000): open(f'file-with-a-rather-long-name-{i}', 'w').close()") with { BoxWritable = true }));
        Assert.InRange((await box.ListAsync(CancellationToken.None)).Count, 1000, 10_000);
        await PutAsync("one-more", "1");
        Assert.Equal("1", await GetAsync("one-more"));
    }

    [Fact]
    public async Task Boxes_do_not_see_each_others_files_and_more_are_open_than_are_kept_ready()
    {
        var boxes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Bench.Sandbox.OpenBoxAsync(CancellationToken.None)));
        await Task.WhenAll(boxes.Index().Select(async b =>
        {
            await b.Item.PutAsync($"put-{b.Index}", default, executable: false, CancellationToken.None);
            Said(await b.Item.RunAsync(Shell($"echo {b.Index} > same; echo > made-{b.Index}") with { BoxWritable = true }, CancellationToken.None));
        }));
        foreach (var (i, box) in boxes.Index())
        {
            Assert.Equal($"made-{i} put-{i} same {i}\n", Said(await box.RunAsync(Shell("ls | xargs echo -n; echo -n ' '; cat same"), CancellationToken.None)));
            Assert.Equal([$"made-{i}", $"put-{i}", "same"], (await box.ListAsync(CancellationToken.None)).Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }

        foreach (var box in boxes) await box.DisposeAsync();
        var next = await Bench.Sandbox.OpenBoxAsync(CancellationToken.None);
        Assert.Empty(await next.ListAsync(CancellationToken.None));
        await next.DisposeAsync();
    }

    private async Task PutAsync(string path, string content) =>
        await (await Bench.Box).PutAsync(path, Encoding.UTF8.GetBytes(content), executable: false, CancellationToken.None);

    private async Task<string?> GetAsync(string path) =>
        await (await Bench.Box).GetAsync(path, 1 << 20, CancellationToken.None) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
}
