using System.Text;

namespace Judge.Worker.Problems;

/// <summary>
/// The TeX of statements as Markdown. Polygon and Kattis use a small part of TeX, which is turned into its like; formulas stay as they are between
/// dollars; of a command that is not known only its arguments are kept.
/// </summary>
internal sealed class TexMarkdown
{
    private const int Deepest = 40, LongestOption = 200;
    private readonly string _tex;
    private readonly StringBuilder _out = new();
    private readonly Stack<bool> _numbered = new();
    private int _at;

    private TexMarkdown(string tex)
    {
        _tex = tex;
    }

    public static string Convert(string tex) => Convert(tex.ReplaceLineEndings("\n"), 0);

    /// <summary>What <c>\problemname</c> says; empty when it is not there.</summary>
    public static string NameOf(string tex)
    {
        const string Command = "\\problemname";
        var at = tex.IndexOf(Command, StringComparison.Ordinal);
        if (at < 0) return "";
        return new TexMarkdown(tex[(at + Command.Length)..].ReplaceLineEndings("\n")).Inner(0).Trim();
    }

    private static string Convert(string tex, int depth)
    {
        var text = new TexMarkdown(tex).Run(depth);
        var lines = text.Split('\n').Select(l => l.TrimEnd(' ', '\t') + (l.EndsWith("  ", StringComparison.Ordinal) && l.Trim().Length > 0 ? "  " : ""));
        text = string.Join('\n', lines);
        while (text.Contains("\n\n\n", StringComparison.Ordinal)) text = text.Replace("\n\n\n", "\n\n", StringComparison.Ordinal);
        return depth > 0 ? text : text.Trim() is { Length: > 0 } trimmed ? $"{trimmed}\n" : "";
    }

    private string Run(int depth)
    {
        while (_at < _tex.Length)
        {
            var c = _tex[_at];
            if (c == '$') Formula();
            else if (c == '\\') Command(depth);
            else if (c == '%') SkipComment();
            else if (c is '{' or '}') _at++;
            else if (Token("---")) _out.Append('—');
            else if (Token("--")) _out.Append('–');
            else if (Token("<<")) _out.Append('«');
            else if (Token(">>")) _out.Append('»');
            else if (Token("``") || Token("''")) _out.Append('"');
            else if (Token("~")) _out.Append(' ');
            else Keep(c);
        }

        return _out.ToString();
    }

    /// <summary>Markdown's own signs are no markup in TeX.</summary>
    private void Keep(char c)
    {
        if (c is '*' or '_' or '<' or '`') _out.Append('\\');
        _out.Append(c);
        _at++;
    }

    /// <summary>Polygon writes $…$, $$…$$ and $$$…$$$, the last for what Markdown writes with one.</summary>
    private void Formula()
    {
        var fence = 1;
        while (fence < 3 && _at + fence < _tex.Length && _tex[_at + fence] == '$') fence++;
        var dollars = new string('$', fence);
        var end = _tex.IndexOf(dollars, _at + fence, StringComparison.Ordinal);
        if (end < 0)
        {
            _out.Append("\\$");
            _at++;
            return;
        }

        var shown = fence == 2 ? "$$" : "$";
        _out.Append(shown).Append(_tex, _at + fence, end - _at - fence).Append(shown);
        _at = end + fence;
    }

    private void Command(int depth)
    {
        var start = ++_at;
        while (_at < _tex.Length && char.IsAsciiLetter(_tex[_at])) _at++;
        if (_at == start)
        {
            if (_at >= _tex.Length) return;
            var sign = _tex[_at++];
            if (sign is '(' or '[' && _tex.IndexOf(sign == '(' ? "\\)" : "\\]", _at, StringComparison.Ordinal) is >= 0 and var close)
            {
                var shown = sign == '(' ? "$" : "$$";
                _out.Append(shown).Append(_tex, _at, close - _at).Append(shown);
                _at = close + 2;
                return;
            }

            _out.Append(sign switch { '\\' => "  \n", ' ' or ',' or ';' => " ", '$' or '_' or '*' => $"\\{sign}", _ => sign.ToString() });
            return;
        }

        var name = _tex[start.._at];
        if (_at < _tex.Length && _tex[_at] == '*') _at++;
        switch (name)
        {
            case "textbf" or "bf" or "b": Wrap("**", depth); break;
            case "textit" or "it" or "emph" or "textsl" or "i": Wrap("*", depth); break;
            case "texttt" or "tt" or "t": _out.Append('`').Append(TexTable.Code(Argument())).Append('`'); break;
            case "section" or "subsection" or "chapter": _out.Append("\n\n## ").Append(Inner(depth)).Append("\n\n"); break;
            case "href": var address = Argument(); _out.Append('[').Append(Inner(depth)).Append("](").Append(address).Append(')'); break;
            case "url": _out.Append('<').Append(Argument()).Append('>'); break;
            case "includegraphics": Option(); _out.Append("*(figure ").Append(Argument()).Append(")*"); break;
            case "item":
                _out.Append('\n').Append(' ', Math.Max(_numbered.Count - 1, 0) * 3).Append(_numbered.TryPeek(out var numbered) && numbered ? "1. " : "- ");
                SkipSpace();
                break;
            case "begin": Begin(Argument(), depth); break;
            case "end": End(Argument()); break;
            case "ldots" or "dots": _out.Append('…'); break;
            case "par" or "newline": _out.Append("\n\n"); break;
            case "InputFile": _out.Append("\n\n## Input\n\n"); break;
            case "OutputFile": _out.Append("\n\n## Output\n\n"); break;
            case "Note" or "Notes": _out.Append("\n\n## Notes\n\n"); break;
            // Its name, which problem.yaml tells.
            case "problemname": Argument(); break;
            case "illustration": Argument(); _out.Append("*(figure ").Append(Argument()).Append(")* "); break;
            case "exmp" or "exmpfile": Argument(); Argument(); break;
            case "multicolumn": Argument(); Argument(); _out.Append(Inner(depth)); break;
            // What says how it looks, or where it stands.
            case "vspace" or "hspace" or "vskip" or "hskip" or "label" or "ref" or "cite" or "cline": Argument(); break;
            case "def": Definition(); break;
            case "newcommand" or "renewcommand": Argument(); Option(); Option(); Argument(); break;
            default: Option(); break;
        }
    }

    private void Begin(string environment, int depth)
    {
        if (environment is "verbatim" or "lstlisting")
        {
            Option();
            var end = _tex.IndexOf($"\\end{{{environment}}}", _at, StringComparison.Ordinal);
            if (end < 0) end = _tex.Length;
            _out.Append("\n\n```\n").Append(_tex[_at..end].Trim('\n')).Append("\n```\n\n");
            _at = end;
        }
        else if (environment is "itemize" or "enumerate")
        {
            _numbered.Push(environment == "enumerate");
            _out.Append('\n');
        }
        else if (environment == "problem")
        {
            // Its name, files and limits, which are told elsewhere.
            for (var i = 0; i < 5; i++) Argument();
        }
        else if (environment is "Input" or "Output" or "Interaction" or "Note")
        {
            _out.Append("\n\n## ").Append(environment).Append("\n\n");
        }
        else if (environment is "tabular" or "tabular*" or "tabularx")
        {
            if (environment != "tabular") Argument();
            Option();
            Argument();
            var end = _tex.IndexOf($"\\end{{{environment}}}", _at, StringComparison.Ordinal);
            if (end < 0) end = _tex.Length;
            _out.Append(TexTable.Markdown(_tex[_at..end], cell => depth < Deepest ? Convert(cell, depth + 1) : cell));
            _at = end;
        }
        else
        {
            Option();
        }
    }

    /// <summary><c>\def\name{…}</c></summary>
    private void Definition()
    {
        while (_at < _tex.Length && _tex[_at] is not ('{' or '\n')) _at++;
        Argument();
    }

    private void End(string environment)
    {
        if (environment is not ("itemize" or "enumerate")) return;
        _numbered.TryPop(out _);
        _out.Append("\n\n");
    }

    private void Wrap(string sign, int depth)
    {
        var inner = Inner(depth).Trim();
        if (inner.Length > 0) _out.Append(sign).Append(inner).Append(sign);
    }

    private string Inner(int depth) => Argument() is var argument && depth < Deepest ? Convert(argument, depth + 1) : argument;

    /// <summary>What stands in the braces that come next; empty when none do.</summary>
    private string Argument()
    {
        var at = _at;
        while (at < _tex.Length && char.IsWhiteSpace(_tex[at])) at++;
        if (at >= _tex.Length || _tex[at] != '{') return "";
        var (start, open) = (at + 1, 0);
        for (; at < _tex.Length; at++)
        {
            if (_tex[at] == '\\') at++;
            else if (_tex[at] == '{') open++;
            else if (_tex[at] == '}' && --open == 0) break;
        }

        _at = Math.Min(at + 1, _tex.Length);
        return _tex[start..Math.Min(at, _tex.Length)];
    }

    private void Option()
    {
        if (_at >= _tex.Length || _tex[_at] != '[') return;
        var end = _tex.IndexOf(']', _at, Math.Min(LongestOption, _tex.Length - _at));
        if (end > 0) _at = end + 1;
    }

    private void SkipComment()
    {
        while (_at < _tex.Length && _tex[_at] != '\n') _at++;
    }

    private void SkipSpace()
    {
        while (_at < _tex.Length && _tex[_at] == ' ') _at++;
    }

    private bool Token(string token)
    {
        if (string.CompareOrdinal(_tex, _at, token, 0, token.Length) != 0) return false;
        _at += token.Length;
        return true;
    }
}
