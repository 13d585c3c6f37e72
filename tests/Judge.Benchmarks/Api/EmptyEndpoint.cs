using System.Globalization;
using Judge.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Judge.Benchmarks.Api;

/// <summary>The lower bound of any request: Kestrel and routing, and an endpoint that does nothing. A process of its own, as the API is.</summary>
internal static class EmptyEndpoint
{
    public const string Verb = "empty-endpoint";

    public static JudgeProcess Start(string url) => JudgeProcess.Run("dotnet", [typeof(EmptyEndpoint).Assembly.Location, Verb, url]);

    public static async Task<int> ServeAsync(string url)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        await using var app = builder.Build();
        app.MapGet("/", static () => { });
        app.MapPost("/", static () => { });
        await app.RunAsync();
        return 0;
    }

    public static string FreeUrl() => $"http://127.0.0.1:{Repository.FreePort().ToString(CultureInfo.InvariantCulture)}";
}
