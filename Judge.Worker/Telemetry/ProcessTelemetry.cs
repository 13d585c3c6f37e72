using System.Diagnostics;
using System.Diagnostics.Metrics;
using Judge.Worker.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Judge.Worker.Telemetry;

/// <summary>
/// What a process tells of itself: <c>/metrics</c> for Prometheus always; metrics and traces by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names
/// a collector. OpenTelemetry's other variables (OTEL_EXPORTER_OTLP_PROTOCOL, OTEL_TRACES_SAMPLER, OTEL_RESOURCE_ATTRIBUTES …) hold too.
/// </summary>
internal sealed class ProcessTelemetry : IHostedService, IDisposable
{
    /// <summary>What Judge, ASP.NET Core and .NET measure.</summary>
    private static readonly string[] Meters = ["Judge.Api", "Judge.Worker", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    private readonly MeterProvider _meters;
    private readonly TracerProvider? _tracers;
    private readonly PrometheusText _page = new();
    private readonly Lock _gate = new();

    public ProcessTelemetry(string service, IConfiguration configuration, IMeterFactory factory)
    {
        IsSent = configuration.Text("OTEL_EXPORTER_OTLP_ENDPOINT") is not null;
        var resource = ResourceBuilder.CreateDefault().AddService(service, serviceInstanceId: $"{Environment.MachineName}-{Environment.ProcessId}").AddEnvironmentVariableDetector();
        var meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
            // Another host in this process measures for itself.
            .AddView(instrument => instrument.Meter.Scope is null || instrument.Meter.Scope == factory ? null : MetricStreamConfiguration.Drop)
            .AddReader(new BaseExportingMetricReader(_page));
        if (IsSent)
        {
            meters = meters.AddOtlpExporter();
            _tracers = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
                .AddSource(Tracing.Name, "MassTransit", "Microsoft.AspNetCore", "System.Net.Http").AddOtlpExporter().Build();
        }

        _meters = meters.Build();
    }

    /// <summary>Whether somebody is sent metrics, and so must be told at any time what is otherwise looked up at a scrape.</summary>
    public bool IsSent { get; }

    public static void AddTo(IServiceCollection services, string service, IConfiguration configuration)
    {
        services.AddSingleton(s => new ProcessTelemetry(service, configuration, s.GetRequiredService<IMeterFactory>()));
        services.AddHostedService(s => s.GetRequiredService<ProcessTelemetry>());
    }

    /// <param name="app">Gets /metrics.</param>
    /// <param name="prepare">Brings what is looked up up to date.</param>
    public static void Map(IEndpointRouteBuilder app, Func<CancellationToken, Task> prepare) => app.MapGet("/metrics", async (ProcessTelemetry telemetry, CancellationToken cancellationToken) =>
    {
        await prepare(cancellationToken);
        return TypedResults.Text(telemetry.Read(), "text/plain; version=0.0.4; charset=utf-8");
    }).ExcludeFromDescription();

    /// <summary>Gives the spans of requests the names that they should have by OpenTelemetry's conventions: method and route.</summary>
    public static void NameRequests(WebApplication app)
    {
        if (!app.Services.GetRequiredService<ProcessTelemetry>().IsSent) return;
        app.Use((context, next) =>
        {
            if (Activity.Current is { } activity && context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route })
            {
                activity.DisplayName = $"{context.Request.Method} {route}";
                activity.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route);
            }

            return next(context);
        });
    }

    /// <summary>Everything measured so far.</summary>
    public string Read()
    {
        lock (_gate)
        {
            _page.Collect!(Timeout.Infinite);
            return _page.Take();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        // What was not sent yet is sent now.
        _tracers?.Dispose();
        _meters.Dispose();
    }
}
