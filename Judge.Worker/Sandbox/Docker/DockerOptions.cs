using Judge.Worker.Hosting;
using Judge.Worker.Languages;
using Microsoft.Extensions.Configuration;

namespace Judge.Worker.Sandbox.Docker;

/// <summary>Where the engine is and what containers are made of: the settings below <c>Worker__Docker</c>.</summary>
/// <param name="Socket">The engine's Unix socket.</param>
/// <param name="Runtime">An OCI runtime that the engine knows, such as <c>runsc</c>; null for its default.</param>
/// <param name="Images">Language id → image, where it is not <see cref="Language.Image"/>.</param>
/// <param name="DefaultImage">The image of every language that names none.</param>
internal sealed record DockerOptions(string Socket, string? Runtime, IReadOnlyDictionary<string, string> Images, string DefaultImage)
{
    public const string DefaultSocket = "/var/run/docker.sock";

    /// <summary>What <c>deploy/languages</c> is built as.</summary>
    public const string LanguagesImage = "judge-languages";

    /// <exception cref="SettingException">A language that nobody knows is given an image.</exception>
    public static DockerOptions From(IConfiguration configuration)
    {
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var image in configuration.GetSection("Worker:Docker:Images").GetChildren())
        {
            // Names of environment variables are written in any case.
            if (LanguageCatalog.All.FirstOrDefault(l => l.Id.Equals(image.Key, StringComparison.OrdinalIgnoreCase)) is not { } language)
                throw new SettingException(image.Path, $"there is no language '{image.Key}'");
            if (configuration.Text(image.Path) is { } name) images[language.Id] = name;
        }

        return new DockerOptions(
            configuration.Text("Worker:Docker:Socket") ?? DefaultSocket, configuration.Text("Worker:Docker:Runtime"), images,
            configuration.Text("Worker:Docker:Image") ?? LanguagesImage);
    }

    public string ImageOf(Language language) => Images.GetValueOrDefault(language.Id) ?? language.Image ?? DefaultImage;
}
