using System.Diagnostics;
using System.Globalization;
using System.Text;
using Judge.Contracts;
using Judge.Testing;
using Judge.Worker.Functions;
using Judge.Worker.Hosting;
using Judge.Worker.Judging;
using Judge.Worker.Languages;
using Judge.Worker.Problems;

namespace Judge.Benchmarks;

/// <summary>A function problem of a thousand cases, from compiled program to verdict, beside one bare process of the same program that is given all cases at once, in a file,
/// and writes all answers into another.</summary>
internal static class FunctionsBenchmark
{
    private const int Cases = 1000, Rounds = 15, WarmUp = 2;
    private const double Target = 3;
    private const string Signature = """{"name":"count","params":[{"name":"values","type":"integer[]"},{"name":"target","type":"integer"}],"return":{"type":"long"}}""";

    /// <summary>Pairs that come to the target.</summary>
    private static readonly (string Language, string Source)[] Solutions =
    [
        ("python", "class Solution:\n    def count(self, values, target):\n        seen, pairs = {}, 0\n        for v in values:\n            pairs += seen.get(target - v, 0)\n            seen[v] = seen.get(v, 0) + 1\n        return pairs\n"),
        ("cpp", "class Solution { public: long long count(vector<int>& values, int target) { unordered_map<int, int> seen; long long pairs = 0; for (int v : values) { auto it = seen.find(target - v); if (it != seen.end()) pairs += it->second; seen[v]++; } return pairs; } };"),
    ];

    public static async Task<int> RunAsync()
    {
        using var cacheDirectory = new TemporaryDirectory();
        using var pool = await JudgingPool.StartAsync(PoolProfile.Small(slots: 1), new CompileOptions(new CompileCache(new CompileStore(cacheDirectory.Path, 64L << 20)), null), CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Cases} cases, {Rounds} rounds in turn, compiled before; ms"));
        Statistics.PrintHeader("x bare (p50)", "target");
        var met = true;
        foreach (var (language, source) in Solutions)
        {
            foreach (var length in (int[])[1000, 10])
            {
                using var package = new TemporaryDirectory();
                Write(package.Path, length);
                // The target is for cases that are some work; of those that are none a pipe's round trip is most.
                met &= await MeasureAsync(pool, language, source, package.Path, length, length >= 1000 ? Target : null);
            }
        }

        return met ? 0 : 1;
    }

    private static async Task<bool> MeasureAsync(JudgingPool pool, string language, string source, string directory, int length, double? target)
    {
        var package = PackageReader.Read(directory);
        using var bare = new TemporaryDirectory();
        var command = await CompileBareAsync(pool.Toolchains[language], package.Signature!, source, bare.Path);
        var questions = Path.Combine(directory, "data/secret/1.in");
        List<double> alone = [], judged = [];
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var started = Stopwatch.GetTimestamp();
            BareProcess.Run(["/bin/sh", "-c", $"cd {bare.Path} && exec {command} 3<{questions} 4>answers"], []);
            var aloneTook = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            started = Stopwatch.GetTimestamp();
            var judgement = await pool.Judge.JudgeAsync(language, source, package, _ => { }, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            if (judgement is not { Verdict: Verdict.Accepted, Cases.Count: Cases }) throw new InvalidOperationException($"{language}: {judgement.Verdict}, {judgement.Message} {judgement.CompileOutput}");
            if (round < 0) continue;
            alone.Add(aloneTook);
            judged.Add(took);
        }

        var answers = await File.ReadAllLinesAsync(Path.Combine(bare.Path, "answers"));
        if (!answers.Skip(1).SequenceEqual(await File.ReadAllLinesAsync(Path.Combine(directory, "data/secret/1.ans")), StringComparer.Ordinal)) throw new InvalidOperationException("the bare process answered otherwise");
        var ratio = Statistics.Percentile(judged, 0.5) / Statistics.Percentile(alone, 0.5);
        var what = string.Create(CultureInfo.InvariantCulture, $"{language}, {length} numbers a case");
        Statistics.Print($"{what}, one bare process", alone, "1", "");
        Statistics.Print($"{what}, judged", judged, ratio.ToString("0.00", CultureInfo.InvariantCulture), target is null ? "none" : $"<= {Target.ToString(CultureInfo.InvariantCulture)}");
        return target is null || ratio <= target;
    }

    /// <returns>The command, to be run in that directory.</returns>
    private static async Task<string> CompileBareAsync(Toolchain toolchain, Signature signature, string source, string directory)
    {
        foreach (var (name, content) in toolchain.Language.Functions!.Wrap(signature, source).Files) await File.WriteAllTextAsync(Path.Combine(directory, name), content);
        if (toolchain.Language.Id == "python") return "/usr/bin/python3 main.py";
        BareProcess.Run(["/usr/bin/env", "PATH=/usr/bin:/bin", "g++", "-std=gnu++20", "-O2", Path.Combine(directory, "main.cpp"), "-o", Path.Combine(directory, "main")], []);
        return "./main";
    }

    private static void Write(string directory, int length)
    {
        var random = new Random(1);
        var (input, answers) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < Cases; i++)
        {
            var values = Enumerable.Range(0, length).Select(_ => random.Next(-1000, 1000)).ToArray();
            var target = random.Next(-1000, 1000);
            var (seen, pairs) = (new Dictionary<int, int>(), 0L);
            foreach (var value in values)
            {
                pairs += seen.GetValueOrDefault(target - value);
                seen[value] = seen.GetValueOrDefault(value) + 1;
            }

            input.Append(CultureInfo.InvariantCulture, $"[{string.Join(',', values)}]\n{target}\n");
            answers.Append(CultureInfo.InvariantCulture, $"{pairs}\n");
        }

        Directory.CreateDirectory(Path.Combine(directory, "data/secret"));
        foreach (var (name, text) in ((string, string)[])
            [("problem.yaml", "name: Pairs\nlimits: {time_limit: 5, memory: 256}\n"), ("signature.json", Signature), ("data/secret/1.in", input.ToString()), ("data/secret/1.ans", answers.ToString())])
        {
            File.WriteAllText(Path.Combine(directory, name), text);
        }
    }
}
