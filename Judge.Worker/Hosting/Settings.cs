using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Judge.Worker.Hosting;

/// <summary>A wrong or missing setting. The message is the one line the user sees; it names the setting as an environment variable.</summary>
internal sealed class SettingException(string key, string problem) : Exception($"{key.Replace(":", "__", StringComparison.Ordinal)}: {problem}");

/// <summary>Typed reads of settings that fail with their name.</summary>
internal static class Settings
{
    public static string? Text(this IConfiguration configuration, string key) =>
        string.IsNullOrWhiteSpace(configuration[key]) ? null : configuration[key]!.Trim();

    public static string Required(this IConfiguration configuration, string key, string what) =>
        configuration.Text(key) ?? throw new SettingException(key, $"is missing; set it to {what}");

    public static int Number(this IConfiguration configuration, string key, int otherwise, int least, int most) =>
        configuration.Text(key) is not { } text
            ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
                ? number
                : throw new SettingException(key, $"'{text}' must be a whole number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}");

    public static bool Flag(this IConfiguration configuration, string key) => configuration.Text(key) switch
    {
        null => false,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => throw new SettingException(key, $"'{text}' must be true or false"),
    };

    public static string DataPath(this IConfiguration configuration)
    {
        var path = Path.GetFullPath(configuration.Text("Judge:DataPath") ?? "data");
        try
        {
            Directory.CreateDirectory(path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SettingException("Judge:DataPath", $"cannot use {path}: {e.Message}");
        }
    }

    /// <summary>The broker's address; null for the in-process bus.</summary>
    public static Uri? Bus(this IConfiguration configuration)
    {
        if (configuration.Text("ConnectionStrings:Bus") is not { } text) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps"
            ? uri
            : throw new SettingException("ConnectionStrings:Bus", "must be empty (in-process) or look like amqp://user:password@host:5672/");
    }
}
