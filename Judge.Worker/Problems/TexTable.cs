using System.Text;

namespace Judge.Worker.Problems;

/// <summary>What of TeX is read by its signs: the rows and cells of a table, and code.</summary>
internal static class TexTable
{
    private static readonly string[] Backslash = ["\\textbackslash{}", "\\textbackslash ", "\\textbackslash"];

    /// <summary>The body of a <c>tabular</c>. Its first row is the head, which Markdown's tables have to have.</summary>
    /// <param name="tex">Without its \begin and \end.</param>
    /// <param name="cell">Turns what stands in a cell into Markdown.</param>
    public static string Markdown(string tex, Func<string, string> cell)
    {
        var text = new StringBuilder("\n\n");
        foreach (var row in Parts(tex.Replace("\\hline", "", StringComparison.Ordinal), "\\\\").Where(r => r.Trim().Length > 0))
        {
            List<string> cells = [.. Parts(row, "&").Select(c => cell(c).Replace('\n', ' ').Replace("|", "\\|", StringComparison.Ordinal).Trim())];
            var first = text.Length == 2;
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            if (first) text.Append('|').Insert(text.Length, "---|", cells.Count).Append('\n');
        }

        return text.Append('\n').ToString();
    }

    /// <summary>In code Markdown knows no escapes, and TeX has them for its own signs.</summary>
    public static string Code(string tex)
    {
        var (text, plain) = (new StringBuilder(), Backslash.Aggregate(tex, (t, name) => t.Replace(name, "\\\\", StringComparison.Ordinal)));
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == '\\' && i + 1 < plain.Length && "_#{}%$&\\~^".Contains(plain[i + 1], StringComparison.Ordinal)) i++;
            text.Append(plain[i]);
        }

        return text.ToString();
    }

    /// <summary>What stands between signs that are not escaped.</summary>
    private static List<string> Parts(string tex, string sign)
    {
        var (parts, start) = (new List<string>(), 0);
        for (var at = 0; at < tex.Length; at++)
        {
            if (string.CompareOrdinal(tex, at, sign, 0, sign.Length) == 0)
            {
                parts.Add(tex[start..at]);
                (start, at) = (at + sign.Length, at + sign.Length - 1);
            }
            else if (tex[at] == '\\')
            {
                at++;
            }
        }

        return [.. parts, tex[start..]];
    }
}
