using System.Globalization;

namespace Judge.Benchmarks.Push;

/// <summary>What follows a benchmark's name: whole numbers and flags.</summary>
internal sealed class CommandLine(IEnumerable<string> arguments)
{
    private readonly List<string> _left = [.. arguments];

    /// <exception cref="UsageException">No number from 1 to <paramref name="most"/> follows the option.</exception>
    public int Number(string option, int otherwise, int most)
    {
        var at = _left.IndexOf(option);
        if (at < 0) return otherwise;
        if (at + 1 >= _left.Count || !int.TryParse(_left[at + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var value) || value < 1 || value > most)
            throw new UsageException($"{option} needs a whole number from 1 to {most.ToString(CultureInfo.InvariantCulture)}");
        _left.RemoveRange(at, 2);
        return value;
    }

    public bool Flag(string option) => _left.Remove(option);

    /// <exception cref="UsageException">There was an option that nobody asked for.</exception>
    public void End()
    {
        if (_left.Count > 0) throw new UsageException($"unknown option {_left[0]}");
    }
}

/// <summary>An option is wrong; the message says which.</summary>
internal sealed class UsageException(string message) : Exception(message);
