using System.Globalization;
using YamlDotNet.RepresentationModel;
using static Judge.Worker.Problems.YamlReads;

namespace Judge.Worker.Problems;

/// <summary>Reads <c>limits</c> of problem.yaml, and the time limit from wherever else a package has it.</summary>
internal sealed class LimitsReader
{
    private const string Yaml = "problem.yaml", Legacy = ".timelimit";
    private const double DefaultTimeSeconds = 1, ShortestTimeSeconds = 0.05, LongestTimeSeconds = 60;
    private const int LongestShown = 40, LargestFile = 64 * 1024;

    /// <summary>What is possible here, and what is taken where nothing is said.</summary>
    public const int SmallestMemoryMb = 16, DefaultMemoryMb = 2048, LargestMemoryMb = 4096, DefaultOutputMb = 8, LargestOutputMb = 64;

    private readonly PackageFiles _files;
    private readonly YamlMappingNode _limits;

    /// <param name="files">The package.</param>
    /// <param name="yaml">problem.yaml.</param>
    public LimitsReader(PackageFiles files, YamlMappingNode yaml)
    {
        _files = files;
        _limits = yaml.Says("limits") ? yaml.Children["limits"] as YamlMappingNode ?? [] : [];
        if (yaml.Says("limits") && yaml.Children["limits"] is not YamlMappingNode) files.Fault(Yaml, "limits must be a mapping, such as {time_limit: 1, memory: 256}");
        KnownKeys.Limits(files, _limits);
    }

    public int MemoryMb => (int)Number("memory", DefaultMemoryMb, SmallestMemoryMb, LargestMemoryMb);

    public int OutputMb => (int)Number("output", DefaultOutputMb, 1, LargestOutputMb);

    /// <summary>Of the package's own validator; nobody need be told of them where there is none.</summary>
    public ValidatorLimits Validation => new(
        TimeSpan.FromSeconds(Number("validation_time", LongestTimeSeconds, ShortestTimeSeconds, LongestTimeSeconds)),
        (int)Number("validation_memory", DefaultMemoryMb, SmallestMemoryMb, LargestMemoryMb),
        (int)Number("validation_output", DefaultOutputMb, 1, LargestOutputMb));

    /// <summary>problem.yaml's, DOMjudge's, or that of the legacy format's tools.</summary>
    public TimeSpan Time()
    {
        if (_limits.Says("time_limit")) return TimeSpan.FromSeconds(Number("time_limit", DefaultTimeSeconds, ShortestTimeSeconds, LongestTimeSeconds));
        foreach (var (file, text) in ((string, string?)[])[(DomjudgeIni.File, DomjudgeIni.Value(_files, "timelimit")), (Legacy, Content(Legacy))])
        {
            if (text is null) continue;
            if (InRange(text, ShortestTimeSeconds, double.MaxValue) is { } seconds) return TimeSpan.FromSeconds(Clamped(seconds, LongestTimeSeconds, file, "the time limit"));
            _files.Fault(file, $"{(file == DomjudgeIni.File ? "timelimit " : "")}must hold seconds, {Text(ShortestTimeSeconds)} or more, not '{(text.Length > LongestShown ? text[..LongestShown] : text)}'");
            return TimeSpan.FromSeconds(DefaultTimeSeconds);
        }

        _files.Warn(Yaml, $"there is no time limit in the package ({Yaml}'s limits.time_limit, {DomjudgeIni.File} or {Legacy}): {Text(DefaultTimeSeconds)} s is used");
        return TimeSpan.FromSeconds(DefaultTimeSeconds);
    }

    private string? Content(string file) => new FileInfo(_files.Path(file)) is { Exists: true, Length: <= LargestFile } info ? File.ReadAllText(info.FullName).Trim() : null;

    private double Number(string key, double otherwise, double least, double most)
    {
        if (!_limits.Says(key)) return otherwise;
        if (_limits.Children[key] is YamlScalarNode { Value: { } text } && InRange(text, least, double.MaxValue) is { } number) return Clamped(number, most, Yaml, $"limits.{key}");
        _files.Fault(Yaml, $"limits.{key} must be a number, {Text(least)} or more (and {Text(most)} is used for all above it)");
        return otherwise;
    }

    private double Clamped(double number, double most, string file, string what)
    {
        if (number > most) _files.Warn(file, string.Create(CultureInfo.InvariantCulture, $"{what} is {number}, and more than {most} is not possible here: {most} is used"));
        return Math.Min(number, most);
    }
}
