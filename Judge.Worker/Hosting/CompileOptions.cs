using Judge.Worker.Judging;
using Microsoft.Extensions.Configuration;

namespace Judge.Worker.Hosting;

/// <summary>What makes compiling fast, the same for all pools of a process.</summary>
/// <param name="Cache">Null: everything is compiled.</param>
/// <param name="PreparedPath">Where precompiled headers and the like are kept; null: there are none.</param>
internal sealed record CompileOptions(CompileCache? Cache, string? PreparedPath)
{
    public static readonly CompileOptions None = new(null, null);

    /// <summary>A testlib.h for packages' checkers that bring none; null: there is none.</summary>
    public string? TestlibPath { get; init; }

    /// <summary>By <c>Worker__CompileCacheMb</c>, <c>Worker__PreparedPath</c> and <c>Worker__TestlibPath</c>.</summary>
    public static CompileOptions From(IConfiguration configuration)
    {
        var megabytes = configuration.Number("Worker:CompileCacheMb", 512, 0, 1 << 20);
        var testlib = configuration.Text("Worker:TestlibPath");
        if (testlib is not null && !File.Exists(testlib)) throw new SettingException("Worker:TestlibPath", $"there is no file {testlib}; it must be a testlib.h");
        var prepared = Path.GetFullPath(configuration.Text("Worker:PreparedPath") ?? Path.Combine(configuration.DataPath(), "prepared"));
        try
        {
            Directory.CreateDirectory(prepared);
            var store = megabytes == 0 ? null : new CompileStore(Path.Combine(configuration.DataPath(), "compile-cache"), (long)megabytes << 20);
            return new CompileOptions(store is null ? null : new CompileCache(store), prepared) { TestlibPath = testlib };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Worker:PreparedPath", $"this or the compile cache under Judge__DataPath cannot be used: {e.Message}");
        }
    }
}
