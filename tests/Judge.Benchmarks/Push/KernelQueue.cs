using System.Globalization;

namespace Judge.Benchmarks.Push;

/// <summary>What the kernel keeps for a server's clients, by /proc/net/tcp; it is not in the RSS of any process.</summary>
internal static class KernelQueue
{
    private const int LocalAddress = 1, Queues = 4;

    /// <summary>Bytes that the server at that loopback address has written and its clients' side has not taken.</summary>
    public static long UnsentBytes(string url)
    {
        var port = $":{new Uri(url).Port.ToString("X4", CultureInfo.InvariantCulture)}";
        return File.ReadLines("/proc/net/tcp")
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[LocalAddress].EndsWith(port, StringComparison.Ordinal))
            .Sum(fields => long.Parse(fields[Queues].Split(':')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
    }
}
