using System.Net.Http.Headers;
using Judge.Worker.Hosting;
using Judge.Worker.Languages;
using Judge.Worker.Problems;
using Judge.Worker.Problems.Import;
using Judge.Worker.Sandbox;
using Judge.Worker.Telemetry;
using Judge.Worker.Verifying;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Judge.Worker;

/// <summary>A worker process: one pool, fed by RabbitMQ. <c>verify</c>, <c>import</c> and <c>new</c> look after packages instead, <c>languages</c>
/// lists what this host has.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        try
        {
            if (args is ["verify", .. var directories])
            {
                var settings = Environment();
                return await VerifyCommand.RunAsync(directories, PoolProfile.Big().In(settings), CompileOptions.From(settings), CancellationToken.None);
            }

            if (args is ["languages", .. var which]) return await LanguagesCommand.RunAsync(which, PoolProfile.Big().In(Environment()), CancellationToken.None);
            if (args is ["import", .. var packages]) return await ImportCommand.RunAsync(packages, Console.Out, CancellationToken.None);
            if (args is ["new", .. var words]) return await NewCommand.RunAsync(words, Console.Out);

            await Build(args).RunAsync();
            return 0;
        }
        catch (Exception e) when (e is SettingException or SandboxException)
        {
            await Console.Error.WriteLineAsync($"judge-worker: {e.Message}");
            return 2;
        }
    }

    private static IConfigurationRoot Environment() => new ConfigurationBuilder().AddEnvironmentVariables().Build();

    private static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var settings = builder.Configuration;
        var bus = settings.Bus() ?? throw new SettingException(
            "ConnectionStrings:Bus", "is missing; a worker of its own needs a broker, such as amqp://user:password@host:5672/");
        var api = settings.Required("Worker:ApiUrl", "the API's address, such as http://api:5080");
        if (!Uri.TryCreate(api, UriKind.Absolute, out var apiUrl) || apiUrl.Scheme is not ("http" or "https"))
            throw new SettingException("Worker:ApiUrl", $"'{api}' must be an http or https address");
        var key = settings.Required("Worker:Key", "the API's Judge__WorkerKey");
        IReadOnlyList<PoolProfile> profiles = [PoolProfile.From(settings)];

        // Health only; the port is nobody's business unless ASPNETCORE_URLS says so.
        if (settings["urls"] is null) settings["urls"] = "http://127.0.0.1:0";
        var patience = TimeSpan.FromSeconds(settings.Number("Worker:StopSeconds", (int)WorkerPools.DefaultPatience.TotalSeconds, 0, 3600));
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = patience + (2 * WorkerPools.HandBackPatience));
        builder.Services.AddHttpClient<IPackageSource, HttpPackageSource>(http =>
        {
            http.BaseAddress = apiUrl;
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        });
        WorkerPools.AddTo(builder.Services, profiles, CompileOptions.From(settings), Path.Combine(settings.DataPath(), "packages"), patience);
        builder.Services.AddMassTransit(x => x.UseTransport(bus, (_, _) => { }));

        ProcessTelemetry.AddTo(builder.Services, "judge-worker", settings);

        var app = builder.Build();
        HealthEndpoints.Map(app);
        ProcessTelemetry.Map(app, _ => Task.CompletedTask);
        return app;
    }
}
