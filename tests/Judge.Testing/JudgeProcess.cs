using System.Collections.Concurrent;
using System.Diagnostics;

namespace Judge.Testing;

/// <summary>A program of this repository as a real process: started, killed, stopped. Whatever a test starts ends with it.</summary>
public sealed class JudgeProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _output = new();

    private JudgeProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, e) => _output.Enqueue(e.Data ?? "");
        process.ErrorDataReceived += (_, e) => _output.Enqueue(e.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Everything printed so far.</summary>
    public string Output => string.Join('\n', _output);

    /// <summary>Starts Judge.Api or Judge.Worker.</summary>
    public static JudgeProcess Start(string program, IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        Run("dotnet", [Repository.Program(program), .. arguments], settings);

    /// <summary>Runs a server that does not outlive this process, however that ends: a guard kills it when a pipe ends that only this process holds.</summary>
    public static JudgeProcess Serve(string file, IEnumerable<string> arguments)
    {
        const string Guarded = "\"$@\" & server=$!; exec 3<&0; (cat <&3; kill -KILL $server) >/dev/null 2>&1 & wait $server";
        return Run("/bin/sh", ["-c", Guarded, "sh", file, .. arguments], environment: null, hasInput: true);
    }

    public static JudgeProcess Run(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null) =>
        Run(file, arguments, environment, hasInput: false);

    private static JudgeProcess Run(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment, bool hasInput)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardInput = hasInput, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Repository.Root };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal)) start.Environment[name] = value;
        return new JudgeProcess(new Process { StartInfo = start });
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>A signal by name, such as TERM, to this process alone.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -{name} {Id}"]);
        kill.WaitForExit();
    }

    /// <summary>The same to all that it has started too.</summary>
    public void SignalTree(string name)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"tree() {{ kill -{name} $1 2>/dev/null; for child in $(cat /proc/$1/task/*/children 2>/dev/null); do tree $child; done; }}; tree {Id}"]);
        kill.WaitForExit();
    }

    public async Task<int> WaitForExitAsync(TimeSpan deadline)
    {
        using var cancellation = new CancellationTokenSource(deadline);
        try
        {
            await _process.WaitForExitAsync(cancellation.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"still running after {deadline.TotalSeconds:0} s:\n{Output}", e);
        }

        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        // With what it started, which would hold on to the pipes that are read to their end.
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        if (_process.StartInfo.RedirectStandardInput) _process.StandardInput.Close();
        _process.Dispose();
    }
}
