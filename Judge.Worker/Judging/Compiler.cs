using System.Security.Cryptography;
using System.Text;
using Judge.Worker.Functions;
using Judge.Worker.Languages;
using Judge.Worker.Sandbox;
using Judge.Worker.Telemetry;

namespace Judge.Worker.Judging;

/// <summary>Gets a program into a box, compiled, as quickly as it can: from the cache, or by the compiler with all that was prepared for it.</summary>
/// <param name="cache">Null: everything is compiled.</param>
/// <param name="counts">Gets what is compiled; null: nobody counts.</param>
internal sealed class Compiler(CompileCache? cache, PoolCounts? counts = null)
{
    /// <summary>One program's files are no larger in the cache, all together.</summary>
    private const long LargestEntry = 32L << 20;

    /// <summary>A listing that may have been cut off is not what the compiler left.</summary>
    private const int LongestListing = 64 * 1024;

    private const int OutputBytes = 16 * 1024;

    public static readonly RunLimits Limits = new(
        TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(40), 1L << 30, 1 << 20, 256 * 1024, 128, 256L << 20);

    /// <summary>Puts the program's files and what the toolchain wants beside it into the box, and what the compiler makes of it.</summary>
    public async Task<Compilation> CompileAsync(Toolchain toolchain, FunctionProgram program, IBox box, CancellationToken cancellationToken)
    {
        var files = toolchain.Files.Concat(program.Files).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, content) in files) await box.PutAsync(name, Encoding.UTF8.GetBytes(content), executable: false, cancellationToken);
        if ((program.Compile ?? toolchain.Language.Compile) is not { } command) return new Compilation(null, null, []);
        if (cache is null)
        {
            counts?.AddCompiled(toolchain.Language.Id, hit: false);
            return (await CompileAsync(toolchain, program, command, box, cancellationToken)).Compilation;
        }

        var (compilation, hit) = await cache.GetAsync(
            Key(toolchain, command, files),
            async () =>
            {
                var (made, lasting) = await CompileAsync(toolchain, program, command, box, cancellationToken);
                if (!lasting || made.Failure is not null) return (made, lasting);
                var left = await CollectAsync(toolchain.Language, files, box, cancellationToken);
                return left is null ? (made, false) : (made with { Files = left }, true);
            },
            cancellationToken);
        counts?.AddCompiled(toolchain.Language.Id, hit);
        if (hit)
        {
            foreach (var file in compilation.Files) await box.PutAsync(file.Path, file.Content, file.Executable, cancellationToken);
        }

        return compilation;
    }

    /// <summary>What a compiler printed, as users see it: with the names that their files have, and not the directory that they lie in here.</summary>
    public static string? Said(RunResult run)
    {
        var said = run.Stderr.Length == 0 ? run.Stdout : run.Stdout.Length == 0 ? run.Stderr : (byte[])[.. run.Stdout.Span, .. run.Stderr.Span];
        return said.Length == 0 ? null : VerdictRules.Shown(said.Span, OutputBytes).Replace("/box/", "", StringComparison.Ordinal);
    }

    /// <summary>Compiles with what was prepared; and without, when it could matter for what the user is told.</summary>
    private static async Task<(Compilation Compilation, bool Lasting)> CompileAsync(
        Toolchain toolchain, FunctionProgram program, string[] command, IBox box, CancellationToken cancellationToken)
    {
        var language = toolchain.Language;
        var run = default(RunResult);
        if (program.Compile is null && language.Preparation is { } preparation && (preparation.Parts.Count == 0 || toolchain.Prepared is not null))
        {
            run = await RunAsync(toolchain, preparation.Compile, box, cancellationToken);
            if (!preparation.SameWords && !SaysTheSame(run, program.SourceFile)) run = null;
        }

        run ??= await RunAsync(toolchain, command, box, cancellationToken);
        var output = Said(run);
        var (failure, lasting) = run.End switch
        {
            RunEnd.CpuLimit or RunEnd.WallLimit => ($"the compiler was stopped after {Limits.Cpu.TotalSeconds:0} s", false),
            RunEnd.MemoryLimit => ($"the compiler used more than {Limits.MemoryBytes >> 20} MiB", false),
            RunEnd.OutputLimit => ("the compiler printed too much", false),
            _ when run.ExitCode != 0 => ("the compiler refused the program", BlamesTheSource(run, output, program.SourceFile)),
            _ when language.Artifact is { } artifact && await box.GetAsync(artifact.File, Limits.FileBytes, cancellationToken) is null => (artifact.Otherwise, true),
            _ => ((string?)null, true),
        };
        return (new Compilation(output, failure, []), lasting);
    }

    private static Task<RunResult> RunAsync(Toolchain toolchain, string[] command, IBox box, CancellationToken cancellationToken) => box.RunAsync(
        new RunRequest
        {
            Arguments = toolchain.Arguments(command, Toolchain.CompileMemoryMb),
            Environment = toolchain.Environment(Toolchain.CompileMemoryMb),
            Limits = Limits,
            BoxWritable = true,
        },
        cancellationToken);

    /// <summary>Whether every line is about the source itself, or belongs to one that is. With a precompiled header the way to another
    /// file (<c>In file included from</c>) is told differently, and another linker has other words.</summary>
    private static bool SaysTheSame(RunResult run, string sourceFile)
    {
        if (run.End is RunEnd.CpuLimit or RunEnd.WallLimit) return true;
        if (run.End != RunEnd.Finished || run.ExitCode is not (0 or 1)) return false;
        if (run.Stdout.Length > 0 || run.ExitCode == 1 && run.Stderr.Length == 0) return false;
        return Encoding.UTF8.GetString(run.Stderr.Span).Split('\n')
            .All(line => line.Length == 0 || line[0] == ' ' || line.StartsWith($"{sourceFile}:", StringComparison.Ordinal));
    }

    /// <summary>Whether a failure will be the same every time: an error in the source is, a compiler that failed may not be.</summary>
    private static bool BlamesTheSource(RunResult run, string? output, string sourceFile) =>
        run.ExitCode == 1 && output is not null && !output.Contains("internal compiler error", StringComparison.Ordinal)
        && (output.Contains($"{sourceFile}:", StringComparison.Ordinal) || output.Contains($"{sourceFile}(", StringComparison.Ordinal));

    /// <summary>What the compiler made; null when that is too much to keep.</summary>
    private static async Task<IReadOnlyList<CompiledFile>?> CollectAsync(
        Language language, Dictionary<string, string> given, IBox box, CancellationToken cancellationToken)
    {
        var paths = await box.ListAsync(cancellationToken);
        if (paths.Sum(p => Encoding.UTF8.GetByteCount(p) + 1) > LongestListing) return null;
        var (files, room) = (new List<CompiledFile>(), LargestEntry);
        foreach (var path in paths.Where(p => !given.ContainsKey(p)))
        {
            if (await box.GetAsync(path, room, cancellationToken) is not { } content) return null;
            files.Add(new CompiledFile(path, language.Run[0] == $"/box/{path}", content));
            room -= content.Length;
        }

        return files;
    }

    /// <summary>Everything that the outcome depends on. What was prepared is not in it: with or without, the outcome is the same.</summary>
    private static string Key(Toolchain toolchain, string[] command, Dictionary<string, string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Append(string text)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        void AppendAll(IReadOnlyCollection<string> texts)
        {
            hash.AppendData(BitConverter.GetBytes(texts.Count));
            foreach (var text in texts) Append(text);
        }

        Append(toolchain.Image ?? "");
        Append(toolchain.Status.Version ?? "");
        AppendAll(toolchain.Arguments(command, Toolchain.CompileMemoryMb));
        AppendAll([.. toolchain.Environment(Toolchain.CompileMemoryMb).Select(v => $"{v.Key}={v.Value}").Order(StringComparer.Ordinal)]);
        AppendAll([.. files.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => (string[])[f.Key, f.Value])]);

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
