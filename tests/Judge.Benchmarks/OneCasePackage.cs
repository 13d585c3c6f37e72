using System.Globalization;
using Judge.Testing;
using Judge.Worker.Problems;

namespace Judge.Benchmarks;

/// <summary>A problem of so many equal secret cases, read by the worker's own reader.</summary>
internal sealed class OneCasePackage : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public OneCasePackage(double timeSeconds, int memoryMb, string input, string answer, int cases = 1)
    {
        var secret = Directory.CreateDirectory(Path.Combine(_directory.Path, "data", "secret")).FullName;
        File.WriteAllText(Path.Combine(_directory.Path, "problem.yaml"), string.Create(
            CultureInfo.InvariantCulture, $"name: bench\nlimits:\n  memory: {memoryMb}\n  time_limit: {timeSeconds}\n"));
        for (var i = 1; i <= cases; i++)
        {
            var name = i.ToString("000", CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(secret, name + ".in"), input);
            File.WriteAllText(Path.Combine(secret, name + ".ans"), answer);
        }

        Package = PackageReader.Read(_directory.Path);
    }

    public ProblemPackage Package { get; }

    public void Dispose() => _directory.Dispose();
}
