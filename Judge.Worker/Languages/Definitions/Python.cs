using Judge.Worker.Functions.Languages;

namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    /// <summary>Says what the interpreter would say, without the frames of this check.</summary>
    private const string PythonSyntax = "import sys, traceback as t; sys.excepthook = lambda kind, e, _: t.print_exception(kind, e, None); "
        + "compile(open('main.py', 'rb').read(), 'main.py', 'exec', dont_inherit=True)";

    private static Language Python { get; } = new()
    {
        Id = "python",
        Name = "Python 3 (CPython)",
        SourceFile = "main.py",
        Extensions = [".py"],
        SyntaxCheck = ["/usr/bin/python3", "-S", "-c", PythonSyntax],
        Run = ["/usr/bin/python3", "main.py"],
        BeginsAt = "main.py",
        Functions = new PythonFunctions(),
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PYTHONDONTWRITEBYTECODE"] = "1",
            ["PYTHONIOENCODING"] = "utf-8",
            ["PYTHONHASHSEED"] = "0",
        },
        Version = ["/usr/bin/python3", "--version"],
        Needs = ["/usr/bin/python3"],
        Packages = "python3",
        TimeFactor = 2,
        ExtraTime = TimeSpan.FromMilliseconds(50),
        ExtraMemoryMb = 16,
        OutOfMemoryMarkers = ["MemoryError"],
        SelfTest = "print(sum(map(int, input().split())))\n",
    };
}
