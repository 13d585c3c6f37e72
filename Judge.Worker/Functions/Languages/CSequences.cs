using System.Globalization;
using System.Text;

namespace Judge.Worker.Functions.Languages;

/// <summary>The C functions that read an array and its sizes, and that put one as an answer. Sizes are named s1, s2 … by level.</summary>
internal static class CSequences
{
    public static string Of(SignatureType type)
    {
        var (depth, name, suffix, inner) = (type.Depth, CType.Name(type), CType.Suffix(type), CType.Suffix(type.Of!));
        var levels = Enumerable.Range(1, depth).ToArray();
        var inside = levels.Skip(1).ToArray();
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"JUDGE {name} judge_read_{suffix}({string.Join(", ", levels.Select(l => $"{CType.Size(l)} *s{l}"))}) {{\n");
        text.Append("  size_t count = *s1 = judge_count();\n");
        text.Append(CultureInfo.InvariantCulture, $"  {name} array = judge_give(count * sizeof *array);\n");
        foreach (var level in inside) text.Append(CultureInfo.InvariantCulture, $"  *s{level} = judge_give(count * sizeof **s{level});\n");
        text.Append("  if (judge_null()) return array;\n");
        text.Append(CultureInfo.InvariantCulture, $"  for (int i = 0; judge_more(i); i++) array[i] = judge_{(depth > 1 ? "read_" : "")}{inner}({string.Join(", ", inside.Select(l => $"*s{l} + i"))});\n");
        text.Append("  return array;\n}\n");

        text.Append(CultureInfo.InvariantCulture, $"JUDGE void judge_put_{suffix}({string.Join(", ", levels.Select(l => $"{CType.Size(l)} s{l}").Prepend($"{name} array"))}) {{\n");
        text.Append("  judge_put('[');\n");
        text.Append(CultureInfo.InvariantCulture, $"  if ({string.Join(" && ", inside.Select(l => $"s{l}").Prepend("array").Select(a => $"judge_sized({a}, s1)"))})\n");
        text.Append("    for (int i = 0; i < s1; i++) {\n      if (i > 0) judge_put(',');\n");
        text.Append(CultureInfo.InvariantCulture, $"      judge_put_{inner}({string.Join(", ", inside.Select(l => $"s{l}[i]").Prepend("array[i]"))});\n    }}\n");
        text.Append("  judge_put(']');\n");
        foreach (var block in inside.Select(l => $"s{l}").Prepend("array")) text.Append(CultureInfo.InvariantCulture, $"  judge_take({block});\n");
        return text.Append("}\n").ToString();
    }
}
