using System.Diagnostics;

namespace Judge.Worker.Telemetry;

/// <summary>The spans of Judge's own: what a submission's way is made of, from POST to the verdict's storing, in whichever process.</summary>
internal static class Tracing
{
    public const string Name = "Judge";

    public static readonly ActivitySource Source = new(Name);

    /// <summary>For a row: what later spans belong to; null when nobody records this.</summary>
    public static string? Here => Activity.Current is { Recorded: true } activity ? activity.Id : null;

    /// <summary>A span that goes on with what a row remembers.</summary>
    public static Activity? Continue(string name, ActivityKind kind, string? remembered) =>
        remembered is not null && ActivityContext.TryParse(remembered, null, isRemote: true, out var parent) ? Source.StartActivity(name, kind, parent) : null;
}
