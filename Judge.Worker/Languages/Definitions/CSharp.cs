using System.Text;
using System.Text.Json;
using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>csc by itself, without MSBuild: half a second instead of ten.</summary>
    private static Language CSharp { get; } = new()
    {
        Id = "csharp",
        Name = "C# (.NET)",
        SourceFile = "main.cs",
        Extensions = [".cs"],
        Compile =
        [
            "{dotnet}/dotnet", "exec", "{csc}", "-noconfig", "-nostdlib", "-nologo", "-optimize+", "-debug-", "-unsafe", "-langversion:latest",
            "-nowarn:CS1701,CS1702", "-target:exe", "-out:main.dll", "@references.rsp", "main.cs",
        ],
        Artifact = ("main.dll", "the compiler made no program"),
        Run = ["{dotnet}/dotnet", "exec", "--runtimeconfig", "main.runtimeconfig.json", "main.dll"],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_EnableDiagnostics"] = "0",
            // W^X maps code through a 2 GiB file in memory, which no file size limit lets through.
            ["DOTNET_EnableWriteXorExecute"] = "0",
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_gcServer"] = "0",
            // Hexadecimal, as the runtime wants it. Not together with gcConcurrent=0: .NET 10.0.12 then crashes (SIGSEGV) in the sandbox.
            ["DOTNET_GCHeapHardLimit"] = "{memoryHex}",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_HOME"] = "/tmp",
        },
        Version = ["{dotnet}/dotnet", "--version"],
        Needs = [],
        LooksFor = [.. DotnetRoots.SelectMany(r => (string[])[$"{r}/sdk/*/Roslyn/bincore/csc.dll", $"{r}/packs/Microsoft.NETCore.App.Ref/*/ref/*/*.dll", $"{r}/shared/Microsoft.NETCore.App/*"])],
        Packages = "the .NET 10 SDK, https://learn.microsoft.com/dotnet/core/install/linux-debian",
        Locate = LocateDotnet,
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(300),
        ExtraMemoryMb = 128,
        Processes = 64,
        OutOfMemoryMarkers = ["System.OutOfMemoryException", "Out of memory."],
        Functions = new CSharpFunctions(),
        SelfTest = """
            using System;
            var parts = Console.ReadLine()!.Split();
            Console.WriteLine(long.Parse(parts[0]) + long.Parse(parts[1]));
            """,
    };

    /// <summary>Where the .NET SDK may be: where this process's is, and where packages and images have theirs.</summary>
    private static IEnumerable<string> DotnetRoots => ((string[])
    [
        // …/dotnet/shared/Microsoft.NETCore.App/10.0.x/
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..")),
        "/usr/lib/dotnet", "/usr/share/dotnet", "/usr/lib64/dotnet", "/opt/dotnet",
    ]).Distinct(StringComparer.Ordinal);

    /// <summary>The newest compiler, reference assemblies and runtime of the first root that has all three.</summary>
    private static ToolchainFacts? LocateDotnet(IReadOnlyList<string> paths)
    {
        foreach (var root in DotnetRoots)
        {
            var csc = Newest(paths, $"{root}/sdk/", "/csc.dll");
            var runtime = Newest(paths, $"{root}/shared/Microsoft.NETCore.App/", "");
            var framework = Path.GetDirectoryName(Newest(paths, $"{root}/packs/Microsoft.NETCore.App.Ref/", ".dll"));
            if (csc is not null && runtime is not null && framework is not null) return DotnetFacts(root, csc, Path.GetFileName(runtime), framework, paths);
        }

        return null;
    }

    private static ToolchainFacts DotnetFacts(string root, string csc, string version, string framework, IReadOnlyList<string> paths)
    {
        var response = new StringBuilder();
        foreach (var assembly in paths.Where(p => Path.GetDirectoryName(p) == framework).Order(StringComparer.Ordinal)) response.Append("-r:\"").Append(assembly).Append("\"\n");
        var config = JsonSerializer.Serialize(new
        {
            runtimeOptions = new
            {
                tfm = Path.GetFileName(framework),
                framework = new { name = "Microsoft.NETCore.App", version },
                configProperties = new Dictionary<string, object>(StringComparer.Ordinal) { ["System.Globalization.Invariant"] = true },
            },
        });
        return new ToolchainFacts(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["dotnet"] = root, ["csc"] = csc },
            root.StartsWith("/usr/", StringComparison.Ordinal) ? [] : [root],
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["references.rsp"] = response.ToString(),
                ["main.runtimeconfig.json"] = config,
            });
    }

    /// <summary>The path below the highest-versioned folder of <paramref name="directory"/> that has it; the last one of those.</summary>
    private static string? Newest(IEnumerable<string> paths, string directory, string end) => paths
        .Where(p => p.StartsWith(directory, StringComparison.Ordinal) && p.EndsWith(end, StringComparison.Ordinal))
        .OrderBy(p => Version.TryParse(p[directory.Length..].Split('/')[0].Split('-')[0], out var version) ? version : new Version(0, 0))
        .ThenBy(p => p, StringComparer.Ordinal)
        .LastOrDefault();
}
