using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Judge.Api.Hosting;

/// <summary>
/// A JSON object from a request body, read by hand so that each way of being wrong (too large, too slow, not UTF-8, not JSON,
/// not an object, unknown or repeated fields, a wrong type) is told apart and names its field.
/// </summary>
internal sealed class JsonBody : IDisposable
{
    private const int LargestBody = 1024 * 1024, MostNamed = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly JsonDocument _document;
    private readonly Dictionary<string, string[]> _errors = new(StringComparer.Ordinal);

    private JsonBody(JsonDocument document)
    {
        _document = document;
    }

    /// <summary>What was wrong with the fields read so far; null when nothing was.</summary>
    public ProblemHttpResult? Problem => _errors.Count == 0 ? null : HttpProblems.Invalid(_errors);

    public static async Task<(JsonBody? Body, ProblemHttpResult? Problem)> ReadAsync(HttpRequest request, params string[] fields)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            var bytes = await ReadAllAsync(request, patience.Token);
            if (bytes is null) return (null, HttpProblems.Invalid("body", $"is larger than {LargestBody / 1024} KiB", StatusCodes.Status413PayloadTooLarge));
            if (bytes.Length == 0) return (null, HttpProblems.Invalid("body", $"is empty; send a JSON object with {string.Join(", ", fields)}"));
            var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 16 });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                using (document) return (null, HttpProblems.Invalid("body", $"must be a JSON object, not {Kind(document.RootElement)}"));
            }

            var body = new JsonBody(document);
            body.RefuseUnknown(fields);
            if (body.Problem is not { } problem) return (body, null);
            body.Dispose();
            return (null, problem);
        }
        catch (JsonException e)
        {
            return (null, HttpProblems.Invalid("body", $"is not JSON: {e.Message.Split(" Path:")[0].Split(" LineNumber:")[0]} (line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1})"));
        }
        catch (BadHttpRequestException e)
        {
            return (null, HttpProblems.Invalid("body", e.Message, e.StatusCode));
        }
        catch (OperationCanceledException) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            return (null, HttpProblems.Invalid("body", $"did not arrive within {Patience.TotalSeconds:0} s", StatusCodes.Status408RequestTimeout));
        }
    }

    /// <summary>A required string; an empty string stands for one that is wrong, which <see cref="Problem"/> then tells.</summary>
    public string Text(string field, int mostBytes)
    {
        if (!_document.RootElement.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null) return Wrong(field, "is required");
        if (AnyText(field, value) is not { } text) return "";
        if (string.IsNullOrWhiteSpace(text)) return Wrong(field, "must not be empty");
        var size = Encoding.UTF8.GetByteCount(text);
        return size <= mostBytes ? text : Wrong(field, $"is {size} bytes long; at most {mostBytes} are allowed");
    }

    /// <summary>A required name of an enum, in camelCase.</summary>
    public T Choice<T>(string field)
        where T : struct, Enum
    {
        var text = Text(field, 64);
        var names = Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToArray();
        if (_errors.ContainsKey(field)) return default;
        if (names.Contains(text, StringComparer.Ordinal)) return Enum.Parse<T>(text, ignoreCase: true);
        Wrong(field, $"must be one of {string.Join(", ", names)}");
        return default;
    }

    /// <summary>A string that may be left out or null.</summary>
    public string? TextIfAny(string field, int mostBytes) => IsAny(field) ? Text(field, mostBytes) : null;

    /// <summary>A string of any length, which may be empty, left out or null.</summary>
    public string? AnyTextIfAny(string field) => IsAny(field) ? AnyText(field, _document.RootElement.GetProperty(field)) : null;

    /// <summary>A list of such strings that may be left out or null; what is wrong with one is told of <c>field[index]</c>.</summary>
    public IReadOnlyList<string>? TextsIfAny(string field, int most)
    {
        if (!IsAny(field)) return null;
        var value = _document.RootElement.GetProperty(field);
        if (value.ValueKind != JsonValueKind.Array) Wrong(field, $"must be an array of strings, not {Kind(value)}");
        else if (value.GetArrayLength() > most) Wrong(field, $"has {value.GetArrayLength()} elements; at most {most} are allowed");
        else return [.. value.EnumerateArray().Select((element, i) => AnyText($"{field}[{i}]", element) ?? "")];
        return [];
    }

    /// <summary>A name of an enum that may be left out or null.</summary>
    public T? ChoiceIfAny<T>(string field)
        where T : struct, Enum => IsAny(field) ? Choice<T>(field) : null;

    /// <summary>A time in RFC 3339 that may be left out or null.</summary>
    public DateTimeOffset? TimeIfAny(string field)
    {
        if (!IsAny(field)) return null;
        var value = _document.RootElement.GetProperty(field);
        if (value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out var time)) return time;
        Wrong(field, "must be a time such as 2026-01-31T18:00:00Z");
        return null;
    }

    /// <summary>Notes a fault found outside, such as an unknown problem.</summary>
    public string Wrong(string field, string message)
    {
        _errors.TryAdd(field, [message]);
        return "";
    }

    public bool IsWrong(string field) => _errors.ContainsKey(field);

    public void Dispose() => _document.Dispose();

    /// <summary>The string, without a look at its length; null when it is none that can be stored.</summary>
    private string? AnyText(string field, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Wrong(field, $"must be a string, not {Kind(value)}");
            return null;
        }

        try
        {
            var text = value.GetString()!;
            if (!text.Contains('\0', StringComparison.Ordinal)) return text;
            Wrong(field, "must not contain NUL characters");
        }
        catch (InvalidOperationException)
        {
            Wrong(field, "is not valid Unicode");
        }

        return null;
    }

    private bool IsAny(string field) => _document.RootElement.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null;

    private void RefuseUnknown(string[] fields)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var unknown = 0;
        foreach (var property in _document.RootElement.EnumerateObject())
        {
            string name;
            try
            {
                name = property.Name;
            }
            catch (InvalidOperationException)
            {
                Wrong("body", "has a field whose name is not valid Unicode");
                continue;
            }

            if (!fields.Contains(name, StringComparer.Ordinal))
            {
                if (++unknown <= MostNamed) Wrong(name.Length > 60 ? name[..60] + "…" : name, $"is not a field; known are {string.Join(", ", fields)}");
            }
            else if (!seen.Add(name))
            {
                Wrong(name, "is given twice");
            }
        }

        if (unknown > MostNamed) Wrong("body", $"has {unknown} unknown fields");
    }

    private static async Task<byte[]?> ReadAllAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > LargestBody) return null;
        var writer = new ArrayBufferWriter<byte>();
        for (int n; (n = await request.Body.ReadAsync(writer.GetMemory(16 * 1024), cancellationToken)) > 0;)
        {
            writer.Advance(n);
            if (writer.WrittenCount > LargestBody) return null;
        }

        return writer.WrittenSpan.ToArray();
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Null => "null",
        _ => "a string",
    };
}
