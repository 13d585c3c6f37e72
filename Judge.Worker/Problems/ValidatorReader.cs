using YamlDotNet.RepresentationModel;

namespace Judge.Worker.Problems;

/// <summary>Finds a package's own output validator: <c>validation: custom</c> and <c>output_validators/</c> in the legacy layout,
/// <c>output_validator/</c> since.</summary>
internal sealed class ValidatorReader(PackageFiles files, YamlMappingNode yaml)
{
    private const int MostFiles = 100, LargestFiles = 4 * 1024 * 1024;
    private const string Legacy = "output_validators", Current = "output_validator", Yaml = "problem.yaml";
    private static readonly Dictionary<string, string> Languages = new(StringComparer.Ordinal)
    {
        [".c"] = "c", [".cpp"] = "cpp", [".cc"] = "cpp", [".cxx"] = "cpp", [".c++"] = "cpp", [".py"] = "python",
    };

    private static readonly string[] Scripts = ["build", "run", "build.sh", "run.sh", "Makefile", "CMakeLists.txt"];

    /// <param name="version">The package's format.</param>
    /// <param name="interactive">Whether <c>type</c> says that it talks with programs.</param>
    /// <param name="limits">The package's, of which a run of it has its own.</param>
    /// <returns>Null when outputs are compared with answers.</returns>
    public OutputValidator? Read(FormatVersion version, bool interactive, LimitsReader limits)
    {
        var words = files.Words(Yaml, yaml, "validation");
        foreach (var unknown in words.Where(w => w is not ("default" or "custom" or "interactive" or "score")))
            files.Fault(Yaml, $"validation '{unknown}' is not supported: default, or custom with interactive and score");
        interactive |= words.Contains("interactive", StringComparer.Ordinal);
        var folders = ((string[])[Current, Legacy]).Where(f => files.Below(f).Any()).ToList();
        var (custom, standard) = (words.Contains("custom", StringComparer.Ordinal), words.Contains("default", StringComparer.Ordinal));
        if (version == FormatVersion.Legacy && !custom && !interactive && folders.Remove(Legacy))
            files.Warn(Legacy, $"is not used: in the legacy format outputs are compared by the default validator, unless {Yaml} says validation: custom");
        if (standard && folders.Count > 0) files.Fault(folders[0], $"is there, but {Yaml} says validation: default");
        else if (folders.Count == 2) files.Fault(Legacy, $"there is an {Current} too: a problem has one of them");
        else if (folders.Count == 0 && (custom || interactive)) files.Fault(Yaml, $"{(interactive ? "an interactive problem" : "validation: custom")} needs an output validator in {Current}/ or {Legacy}/");
        else if (folders is [var folder]) return Program(folder, Style(), interactive, limits);
        foreach (var key in ((string[])["special_compare", "special_run"]).Where(k => DomjudgeIni.Value(files, k) is { Length: > 0 } program and not ("compare" or "run")))
            files.Fault(DomjudgeIni.File, $"{key} names a program of a DOMjudge server: put its source into {Legacy}/, with validation: custom{(key == "special_run" ? " interactive" : "")}");
        if (Style() == ValidatorStyle.Testlib) files.Warn(Yaml, "judge.checker_style means nothing: there is no output validator");
        return null;
    }

    private ValidatorStyle Style()
    {
        if (!yaml.Children.TryGetValue("judge", out var node)) return ValidatorStyle.Kattis;
        var style = node is YamlMappingNode judge ? judge.Scalar("checker_style") ?? "kattis" : null;
        if (style is not ("kattis" or "testlib")) files.Fault(Yaml, "judge.checker_style must be kattis or testlib");
        return style == "testlib" ? ValidatorStyle.Testlib : ValidatorStyle.Kattis;
    }

    private OutputValidator? Program(string folder, ValidatorStyle style, bool interactive, LimitsReader limits)
    {
        var root = files.Path(folder);
        var direct = Directory.GetFiles(root).Where(IsSource).Order(StringComparer.Ordinal).ToList();
        var folders = Directory.GetDirectories(root).Where(d => !IsHidden(d)).Order(StringComparer.Ordinal).ToList();
        // A legacy package may have many validators, each a file or a folder, beside whose file there may be headers.
        var programs = folder == Legacy ? [.. direct, .. folders.Where(d => direct.Count == 0 || Directory.GetFiles(d).Any(IsSource))] : direct.Count > 0 ? [root] : folders;
        if (programs.Count == 0 && ScriptsIn(folder, Directory.GetFiles(root).Select(f => Path.GetFileName(f)))) return null;
        if (programs.Count != 1)
        {
            files.Fault(folder, programs.Count == 0 ? "an output validator must be C, C++ or Python"
                : $"holds {programs.Count} programs; one output validator is supported (files that belong together go into a folder of their own)");
            return null;
        }

        return Program(folder, programs[0] == root || direct.Count == 0 ? programs[0] : root, style, interactive, limits);
    }

    private OutputValidator? Program(string folder, string root, ValidatorStyle style, bool interactive, LimitsReader limits)
    {
        var found = Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Where(p => !Path.GetRelativePath(root, p).Split('/').Any(IsHidden)).Order(StringComparer.Ordinal).ToDictionary(p => Path.GetRelativePath(root, p), StringComparer.Ordinal);
        if (ScriptsIn(files.Relative(root), found.Keys) && !found.Keys.Any(IsSource)) return null;
        if (found.Count > MostFiles || found.Values.Sum(p => new FileInfo(p).Length) > LargestFiles)
        {
            files.Fault(folder, $"has more than {MostFiles} files or {LargestFiles >> 20} MiB");
            return null;
        }

        List<string> sources = [.. found.Keys.Where(IsSource)];
        var languages = sources.Select(f => Languages[Path.GetExtension(f)]).Distinct(StringComparer.Ordinal).ToList();
        if (languages is not [var language])
        {
            files.Fault(folder, languages.Count > 0 ? "has sources in several languages: they must be all C, all C++ or all Python" : "an output validator must be C, C++ or Python");
            return null;
        }

        if (language == "python" && sources.Count > 1)
        {
            var main = sources.Find(f => f is "__main__.py" or "main.py");
            if (main is null) files.Fault(folder, "has many Python files and no main.py or __main__.py");
            sources = [main ?? ""];
        }

        var name = sources is [var only] ? files.Relative(Path.Combine(root, only)) : files.Relative(root);
        return new OutputValidator(name, language, sources, found, style, interactive, limits.Validation);
    }

    /// <summary>Refuses every one of them.</summary>
    private bool ScriptsIn(string folder, IEnumerable<string> names)
    {
        var scripts = names.Where(f => Scripts.Contains(f, StringComparer.Ordinal)).ToList();
        foreach (var script in scripts)
            files.Fault($"{folder}/{script}", $"{script}: build and run scripts are not supported; take it out: C, C++ and Python programs are compiled and run as they are");
        return scripts.Count > 0;
    }

    private static bool IsSource(string path) => !IsHidden(path) && Languages.ContainsKey(Path.GetExtension(path));

    private static bool IsHidden(string path) => Path.GetFileName(path) is ['.', ..] or "__pycache__";
}
