using Judge.Testing;

namespace Judge.Worker.Tests.Problems;

/// <summary>A package on disk that is read without a fault, for a test to change one thing of.</summary>
internal sealed class PackageDirectory : IDisposable
{
    public const string Yaml = "problem_format_version: 2023-07-draft\nname: Sums\nlimits: {time_limit: 1, memory: 256}\n";
    private readonly TemporaryDirectory _directory = new();

    public PackageDirectory(string? yaml = Yaml, bool cases = true)
    {
        if (yaml is not null) Write("problem.yaml", yaml);
        if (!cases) return;
        Case("sample/1", "1 2\n", "3\n");
        Case("secret/1", "3 4\n", "7\n");
    }

    public string Path => _directory.Path;

    public PackageDirectory Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public PackageDirectory Case(string name, string input, string answer) => Write($"data/{name}.in", input).Write($"data/{name}.ans", answer);

    public PackageDirectory WithStatement() => Write("statement/problem.en.md", "Add two numbers. The input is one line with both, the output is their sum.\n");

    public void Dispose() => _directory.Dispose();
}
