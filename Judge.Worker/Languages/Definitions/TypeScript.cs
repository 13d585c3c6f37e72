using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>As LeetCode compiles it: types are checked, null may be of any, and what has no type written may be anything. The browser's types,
    /// half of the compiler's time, are left out.</summary>
    private const string TypeScriptConfig = """
        {
          "compilerOptions": {
            "target": "es2022", "lib": ["es2022"], "types": [], "module": "commonjs", "moduleDetection": "force", "esModuleInterop": true,
            "alwaysStrict": true, "strictBindCallApply": true, "strictFunctionTypes": true,
            "skipLibCheck": true, "noEmitOnError": true, "incremental": false, "inlineSourceMap": true, "pretty": false, "newLine": "lf"
          },
          "include": ["*.ts"]
        }
        """;

    /// <summary>Debian's compiler; or npm's, where that is installed for all.</summary>
    private static readonly string[] TypeScriptCompilers = ["/usr/share/nodejs/typescript/lib/tsc.js", "/usr/local/lib/node_modules/typescript/lib/tsc.js", "/usr/lib/node_modules/typescript/lib/tsc.js"];

    private static Language TypeScript { get; } = new()
    {
        Id = "typescript",
        Name = "TypeScript (Node.js)",
        SourceFile = "main.ts",
        Extensions = [".ts"],
        Compile = ["/usr/bin/node", "--max-old-space-size={memoryMb}", "{tsc}", "--project", "."],
        Artifact = ("main.js", "the compiler made no program"),
        // What the compiler leaves says which line it is of, so that stack traces name the user's own.
        Run = ["/usr/bin/node", "--enable-source-maps", "--max-old-space-size={memoryMb}", "--stack-size=65500", "main.js"],
        Version = ["/usr/bin/node", "{tsc}", "--version"],
        Needs = ["/usr/bin/node"],
        LooksFor = TypeScriptCompilers,
        Packages = "nodejs node-typescript",
        Locate = static found => TypeScriptCompilers.FirstOrDefault(found.Contains) is { } tsc
            ? new ToolchainFacts(
                new Dictionary<string, string>(StringComparer.Ordinal) { ["tsc"] = tsc },
                [],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["tsconfig.json"] = TypeScriptConfig, ["node.d.ts"] = TypeScriptFunctions.NodeTypes })
            : null,
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(200),
        ExtraMemoryMb = 96,
        Processes = 32,
        OutOfMemoryMarkers = ["JavaScript heap out of memory", "Array buffer allocation failed"],
        Functions = new TypeScriptFunctions(),
        SelfTest = """
            import { readFileSync } from 'fs';
            const [a, b]: number[] = readFileSync(0, 'utf8').split(' ').map(Number);
            console.log(a + b);
            """,
    };
}
