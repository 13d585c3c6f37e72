using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Judge.Worker.Problems.Import;

/// <summary>The problem.yaml of a converted package.</summary>
internal sealed record ProblemYaml(string Name)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public double TimeLimitSeconds { get; init; } = 1;

    public int MemoryMb { get; init; } = 256;

    public int? OutputMb { get; init; }

    /// <summary>Of one run of the package's own validator; null: as by default.</summary>
    public double? ValidationSeconds { get; init; }

    public int? ValidationMemoryMb { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public bool Scoring { get; init; }

    /// <summary>default, custom, or custom interactive.</summary>
    public string Validation { get; init; } = "default";

    public string? ValidatorFlags { get; init; }

    public bool Testlib { get; init; }

    public string Text()
    {
        var text = new StringBuilder("problem_format_version: 2023-07-draft\n");
        text.Append(CultureInfo.InvariantCulture, $"name: {Quote(Name)}\n");
        if (Scoring) text.Append("type: scoring\n");
        if (Keywords.Count > 0) text.Append(CultureInfo.InvariantCulture, $"keywords: [{string.Join(", ", Keywords.Select(Quote))}]\n");
        text.Append(CultureInfo.InvariantCulture, $"limits:\n  time_limit: {TimeLimitSeconds}\n  memory: {MemoryMb}\n");
        if (OutputMb is { } output) text.Append(CultureInfo.InvariantCulture, $"  output: {output}\n");
        if (ValidationSeconds is { } seconds) text.Append(CultureInfo.InvariantCulture, $"  validation_time: {seconds}\n");
        if (ValidationMemoryMb is { } memory) text.Append(CultureInfo.InvariantCulture, $"  validation_memory: {memory}\n");
        if (Validation != "default") text.Append(CultureInfo.InvariantCulture, $"validation: {Validation}\n");
        if (ValidatorFlags is not null) text.Append(CultureInfo.InvariantCulture, $"validator_flags: {ValidatorFlags}\n");
        if (Testlib) text.Append("judge: {checker_style: testlib}\n");
        return text.ToString();
    }

    /// <summary>A JSON string is a YAML one.</summary>
    private static string Quote(string text) => JsonSerializer.Serialize(text, Plain);
}
