// All beginnings of codes, second by second.
using System.Collections.Generic;
using System.Linq;

public class Solution
{
    public IList<string> Codes(int length, int flashes)
    {
        IEnumerable<string> begun = new[] { "" };
        for (var i = 0; i < length; i++) begun = begun.SelectMany(c => c.EndsWith('*') ? new[] { c + "-" } : new[] { c + "-", c + "*" });
        return begun.Where(c => c.Count(x => x == '*') == flashes && !(c[0] == '*' && c[^1] == '*')).ToList();
    }
}
