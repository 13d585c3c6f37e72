using System.Net;
using System.Net.Sockets;

namespace Judge.Testing;

/// <summary>Where things are, seen from a test's output folder.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Debug or Release, whichever this was built as.</summary>
    public static string Configuration { get; } =
        AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";

    public static string Program(string name) => Path.Combine(Root, name, "bin", Configuration, "net10.0", $"{name}.dll");

    public static string Problem(string slug) => Path.Combine(Root, "problems", slug);

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Waits until the condition holds; the deadline, stretched by <see cref="Pace"/>, is a failure with that message.</summary>
    public static Task UntilAsync(Func<Task<bool>> condition, TimeSpan deadline, string message) => UntilAsync(condition, deadline, () => message);

    /// <summary>The same with a message as of the deadline.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan deadline, Func<string> message)
    {
        deadline *= Pace.Scale;
        var started = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (TimeProvider.System.GetElapsedTime(started) > deadline) throw new TimeoutException($"{message()} (not within {deadline.TotalSeconds:0} s)");
            await Task.Delay(50);
        }
    }

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, "Judge.sln"))) return directory.FullName;
        }

        throw new InvalidOperationException("run this from a checkout");
    }
}
