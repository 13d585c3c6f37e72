using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>Compiles as require does, and says what Node.js would say, without its own stack and the box's directory.</summary>
    private const string JavaScriptSyntax = "try { require('vm').compileFunction(require('fs').readFileSync('main.js', 'utf8'), "
        + "['exports', 'require', 'module', '__filename', '__dirname'], { filename: 'main.js' }) } catch (e) { console.error(e.stack.split('\\n    at ')[0]); process.exit(1) }";

    private static Language JavaScript { get; } = new()
    {
        Id = "javascript",
        Name = "JavaScript (Node.js)",
        SourceFile = "main.js",
        Extensions = [".js"],
        SyntaxCheck = ["/usr/bin/node", "-e", JavaScriptSyntax],
        Run = ["/usr/bin/node", "--max-old-space-size={memoryMb}", "--stack-size=65500", "main.js"],
        Version = ["/usr/bin/node", "--version"],
        Needs = ["/usr/bin/node"],
        Packages = "nodejs",
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(200),
        ExtraMemoryMb = 96,
        Processes = 32,
        OutOfMemoryMarkers = ["JavaScript heap out of memory", "Array buffer allocation failed"],
        Functions = new JavaScriptFunctions(),
        SelfTest = """
            const [a, b] = require('fs').readFileSync(0, 'utf8').split(' ').map(Number);
            console.log(a + b);
            """,
    };
}
