using System.Globalization;
using Judge.Testing;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Problems;
using Judge.Worker.Tests.Judging;
using Judge.Worker.Tests.Problems;

namespace Judge.Worker.Tests.Attacks;

/// <summary>What the attacks are aimed at: problems with answers, bait, words that must not be seen. Judges a program and looks at the host.</summary>
public class AttackGround(PoolFixture fixture) : IAsyncLifetime
{
    private static readonly string Yaml = string.Create(CultureInfo.InvariantCulture, $"name: Contained\nlimits: {{time_limit: {Pace.Scale}, memory: 64, output: 1}}\n");
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private readonly List<PackageDirectory> _directories = [];
    private readonly Canaries _canaries = new();
    private readonly Bait _bait = new();
    private PackageDirectory? _problem, _other;

    internal ProblemPackage Problem { get; private set; } = null!;

    /// <summary>Cases that plant and cases that look for it, some at the same time, the last ones after the first.</summary>
    internal ProblemPackage Leftovers { get; private set; } = null!;

    /// <summary>Cases enough that an interpreter is started once for all of them.</summary>
    internal ProblemPackage Copies { get; private set; } = null!;

    internal ProblemPackage Plant { get; private set; } = null!;

    internal ProblemPackage Look { get; private set; } = null!;

    internal Canaries Canaries => _canaries;

    public async Task InitializeAsync()
    {
        (_problem, Problem) = Package("attack");
        _problem.Case("secret/1", _canaries.Word("a secret case's input") + "\n", "contained\n");
        Problem = PackageReader.Read(_problem.Path);
        (_other, _) = Package("attack");
        _other.Case("secret/1", "\n", _canaries.Word("another problem's answer") + "\n");
        (_, Leftovers) = Package("plant", "look", "plant", "look", "look", "look");
        (var copies, _) = Package("attack");
        for (var i = 1; i <= 6; i++) copies.Case(string.Create(CultureInfo.InvariantCulture, $"secret/{i}"), _canaries.Word("a secret case's input") + "\n", "contained\n");
        Copies = PackageReader.Read(copies.Path);
        (_, Plant) = Package("plant");
        (_, Look) = Package("look");
        await _bait.ShowThatItWorksAsync();
        // What the judge makes once and keeps is there before the first look at the host.
        await fixture.Pool.Judge.JudgeAsync("c", "int main(void) { return 0; }", Leftovers, _ => { }, CancellationToken.None);
        await HostProcesses.LearnAsync();
    }

    /// <summary>Judges an attack; whatever shows that it was not contained fails, with the attack's name.</summary>
    internal async Task ContainsAsync(Attack attack, params ProblemPackage[] packages)
    {
        var before = HostState.Take();
        await ContainsAsync(fixture.Pool, attack, packages);
        var changes = await before.ChangesAsync(Pace.Seconds(10));
        Assert.True(changes.Count == 0, $"{attack.Name} ({attack.What}) changed the host: {string.Join("; ", changes)}");
    }

    /// <summary>The same in any pool, all but the look at the host.</summary>
    internal async Task ContainsAsync(JudgingPool pool, Attack attack, params ProblemPackage[] packages)
    {
        foreach (var package in packages)
        {
            var judgement = await JudgeAsync(pool, attack, package);
            var permitted = attack.Permitted(pool.Weakness is null);
            Assert.True(
                permitted.Contains(judgement.Verdict),
                $"{attack.Name} ({attack.What}) got {judgement.Verdict} and not {string.Join(" or ", permitted)}: {judgement.Message}\n{judgement.CompileOutput}\n"
                + string.Join('\n', judgement.Cases.Select(c => $"{c.Name}: {c.Verdict} {c.Output} {c.Stderr}")));
            foreach (var place in _canaries.SeenIn(judgement)) Assert.Fail($"{attack.Name} ({attack.What}) was shown {place}: {judgement}");
        }

        Assert.True(_canaries.FileIsIntact, $"{attack.Name} ({attack.What}) changed a file of the host");
        Assert.True(_bait.Visits == 0, $"{attack.Name} ({attack.What}) reached a service of the host");
    }

    /// <summary>Judges a program with the host's paths, ports and pids put in.</summary>
    internal Task<Judgement> JudgeAsync(Attack attack, ProblemPackage package) => JudgeAsync(fixture.Pool, attack, package);

    private Task<Judgement> JudgeAsync(JudgingPool pool, Attack attack, ProblemPackage package) =>
        pool.Judge.JudgeAsync(attack.Language, Aim(attack.Source), package, _ => { }, CancellationToken.None);

    public Task DisposeAsync()
    {
        foreach (var directory in _directories) directory.Dispose();
        _bait.Dispose();
        _canaries.Dispose();
        return Task.CompletedTask;
    }

    private string Aim(string source)
    {
        (string Name, string Value)[] values =
        [
            ("WORKER", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)), ("HOST", Environment.MachineName), ("REPO", Repository.Root),
            ("TIME_LIMIT", Pace.Scale.ToString(CultureInfo.InvariantCulture)),
            ("BASE", AppContext.BaseDirectory), ("ANSWER", Path.Combine(_problem!.Path, "data/secret/1.ans")), ("SECRET", Path.Combine(_other!.Path, "data/secret/1.ans")),
            ("CANARY_FILE", _canaries.File), ("TCP4", _bait.Tcp4), ("TCP6", _bait.Tcp6), ("UDP4", _bait.Udp4), ("ABSTRACT", _bait.Abstract), ("SOCKET", _bait.SocketPath),
        ];
        foreach (var (name, value) in values) source = source.Replace($"@{name}@", value, StringComparison.Ordinal);
        return source;
    }

    private (PackageDirectory Directory, ProblemPackage Package) Package(params string[] inputs)
    {
        var directory = new PackageDirectory(Yaml, cases: false);
        _directories.Add(directory);
        for (var i = 0; i < inputs.Length; i++) directory.Case(string.Create(CultureInfo.InvariantCulture, $"sample/{i + 1}"), inputs[i] + "\n", "contained\n");
        // Only that it is out of sight must keep a program from it, not the rights on the way to it.
        File.SetUnixFileMode(directory.Path, Readable);
        return (directory, PackageReader.Read(directory.Path));
    }
}
