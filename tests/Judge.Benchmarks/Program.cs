using Judge.Benchmarks;
using Judge.Benchmarks.Api;
using Judge.Benchmarks.Distributions;
using Judge.Benchmarks.Load;
using Judge.Benchmarks.Push;
using Judge.Benchmarks.Rows;

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
    case ["push", .. var options]:
        return await Run.AsCommandAsync(options, PushBenchmark.RunAsync);
    case ["sockets", .. var options]:
        return await Run.AsCommandAsync(options, SocketsBenchmark.RunAsync);
    case ["promise", .. var options]:
        return await Run.AsCommandAsync(options, PromiseBenchmark.RunAsync);
    case ["load", .. var options]:
        return await Run.AsCommandAsync(options, LoadBenchmark.RunAsync);
    case ["rows", .. var options]:
        return await Run.AsCommandAsync(options, RowsBenchmark.RunAsync);
    case ["distribution", .. var options]:
        return await Run.AsCommandAsync(options, DistributionBenchmark.RunAsync);
    case ["api"]:
        return await ApiBenchmark.RunAsync();
    case [EmptyEndpoint.Verb, var url]:
        return await EmptyEndpoint.ServeAsync(url);
    default:
        await Console.Error.WriteLineAsync("bench: unknown benchmark; './judge bench --help' lists them");
        return 2;
}
