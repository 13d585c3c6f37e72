using System.Text;
using System.Text.RegularExpressions;

namespace Judge.Worker.Verifying;

/// <summary>A pattern of the 2023-07-draft: <c>*</c> within a name, <c>{a,b}</c>. What it matches stands for all that is below, too.</summary>
internal sealed class Glob
{
    private readonly Regex _regex;

    public Glob(string text)
    {
        var (pattern, braces) = (new StringBuilder("^"), 0);
        foreach (var letter in (Text = text).TrimEnd('/'))
        {
            if (letter == '{') braces++;
            if (letter == '}' && braces == 0) pattern.Append("\\}");
            else pattern.Append(letter switch
            {
                '*' => "[^/]*",
                '{' => "(?:",
                '}' => ")",
                ',' when braces > 0 => "|",
                _ => Regex.Escape(letter.ToString()),
            });
            if (letter == '}' && braces > 0) braces--;
        }

        _regex = new Regex(pattern.Append(')', braces).Append("(?:/.*)?$").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.Singleline);
    }

    public string Text { get; }

    public bool Matches(string path) => _regex.IsMatch(path);
}
