using System.Globalization;
using Judge.Chaos;

var (seeds, seconds) = (new List<int> { 1, 2, 3, 4, 5 }, 120);
for (var i = 0; i < args.Length; i += 2)
{
    if (i + 1 == args.Length || !int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Fail($"{args[i]} takes a number");
    switch (args[i])
    {
        case "--seed": seeds = [number]; break;
        case "--seeds": seeds = [.. Enumerable.Range(1, number)]; break;
        case "--seconds": seconds = number; break;
        default: return Fail($"unknown option {args[i]}");
    }
}

var results = new List<ChaosResult>();
foreach (var seed in seeds)
{
    results.Add(await ChaosRun.RunAsync(
        seed, TimeSpan.FromSeconds(seconds), line => Console.Error.WriteLine($"  seed {seed.ToString(CultureInfo.InvariantCulture)}: {line}")));
    foreach (var complaint in results[^1].Complaints) Console.WriteLine(complaint);
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds} s of faults each; 2 APIs, 2 big and 2 small workers, RabbitMQ, PostgreSQL"));
Console.WriteLine("  seed  submissions  faults  lost  doubled  stuck  wrong  backwards");
foreach (var r in results)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{r.Seed,6}{r.Submissions,13}{r.Faults,8}{r.Lost.Count,6}{r.Doubled.Count,9}{r.Stuck.Count,7}{r.Wrong.Count,7}{r.Backwards.Count,11}"));
}

return results.TrueForAll(r => r.Holds) ? 0 : 1;

static int Fail(string why)
{
    Console.Error.WriteLine($"chaos: {why} (see ./judge chaos --help)");
    return 2;
}
