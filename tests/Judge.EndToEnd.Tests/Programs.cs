using System.Globalization;

namespace Judge.EndToEnd.Tests;

/// <summary>Programs for a-plus-b with the verdict each must get.</summary>
internal static class Programs
{
    public static readonly (string Language, string Source, string Verdict)[] Mixed =
    [
        ("python", "print(sum(map(int, input().split())))", "accepted"),
        ("c", "#include <stdio.h>\nint main(void){long long a,b;scanf(\"%lld %lld\",&a,&b);printf(\"%lld\\n\",a+b);}", "accepted"),
        ("python", "a, b = map(int, input().split())\nprint(a - b)", "wrongAnswer"),
        ("javascript", "const [a, b] = require('fs').readFileSync(0, 'utf8').split(/\\s+/).map(BigInt); console.log(String(a + b));", "accepted"),
        ("python", "raise SystemExit(3)", "runtimeError"),
        ("c", "int main(void) { return 0 }", "compileError"),
        ("python", "print('unclosed'", "compileError"),
    ];

    /// <summary>Right, and slow enough to be caught in the middle.</summary>
    public static string Slow(double seconds) =>
        $"import time\ntime.sleep({seconds.ToString(CultureInfo.InvariantCulture)})\nprint(sum(map(int, input().split())))";
}
