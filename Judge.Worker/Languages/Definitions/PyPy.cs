namespace Judge.Worker.Languages;

internal static partial class LanguageCatalog
{
    private static Language PyPy { get; } = new()
    {
        Id = "pypy",
        Name = "Python 3 (PyPy)",
        SourceFile = "main.py",
        Note = "In a package `.py` is Python's, judged by CPython.",
        // A package's .py is Python's.
        Extensions = [],
        SyntaxCheck = ["/usr/bin/pypy3", "-S", "-c", PythonSyntax],
        Run = ["/usr/bin/pypy3", "main.py"],
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PYTHONDONTWRITEBYTECODE"] = "1",
            ["PYTHONIOENCODING"] = "utf-8",
        },
        Version = ["/usr/bin/pypy3", "-S", "-c", "import sys; print('PyPy %d.%d.%d' % sys.pypy_version_info[:3], '(Python %d.%d.%d)' % sys.version_info[:3])"],
        Needs = ["/usr/bin/pypy3"],
        Packages = "pypy3",
        TimeFactor = 1.5,
        ExtraTime = TimeSpan.FromMilliseconds(100),
        ExtraMemoryMb = 64,
        OutOfMemoryMarkers = ["MemoryError"],
        SelfTest = "print(sum(map(int, input().split())))\n",
    };
}
