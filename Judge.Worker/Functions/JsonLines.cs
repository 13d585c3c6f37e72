using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Judge.Worker.Functions;

/// <summary>In which line of a JSON file what stands: the serializer does not say.</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="json">JSON that can be read.</param>
    public JsonLines(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        // Of each value that is open: where it is, and which of its elements comes next; −1: its elements have names.
        var open = new Stack<(string Path, int Next)>();
        var (line, counted, name) = (1, 0L, "");
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++) line += bytes[counted] == '\n' ? 1 : 0;
            if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject) open.Pop();
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                _lines.TryAdd(open.Peek().Path.Length == 0 ? name : $"{open.Peek().Path}.{name}", line);
            }
            else
            {
                var path = open.Count == 0 ? "" : Inside(open, name);
                _lines.TryAdd(path, line);
                if (reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject) open.Push((path, reader.TokenType == JsonTokenType.StartArray ? 0 : -1));
            }
        }
    }

    /// <summary>The line of what is at a path such as <c>params[1].type</c>; of what it is missing in when it is not there.</summary>
    public int this[string path]
    {
        get
        {
            while (!_lines.ContainsKey(path)) path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
            return _lines[path];
        }
    }

    private static string Inside(Stack<(string Path, int Next)> open, string name)
    {
        var (path, next) = open.Pop();
        open.Push((path, next < 0 ? next : next + 1));
        return next < 0 ? path.Length == 0 ? name : $"{path}.{name}" : string.Create(CultureInfo.InvariantCulture, $"{path}[{next}]");
    }
}
