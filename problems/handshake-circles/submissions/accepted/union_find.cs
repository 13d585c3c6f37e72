// Union-find with path halving.
using System.Collections.Generic;
using System.Linq;

public class Solution
{
    public IList<IList<int>> Circles(int guests, int[][] talks)
    {
        var parent = Enumerable.Range(0, guests).ToArray();
        int Root(int x)
        {
            while (parent[x] != x) x = parent[x] = parent[parent[x]];
            return x;
        }
        foreach (var talk in talks) parent[Root(talk[0])] = Root(talk[1]);
        return Enumerable.Range(0, guests).GroupBy(Root).Where(g => g.Count() > 1).Select(g => (IList<int>)g.ToList()).ToList();
    }
}
