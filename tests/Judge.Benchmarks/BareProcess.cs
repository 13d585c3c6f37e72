using System.Text;
using Judge.Worker.Sandbox.Native;

namespace Judge.Benchmarks;

/// <summary>The lower bound: posix_spawn of a program, its output read from a pipe, wait. No limits, no isolation.</summary>
internal static class BareProcess
{
    /// <returns>What it printed on standard output and standard error.</returns>
    /// <exception cref="InvalidOperationException">It did not exit with 0.</exception>
    public static string Run(IReadOnlyList<string> arguments, ReadOnlySpan<byte> stdin)
    {
        using var input = Descriptor.SealedFile(stdin);
        var (read, write) = Descriptor.Pipe();
        using (read)
        {
            ChildProcess child;
            using (write) child = ChildProcess.Start(arguments, [input.Fd, write.Fd, write.Fd]);
            using (child)
            {
                var output = new StringBuilder();
                var buffer = new byte[4096];
                for (int n; (n = read.Read(buffer)) > 0;) output.Append(Encoding.UTF8.GetString(buffer, 0, n));
                var status = child.Wait();
                return status == 0 ? output.ToString() : throw new InvalidOperationException($"{arguments[0]} ended with status {status}: {output}");
            }
        }
    }
}
