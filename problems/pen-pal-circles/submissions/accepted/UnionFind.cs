using System.Collections.Generic;
using System.Linq;

public class Solution
{
    private readonly Dictionary<string, string> parent = new();

    public IList<IList<string>> Circles(string[][] letters)
    {
        var sent = new HashSet<(string, string)>();
        foreach (var letter in letters)
        {
            sent.Add((letter[0], letter[1]));
            parent[letter[0]] = letter[0];
            parent[letter[1]] = letter[1];
        }

        foreach (var (from, to) in sent)
        {
            if (sent.Contains((to, from))) parent[Find(from)] = Find(to);
        }

        return parent.Keys.ToList().GroupBy(Find).Select(circle => (IList<string>)circle.ToList()).ToList();
    }

    private string Find(string name)
    {
        while (parent[name] != name) name = parent[name] = parent[parent[name]];
        return name;
    }
}
