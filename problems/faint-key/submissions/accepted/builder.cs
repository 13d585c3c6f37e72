// Remembers whether the key is down.
using System.Text;

public class Solution
{
    public string TypedText(string text, char key)
    {
        var paper = new StringBuilder();
        var down = false;
        foreach (var c in text)
        {
            if (c is ' ' or '.') down = false;
            if (char.ToLowerInvariant(c) == key) down = !down;
            if (char.ToLowerInvariant(c) != key || down) paper.Append(c);
        }
        return paper.ToString();
    }
}
