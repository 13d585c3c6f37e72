// A sorted set of the lit lamps.
using System.Collections.Generic;
using System.Linq;

public class Solution
{
    public IList<int> LitLamps(int lamps, IList<int> presses)
    {
        var lit = new SortedSet<int>();
        foreach (var p in presses)
        {
            foreach (var lamp in new[] { p, (p + 1) % lamps, (p + lamps - 1) % lamps }.Distinct())
            {
                if (!lit.Remove(lamp)) lit.Add(lamp);
            }
        }
        return lit.ToList();
    }
}
