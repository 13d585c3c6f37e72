using System.Text;
using System.Text.Json;

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
        Packages = "the .NET 10 SDK, https://learn.microsoft.com/dotnet/core/install/linux-debian",
        Locate = LocateDotnet,
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(300),
        ExtraMemoryMb = 128,
        Processes = 64,
        OutOfMemoryMarkers = ["System.OutOfMemoryException", "Out of memory."],
        SelfTest = """
            using System;
            var parts = Console.ReadLine()!.Split();
            Console.WriteLine(long.Parse(parts[0]) + long.Parse(parts[1]));
            """,
    };

    /// <summary>The newest SDK beside the runtime this process runs on, and the newest reference assemblies it brings.</summary>
    private static ToolchainFacts? LocateDotnet()
    {
        // …/dotnet/shared/Microsoft.NETCore.App/10.0.x/
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var csc = Newest(Path.Combine(root, "sdk"), Path.Combine("Roslyn", "bincore", "csc.dll"));
        var references = Newest(Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref"), "ref");
        if (csc is null || references is null) return null;
        var framework = Directory.GetDirectories(references).Order(StringComparer.Ordinal).Last();
        var response = new StringBuilder();
        foreach (var assembly in Directory.GetFiles(framework, "*.dll").Order(StringComparer.Ordinal)) response.Append("-r:\"").Append(assembly).Append("\"\n");
        var config = JsonSerializer.Serialize(new
        {
            runtimeOptions = new
            {
                tfm = Path.GetFileName(framework),
                framework = new { name = "Microsoft.NETCore.App", version = Path.GetFileName(runtime) },
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

    /// <summary>The path below the highest-versioned folder of <paramref name="directory"/> that has it.</summary>
    private static string? Newest(string directory, string below) => !Directory.Exists(directory)
        ? null
        : Directory.GetDirectories(directory)
            .Select(d => (Version: Version.TryParse(Path.GetFileName(d).Split('-')[0], out var v) ? v : new Version(0, 0), Path: Path.Combine(d, below)))
            .Where(d => Path.Exists(d.Path))
            .OrderByDescending(d => d.Version)
            .Select(d => d.Path)
            .FirstOrDefault();
}
