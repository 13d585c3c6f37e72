using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Languages;

/// <summary>
/// Makes what languages' <see cref="Preparation"/>s ask for, in the sandbox, and keeps it in a directory that several workers of a
/// host may share: one folder per language, toolchain, commands and state of the inputs, there as a whole or not at all.
/// </summary>
/// <param name="directory">Where.</param>
/// <param name="inside">Where runs see that directory.</param>
internal sealed class Preparer(string directory, string inside)
{
    private const UnixFileMode ForAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private const long LargestFile = 256L << 20;
    private static readonly TimeSpan Unused = TimeSpan.FromDays(30), Tick = TimeSpan.FromMilliseconds(200);

    private static readonly RunLimits Limits = new(
        TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), 2L << 30, 1 << 20, 64 * 1024, 128, LargestFile);

    /// <summary>Why runs could not see anything in that directory; null when they can. As root they have another user.</summary>
    public static string? Obstacle(string directory) => Environment.IsPrivilegedProcess ? Obstacle(new DirectoryInfo(directory)) : null;

    /// <summary>Finds or makes what the toolchain can be helped with, and has it used from then on.</summary>
    /// <returns>What could not be made, in a line each.</returns>
    public async Task<IReadOnlyList<string>> PrepareAsync(Toolchain toolchain, ISandbox sandbox, CancellationToken cancellationToken)
    {
        if (toolchain.Language.Preparation is not { Parts.Count: > 0 } preparation) return [];
        var folder = $"{toolchain.Language.Id}-{Key(toolchain, preparation)}";
        var made = Path.Combine(directory, folder);
        var problems = new List<string>();
        if (!Directory.Exists(made))
        {
            // Whoever comes second waits for the first. The kernel gives the lock back when its holder dies.
            await using var only = await LockAsync(made + ".lock", cancellationToken);
            if (!Directory.Exists(made)) await MakeAsync(toolchain, preparation, sandbox, made, problems, cancellationToken);
        }

        if (!Directory.Exists(made)) return problems;
        Directory.SetLastWriteTimeUtc(made, DateTime.UtcNow);
        toolchain.Prepared = $"{inside}/{folder}";
        return problems;
    }

    private static string? Obstacle(DirectoryInfo? directory)
    {
        if (directory is null) return null;
        if (!File.GetUnixFileMode(directory.FullName).HasFlag(UnixFileMode.OtherExecute)) return $"{directory.FullName} may not be entered by the sandbox's user (chmod o+x)";
        var target = directory.ResolveLinkTarget(returnFinalTarget: true);
        return Obstacle(directory.Parent) ?? (target is null ? null : Obstacle(new DirectoryInfo(target.FullName)));
    }

    private async Task MakeAsync(
        Toolchain toolchain, Preparation preparation, ISandbox sandbox, string made, List<string> problems, CancellationToken cancellationToken)
    {
        RemoveUnused(toolchain.Language.Id);
        var growing = made + ".new";
        if (Directory.Exists(growing)) Directory.Delete(growing, recursive: true);
        CreateDirectory(growing);
        foreach (var part in preparation.Parts)
        {
            if (await MakeAsync(toolchain, part, sandbox, growing, cancellationToken) is { } problem) problems.Add($"{part.Keep[^1]}: {problem}");
        }

        if (problems.Count < preparation.Parts.Count) Directory.Move(growing, made);
        else Directory.Delete(growing, recursive: true);
    }

    private static async Task<string?> MakeAsync(
        Toolchain toolchain, PreparedPart part, ISandbox sandbox, string target, CancellationToken cancellationToken)
    {
        var problem = "there is no way";
        foreach (var way in part.Ways)
        {
            await using var box = await sandbox.OpenBoxAsync(cancellationToken);
            foreach (var (path, text) in part.Files) await box.PutAsync(path, Encoding.UTF8.GetBytes(text), executable: false, cancellationToken);
            if (await RunAsync(toolchain, way, box, cancellationToken) is { } failure)
            {
                problem = failure;
                continue;
            }

            foreach (var path in part.Keep)
            {
                if (await box.GetAsync(path, LargestFile, cancellationToken) is not { } content) return $"{path} was not made";
                await WriteAsync(target, path, content, cancellationToken);
            }

            return null;
        }

        return problem;
    }

    /// <returns>What went wrong; null when every command succeeded.</returns>
    private static async Task<string?> RunAsync(Toolchain toolchain, string[][] commands, IBox box, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            var run = await box.RunAsync(
                new RunRequest
                {
                    Arguments = toolchain.Arguments(command, Toolchain.CompileMemoryMb),
                    Environment = toolchain.Environment(Toolchain.CompileMemoryMb),
                    Limits = Limits,
                    BoxWritable = true,
                },
                cancellationToken);
            if (!run.Succeeded) return $"{run.End}, exit code {run.ExitCode}: {Encoding.UTF8.GetString(run.Stderr.Span).Split('\n')[0]}";
        }

        return null;
    }

    /// <summary>On the disk for good before it is under its name: a half-written header would be refused by the compiler, for ever.</summary>
    private static async Task WriteAsync(string target, string path, byte[] content, CancellationToken cancellationToken)
    {
        var file = Path.Combine(target, path);
        CreateDirectory(Path.GetDirectoryName(file)!);
        await using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        File.SetUnixFileMode(stream.SafeFileHandle, ForAll & ~(UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute));
        await stream.WriteAsync(content, cancellationToken);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Readable for the sandbox's user, whatever this process's umask.</summary>
    private static void CreateDirectory(string path)
    {
        Directory.CreateDirectory(path);
        File.SetUnixFileMode(path, ForAll);
    }

    private static async Task<FileStream> LockAsync(string path, CancellationToken cancellationToken)
    {
        for (; ; await Task.Delay(Tick, cancellationToken))
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Somebody holds it.
            }
        }
    }

    /// <summary>What no worker has started with for long. One that still runs on it compiles without from then on.</summary>
    private void RemoveUnused(string language)
    {
        foreach (var old in new DirectoryInfo(directory).EnumerateDirectories($"{language}-*"))
        {
            if (DateTime.UtcNow - old.LastWriteTimeUtc > Unused) old.Delete(recursive: true);
        }
    }

    private static string Key(Toolchain toolchain, Preparation preparation)
    {
        var text = new StringBuilder().Append(toolchain.Status.Version).Append('\n');
        foreach (var part in preparation.Parts)
        {
            foreach (var (path, content) in part.Files) text.Append(path).Append('\n').Append(content).Append('\n');
            foreach (var word in part.Ways.SelectMany(w => w).SelectMany(c => c).Concat(part.Keep)) text.Append(word).Append('\n');
        }

        foreach (var file in preparation.Inputs.SelectMany(Files).OrderBy(f => f.FullName, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    private static IEnumerable<FileInfo> Files(string path) => Directory.Exists(path)
        ? new DirectoryInfo(path).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true })
        : File.Exists(path) ? [new FileInfo(path)] : [];
}
