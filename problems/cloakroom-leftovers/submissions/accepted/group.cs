// Groups both by number.
using System.Collections.Generic;
using System.Linq;

public class Solution
{
    public int[] LeftCoats(int[] given, int[] returned)
    {
        var back = returned.GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        return given.GroupBy(t => t).SelectMany(g => g.Skip(back.GetValueOrDefault(g.Key))).ToArray();
    }
}
