using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Judge.Api.Hosting;

/// <summary>
/// An instance that is told to stop first says so and serves on: /ready and /health answer 503, so that a proxy sends it nothing new, and
/// every answer ends its connection, so that none is idle, about to be used, when the server closes it. After <c>Judge__DrainSeconds</c>
/// the host stops as it always does: nothing more is accepted, long-polls are answered, streams ended, sockets closed with 1001, and what runs is
/// finished.
/// </summary>
internal sealed class Drain(JudgeSettings settings, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<Drain> log)
    : IHostLifetime, IHealthCheck, IDisposable
{
    private const string Name = "drain";
    private readonly List<PosixSignalRegistration> _signals = [];
    private int _told;

    private bool IsDraining => Volatile.Read(ref _told) > 0 || lifetime.ApplicationStopping.IsCancellationRequested;

    public static void AddTo(IServiceCollection services, JudgeSettings settings)
    {
        services.AddSingleton<Drain>();
        services.AddHealthChecks().AddCheck<Drain>(Name);
        // In place of the console's, which stops the host the moment it is told.
        if (settings.DrainSeconds > 0) services.AddSingleton<IHostLifetime>(s => s.GetRequiredService<Drain>());
    }

    /// <summary>To come before whatever answers.</summary>
    public static void Use(WebApplication app)
    {
        var drain = app.Services.GetRequiredService<Drain>();
        app.Use((context, next) =>
        {
            // As late as that: a long-poll may have begun long before.
            context.Response.OnStarting(drain.EndConnection, context);
            return next(context);
        });
    }

    /// <summary>/ready is for whoever routes requests. It asks neither database nor bus: without them no other instance would do better.</summary>
    public static void Map(IEndpointRouteBuilder app) => app.MapHealthChecks("/ready", new HealthCheckOptions { Predicate = check => check.Name == Name });

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT]) _signals.Add(PosixSignalRegistration.Create(signal, Told));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsDraining ? HealthCheckResult.Unhealthy("this instance stops") : HealthCheckResult.Healthy());

    public void Dispose()
    {
        foreach (var signal in _signals) signal.Dispose();
        _signals.Clear();
    }

    private Task EndConnection(object state)
    {
        var context = (HttpContext)state;
        // Connections of HTTP/2 end otherwise, and those that have become WebSockets by themselves.
        if (IsDraining && HttpProtocol.IsHttp11(context.Request.Protocol) && context.Response.StatusCode != StatusCodes.Status101SwitchingProtocols)
            context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }

    private void Told(PosixSignalContext context)
    {
        context.Cancel = true;
        // Who tells it twice does not want to wait.
        if (Interlocked.Increment(ref _told) > 1) lifetime.StopApplication();
        else _ = StopSoonAsync();
    }

    private async Task StopSoonAsync()
    {
        log.Draining(settings.DrainSeconds);
        await Task.Delay(TimeSpan.FromSeconds(settings.DrainSeconds), clock, lifetime.ApplicationStopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lifetime.StopApplication();
    }
}
