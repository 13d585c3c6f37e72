using System.Text.RegularExpressions;

namespace Judge.Worker.Problems;

/// <summary><c>new SLUG</c>: writes a small package that is complete, to be changed into another.</summary>
internal static partial class NewCommand
{
    /// <returns>0 when it is there, 2 when it was called wrongly or something is there already.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var (slug, kind, parent) = ((string?)null, "program", ".");
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--function") kind = "function";
            else if (arguments[i] == "--dir" && i + 1 < arguments.Count) parent = arguments[++i];
            else if (arguments[i].StartsWith('-') || slug is not null) return await FailAsync($"cannot make sense of '{arguments[i]}'");
            else slug = arguments[i];
        }

        if (slug is not { Length: <= 100 } || !SlugPattern().IsMatch(slug)) return await FailAsync("name the problem: 1 to 100 lower-case letters, digits and hyphens");
        var folder = Path.Combine(parent, slug);
        if (Path.Exists(folder)) return await FailAsync($"{folder} is there already");
        await WriteAsync(kind, slug, folder);
        await output.WriteLineAsync($"{folder}: a {kind} problem; './judge verify {folder}' tells how it does");
        return 0;
    }

    private static async Task WriteAsync(string kind, string slug, string folder)
    {
        var assembly = typeof(NewCommand).Assembly;
        var prefix = $"Skeletons/{kind}/";
        var title = string.Join(' ', slug.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
        foreach (var resource in assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, resource[prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            var text = await reader.ReadToEndAsync();
            await File.WriteAllTextAsync(path, text.Replace("{{title}}", title, StringComparison.Ordinal).Replace("{{uuid}}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal));
        }
    }

    private static async Task<int> FailAsync(string why)
    {
        await Console.Error.WriteLineAsync($"new: {why}");
        return 2;
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SlugPattern();
}
