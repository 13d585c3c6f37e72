using System.Globalization;
using System.Text;
using Judge.Worker.Functions;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Sandbox;

namespace Judge.Worker.Verifying;

/// <summary>
/// Runs a package's input validators on its .in files: C, C++ or Python, the file on standard input, exit code 42 when it is as the statement
/// promises. One that includes testlib.h says so with 0, as testlib does. They are a stranger's programs and run in the sandbox.
/// </summary>
/// <param name="pool">Where.</param>
/// <param name="testlibPath">A testlib.h for those that bring none; null: there is none.</param>
internal sealed class InputValidators(JudgingPool pool, string? testlibPath)
{
    private const int Valid = 42, MemoryMb = 1024, MostFaults = 10, MostSaid = 200, LargestFile = 1 << 20;
    private static readonly RunLimits Limits = new(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(60), (long)MemoryMb << 20, 1 << 20, 64 * 1024, 16, 1 << 20);
    private readonly Compiler _compiler = new(cache: null);

    /// <returns>How many there were.</returns>
    public async Task<int> CheckAsync(string directory, ProblemPackage package, Findings findings, CancellationToken cancellationToken)
    {
        var warned = findings.Warnings.Count;
        var programs = ((string[])["input_validators", "input_format_validators", "input_validator"]).Where(f => Directory.Exists(Path.Combine(directory, f)))
            .SelectMany(f => Programs(directory, f, findings)).ToList();
        // A file of a function problem holds many cases.
        var inputs = package.Cases.Select(c => c.Input.Path).Distinct(StringComparer.Ordinal).ToList();
        if (programs.Count == 0 && findings.Warnings.Count == warned) findings.Warn("input_validators: there is none, so nobody knows whether the data keeps the statement's promises");
        foreach (var program in programs) await CheckAsync(program, directory, inputs, findings, cancellationToken);
        return programs.Count;
    }

    /// <summary>Each file is a validator and each folder is one, as in the Kattis format; in a folder, the file that is no header is compiled.</summary>
    private static IEnumerable<InputValidator> Programs(string directory, string folder, Findings findings)
    {
        foreach (var entry in Directory.GetFileSystemEntries(Path.Combine(directory, folder)).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(directory, entry);
            if (Path.GetFileName(entry) is ['.', ..] or "__pycache__" || Path.GetExtension(entry) is ".h" or ".hpp" or ".md" or ".txt") continue;
            var files = Directory.Exists(entry) ? Directory.GetFiles(entry).Order(StringComparer.Ordinal).ToList() : [entry];
            var sources = files.Where(f => LanguageCatalog.ForFile(f)?.Id is "c" or "cpp" or "python").ToList();
            if (sources is not [var source]) findings.Warn($"{name}: is not one C, C++ or Python file; not run");
            else
            {
                // Beside a single file there may be what it includes.
                var beside = files.Count > 1 ? files : Directory.GetFiles(Path.GetDirectoryName(source)!).Where(f => Path.GetExtension(f) is ".h" or ".hpp");
                yield return new InputValidator(name, source, [.. beside.Where(f => f != source)]);
            }
        }
    }

    private async Task CheckAsync(InputValidator validator, string directory, List<string> inputs, Findings findings, CancellationToken cancellationToken)
    {
        var toolchain = pool.Toolchains[LanguageCatalog.ForFile(validator.Source)!.Id];
        if (!toolchain.Status.Available)
        {
            findings.Warn($"{validator.Name}: not run: {toolchain.Status.Reason}");
            return;
        }

        var source = await File.ReadAllTextAsync(validator.Source, cancellationToken);
        await using var box = await pool.Sandbox.OpenBoxAsync(toolchain.Image, cancellationToken);
        var testlib = source.Contains("testlib.h", StringComparison.Ordinal);
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [toolchain.Language.SourceFile] = source };
        foreach (var file in validator.Beside.Where(f => new FileInfo(f).Length <= LargestFile)) files.TryAdd(Path.GetFileName(file), await File.ReadAllTextAsync(file, cancellationToken));
        if (testlib && testlibPath is not null && !files.ContainsKey("testlib.h")) files["testlib.h"] = await File.ReadAllTextAsync(testlibPath, cancellationToken);
        var compilation = await _compiler.CompileAsync(toolchain, new FunctionProgram(toolchain.Language.SourceFile, files), box, cancellationToken);
        if (compilation.Failure is { } failure)
        {
            findings.Fault($"{validator.Name}: {failure}: {compilation.Output?.Split('\n')[0]}");
            return;
        }

        var failed = 0;
        var flags = inputs.ToDictionary(i => i, i => InputFlags.Read(directory, i, validator.Name), StringComparer.Ordinal);
        // An interpreter that is started ahead has its arguments already.
        var beginsAt = flags.Values.All(f => f.SequenceEqual(flags.Values.First(), StringComparer.Ordinal)) ? toolchain.Language.BeginsAt : null;
        foreach (var input in inputs)
        {
            var run = await box.RunAsync(
                new RunRequest
                {
                    Arguments = [.. toolchain.Arguments(toolchain.Language.Run, MemoryMb), .. flags[input]],
                    Environment = toolchain.Environment(MemoryMb),
                    Limits = Limits,
                    Stdin = await File.ReadAllBytesAsync(input, cancellationToken),
                    BeginsAt = beginsAt,
                },
                cancellationToken);
            if (run.End == RunEnd.Finished && (run.ExitCode == Valid || testlib && run.ExitCode == 0)) continue;
            if (++failed <= MostFaults) findings.Fault($"{Path.GetRelativePath(directory, input)}: {validator.Name} refuses it: {Reason(run)}");
        }

        if (failed > MostFaults) findings.Fault($"{validator.Name}: refuses {(failed - MostFaults).ToString(CultureInfo.InvariantCulture)} more files");
    }

    private static string Reason(RunResult run)
    {
        var said = Encoding.UTF8.GetString((run.Stderr.Length > 0 ? run.Stderr : run.Stdout).Span).Trim().Split('\n')[^1];
        var how = run.End != RunEnd.Finished ? run.End.ToString() : run.ExitCode is { } code ? $"exit code {code.ToString(CultureInfo.InvariantCulture)}" : $"signal {run.Signal?.ToString(CultureInfo.InvariantCulture)}";
        return said.Length == 0 ? how : $"{how}, {(said.Length > MostSaid ? said[..MostSaid] : said)}";
    }

    private sealed record InputValidator(string Name, string Source, IReadOnlyList<string> Beside);
}
