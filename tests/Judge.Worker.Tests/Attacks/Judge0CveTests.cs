using Judge.Testing;
using Judge.Worker.Tests.Judging;

namespace Judge.Worker.Tests.Attacks;

/// <summary>The three ways out of Judge0 of 2024: each would change or reach something that these tests put on the host.</summary>
[Collection(PoolCollection.Name)]
public sealed class Judge0CveTests(AttackGround ground) : IClassFixture<AttackGround>
{
    /// <summary>Puts links to a file and a folder of the host wherever the judge may read, write, chown or remove, under all names it could use.</summary>
    private const string Linker = """
        import os
        NAMES = ('stdin', 'stdout', 'stderr', 'main', 'main.py', 'main.c', 'Main.class', 'main.dll', 'run', 'compile', 'compile_output.txt', 'metadata.txt', 'box', 'tmp', 'status')
        for place in '/box', '/tmp', '/dev/shm', '.', '/', '..', '/box/..':
            for name in NAMES:
                path = os.path.join(place, name)
                for target in '{0}', '{1}':
                    try:
                        if os.path.lexists(path): os.replace(path, path + '.old')
                        os.symlink(target, path)
                    except OSError: pass
        for place in '/box', '/box/../box':
            try: os.rename(place, '/tmp/moved')
            except OSError: pass
        print('contained')
        """;

    [Fact]
    public Task CVE_2024_28185_a_link_in_the_box_does_not_make_the_host_write_outside() => LinksLeadNowhereAsync("python", Linker);

    [Fact]
    public Task CVE_2024_28189_a_link_in_the_box_does_not_make_the_host_chown_outside() => LinksLeadNowhereAsync("javascript", """
        const fs = require('fs');
        for (const place of ['/box', '/tmp', '.', '/', '/box/..']) for (const name of ['main', 'main.js', 'stdout', 'stderr', 'box', 'tmp']) for (const target of ['{0}', '{1}']) {
            const path = place + '/' + name;
            try { fs.unlinkSync(path); } catch { }
            try { fs.symlinkSync(target, path); } catch { }
            try { fs.linkSync(target, path); } catch { }
            try { fs.lchownSync(path, 0, 0); } catch { }
        }
        console.log('contained');
        """);

    public static TheoryData<string> Clients => [.. Attack.All.Intersect(["net_tcp_loopback.c", "net_tcp6.c", "net_internet.py", "java_network.java"], StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Clients))]
    public Task CVE_2024_29021_a_program_reaches_no_service_of_the_host(string program) => ground.ContainsAsync(Attack.Read(program), ground.Problem);

    private async Task LinksLeadNowhereAsync(string language, string source)
    {
        using var outside = new TemporaryDirectory();
        var (file, folder) = (Path.Combine(outside.Path, "precious"), Path.Combine(outside.Path, "folder"));
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(file, "precious");
        await File.WriteAllTextAsync(Path.Combine(folder, "inside"), "precious");
        string[] before = [HostFile.Describe(outside.Path), HostFile.Describe(file), HostFile.Describe(folder), HostFile.Describe(Path.Combine(folder, "inside"))];
        var attack = new Attack("linker", language, source.Replace("{0}", file, StringComparison.Ordinal).Replace("{1}", folder, StringComparison.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["attack"] = "plants links to files of the host",
            ["judge"] = "accepted",
        });
        // Twice, and a compiled program after: the boxes are made, filled, read and removed again.
        await ground.ContainsAsync(attack, ground.Leftovers, ground.Leftovers);
        await ground.ContainsAsync(Attack.Read("links_out.c"), ground.Problem);
        string[] after = [HostFile.Describe(outside.Path), HostFile.Describe(file), HostFile.Describe(folder), HostFile.Describe(Path.Combine(folder, "inside"))];
        Assert.Equal(before, after, StringComparer.Ordinal);
    }
}
