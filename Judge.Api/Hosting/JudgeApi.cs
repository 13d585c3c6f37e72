using System.Data.Common;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Judge.Api.Accounts;
using Judge.Api.Data;
using Judge.Api.Distributions;
using Judge.Api.Failures;
using Judge.Api.Languages;
using Judge.Api.Problems;
using Judge.Api.Push;
using Judge.Api.Queues;
using Judge.Api.Rejudging;
using Judge.Api.Retention;
using Judge.Api.Runs;
using Judge.Api.Submissions;
using Judge.Contracts;
using Judge.Worker.Hosting;
using Judge.Worker.Problems;
using Judge.Worker.Telemetry;
using MassTransit;

using ListenOptions = Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions;

namespace Judge.Api.Hosting;

/// <summary>The API put together: embedded (in-process bus, both pools) or one of many, by the connection strings.</summary>
internal static class JudgeApi
{
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (builder.Configuration.Text("urls") is null && builder.Configuration.Text("http_ports") is null) builder.Configuration["urls"] = DefaultUrl;
        var settings = JudgeSettings.From(builder.Configuration);
        builder.WebHost.ConfigureKestrel(o => o.Limits.MaxResponseBufferSize = SlowReaders.ResponseBuffer);
        // However the addresses were set: what is really bound decides.
        if (settings.DemoAccounts) builder.WebHost.ConfigureKestrel(o => o.ConfigureEndpointDefaults(RequireLoopback));
        var services = builder.Services;

        services.AddSingleton(settings).AddSingleton(TimeProvider.System).AddSingleton(Database.From(builder.Configuration)).AddSingleton<Migrator>();
        services.AddSingleton<AccountStore>().AddSingleton<StartAccounts>().AddSingleton<Sessions>();
        services.AddSingleton<ProblemStore>().AddSingleton<ShippedProblems>().AddSingleton<IPackageSource>(s => s.GetRequiredService<ProblemStore>());
        services.AddSingleton<SubmissionStore>().AddSingleton<JudgingStore>().AddSingleton<DispatchStore>().AddSingleton<DistributionStore>().AddSingleton<Intake>();
        services.AddSingleton<FailureStore>().AddSingleton<FailedMessages>();
        services.AddSingleton<RejudgeStore>().AddSingleton<Rejudger>().AddHostedService(s => s.GetRequiredService<Rejudger>());
        services.AddSingleton<RetentionStore>().AddHostedService<Purge>();
        services.AddSingleton<WorkerStore>().AddSingleton<QueueStore>().AddSingleton<QueuePositions>().AddSingleton<QueuePaces>().AddSingleton<JudgeMetrics>();
        services.AddSingleton<QueueReader>().AddHostedService(s => s.GetRequiredService<QueueReader>());
        ProcessTelemetry.AddTo(services, "judge-api", builder.Configuration);
        services.AddSingleton<ChangeHub>().AddSingleton<Connections>();
        services.AddSingleton<ChangeFeed>().AddHostedService(s => s.GetRequiredService<ChangeFeed>());
        services.AddSingleton<SnapshotReader>().AddHostedService(s => s.GetRequiredService<SnapshotReader>());
        services.AddSingleton<PushSockets>().AddHostedService(s => s.GetRequiredService<PushSockets>());
        services.AddSingleton<Dispatcher>().AddHostedService(s => s.GetRequiredService<Dispatcher>());
        if (settings.Pools.Count > 0)
            WorkerPools.AddTo(services, settings.Pools, CompileOptions.From(builder.Configuration), Path.Combine(settings.DataPath, "packages"));
        services.AddMassTransit(x => x.UseTransport(settings.Bus, AddEndpoints));

        ApiKeyAuthentication.AddTo(services);
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
        Drain.AddTo(services, settings);
        services.AddOpenApi();
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));

        var app = builder.Build();
        Drain.Use(app);
        app.UsePush();
        ProcessTelemetry.NameRequests(app);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                DbException => StatusCodes.Status503ServiceUnavailable,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePages();
        app.UseWebSockets();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapSubmissions();
        app.MapRuns();
        app.MapRejudges();
        app.MapFailures();
        app.MapPush();
        app.MapProblems();
        app.MapDistributions();
        app.MapLanguages();
        app.MapQueues();
        app.MapAccounts();
        app.MapSession();
        app.MapOpenApi("/openapi/{documentName}.json");
        HealthEndpoints.Map(app);
        Drain.Map(app);
        ProcessTelemetry.Map(app, app.Services.GetRequiredService<QueueReader>().ReadAsync);
        return app;
    }

    /// <summary>Brings the database up to date; call before the application starts.</summary>
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var services = app.Services;
        try
        {
            await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        }
        catch (DbException e)
        {
            throw new SettingException("ConnectionStrings:Database", $"the database cannot be used: {e.Message}");
        }

        await services.GetRequiredService<StartAccounts>().EnsureAsync(cancellationToken);
        await services.GetRequiredService<ShippedProblems>().ImportAsync(cancellationToken);
        if (services.GetRequiredService<JudgeSettings>().Bus is null) await services.GetRequiredService<JudgingStore>().RecoverAsync(cancellationToken);
    }

    /// <summary>Starts listening. <see cref="PrepareAsync"/> comes first.</summary>
    /// <exception cref="SettingException">The addresses cannot be listened on.</exception>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException or InvalidOperationException or ArgumentException)
        {
            // What has begun before must not go on while what it works with is disposed of.
            await app.StopAsync(CancellationToken.None);
            throw new SettingException("ASPNETCORE_URLS", e.Message.Split('\n')[0]);
        }
    }

    private static void RequireLoopback(ListenOptions listen)
    {
        if (listen.IPEndPoint is not { } address || !IPAddress.IsLoopback(address.Address))
            throw new SettingException("Judge:DemoAccounts", $"well-known keys are for loopback only, but this would listen on {listen}");
    }

    private static void AddEndpoints(IBusRegistrationContext context, IBusFactoryConfigurator bus)
    {
        var failed = context.GetRequiredService<FailedMessages>();
        var database = context.GetRequiredService<Database>();
        bus.ReceiveEndpoint(QueueNames.Results, endpoint =>
        {
            BusTopology.Durable(endpoint);
            failed.Take(endpoint);
            endpoint.PrefetchCount = 64;
            endpoint.UseMessageRetry(r =>
            {
                r.Ignore<DbException>();
                r.Exponential(5, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(500));
            });
            // A database that is away takes no verdict with it: they wait here, for less long than RabbitMQ lets a message be held.
            endpoint.UseMessageRetry(r =>
            {
                r.Handle<DbException>(e => !database.IsRefusal(e));
                r.Interval((int)TimeSpan.FromMinutes(20).TotalSeconds, TimeSpan.FromSeconds(1));
            });
            var consumer = new Lazy<ResultsConsumer>(() => ActivatorUtilities.CreateInstance<ResultsConsumer>(context));
            endpoint.Consumer(() => consumer.Value);
        });
        bus.ReceiveEndpoint(QueueNames.DeadLetters, endpoint =>
        {
            BusTopology.Durable(endpoint);
            failed.Take(endpoint);
            endpoint.Consumer(() => ActivatorUtilities.CreateInstance<DeadLetterConsumer>(context));
        });
        if (context.GetRequiredService<JudgeSettings>().Bus is null) return;
        // Every instance hears of every change, so each has a queue of its own; it goes when the instance has been away a while.
        bus.ReceiveEndpoint($"judge-changed-{Guid.NewGuid():N}", endpoint =>
        {
            if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit) rabbit.QueueExpiration = TimeSpan.FromMinutes(5);
            // What it cannot read, the catch-up finds in the database.
            endpoint.DiscardFaultedMessages();
            endpoint.DiscardSkippedMessages();
            endpoint.Consumer(() => ActivatorUtilities.CreateInstance<SubmissionsChangedConsumer>(context));
        });
    }
}
