using Judge.Benchmarks;

switch (args)
{
    case ["latency"]:
        return await LatencyBenchmark.RunAsync();
    case ["sandbox"]:
        return await SandboxBenchmark.RunAsync();
    default:
        await Console.Error.WriteLineAsync("bench: unknown benchmark; './judge bench --help' lists them");
        return 2;
}
