using System.IO.Compression;
using Judge.Testing;
using Judge.Worker.Problems;
using Judge.Worker.Problems.Import;

namespace Judge.Worker.Tests.Problems.Import;

/// <summary>A small package in somebody else's format, for a test to change one thing of.</summary>
internal sealed class ForeignPackage : IDisposable
{
    /// <summary>As much of testlib as the packages of these tests use; our own, since the real one is not in the repository.</summary>
    public const string Testlib = """
        #pragma once
        #include <cstdarg>
        #include <cstdio>
        #include <cstdlib>
        #include <fstream>
        #include <iostream>
        #include <string>
        enum TResult { _ok, _wa, _pe, _fail };
        struct Stream {
            std::istream *in = nullptr;
            long long readInt() { long long x; if (!(*in >> x)) std::exit(2); return x; }
            long long readInt(long long least, long long most) { long long x = readInt(); if (x < least || x > most) { std::fprintf(stderr, "%lld is out of range\n", x); std::exit(3); } return x; }
        };
        static Stream inf, ouf, ans;
        static std::ifstream files[3];
        inline void setName(const char *) {}
        inline void registerTestlibCmd(int argc, char **argv) {
            if (argc < 4) std::exit(3);
            Stream *streams[] = {&inf, &ouf, &ans};
            for (int i = 0; i < 3; i++) { files[i].open(argv[i + 1]); streams[i]->in = &files[i]; }
        }
        inline void registerValidation(int, char **) { inf.in = &std::cin; }
        [[noreturn]] inline void quitf(TResult result, const char *format, ...) {
            va_list list; va_start(list, format); std::vfprintf(stderr, format, list); va_end(list);
            std::exit(result);
        }
        """;

    private readonly TemporaryDirectory _directory = new();

    public string Path => System.IO.Path.Combine(_directory.Path, "source");

    public string Target => System.IO.Path.Combine(_directory.Path, "target");

    public ForeignPackage Write(string name, string content)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return this;
    }

    public ForeignPackage WriteZip(string name, params (string Name, string Content)[] entries)
    {
        using var stream = File.Create(System.IO.Path.Combine(Path, name));
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create);
        foreach (var (entry, content) in entries)
        {
            using var writer = new StreamWriter(zip.CreateEntry(entry).Open());
            writer.Write(content);
        }

        return this;
    }

    /// <summary>The whole package as a zip beside it.</summary>
    public string Zip()
    {
        var path = System.IO.Path.Combine(_directory.Path, "package.zip");
        ZipFile.CreateFromDirectory(Path, path);
        return path;
    }

    public ImportedPackage Import(string slug = "slug")
    {
        foreach (var left in ((string[])[Target, $"{Target}.archive"]).Where(Directory.Exists)) Directory.Delete(left, recursive: true);
        return PackageImport.Open(Path, Target, slug);
    }

    /// <summary>Converted without a fault, and read without one: the files by name.</summary>
    public Dictionary<string, string> Converted(out ProblemPackage package, out IReadOnlyList<string> notes)
    {
        var imported = Import();
        package = PackageReader.Read(imported.Directory);
        notes = imported.Notes;
        return PackageArchive.Files(imported.Directory).ToDictionary(f => f.Name, f => File.ReadAllText(f.Path), StringComparer.Ordinal);
    }

    public IReadOnlyList<string> Faults() => Assert.Throws<PackageException>(() => Import()).Faults;

    public void Dispose() => _directory.Dispose();

    /// <summary>Polygon: find a number that is not greater than the input's and divides it, other than 1 where there is one.</summary>
    /// <param name="checker">The checker element's beginning.</param>
    /// <param name="tests">The test elements.</param>
    /// <param name="groups">The groups element.</param>
    public static ForeignPackage Polygon(string checker = "<checker name=\"std::wcmp.cpp\" type=\"testlib\">", string? tests = null, string groups = "")
    {
        var package = new ForeignPackage();
        for (var i = 1; i <= 4; i++) package.Write($"tests/0{i}", $"{i * 5}\r\n").Write($"tests/0{i}.a", $"{i * 10}\r\n");
        return package.Write("problem.xml", $"""
            <?xml version="1.0" encoding="utf-8" standalone="no"?>
            <problem revision="7" short-name="twice_the_number" url="https://example.org/p">
              <names><name language="russian" value="Вдвое"/><name language="english" value="Twice the Number"/></names>
              <statements><statement charset="UTF-8" language="english" path="statements/english/problem.tex" type="application/x-tex"/></statements>
              <judging cpu-name="x" input-file="" output-file="">
                <testset name="tests">
                  <time-limit>1500</time-limit>
                  <memory-limit>67108864</memory-limit>
                  <test-count>4</test-count>
                  <input-path-pattern>tests/%02d</input-path-pattern>
                  <answer-path-pattern>tests/%02d.a</answer-path-pattern>
                  <tests>
                    {tests ?? "<test method=\"manual\" sample=\"true\"/><test method=\"manual\"/><test cmd=\"gen 3\" method=\"generated\"/><test method=\"manual\"/>"}
                  </tests>
                  {groups}
                </testset>
              </judging>
              <files>
                <resources><file path="files/testlib.h" type="h.g++"/><file path="files/olymp.sty"/></resources>
              </files>
              <assets>
                {checker}<source path="files/check.cpp" type="cpp.g++17"/><binary path="check.exe" type="exe.win32"/></checker>
                <validators><validator><source path="files/val.cpp" type="cpp.g++17"/></validator></validators>
                <solutions>
                  <solution tag="main"><source path="solutions/main.cpp" type="cpp.g++17"/></solution>
                  <solution tag="accepted"><source path="solutions/good.py" type="python.3"/></solution>
                  <solution tag="wrong-answer"><source path="solutions/same.py" type="python.3"/></solution>
                  <solution tag="time-limit-exceeded-or-accepted"><source path="solutions/maybe.py" type="python.3"/></solution>
                  <solution tag="accepted"><source path="solutions/old.dpr" type="pas.dpr"/></solution>
                </solutions>
              </assets>
              <tags><tag value="math"/><tag value="*800"/></tags>
            </problem>
            """)
            .Write("files/testlib.h", Testlib).Write("files/olymp.sty", "")
            .Write("files/check.cpp", "#include \"testlib.h\"\nint main(int argc, char **argv) {\n    registerTestlibCmd(argc, argv);\n    if (ouf.readInt() != ans.readInt()) quitf(_wa, \"not twice\");\n    quitf(_ok, \"twice\");\n}\n")
            .Write("files/val.cpp", "#include \"testlib.h\"\nint main(int argc, char **argv) {\n    registerValidation(argc, argv);\n    inf.readInt(1, 20);\n}\n")
            .Write("solutions/main.cpp", "#include <iostream>\nint main() { long n; std::cin >> n; std::cout << 2 * n << '\\n'; }\n")
            .Write("solutions/good.py", "print(2 * int(input()))\n").Write("solutions/same.py", "print(int(input()))\n").Write("solutions/maybe.py", "print(int(input()) * 2)\n")
            .Write("solutions/old.dpr", "begin end.")
            .Write("statement-sections/english/legend.tex", "Given $n$, print \\textbf{twice} $n$.\n").Write("statement-sections/english/input.tex", "One number $n$ ($1 \\le n \\le 20$).\n")
            .Write("statement-sections/english/output.tex", "One number --- $2n$.\n");
    }

    /// <summary>DMOJ: a sum.</summary>
    /// <param name="init">init.yml after the archive.</param>
    public static ForeignPackage Dmoj(string init)
    {
        var package = new ForeignPackage();
        return package.Write("init.yml", $"archive: data.zip\n{init}").Write("statement.md", "Add two numbers. The input has both on one line; the output is their sum.\n")
            .WriteZip("data.zip", ("1.in", "1 2\r\n"), ("1.out", "3\r\n"), ("deep/2.in", "2 2\n"), ("deep/2.out", "4\n"), ("3.in", "5 5\n"), ("3.out", "10\n"));
    }
}
