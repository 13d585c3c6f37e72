using Judge.Api.Data;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Judging.Checkers;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;
using Judge.Worker.Sandbox.Cgroups;
using Judge.Worker.Sandbox.Docker;
using RabbitMQ.Client;

namespace Judge.Api.Hosting;

/// <summary><c>doctor</c>: what this host can do, a line each, with the fix. Every line was tried, not guessed.</summary>
/// <param name="configuration">The settings of this environment.</param>
/// <param name="languages">Ids of those to test; none: all.</param>
internal sealed class Doctor(IConfiguration configuration, string[] languages)
{
    private bool _judgingWorks = true;

    /// <returns>0 when judging works here, 1 when it does not, 2 when asked about a language that there is none of.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        if (languages.FirstOrDefault(id => LanguageCatalog.Find(id) is null) is { } unknown)
        {
            await Console.Error.WriteLineAsync($"doctor: '{unknown}' is no language; known are {string.Join(", ", LanguageCatalog.All.Select(l => l.Id))}");
            return 2;
        }

        await SandboxAndLanguagesAsync(cancellationToken);
        await DatabaseAsync(cancellationToken);
        await BusAsync(cancellationToken);
        Console.WriteLine(_judgingWorks ? "judging works on this host" : "judging does NOT work on this host");
        return _judgingWorks ? 0 : 1;
    }

    private async Task SandboxAndLanguagesAsync(CancellationToken cancellationToken)
    {
        PoolProfile? profile = null;
        try
        {
            profile = PoolProfile.Big().In(configuration);
            using var pool = await JudgingPool.StartAsync(profile, cancellationToken);
            if (profile.Docker is { } docker) SandboxOfDocker(pool, docker);
            else SandboxOfBubblewrap(pool, profile);
            Isolation(await Confinement.ProbeAsync(pool.Sandbox, cancellationToken));
            await LanguagesAsync(pool, profile, cancellationToken);
        }
        catch (SettingException e)
        {
            Broken("sandbox", e.Message, "see './judge worker --help'");
        }
        catch (SandboxException e) when (profile?.Docker is { } docker)
        {
            Broken("docker", e.Message, await DockerFixAsync(docker, cancellationToken));
        }
        catch (SandboxException e)
        {
            Broken("bubblewrap", e.Message, "apt-get install bubblewrap; sysctl kernel.unprivileged_userns_clone=1; in a container see docs/containers.md");
        }
    }

    /// <summary>One that is not installed is no fault: which there are is for whoever runs the judge to say.</summary>
    private async Task LanguagesAsync(JudgingPool pool, PoolProfile profile, CancellationToken cancellationToken)
    {
        using var slots = new SemaphoreSlim(pool.Profile.Slots);
        var asked = pool.Toolchains.Values.Where(t => languages.Length == 0 || languages.Contains(t.Language.Id, StringComparer.Ordinal)).ToList();
        var faults = asked.Where(t => t.Status.Available).ToDictionary(t => t.Language.Id, SelfTestInTurnAsync, StringComparer.Ordinal);
        async Task<string?> SelfTestInTurnAsync(Toolchain toolchain)
        {
            await slots.WaitAsync(cancellationToken);
            try
            {
                return await SelfTestAsync(pool, toolchain.Language.Id, toolchain.Language.SelfTest, cancellationToken);
            }
            finally
            {
                slots.Release();
            }
        }

        foreach (var toolchain in asked)
        {
            var language = toolchain.Language;
            if (!faults.TryGetValue(language.Id, out var testing))
                Note(language.Id, $"{toolchain.Status.Reason}\n{"",19}if wanted: {Fix(profile, language, "install")}");
            else if (await testing is { } fault)
                Broken(language.Id, $"{toolchain.Status.Version}; self-test: {fault}", Fix(profile, language, "install --reinstall"));
            else
                Ok(language.Id, $"{toolchain.Status.Version}; self-test accepted");
        }

        if (faults.Count == 0) Broken("languages", "none of them is installed", "apt-get install g++ python3");
    }

    private static void SandboxOfBubblewrap(JudgingPool pool, PoolProfile profile)
    {
        Ok("bubblewrap", "a trial run worked");
        if (pool.Weakness is { } weakness)
        {
            var (why, fix) = WithoutCgroup(profile);
            Weak("cgroup", $"none in force, for {why}; weaker therefore: {weakness}", fix);
        }
        else Ok("cgroup", $"{pool.Sandbox.Description.Split(", ")[^1]}: CPU, memory and processes are bounded and counted by the kernel");
        if (File.Exists(DockerOptions.DefaultSocket)) Ok("docker", $"{DockerOptions.DefaultSocket} is there (not needed: the sandbox is bubblewrap)");
        else Note("docker", $"no {DockerOptions.DefaultSocket} (not needed: the sandbox is bubblewrap)");
    }

    private static (string Why, string Fix) WithoutCgroup(PoolProfile profile)
    {
        if (!profile.Cgroups) return ("Worker__Cgroups is none", "Worker__Cgroups=auto");
        const string Fix = "run as root, or in a delegated cgroup (systemd: Delegate=yes and DelegateSubgroup=main); in a container docs/containers.md, \"cgroups: exact limits\"";
        var mounts = CgroupMounts.Read();
        if (mounts.V1.TryGetValue("memory", out var memory)) return ($"v1 is mounted, but this user cannot make groups in {memory}/judge and those of cpuacct and pids", Fix);
        return (mounts.V2 is { } v2 ? $"v2 is mounted at {v2}, but cpu, memory and pids are not this user's to hand out there" : "none is mounted", Fix);
    }

    private void Isolation(Confinement confinement)
    {
        var faults = string.Join(", ", confinement.Faults);
        if (faults.Length > 0) Broken("isolation", $"seen from inside a trial run: {faults}", "do not judge with it; 'git status' and build again");
        else Ok("isolation", $"seen from inside a trial run: namespaces of its own ({string.Join(' ', confinement.Own)}), a seccomp filter, no capability and no way to one");
    }

    private static void SandboxOfDocker(JudgingPool pool, DockerOptions docker)
    {
        Ok("docker", $"{pool.Sandbox.Description} at {docker.Socket}; a trial run in a container of {docker.DefaultImage} worked");
        if (pool.Weakness is { } weakness) Weak("cgroup", weakness, "a runtime that mounts /sys/fs/cgroup, such as runc");
        else Ok("cgroup", "CPU, memory and processes of a container are bounded and counted by the kernel");
    }

    /// <summary>The first thing that is wrong, asked step by step.</summary>
    private static async Task<string> DockerFixAsync(DockerOptions docker, CancellationToken cancellationToken)
    {
        if (!File.Exists(docker.Socket)) return "apt-get install docker.io, or Worker__Docker__Socket=PATH where the engine listens; in a container mount the socket";
        try
        {
            using var engine = await DockerEngine.ConnectAsync(docker.Socket, cancellationToken);
            var runtimes = (await engine.GetSystemInfoAsync(cancellationToken)).Runtimes?.Keys ?? [];
            if (docker.Runtime is { } runtime && !runtimes.Contains(runtime, StringComparer.Ordinal))
                return $"Worker__Docker__Runtime={string.Join('|', runtimes)}, or install {runtime} and name it under \"runtimes\" in /etc/docker/daemon.json";
            if (await engine.InspectImageAsync(docker.DefaultImage, cancellationToken) is null)
                return $"docker build -t {docker.DefaultImage} deploy/languages, or Worker__Docker__Image=NAME";
            return "docs/containers.md, \"Containers as sandboxes\"";
        }
        catch (SandboxException)
        {
            return $"start the engine, and let this user open {docker.Socket} (group docker)";
        }
    }

    private static string Fix(PoolProfile profile, Language language, string install) => profile.Docker is { } docker
        ? $"add {language.Packages} to the image {docker.ImageOf(language)} (deploy/languages/Dockerfile has all), or Worker__Docker__Images__{language.Id}=NAME"
        : $"apt-get {install} {language.Packages}";

    /// <returns>What went wrong; null when nothing did.</returns>
    private static async Task<string?> SelfTestAsync(JudgingPool pool, string language, string source, CancellationToken cancellationToken)
    {
        var directory = Directory.CreateTempSubdirectory("judge-doctor-").FullName;
        try
        {
            var (input, answer) = (Path.Combine(directory, "1.in"), Path.Combine(directory, "1.ans"));
            await File.WriteAllTextAsync(input, "20 22\n", cancellationToken);
            await File.WriteAllTextAsync(answer, "42\n", cancellationToken);
            var package = new ProblemPackage(
                "self-test", null, [], "", TimeSpan.FromSeconds(5), 256, 1, [new ProblemCase("sample/1", new FilePart(input), new FilePart(answer), true, CheckerOptions.Default)]);
            var judgement = await pool.Judge.JudgeAsync(language, source, package, _ => { }, cancellationToken);
            return judgement.Verdict == Verdict.Accepted
                ? null
                : $"{judgement.Verdict}: {judgement.Message} {judgement.CompileOutput ?? (judgement.Cases is [var run, ..] ? run.Stderr : null)}";
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private async Task DatabaseAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var database = Database.From(configuration);
            await new Migrator(database, TimeProvider.System).MigrateAsync(cancellationToken);
            Ok("database", database.Description);
        }
        catch (Exception e) when (e is SettingException or System.Data.Common.DbException)
        {
            Broken("database", e.Message, "set ConnectionStrings__Database or Judge__DataPath to a place this user can write");
        }
    }

    private async Task BusAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (configuration.Bus() is not { } address)
            {
                Ok("bus", "in-process");
                return;
            }

            var factory = new ConnectionFactory { Uri = address, RequestedConnectionTimeout = TimeSpan.FromSeconds(5) };
            await using var connection = await factory.CreateConnectionAsync(cancellationToken);
            Ok("bus", $"RabbitMQ at {address.Host}:{factory.Port} answers");
        }
        catch (Exception e) when (e is SettingException or RabbitMQ.Client.Exceptions.BrokerUnreachableException)
        {
            Broken("bus", e.InnerException?.Message ?? e.Message, "start RabbitMQ or correct ConnectionStrings__Bus");
        }
    }

    private static void Ok(string what, string text) => Line("ok", what, text);

    private static void Note(string what, string text) => Line("-", what, text);

    private static void Weak(string what, string text, string fix) => Line("weak", what, $"{text}\n{"",19}fix: {fix}");

    private void Broken(string what, string text, string fix)
    {
        _judgingWorks = false;
        Line("BROKEN", what, $"{text}\n{"",19}fix: {fix}");
    }

    private static void Line(string mark, string what, string text) => Console.WriteLine($"{mark,-6} {what,-11} {text}");
}
