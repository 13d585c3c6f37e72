using Judge.Benchmarks;
using Judge.Benchmarks.Api;

switch (args)
{
    case ["latency"]:
        return await LatencyBenchmark.RunAsync();
    case ["compile"]:
        return await CompileBenchmark.RunAsync();
    case ["sandbox"]:
        return await SandboxBenchmark.RunAsync();
    case ["submission"]:
        return await SubmissionBenchmark.RunAsync();
    case ["limits"]:
        return await LimitsBenchmark.RunAsync();
    case ["noise"]:
        return await NoiseBenchmark.RunAsync();
    case ["api"]:
        return await ApiBenchmark.RunAsync();
    case [EmptyEndpoint.Verb, var url]:
        return await EmptyEndpoint.ServeAsync(url);
    default:
        await Console.Error.WriteLineAsync("bench: unknown benchmark; './judge bench --help' lists them");
        return 2;
}
